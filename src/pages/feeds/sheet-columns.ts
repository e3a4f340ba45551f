import { html } from 'hono/html'
import type { ColumnMap } from '../../intake/sheets/appointments/mapping.ts'
import { type DateOrder, dateOrders } from '../../intake/sheets/appointments/sheet-day.ts'
import { headingKey, isUse, type Use, uses } from '../../intake/sheets/appointments/uses.ts'
import type { Feed } from '../../store/feeds.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { csrfField } from '../kit/hidden.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { select } from '../kit/select.ts'
import { type Form, type Problem, problemSummary, titleWith } from '../problem.ts'
import { sheetsAddress } from './sheets.ts'
import { feedsAddress } from './words.ts'

/** A column of the sheet: its heading, and the first cells below it. */
export interface ColumnSeen {
  readonly heading: string
  readonly examples: readonly string[]
}

/** What the page shows on which somebody says which heading is what. */
export type ColumnsAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  upload: string
  columns: readonly ColumnSeen[]
  map: ColumnMap
  problems: readonly Problem[]
}>

/** The field of the column with this place, from 0. */
export const columnField = (at: number): string => `column-${at}`

const isOrder = (text: string): text is DateOrder => Object.hasOwn(dateOrders, text)

/** The map as somebody chose it for these headings. */
export const readColumns = (form: Form, headings: readonly string[]): ColumnMap => {
  const columns: Record<string, Use> = {}
  for (const [at, heading] of headings.entries()) {
    const use = form(columnField(at)) ?? ''
    const key = headingKey(heading)
    if (key !== '' && isUse(use)) columns[key] = use
  }
  const dates = form('dates') ?? ''
  return { columns, dates: isOrder(dates) ? dates : 'day-first' }
}

const column = ({ map }: ColumnsAsked, { heading, examples }: ColumnSeen, at: number): Markup | '' => {
  if (headingKey(heading) === '') return ''
  const field = columnField(at)
  return select({
    label: { text: heading },
    ...(examples.length === 0
      ? {}
      : { hint: { text: `Such as ${examples.map(one => one.slice(0, 40)).join(' · ')}` } }),
    id: field,
    name: field,
    value: map.columns[headingKey(heading)] ?? '',
    items: [
      { value: '', text: 'Passed over: not kept' },
      ...Object.entries(uses).map(([value, text]) => ({ value, text })),
    ],
  })
}

/** The page on which somebody says which heading of a sheet is what; it is kept for the next sheet of this feed. */
export function sheetColumnsPage(asked: ColumnsAsked): Markup {
  const { around, csrf, feed, upload, columns, map, problems } = asked
  const title = 'Which heading is what?'
  const body = html`${backLink({ text: 'Send another sheet', href: sheetsAddress(feed) })}
${problemSummary(problems, 'The rows cannot be read yet')}
<h1>${title}</h1>
<p>It is kept for the next sheet of ${feed.name}. Nothing of a column that is passed over is kept.</p>
<form method="post" action="${sheetsAddress(feed, upload, '/columns')}" novalidate>${csrfField(csrf)}
${columns.map((one, at) => column(asked, one, at))}
${radios({
  name: 'dates',
  idPrefix: 'dates',
  value: map.dates,
  fieldset: { legend: { text: 'How does this sheet write dates?' } },
  items: Object.entries(dateOrders).map(([value, text]) => ({ value, text })),
})}
${button({ text: 'Show what each row becomes' })}
</form>`
  return layout({ ...around, title: titleWith(problems, title), body, here: feedsAddress })
}
