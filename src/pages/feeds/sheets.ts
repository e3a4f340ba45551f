import { html } from 'hono/html'
import { countOf } from '../../calendar/words.ts'
import type { Fault } from '../../intake/sheets/fault.ts'
import type { Feed } from '../../store/feeds.ts'
import type { SheetColumns, SheetTaken } from '../../store/sheets.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { details } from '../kit/details.ts'
import { errorSummary } from '../kit/error-summary.ts'
import { fileUpload } from '../kit/file-upload.ts'
import { csrfField } from '../kit/hidden.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { notificationBanner } from '../kit/notification-banner.ts'
import { momentInWords } from '../moment.ts'
import { titleWith } from '../problem.ts'
import { faultInWords } from '../your-file.ts'
import { feedAddress, feedsAddress } from './words.ts'

/** Where sheets of a feed are sent, and where one that was sent is looked at. */
export const sheetsAddress = ({ id }: Feed, upload = '', below = ''): string =>
  feedAddress(id, `/sheets${upload === '' ? '' : `/${upload}`}${below}`)

/** What the page shows where a sheet is sent. */
export type SheetsAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  faults: readonly Fault[]
  history: readonly SheetColumns[]
  taken?: SheetTaken
}>

const mostShown = 50

const wrong = (faults: readonly Fault[]): Markup | '' =>
  faults.length === 0
    ? ''
    : errorSummary({
        titleText: 'This file cannot be read',
        descriptionText: 'Nothing of it was taken.',
        errorList: faults.slice(0, mostShown).map(fault => ({ text: faultInWords(fault), href: '#file' })),
      })

const done = ({ fresh, unchanged, refused }: SheetTaken): Markup =>
  notificationBanner({
    type: 'success',
    html: html`<p class="govuk-notification-banner__heading">${countOf(fresh, 'row')} taken. ${unchanged} said what they had said before; ${refused} refused.</p>
<p>Each is read now like a message. What is about a child on an open record stands there; what is not is destroyed after its hours.</p>`,
  })

const editions = (history: readonly SheetColumns[]): Markup | '' =>
  history.length === 0
    ? ''
    : details({
        summaryText: 'What was set for the columns, and when',
        html: html`<ul class="govuk-list">${history.map(
          ({ version, by, made }) => html`<li>Edition ${version}: ${by}, ${momentInWords(made)}</li>`,
        )}</ul>`,
      })

/** Where a sheet of appointments is sent: nothing is taken before somebody has seen what each row becomes. */
export function sheetsPage({ around, csrf, feed, faults, history, taken }: SheetsAsked): Markup {
  const title = 'Send a sheet'
  const body = html`${backLink({ text: feed.name, href: feedAddress(feed.id) })}
${wrong(faults)}${taken && done(taken)}
<h1>${title}</h1>
<p>You see what each row becomes before anything is taken. A sheet that was taken before changes nothing.</p>
<form method="post" action="${sheetsAddress(feed)}" enctype="multipart/form-data" novalidate>${csrfField(csrf)}
${fileUpload({
  label: { text: 'Sheet of appointments' },
  hint: { text: 'CSV or an Excel workbook (.xlsx), up to 10 MB. The first row names the columns.' },
  name: 'file',
  id: 'file',
  attributes: { accept: '.csv,.txt,.xlsx,text/csv' },
  errorMessage: faults.length === 0 ? undefined : { text: 'Mend what is said above, then choose the file again' },
})}
${button({ text: 'Look at this sheet' })}
</form>
${editions(history)}`
  return layout({
    ...around,
    title: titleWith(
      faults.map(() => ({ field: 'file', what: '' })),
      title,
    ),
    body,
    here: feedsAddress,
  })
}
