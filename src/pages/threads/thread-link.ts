import { ownerInWords } from '../../duties/owner.ts'
import { escaped } from '../escape.ts'
import { dueInWords, sentenceOf, stateInWords } from '../owed.ts'
import type { PlacedThread, Point } from './drawing.ts'
import { beforeGlyph, dueGlyph, ringGlyph, stopGlyph } from './glyphs.ts'
import type { End, Thread } from './thread.ts'
import type { Writing } from './writing.ts'

/** What a thread says to whoever points at it or listens. */
export const threadInWords = ({ owing, children, promised }: Thread, writing: Writing): string => {
  const { duty } = owing
  const whom = writing.stands.children.length > 1 ? `, for ${children.map(writing.name).join(' and ')}` : ''
  const sort = promised ? '' : ' (worked out by a rule)'
  return `${sentenceOf(duty)}${whom}: ${ownerInWords(duty)}, due ${dueInWords(duty)}, ${stateInWords(owing, writing.day)}${sort}`
}

const ends = {
  kept: '',
  'kept-late': ringGlyph,
  hangs: ringGlyph,
  due: dueGlyph,
  stopped: stopGlyph,
} as const satisfies Record<End, string>

const round = (value: number): number => Math.round(value * 10) / 10
const [leastBend, mostBend] = [8, 70]

/** A curve that leaves to the right and arrives from the left, however near or far its two ends are. */
const curve = (from: Point, to: Point): string => {
  const bend = Math.max(leastBend, Math.min(mostBend, Math.abs(to.x - from.x) * 0.45))
  return `M${from.x} ${from.y}C${round(from.x + bend)} ${from.y} ${round(to.x - bend)} ${to.y} ${to.x} ${to.y}`
}

const tail = ({ tail: hung, to }: PlacedThread): string =>
  hung === undefined ? '' : `<path class="tail" d="M${round(hung.left)} ${to.y}H${round(hung.right)}"/>`

/** The last part of a thread that hung and was kept after all. */
const home = ({ tail: hung, to, proof }: PlacedThread): string =>
  hung === undefined || proof === undefined
    ? ''
    : `<path class="home" d="${curve({ x: round(hung.right), y: to.y }, proof)}"/>`

const label = ({ label: said, to }: PlacedThread): string =>
  said === undefined ? '' : `<text x="${round(said.left)}" y="${to.y + 4}">${escaped(said.text)}</text>`

/** A thread as a link in the picture to its duty. */
export const threadLink = (placed: PlacedThread, writing: Writing): string => {
  const { thread, from, to } = placed
  const names = `thread ${thread.end} ${thread.promised ? 'promised' : 'derived'}`
  const end = `<g transform="translate(${to.x} ${to.y})">${placed.isFromBefore ? beforeGlyph : ends[thread.end]}</g>`
  const way = placed.isFromBefore ? '' : `<path class="way" d="${curve(from, to)}"/>`
  return `<a href="${escaped(writing.addresses.duty(thread.owing.duty.key))}" class="${names}"><title>${escaped(threadInWords(thread, writing))}</title>${way}${tail(placed)}${home(placed)}${end}${label(placed)}</a>`
}
