import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import type { Post } from '../people/practitioner.ts'
import type { OpenedDay, Opening, OpeningWay, Part } from '../store/openings.ts'
import { placeInWords } from './asked-day.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { details } from './kit/details.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { table } from './kit/table.ts'
import { textarea } from './kit/textarea.ts'
import { clockAt, momentInWords } from './moment.ts'
import { pagesBelow } from './pages-below.ts'
import { postInBrief } from './post.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'

/** How many rows a page of the log has at most. */
export const openingsOnPage = 200

/** Where the openings of records that are not one's own are looked at. */
export const openingsAddress = '/governance/openings'

/** The words of the one press that ends the look at an opening. */
export const nothingToFollow = 'Seen, nothing to follow'

const ways: Readonly<Record<OpeningWay, string>> = {
  network: 'Works with the family, manages or covers',
  glass: 'Opened without belonging',
  emergency: 'Emergency view',
  governance: 'Information governance',
}

/** A part of the log, as a page of it shows it. */
export interface LogPage<T> extends Part<T> {
  readonly page: number
}

const pagesOf = ({ all }: LogPage<unknown>): number => Math.ceil(all / openingsOnPage)

const place = (log: LogPage<unknown>): Markup | '' =>
  log.all > openingsOnPage
    ? html`<p class="holdfast-quiet">Rows ${placeInWords(log.page, openingsOnPage, log.all)}</p>`
    : ''

const who = ({ name, posts }: { readonly name: string; readonly posts: readonly Post[] }): string =>
  [name, ...posts.map(postInBrief)].join(', ')

const between = ({ first, last }: OpenedDay): string =>
  clockAt(first) === clockAt(last) ? clockAt(first) : `${clockAt(first)} to ${clockAt(last)}`

const openedRow = (one: OpenedDay) => [
  { html: html`<time datetime="${isoDay(one.day)}">${dayInWords(one.day)}</time>` },
  { text: who(one) },
  {
    html: html`${ways[one.way]}${one.reason === undefined ? '' : html`<blockquote class="holdfast-own-words">${one.reason}</blockquote>`}`,
  },
  { text: capital(one.pages.join(', ')) },
  { text: `${countOf(one.times, 'time')}, ${between(one)}` },
]

/** Who has opened a record, by day and person, with the way through the pages. */
export function openedTable(log: LogPage<OpenedDay>, address: (page: number) => string): Markup {
  if (log.rows.length === 0)
    return html`<p>Nobody has opened this record yet. Whoever does stands here, with the day and the pages.</p>`
  return html`${place(log)}
<div class="holdfast-scroll" tabindex="0" role="region" aria-label="Who has opened this record">${table({
    head: ['Day', 'Who', 'By which way', 'Pages', 'How often'].map(text => ({ text })),
    rows: log.rows.map(openedRow),
  })}</div>
${pagesBelow(pagesOf(log), log.page, address)}`
}

/** Who has opened a record, for the information-governance lead, who does not read it. */
export function recordOpeningsPage(asked: {
  readonly around: Around
  readonly record: string
  readonly log: LogPage<OpenedDay>
}): Markup {
  const { around, record, log } = asked
  const title = `Who has opened record ${record}`
  const body = html`<h1>${title}</h1>
${openedTable(log, page => `${openingsAddress}/${record}?page=${page}`)}
<p><a class="govuk-link" href="${openingsAddress}">Openings without belonging</a></p>`
  return layout({ ...around, title, body, wide: true, here: '/governance' })
}

/** An opening whose review was sent without words. */
export const noFinding = (opening: number): Problem => ({
  field: `finding-${opening}`,
  what: 'Write what you found, and what follows from it',
})

const review = ({ opening }: Opening, csrf: string, problems: readonly Problem[]): Markup => {
  const id = `finding-${opening}`
  const errorMessage = problemAt(problems, id)
  const own = textarea({
    label: { text: 'What you found, and what follows' },
    name: 'finding',
    id,
    rows: 2,
    errorMessage,
  })
  return html`<form method="post" action="${openingsAddress}">${csrfField(csrf)}${hidden('opening', String(opening))}
${button({ text: nothingToFollow, name: 'do', value: 'nothing', classes: 'govuk-button--secondary' })}
${details({
  summaryText: 'Something follows',
  open: errorMessage !== undefined,
  html: html`${own}${button({ text: 'Write this down', name: 'do', value: 'words', classes: 'govuk-button--secondary' })}`,
})}</form>`
}

const reviewed = (one: Opening, csrf: string, problems: readonly Problem[]): Markup =>
  one.review === undefined
    ? review(one, csrf, problems)
    : html`<p><strong>${one.review.finding}</strong><br><span class="holdfast-quiet">${one.review.by}</span></p>`

const openingRow =
  (csrf: string, problems: readonly Problem[]) =>
  (one: Opening): Markup =>
    html`<li class="holdfast-entry" id="o-${one.opening}">
  <p class="holdfast-entry__when">${momentInWords(one.at)}</p>
  <div>
    <h2 class="holdfast-entry__what">${who(one)}</h2>
    <p>${ways[one.way]}, record <a class="govuk-link" href="${openingsAddress}/${one.record}">${one.record}</a></p>
    ${one.reason !== undefined && html`<blockquote class="holdfast-own-words">${one.reason}</blockquote>`}
    ${reviewed(one, csrf, problems)}
  </div>
</li>`

const list = (log: LogPage<Opening>, csrf: string, problems: readonly Problem[]): Markup =>
  log.rows.length === 0
    ? html`<p>None yet. An opening stands here as soon as somebody opens a record without belonging, or looks into the emergency view.</p>`
    : html`${place(log)}<ol class="holdfast-entries">${log.rows.map(openingRow(csrf, problems))}</ol>
${pagesBelow(pagesOf(log), log.page, page => `${openingsAddress}?page=${page}`)}`

/** Every opening without belonging and every look into the emergency view, newest first, each to be looked at once. */
export function unusualOpeningsPage(asked: {
  readonly around: Around
  readonly csrf: string
  readonly log: LogPage<Opening>
  readonly problems?: readonly Problem[]
}): Markup {
  const { around, csrf, log, problems = [] } = asked
  const title = 'Openings without belonging'
  const body = html`${problemSummary(problems, 'Nothing was written down yet')}
<h1>${title}</h1>
<p>Each is looked at the next day: was the reason good, and was what was read needed? Most were. Say so in one press.</p>
${list(log, csrf, problems)}`
  return layout({ ...around, title: titleWith(problems, title), body, wide: true, here: '/governance' })
}
