import { html } from 'hono/html'
import { countOf, dayInWords } from '../../calendar/words.ts'
import type { Said } from '../../intake/feeds/said.ts'
import type { Fault } from '../../intake/sheets/fault.ts'
import { formatNhsNumber } from '../../people/nhs-number.ts'
import type { Feed } from '../../store/feeds.ts'
import type { SheetTaken } from '../../store/sheets.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { csrfField } from '../kit/hidden.ts'
import { insetText } from '../kit/inset-text.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { table } from '../kit/table.ts'
import { clockAt } from '../moment.ts'
import { scrolled } from '../scrolled.ts'
import { faultInWords } from '../your-file.ts'
import { sheetsAddress } from './sheets.ts'
import { feedAddress, feedsAddress } from './words.ts'

/** A row before it is taken: what it says, whether that is new, and what becomes of it. */
export interface RowSeen {
  readonly line: number
  readonly said: Said
  readonly fresh: boolean
  /** Whose it is: the name of the child where the visitor may open the record. */
  readonly whose: string | undefined
  /** What it becomes there, in words; where the visitor may not open the record, nothing is said of it. */
  readonly becomes: readonly string[] | undefined
  /** What the sender's codes of it mean here. */
  readonly means: string
}

/** What the page shows before a sheet is taken. */
export type PreviewAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  upload: string
  counts: SheetTaken
  rows: readonly RowSeen[]
  refused: readonly Fault[]
  /** Sheets of the workbook that are not read. */
  passedOver: readonly string[]
  /** Codes of the sheet that the table of this feed does not explain, with how many rows have each. */
  unexplained: readonly (readonly [code: string, rows: number])[]
}>

const mostRows = 100

const who = ({ patient }: Said): Markup => {
  const { name, nhs, born, numbers = [] } = patient ?? {}
  const parts = [
    ...(nhs === undefined ? [] : [`NHS ${formatNhsNumber(nhs)}`]),
    ...(born === undefined ? [] : [`born ${dayInWords(born)}`]),
    ...numbers.map(({ number, authority }) => `${authority === 'NHS' ? 'no valid NHS number: ' : 'number '}${number}`),
  ]
  return html`${name ?? 'No name'}<br><span class="holdfast-quiet">${parts.join(', ')}</span>`
}

const what = ({ appointment }: Said): Markup => {
  const { start, clinic, site } = appointment ?? {}
  const when =
    start === undefined ? 'No day' : `${dayInWords(start.day)}${start.at === undefined ? '' : `, ${clockAt(start.at)}`}`
  const where = [clinic, site].filter(one => one !== undefined).join(', ')
  return html`${when}${where !== '' && html`<br><span class="holdfast-quiet">${where}</span>`}`
}

const becoming = ({ fresh, whose, becomes }: RowSeen, { hours }: Feed): Markup => {
  if (!fresh) return html`As before: nothing changes`
  if (whose === undefined)
    return html`Taken in where it is about a child on an open record; else destroyed after ${countOf(hours, 'hour')}`
  const lines = becomes ?? []
  return html`<strong>${whose}</strong><br>${lines.length === 0 ? 'Nothing new there' : lines.map(line => html`${line}<br>`)}`
}

const heads = ['Row', 'Who, as sent', 'When and where', 'What became of it', 'What it becomes here'].map(text => ({
  text,
}))

const rowsSeen = ({ rows, feed }: PreviewAsked): Markup | '' => {
  if (rows.length === 0) return ''
  const first = rows.slice(0, mostRows)
  const lines = first.map(row => [
    { text: String(row.line) },
    { html: who(row.said) },
    { html: what(row.said) },
    { text: row.means },
    { html: becoming(row, feed) },
  ])
  const rest = rows.length > mostRows ? html`<p>The first ${mostRows} of ${rows.length} rows stand here.</p>` : ''
  return html`${rest}${scrolled('Rows', table({ caption: 'What each row becomes', captionClasses: 'govuk-table__caption--m', head: heads, rows: lines }))}`
}

const refusedRows = ({ refused }: PreviewAsked): Markup | '' => {
  if (refused.length === 0) return ''
  const more = refused.length > mostRows ? html`<p>The first ${mostRows} of ${refused.length} stand here.</p>` : ''
  return html`<h2>Rows that are refused</h2>
<p>Mend them in the sheet and send it again; the others may be taken without them.</p>${more}
<ul class="govuk-list govuk-list--bullet">${refused.slice(0, mostRows).map(fault => html`<li>${faultInWords(fault)}</li>`)}</ul>`
}

const codes = ({ unexplained, feed }: PreviewAsked): Markup | '' => {
  if (unexplained.length === 0) return ''
  const list = unexplained.map(([code, rows]) => html`<li>${code}: ${countOf(rows, 'row')}</li>`)
  return insetText({
    html: html`<p>Nobody has said yet what these codes mean. Until somebody does, their outcome is not known: neither kept nor missed.</p>
<ul class="govuk-list govuk-list--bullet">${list}</ul>
<p><a class="govuk-link" href="${feedAddress(feed.id, '/mapping')}">Say what the codes mean</a></p>`,
  })
}

const take = ({ csrf, feed, upload, counts }: PreviewAsked): Markup =>
  counts.fresh === 0
    ? html`<p>There is nothing new in this sheet.</p>`
    : html`<form method="post" action="${sheetsAddress(feed, upload, '/take')}">${csrfField(csrf)}
${button({ text: `Take ${countOf(counts.fresh, 'row')}`, preventDoubleClick: true })}</form>`

/** What each row of a sheet would become; nothing is taken before somebody says so here. */
export function sheetPreviewPage(asked: PreviewAsked): Markup {
  const { around, feed, upload, counts } = asked
  const title = 'What each row becomes'
  const body = html`${backLink({ text: 'Send another sheet', href: sheetsAddress(feed) })}
<h1>${title}</h1>
<p>${countOf(counts.fresh, 'row')} new, ${counts.unchanged} as before, ${counts.refused} refused. Nothing is taken yet.
<a class="govuk-link" href="${sheetsAddress(feed, upload, '/columns')}">Change which heading is what</a></p>
${asked.passedOver.length > 0 && html`<p>Not read, since no heading in it is known: ${asked.passedOver.join(', ')}.</p>`}
${codes(asked)}
${take(asked)}
${refusedRows(asked)}
${rowsSeen(asked)}`
  return layout({ ...around, title, body, wide: true, here: feedsAddress })
}
