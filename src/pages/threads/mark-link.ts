import { isoDay } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import { headingOf } from '../../record/words.ts'
import { escaped } from '../escape.ts'
import type { PlacedMark } from './drawing.ts'
import { countGlyph, glyph, proofGlyph } from './glyphs.ts'
import { laneName } from './lanes.ts'
import type { Writing } from './writing.ts'

const inWords = (mark: PlacedMark, { name }: Writing): string =>
  mark.time === undefined
    ? `${dayInWords(mark.entries[0].day)}, ${laneName(mark.lane)}: ${headingOf(mark.entries[0], name)}`
    : `${mark.entries.length} entries ${mark.time.text}, ${laneName(mark.lane)}`

/** A mark leads to its entry; a count leads to the picture of its days. */
const hrefOf = (mark: PlacedMark, { addresses }: Writing): string =>
  mark.time === undefined
    ? addresses.entry(mark.entries[0])
    : addresses.page('threads', { from: isoDay(mark.time.from), to: isoDay(mark.time.to) })

/** A proof is a filled dot, with the form of its entry in white. */
const formOf = (mark: PlacedMark): string => {
  if (mark.shape === 'count') return countGlyph(mark.entries.length)
  if (!mark.kept) return glyph(mark.shape)
  return mark.shape === 'dot' ? proofGlyph : `${proofGlyph}<g class="on-proof">${glyph(mark.shape)}</g>`
}

/** A mark as a link in the picture. */
export const markLink = (mark: PlacedMark, writing: Writing): string =>
  `<a href="${escaped(hrefOf(mark, writing))}" class="mark ${mark.shape}" transform="translate(${mark.x} ${mark.y})"><title>${escaped(inWords(mark, writing))}</title><circle class="reach" r="8"/>${formOf(mark)}</a>`
