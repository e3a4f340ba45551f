import { html } from 'hono/html'
import { findDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { readEntry } from '../record/read-entry.ts'
import { headingOf } from '../record/words.ts'
import type { DeskItem } from '../store/desk.ts'
import type { Candidate } from '../store/finding.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { momentInWords } from './moment.ts'

/** Something that lies before the desk, with the children it may be about. */
export interface Lying {
  readonly item: DeskItem
  readonly candidates: readonly Candidate[]
}

const titled = (name: string): string => name.replaceAll(/(^|\s)\p{Ll}/gu, letter => letter.toUpperCase())

const childTyped = ({ child }: DeskItem): string => {
  const born = child.born === undefined ? undefined : findDay(child.born)
  return [
    child.name ?? 'Name not given',
    ...(born === undefined ? [] : [`born ${dayInWords(born)}`]),
    ...(child.nhs === undefined ? [] : [`NHS ${child.nhs}`]),
    ...(child.address === undefined ? [] : [`lives at ${child.address}`]),
  ].join(', ')
}

const compared = ({ child }: DeskItem, one: Candidate): string => {
  const born = one.born === undefined ? 'no day of birth' : `born ${dayInWords(one.born)}`
  if (child.nhs === undefined || one.nhs === undefined) return `${born}; NHS number not known on both sides`
  return `${born}; ${child.nhs === one.nhs ? 'the same' : 'another'} NHS number`
}

const said = ({ lines }: DeskItem): Markup =>
  html`<ul class="govuk-list">${lines.map(line => {
    const read = readEntry({ ...line })
    const heading = 'entry' in read ? headingOf(read.entry, () => 'the child') : 'Something was written'
    const text = [line['reason'], line['text']].find(one => typeof one === 'string')
    return html`<li>${capital(heading)}${text && html`<blockquote class="holdfast-own-words">${text}</blockquote>`}</li>`
  })}</ul>`

const place = (csrf: string, { item }: DeskItem, record: string, person: string, words: string): Markup =>
  html`<form method="post" action="/desk">${csrfField(csrf)}${hidden('item', item)}${hidden('record', record)}${hidden('person', person)}
${button({ text: words, classes: 'govuk-button--secondary' })}</form>`

const row =
  (csrf: string) =>
  ({ item, candidates }: Lying): Markup =>
    html`<li class="holdfast-entry">
  <p class="holdfast-entry__when">${momentInWords(item.at)}</p>
  <div>
    <h2 class="holdfast-entry__what">${childTyped(item)}</h2>
    ${said(item)}
    <p class="holdfast-quiet">Written by ${item.writerName}</p>
    <h3>Where it may belong</h3>
    <ul class="govuk-list">${candidates.map(
      one => html`<li><p><strong>${titled(one.name ?? 'No name')}</strong>, ${compared(item, one)}</p>
${place(csrf, item, one.record, one.person, 'It is about this child')}</li>`,
    )}
    <li><p>None of these</p>${place(csrf, item, '', '', 'Begin a record for this child')}</li></ul>
  </div>
</li>`

/** What lies before the desk: written by somebody who reads no record, about a child who is possibly known. */
export function deskPage(asked: {
  readonly around: Around
  readonly csrf: string
  readonly lying: readonly Lying[]
}): Markup {
  const { around, csrf, lying } = asked
  const list =
    lying.length === 0
      ? html`<p>Nothing lies here. A referral stands here when the child in it may already be known, until you say where it belongs.</p>`
      : html`<ol class="holdfast-entries">${lying.map(row(csrf))}</ol>`
  const body = html`<h1>Desk</h1>
<p>Say where each belongs. Its clocks count from the moment at which it was written.</p>
${list}`
  return layout({ ...around, title: 'Desk', body, wide: true, here: '/desk' })
}
