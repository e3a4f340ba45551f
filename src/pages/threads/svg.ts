import { isoDay } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import { headingOf, type Naming } from '../../record/words.ts'
import type { Addresses } from '../address.ts'
import { escaped } from '../escape.ts'
import { dueInWords, sentenceOf, stateInWords } from '../owed.ts'
import { ownerInWords } from '../owner.ts'
import { type Drawing, dayWidth, type Lane, type PlacedMark } from './drawing.ts'
import { countGlyph, dueGlyph, glyph, keptGlyph, ringGlyph, stopGlyph } from './glyphs.ts'
import type { PlacedThread } from './hang.ts'
import { laneName } from './lanes.ts'
import { ticksOf } from './scale.ts'
import type { End, Thread } from './thread.ts'

/** For whom and with which addresses a picture is written. */
export interface Writing {
  readonly name: Naming
  readonly addresses: Addresses
}

/** How wide the names of the lanes stand before the days. */
export const namesWidth = 132

const at = (x: number, y: number): string => `transform="translate(${x} ${y})"`
const round = (value: number): number => Math.round(value * 10) / 10

/** What a thread says to whoever points at it or listens. */
export const threadInWords = ({ owing }: Thread, drawing: Pick<Drawing, 'scale'>): string => {
  const { duty } = owing
  return `${sentenceOf(duty)}: ${ownerInWords(duty)}, due ${dueInWords(duty)}, ${stateInWords(owing, drawing.scale.day)}`
}

const markInWords = (mark: PlacedMark, name: Naming): string =>
  mark.time === undefined
    ? `${dayInWords(mark.entries[0].day)}, ${laneName(mark.lane)}: ${headingOf(mark.entries[0], name)}`
    : `${mark.entries.length} entries ${mark.time.text}, ${laneName(mark.lane)}`

const markForm = (mark: PlacedMark): string => {
  if (mark.shape === 'count') return countGlyph(mark.entries.length)
  if (mark.kept === undefined) return glyph(mark.shape)
  return (
    keptGlyph(mark.kept === 'kept-late') + (mark.shape === 'dot' ? '' : `<g class="on-proof">${glyph(mark.shape)}</g>`)
  )
}

const markLink = (mark: PlacedMark, { name, addresses }: Writing): string => {
  const href =
    mark.time === undefined
      ? addresses.entry(mark.entries[0])
      : addresses.page('threads', { from: isoDay(mark.time.from), to: isoDay(mark.time.to) })
  const words = escaped(markInWords(mark, name))
  return `<a href="${escaped(href)}" class="mark ${mark.shape}" ${at(round(mark.x), mark.y)}><title>${words}</title><circle class="reach" r="8"/>${markForm(mark)}</a>`
}

const ends = { kept: '', hangs: ringGlyph, due: dueGlyph, stopped: stopGlyph } as const satisfies Record<End, string>

/** A curve that leaves to the right and arrives from the left, however near or far the two ends are. */
const curve = ({ from, to }: PlacedThread): string => {
  const bend = Math.max(8, Math.min(70, Math.abs(to.x - from.x) * 0.45))
  return `M${from.x} ${from.y}C${round(from.x + bend)} ${from.y} ${round(to.x - bend)} ${to.y} ${to.x} ${to.y}`
}

const tail = ({ tail: hung, to }: PlacedThread): string =>
  hung === undefined ? '' : `<path class="tail" d="M${round(hung.left)} ${to.y}H${round(hung.right)}"/>`

const label = ({ label: said }: PlacedThread): string =>
  said === undefined ? '' : `<text x="${round(said.left)}" y="${said.y + 4}">${escaped(said.text)}</text>`

const threadLink = (placed: PlacedThread, drawing: Drawing, { addresses }: Writing): string => {
  const { thread, to } = placed
  const names = `thread ${thread.end} ${thread.promised ? 'promised' : 'derived'}`
  const words = escaped(threadInWords(thread, drawing))
  const end = `<g ${at(to.x, to.y)}>${ends[thread.end]}</g>`
  return `<a href="${escaped(addresses.duty(thread.owing.duty.key))}" class="${names}"><title>${words}</title><path class="way" d="${curve(placed)}"/>${tail(placed)}${end}${label(placed)}</a>`
}

const lane = ({ line }: Lane): string => `<path class="lane" d="M0 ${line}H${dayWidth}"/>`

const more = ({ more: rest, service }: Lane, { addresses }: Writing): string =>
  rest === undefined
    ? ''
    : `<a href="${escaped(addresses.page('ledger', { state: 'all' }))}" class="more"><title>${rest.count} more in ${escaped(laneName(service))}: all are in What happened here</title><text x="${round(rest.left)}" y="${rest.y + 4}">${rest.text}</text></a>`

const ticks = ({ scale, height }: Drawing): string =>
  ticksOf(scale)
    .map(
      ({ x, text }) =>
        `<path class="tick" d="M${x} 28V${height}"/><text class="when" x="${x + 4}" y="36">${text}</text>`,
    )
    .join('')

const dayLine = ({ scale, height }: Drawing): string => {
  if (scale.to < scale.day) return ''
  const x = scale.x(scale.day)
  const far = x > scale.width - 130
  return `<path class="today" d="M${x} 18V${height}"/><text class="today-name" x="${far ? x + 2 : x - 2}" y="13"${far ? ' text-anchor="end"' : ''}>${dayInWords(scale.day)}</text>`
}

/** What the picture is about, in words. */
const about = ({ lanes, marks, threads, scale }: Drawing): string => {
  const count = (ends: readonly End[]) => threads.filter(({ thread }) => ends.includes(thread.end)).length
  const stretch = `${dayInWords(scale.from)} to ${dayInWords(scale.to)}`
  return `${stretch}. ${lanes.length} lanes, ${marks.length} marks; ${count(['hangs'])} threads hang, ${count(['due'])} fall due, ${count(['kept'])} were kept. The table says the same.`
}

const names = ({ lanes, height }: Drawing): string => {
  const texts = lanes.map(
    ({ service, line }) => `<text x="${namesWidth - 10}" y="${line + 4}">${escaped(laneName(service))}</text>`,
  )
  return `<svg class="names" aria-hidden="true" focusable="false" width="${namesWidth}" height="${height}" viewBox="0 0 ${namesWidth} ${height}">${texts.join('')}</svg>`
}

const days = (drawing: Drawing, writing: Writing): string => {
  const { height, lanes, marks, threads } = drawing
  const derivedFirst = [...threads].sort((one, other) => Number(one.thread.promised) - Number(other.thread.promised))
  return `<svg class="days" role="group" aria-labelledby="threads-title threads-about" width="${dayWidth}" height="${height}" viewBox="0 0 ${dayWidth} ${height}"><title id="threads-title">What was promised, and what became of it</title><desc id="threads-about">${escaped(about(drawing))}</desc>${ticks(drawing)}${dayLine(drawing)}${lanes.map(lane).join('')}${derivedFirst.map(one => threadLink(one, drawing, writing)).join('')}${marks.map(mark => markLink(mark, writing)).join('')}${lanes.map(one => more(one, writing)).join('')}</svg>`
}

/** The picture as markup: the names of the lanes, which stay in sight, and the days, which scroll sideways. */
export const pictureMarkup = (drawing: Drawing, writing: Writing): string =>
  `<div class="holdfast-scroll holdfast-threads" role="region" aria-labelledby="threads-title" tabindex="0">${names(drawing)}${days(drawing, writing)}</div>`
