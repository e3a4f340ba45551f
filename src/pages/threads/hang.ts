import { sentenceOf } from '../owed.ts'
import type { Chosen } from './choice.ts'
import { levelsOf, shortened, widthOf } from './levels.ts'
import type { Scale } from './scale.ts'
import type { Thread } from './thread.ts'

/** A text in the picture with the room that it takes across. */
export interface Label {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** From where to where a thread hangs, dotted. */
export interface Tail {
  readonly left: number
  readonly right: number
}

/** A thread that hangs, hung or falls due, with its level in its lane: everything across, nothing down. */
export interface Hung {
  readonly thread: Thread
  /** The middle of its ring; the left edge for what was due before the days that are shown. */
  readonly x: number
  readonly isFromBefore: boolean
  readonly tail: Tail | undefined
  readonly label: Label
  readonly level: number
}

const [ring, shortestTail, longestLabel, clear, space] = [6, 18, 46, 10, 4]

const tailOf = (scale: Scale, thread: Thread, x: number): Tail | undefined => {
  if (thread.end !== 'hangs' && thread.end !== 'kept-late') return undefined
  const end = thread.until > scale.end ? scale.width : scale.x(thread.until)
  return { left: x + ring, right: Math.max(x + ring, end) }
}

const labelAt = (text: string, left: number): Label => ({ text, left, right: left + widthOf(text) })

/** As much of a text as finds room, by its widest letters. */
const fitted = (text: string, room: number): string =>
  widthOf(text) <= room ? text : shortened(text, Math.max(4, Math.floor((room / widthOf(text)) * text.length) - 1))

/** Where a label stands: on the tail if some of that is still seen, else before the ring, else behind everything. */
const labelOf = (scale: Scale, text: string, x: number, tail: Tail | undefined): Label => {
  const width = widthOf(text)
  const behind = x + ring + space
  if (behind + width <= (tail === undefined ? scale.width : tail.right - shortestTail)) return labelAt(text, behind)
  const before = x - ring - space
  if (before >= width) return labelAt(text, before - width)
  const after = (tail?.right ?? x + ring) + space
  const short = fitted(text, Math.max(before, scale.width - after))
  return before >= scale.width - after ? labelAt(short, before - widthOf(short)) : labelAt(short, after)
}

const hang = (scale: Scale, thread: Thread): Omit<Hung, 'level'> => {
  const isFromBefore = thread.on < scale.from
  const x = isFromBefore ? ring : Math.max(ring + 2, scale.x(thread.on))
  const tail = tailOf(scale, thread, x)
  const label = labelOf(scale, shortened(sentenceOf(thread.owing.duty), longestLabel), x, tail)
  const isOnTail = tail !== undefined && label.left > x && label.left < tail.right
  return { thread, x, isFromBefore, tail: isOnTail ? { left: label.right + space, right: tail.right } : tail, label }
}

const extentOf = ({ x, tail, label }: Omit<Hung, 'level'>) => ({
  left: Math.min(x - ring, label.left),
  right: Math.max(x + ring, tail?.right ?? x, label.right),
})

/** The threads of a lane that hang, stacked in levels so that neither labels nor tails meet. */
export const hungIn = (scale: Scale, { drawn }: Pick<Chosen, 'drawn'>): readonly Hung[] => {
  const hanging = drawn.filter(thread => thread.end !== 'kept').map(thread => hang(scale, thread))
  const levels = levelsOf(hanging.map(extentOf), clear)
  return hanging.map((one, index) => ({ ...one, level: levels[index] ?? 0 }))
}
