import { sentenceOf } from '../owed.ts'
import { levelsOf, shortened, widthOf } from './levels.ts'
import type { Scale } from './scale.ts'
import type { Chosen, Thread } from './thread.ts'

/** A text in the picture with the room that it takes. */
export interface Label {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
}

/** A thread at its place: from the mark where it starts to where it ends, and to where it hangs. */
export interface PlacedThread {
  readonly thread: Thread
  readonly from: { readonly x: number; readonly y: number }
  readonly to: { readonly x: number; readonly y: number }
  /** From where to where it hangs, dotted; nothing when it does not. */
  readonly tail: { readonly left: number; readonly right: number } | undefined
  readonly label: Label | undefined
}

type Placed = Omit<PlacedThread, 'from' | 'thread'>

/** How high a level is on which a thread hangs. */
export const levelHeight = 19
const [ring, shortestTail, longestLabel, clear] = [6, 18, 46, 10]

const tailEnd = (scale: Scale, thread: Thread): number =>
  thread.until > scale.end ? scale.width : scale.x(thread.until)

/** A hanging thread's label stands behind its ring if that leaves some of the tail to be seen, else before it. */
const hang = (scale: Scale, thread: Thread): Placed => {
  const text = shortened(sentenceOf(thread.owing.duty), longestLabel)
  const width = widthOf(text)
  const x = Math.max(ring + 2, scale.x(thread.on))
  const tail =
    thread.end === 'hangs' ? { left: x + ring, right: Math.max(x + ring, tailEnd(scale, thread)) } : undefined
  const behind = x + ring + 4
  const room = tail === undefined ? scale.width : tail.right - shortestTail
  const fits = behind + width <= room
  const left = fits ? behind : Math.max(0, x - ring - 4 - width)
  const label = { text, left, right: left + width, y: 0 }
  const rest = tail && fits ? { left: label.right + 4, right: tail.right } : tail
  return { to: { x, y: 0 }, tail: rest, label }
}

const extentOf = ({ to, tail, label }: Placed) => ({
  left: Math.min(to.x - ring, label?.left ?? to.x),
  right: Math.max(to.x + ring, tail?.right ?? to.x, label?.right ?? to.x),
})

/** A thread that hangs or falls due, with its level in its lane. */
export interface Hung {
  readonly thread: Thread
  readonly placed: Placed
  readonly level: number
}

/** The threads of a lane that hang, stacked in levels so that neither labels nor tails meet. */
export const hungIn = (scale: Scale, { drawn }: Chosen): readonly Hung[] => {
  const hanging = drawn.filter(thread => thread.end !== 'kept')
  const placed = hanging.map(thread => hang(scale, thread))
  const levels = levelsOf(placed.map(extentOf), clear)
  return hanging.map((thread, index) => ({
    thread,
    placed: placed[index] ?? hang(scale, thread),
    level: levels[index] ?? 0,
  }))
}
