import { html, raw } from 'hono/html'
import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import { pageOf, placeInWords, readPage } from './asked-day.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { pagesBelow } from './pages-below.ts'
import { type Drawing, drawingOf } from './threads/drawing.ts'
import { legendMarkup } from './threads/legend.ts'
import type { Stretch } from './threads/scale.ts'
import { askedStretch, lengths, stretchQuery } from './threads/stretch.ts'
import { pictureMarkup } from './threads/svg.ts'
import { rowsOf, tableMarkup } from './threads/table.ts'
import { threadsOver } from './threads/thread.ts'

const rowsOnPage = 100

const noPicture =
  '<p>Nothing of this stretch of days is on the record. Marks and threads stand here once entries are written.</p>'

const drawn = (look: FamilyOnDay, drawing: Drawing): string =>
  drawing.lanes.length === 0
    ? noPicture
    : `<figure class="holdfast-figure">${pictureMarkup(drawing, look)}${legendMarkup()}${keptBeside(drawing)}</figure>`

const keptBeside = ({ moreKept }: Drawing): string =>
  moreKept === 0 ? '' : `<p class="holdfast-quiet">${countOf(moreKept, 'more thread')} kept in time found no room.</p>`

/** The picture of a stretch of days with what its signs mean, as markup. */
export const familyPicture = (look: FamilyOnDay, stretch: Stretch): string =>
  drawn(look, drawingOf({ entries: look.stands.entries, threads: threadsOver(look, stretch), stretch }))

const back = (stretch: Stretch, days: number): Stretch => ({
  ...stretch,
  from: addDays(stretch.from, days),
  to: Math.min(addDays(stretch.to, days), stretch.day) as Day,
})

/** Ways to other stretches of days: five lengths up to the day, and one step earlier and later. */
const ways = ({ addresses, day, record }: FamilyOnDay, stretch: Stretch): Markup => {
  const length = daysBetween(stretch.from, stretch.to) + 1
  const link = (text: string, to: Stretch, here = false) =>
    html`<li><a class="govuk-link govuk-link--no-visited-state" href="${addresses.page('threads', stretchQuery(to))}"${here ? html` aria-current="true"` : ''}>${text}</a></li>`
  return html`<nav class="holdfast-no-print" aria-label="Which days the picture shows"><ul class="holdfast-ways">
  ${lengths.map(one => {
    const from = one.from(day)
    return link(one.text, { from, to: day, day }, from === stretch.from && stretch.to === day)
  })}
  ${link('All of the record', { from: record.first, to: day, day }, stretch.from === record.first && stretch.to === day)}
  ${stretch.from > record.first && link('Earlier', back(stretch, -length))}
  ${stretch.to < stretch.day && link('Later', back(stretch, length))}
</ul></nav>`
}

/** The threads: what was promised, by whom, and what became of it, as a picture and as a table. */
export function threadsPage({ look, query }: FamilyAsked): FamilyContent {
  const stretch = askedStretch(look, query('from'), query('to'))
  const threads = threadsOver(look, stretch)
  const drawing = drawingOf({ entries: look.stands.entries, threads, stretch })
  const rows = rowsOf(look.stands.entries, threads, drawing.scale)
  const pages = Math.ceil(rows.length / rowsOnPage)
  const page = readPage(query('page'), pages)
  const place = placeInWords(page, rowsOnPage, rows.length)
  const asked = stretchQuery(stretch)
  const body = html`<h2 class="holdfast-section" id="threads">What was promised, and what became of it</h2>
<p class="holdfast-quiet">From ${dayInWords(stretch.from)} to ${dayInWords(stretch.to)}. A thread runs from the entry that made a promise to the lane of whoever owes it. Only what somebody agreed has a full line.</p>
${ways(look, stretch)}
<p class="holdfast-no-print holdfast-to-table"><a class="govuk-link" href="#threads-table">Go to the table, which says the same</a></p>
<div class="holdfast-picture-and-table">
  <div>${raw(drawn(look, drawing))}</div>
  <div>${rows.length > 0 && raw(tableMarkup(pageOf(rows, page, rowsOnPage), look, `The same as a table: rows ${place}`))}
  ${pagesBelow(pages, page, number => look.addresses.page('threads', { ...asked, page: number }))}</div>
</div>`
  const keep = { ...(query('from') === undefined ? {} : { from: asked.from }) }
  return { title: 'Threads', here: 'threads', body, keep }
}
