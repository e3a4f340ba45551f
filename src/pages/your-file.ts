import { html } from 'hono/html'
import { countOf } from '../calendar/words.ts'
import type { Fault } from '../intake/sheets/chronology-file.ts'
import { placeInWords } from '../intake/sheets/fault.ts'
import { button } from './kit/button.ts'
import { errorSummary } from './kit/error-summary.ts'
import { fileUpload } from './kit/file-upload.ts'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'

/** The largest file that the page takes, in bytes. */
export const largestFile = 10 * 1024 * 1024

const mostShown = 100

/** One thing wrong with a file as a sentence: where, which field, and what to do. */
export const faultInWords = (fault: Fault): string => {
  const place = placeInWords(fault)
  const field = fault.field === undefined ? '' : `, ${fault.field}`
  return `${place.slice(0, 1).toUpperCase()}${place.slice(1)}${field} ${fault.what}`
}

const rest = (count: number): string =>
  count > mostShown ? ` The first ${mostShown} stand here; mend them, and send the file again to see the others.` : ''

const wrong = (faults: readonly Fault[]): Markup =>
  errorSummary({
    titleText: 'This file cannot be shown yet',
    descriptionText: `Nothing of it was taken. ${countOf(faults.length, 'thing')} to mend.${rest(faults.length)}`,
    errorList: faults.slice(0, mostShown).map(fault => ({ text: faultInWords(fault), href: '#file' })),
  })

const form = (
  faults: readonly Fault[],
): Markup => html`<form method="post" action="/your-file" enctype="multipart/form-data" novalidate>
${fileUpload({
  label: { text: 'Chronology file' },
  name: 'file',
  id: 'file',
  hint: {
    text: 'CSV, an Excel workbook (.xlsx) or JSON Lines, up to 10 MB. One entry a line, as docs/entries.md describes.',
  },
  attributes: { accept: '.csv,.xlsx,.jsonl,.ndjson,.json,text/csv,application/json' },
  errorMessage: faults.length === 0 ? undefined : { text: 'Mend what is said above, then choose the file again' },
})}
${button({ text: 'Show this file' })}
</form>`

/** The page where a chronology of one's own is added, with all that is wrong with the one that was sent. */
export function yourFilePage(faults: readonly Fault[] = []): Markup {
  const body = html`${faults.length > 0 && wrong(faults)}
<h1>Look at a chronology of your own</h1>
<p>The file is read on this computer and kept in memory until Holdfast is stopped. It is sent nowhere and written nowhere.</p>
${form(faults)}
<p><a class="govuk-link" href="/">All families</a></p>`
  const title = `${faults.length > 0 ? 'Error: ' : ''}Look at a chronology of your own`
  return layout({ title, body })
}
