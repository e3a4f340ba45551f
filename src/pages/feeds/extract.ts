import { html } from 'hono/html'
import { countOf } from '../../calendar/words.ts'
import type { ExtractTaken } from '../../intake/sheets/extract/take-extract.ts'
import type { ExtractCounts, ExtractTake, GoneRow } from '../../store/extracts.ts'
import type { Feed } from '../../store/feeds.ts'
import { backLink } from '../kit/back-link.ts'
import { button } from '../kit/button.ts'
import { errorSummary } from '../kit/error-summary.ts'
import { fileUpload } from '../kit/file-upload.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import { insetText } from '../kit/inset-text.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { notificationBanner } from '../kit/notification-banner.ts'
import { table } from '../kit/table.ts'
import { momentInWords } from '../moment.ts'
import { scrolled } from '../scrolled.ts'
import { feedAddress, feedsAddress } from './words.ts'

/** Where the council's extract is sent. */
export const extractAddress = ({ id }: Feed, below = ''): string => feedAddress(id, `/extract${below}`)

/** A row that is gone, with the entry that it became where the visitor may read it. */
export interface GoneSeen {
  readonly row: GoneRow
  readonly whose: string | undefined
  readonly entries: readonly { readonly words: string; readonly href: string }[]
}

/** What the page shows. */
export type ExtractAsked = Options<{
  around: Around
  csrf: string
  feed: Feed
  takes: readonly ExtractTake[]
  gone: readonly GoneSeen[]
  /** Rows that are gone of records that the visitor may not read. */
  others: number
  taken?: ExtractTaken
  problem?: string
}>

const mostShown = 50

const inWords = ({ written, mended, typed, same, gone, unread, others, asked }: ExtractCounts): string =>
  [
    `${countOf(written, 'entry', 'entries')} written`,
    `${mended} mended`,
    `${typed} typed here before`,
    `${same} as before`,
    ...(gone > 0 ? [`${gone} no longer there`] : []),
    ...(unread > 0 ? [`${unread} could not be read`] : []),
    ...(asked > 0 ? [`${countOf(asked, 'child', 'children')} to be matched by somebody`] : []),
    `${countOf(others, 'child', 'children')} on no open record: nothing kept`,
  ].join('; ')

const done = ({
  counts,
  faults,
  unsaid,
}: ExtractTaken): Markup => html`${notificationBanner({ type: 'success', text: `Taken: ${inWords(counts)}.` })}
${
  unsaid.size > 0 &&
  insetText({
    html: html`<p>Recorded in the council’s system alone, and not said here:</p>
<ul class="govuk-list govuk-list--bullet">${[...unsaid].map(([what, rows]) => html`<li>${what} (${countOf(rows, 'row')})</li>`)}</ul>`,
  })
}
${
  faults.length > 0 &&
  html`<h2>What could not be read</h2>
<ul class="govuk-list govuk-list--bullet">${faults
    .slice(0, mostShown)
    .map(
      ({ file, line, field, what }) =>
        html`<li>${file}, line ${line}${field !== undefined && `, ${field}`}: ${what}</li>`,
    )}</ul>
${faults.length > mostShown && html`<p>And ${faults.length - mostShown} more.</p>`}`
}`

const goneRow =
  (csrf: string, feed: Feed) =>
  ({ row, whose, entries }: GoneSeen): Markup =>
    html`<li>
<p>${whose}: ${row.source.split(/[/#]/u)[0]?.replace('ssd_', '').replaceAll('_', ' ')}</p>
<ul class="govuk-list">${entries.map(({ words, href }) => html`<li><a class="govuk-link" href="${href}">${words}</a></li>`)}</ul>
<form method="post" action="${extractAddress(feed, '/gone')}">${csrfField(csrf)}${hidden('source', row.source)}
${button({ html: html`I have looked at it<span class="govuk-visually-hidden">: ${whose}, ${row.source}</span>`, classes: 'govuk-button--secondary' })}</form></li>`

const goneRows = ({ csrf, feed, gone, others }: ExtractAsked): Markup | '' => {
  if (gone.length + others === 0) return ''
  const list = gone.slice(0, mostShown).map(goneRow(csrf, feed))
  return html`<h2>No longer in the extract</h2>
<p>These rows stood in an earlier extract. Their entries are still here: what was written is never taken away by a file. Set an entry apart where it was wrong.</p>
${gone.length > 0 && html`<ul class="govuk-list govuk-list--spaced">${list}</ul>`}
${others > 0 && html`<p>${countOf(others, 'row')} of records that are not yours to read: whoever works with those families sees them.</p>`}`
}

const heads = ['When', 'What came of it'].map(text => ({ text }))

const takings = (takes: readonly ExtractTake[]): Markup =>
  takes.length === 0
    ? html`<p>No extract has been taken yet.</p>`
    : scrolled(
        'Extracts taken',
        table({
          ...{ caption: 'Extracts taken', captionClasses: 'govuk-table__caption--m', head: heads },
          rows: takes.map(({ at, counts }) => [{ text: momentInWords(at) }, { text: inWords(counts) }]),
        }),
      )

/** Where the council's extract is sent by hand, with what came of each and which rows are gone. */
export function extractPage(asked: ExtractAsked): Markup {
  const { around, csrf, feed, takes, taken, problem } = asked
  const title = 'Send an extract'
  const body = html`${backLink({ text: feed.name, href: feedAddress(feed.id) })}
${problem !== undefined && errorSummary({ titleText: 'Nothing was taken', errorList: [{ text: problem, href: '#files' }] })}
${taken && done(taken)}
<h1>${title}</h1>
<p>The night’s files in the vocabulary of the Standard Safeguarding Dataset. What is about children on open records becomes entries of social care, each row once; nothing is kept of anybody else.</p>
<form method="post" action="${extractAddress(feed)}" enctype="multipart/form-data" novalidate>${csrfField(csrf)}
${fileUpload({
  label: { text: 'Files' },
  hint: {
    text: 'CSV, each named for its table: ssd_person.csv, ssd_cin_episodes.csv and so on; together up to 10 MB. Larger ones come by the command holdfast extract.',
  },
  name: 'files',
  id: 'files',
  multiple: true,
  attributes: { accept: '.csv,text/csv' },
  errorMessage: problem === undefined ? undefined : { text: problem },
})}
${button({ text: 'Take this extract', preventDoubleClick: true })}
</form>
${goneRows(asked)}
${takings(takes)}`
  return layout({
    ...around,
    title: problem === undefined ? title : `Error: ${title}`,
    body,
    wide: true,
    here: feedsAddress,
  })
}
