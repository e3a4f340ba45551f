import { dayInWords } from '../../calendar/words.ts'
import { escaped } from '../escape.ts'
import { type Drawing, dayWidth } from './drawing.ts'
import { laneName } from './lanes.ts'
import { widthOf } from './levels.ts'
import { markLink } from './mark-link.ts'
import { ticksOf } from './scale.ts'
import type { Lane } from './stack.ts'
import type { End } from './thread.ts'
import { threadLink } from './thread-link.ts'
import type { Writing } from './writing.ts'

/** How wide the names of the lanes stand before the days. */
export const namesWidth = 132

const laneLine = ({ line }: Lane): string => `<path class="lane" d="M0 ${line}H${dayWidth}"/>`

const more = ({ more: rest, service }: Lane, { addresses }: Writing): string =>
  rest === undefined
    ? ''
    : `<a href="${escaped(addresses.page('ledger', { state: 'all' }))}" class="more"><title>${rest.count} more in the lane ${escaped(laneName(service))}: all stand in What happened here</title><text x="${rest.left}" y="${rest.y + 4}">${rest.text}</text></a>`

const ticks = ({ scale, height }: Drawing): string =>
  ticksOf(scale)
    .filter(({ x, text }) => x + widthOf(text) < scale.width)
    .map(
      ({ x, text }) =>
        `<path class="tick" d="M${x} 26V${height}"/><text class="when" x="${x + 4}" y="35">${text}</text>`,
    )
    .join('')

const nameWidth = 130

/** The line at the day of the picture; its name stands before the line when there is no room behind it. */
const dayLine = ({ scale, height }: Drawing): string => {
  if (scale.to < scale.day) return ''
  const x = scale.x(scale.day)
  const far = x > scale.width - nameWidth
  return `<path class="today" d="M${x} 18V${height}"/><text class="today-name" x="${far ? x + 2 : x - 2}" y="13"${far ? ' text-anchor="end"' : ''}>${dayInWords(scale.day)}</text>`
}

/** What the picture shows, in words. */
const about = ({ lanes, marks, threads, scale }: Drawing): string => {
  const count = (...ends: readonly End[]) => threads.filter(({ thread }) => ends.includes(thread.end)).length
  const stretch = `${dayInWords(scale.from)} to ${dayInWords(scale.to)}`
  return `${stretch}: ${lanes.length} lanes and ${marks.length} marks. ${count('hangs')} threads hang, ${count('due')} fall due, ${count('kept', 'kept-late')} were kept. The table says the same.`
}

const names = ({ lanes, height }: Drawing): string => {
  const texts = lanes.map(
    ({ service, line }) => `<text x="${namesWidth - 10}" y="${line + 4}">${escaped(laneName(service))}</text>`,
  )
  return `<svg class="names" aria-hidden="true" focusable="false" width="${namesWidth}" height="${height}" viewBox="0 0 ${namesWidth} ${height}">${texts.join('')}</svg>`
}

const days = (drawing: Drawing, writing: Writing): string => {
  const { height, lanes, marks, threads } = drawing
  // What somebody agreed is drawn over what a rule works out.
  const ordered = [...threads].sort((one, other) => Number(one.thread.promised) - Number(other.thread.promised))
  const ground = `${ticks(drawing)}${dayLine(drawing)}${lanes.map(laneLine).join('')}`
  const drawn = `${ordered.map(one => threadLink(one, writing)).join('')}${marks.map(one => markLink(one, writing)).join('')}`
  return `<svg class="days" role="group" aria-labelledby="threads-title threads-about" width="${dayWidth}" height="${height}" viewBox="0 0 ${dayWidth} ${height}"><title id="threads-title">What was promised, and what became of it</title><desc id="threads-about">${escaped(about(drawing))}</desc>${ground}${drawn}${lanes.map(one => more(one, writing)).join('')}</svg>`
}

/** The picture as markup: the names of the lanes, which stay in sight, and the days, which scroll sideways. */
export const pictureMarkup = (drawing: Drawing, writing: Writing): string =>
  `<div class="holdfast-scroll holdfast-threads" role="region" aria-label="The picture, which scrolls sideways" tabindex="0">${names(drawing)}${days(drawing, writing)}</div>`
