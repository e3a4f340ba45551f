import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { joinedNow, takeoversNow } from '../record/joining.ts'
import type { Picture } from '../record/standing.ts'
import { shortName } from './address.ts'
import { capital } from './capital.ts'
import { namingIn } from './family-on-day.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { notificationBanner } from './kit/notification-banner.ts'
import { select } from './kit/select.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { type SoughtTyped, soughtFields } from './sought-child.ts'

/** Where records are found that belong together. */
export const recordsAddress = '/governance/records'

/** What can be done with a record: each has a page that says first what it brings about. */
export type Act = 'join' | 'unjoin' | 'part' | 'same' | 'not-same'

const doneWords: Readonly<Record<Act, string>> = {
  join: 'This record reads the other one too',
  unjoin: 'This record no longer reads the other one',
  part: 'The child has a record of their own',
  same: 'The two are one person now',
  'not-same': 'They are two people again',
}

/** What was just done, as the address of the page says it, or nothing. */
export const readActDone = (text: string | undefined): Act | undefined =>
  text !== undefined && Object.hasOwn(doneWords, text) ? (text as Act) : undefined

/** The address of what is to be done with a record. */
export const actAddress = (record: string, act: Act, query: Readonly<Record<string, string>> = {}): string => {
  const asked = new URLSearchParams(query).toString()
  return `${recordsAddress}/${record}/${act}${asked === '' ? '' : `?${asked}`}`
}

/** What the page that finds a record shows. */
export type FindAsked = Options<{
  around: Around
  csrf: string
  typed: SoughtTyped & { readonly record: string }
  problems?: readonly Problem[]
  found?: { readonly sure: readonly string[]; readonly possible: readonly string[] }
}>

const recordLink = (record: string): Markup =>
  html`<a class="govuk-link" href="${recordsAddress}/${record}">${record}</a>`

const foundList = (words: string, records: readonly string[]): Markup | '' =>
  records.length === 0
    ? ''
    : html`<p>${words}</p><ul class="govuk-list">${records.map(record => html`<li>${recordLink(record)}</li>`)}</ul>`

const found = ({ found: those }: FindAsked): Markup | '' => {
  if (those === undefined) return ''
  if (those.sure.length + those.possible.length === 0) return html`<h2>Found</h2><p>No record holds this child.</p>`
  return html`<h2>Found</h2>
${foundList('Surely this child:', those.sure)}${foundList('Possibly this child:', those.possible)}`
}

/** Finding a record by its id, or by a child: it shows ids and no name, for choosing one is an opening. */
export function findRecordsPage(asked: FindAsked): Markup {
  const { around, csrf, typed, problems = [] } = asked
  const title = 'Records that belong together'
  const body = html`${problemSummary(problems, 'Nothing was looked for yet')}
<h1>${title}</h1>
<p>For two records of one child, a child who stands in a record under two names, and a child who needs a record of their own. Nothing is ever destroyed by it, and each step can be undone.</p>
<form method="post" action="${recordsAddress}" novalidate>${csrfField(csrf)}
${input({
  label: { text: 'Record' },
  hint: { text: 'Ten letters and figures, as they stand in the address of a family' },
  name: 'record',
  value: typed.record,
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: problemAt(problems, 'record'),
})}
<p>Or a child:</p>
${soughtFields(typed, problems)}
${button({ text: 'Find' })}
</form>
${found(asked)}
<p class="holdfast-quiet">To open a record from here is written down like any other opening.</p>`
  return layout({ ...around, title: titleWith(problems, title), body, here: '/governance' })
}

/** What the page of one record shows of it. */
export interface RecordShown {
  readonly record: string
  readonly stands: Picture
  /** The record's own entries, in any order. */
  readonly own: readonly Entry[]
  /** The records that read this one too. */
  readonly readBy: readonly string[]
}

/** A child or adult of a record as its page calls them: by name and day of birth, and by id. */
export const personInWords = (stands: Picture, person: PersonId): string => {
  const born = stands.people.get(person)?.born
  const parts = [capital(namingIn(stands)(person)), ...(born === undefined ? [] : [`born ${dayInWords(born)}`])]
  return `${parts.join(', ')} (${person})`
}

const children = ({ record, stands }: RecordShown): Markup =>
  html`<ul class="govuk-list">${stands.children.map(
    child =>
      html`<li>${personInWords(stands, child)}. <a class="govuk-link" href="${actAddress(record, 'part', { person: shortName(record, child) })}">Begin a record of their own<span class="govuk-visually-hidden"> for ${personInWords(stands, child)}</span></a></li>`,
  )}</ul>`

const takenOver = ({ record, stands, own }: RecordShown): Markup | '' => {
  const words = takeoversNow(own)
  if (words.length === 0) return html`<p>This record reads no other one.</p>`
  const rows = words.map(word => {
    const query = { with: word.otherRecord, person: shortName(word.otherRecord, word.person) }
    const until = word.upTo === undefined ? 'all, and what comes' : `up to ${dayInWords(word.day)}`
    return html`<li>${personInWords(stands, word.person)} in record ${recordLink(word.otherRecord)}, ${until}. <a class="govuk-link" href="${actAddress(record, 'unjoin', query)}">Undo<span class="govuk-visually-hidden">: record ${word.otherRecord}</span></a></li>`
  })
  return html`<p>This record also reads what others hold of:</p><ul class="govuk-list">${rows}</ul>`
}

const joined = ({ record, stands }: RecordShown): Markup | '' => {
  const words = joinedNow(stands)
  if (words.length === 0) return ''
  const rows = words.map(word => {
    const query = { person: shortName(record, word.person), as: shortName(record, word.as) }
    return html`<li>${word.person} is ${personInWords(stands, word.as)}. <a class="govuk-link" href="${actAddress(record, 'not-same', query)}">They are two people<span class="govuk-visually-hidden">: ${word.person}</span></a></li>`
  })
  return html`<ul class="govuk-list">${rows}</ul>`
}

interface Choosing {
  readonly name: string
  readonly label: string
  readonly problems: readonly Problem[]
}

const choosing = ({ record, stands }: RecordShown, { name, label, problems }: Choosing): Markup =>
  select({
    label: { text: label },
    name,
    errorMessage: problemAt(problems, name),
    items: [...stands.people.keys()].map(person => ({
      value: shortName(record, person),
      text: personInWords(stands, person),
    })),
  })

const sameForm = (shown: RecordShown, problems: readonly Problem[]): Markup =>
  shown.stands.people.size < 2
    ? html`<p>Only one person stands in this record.</p>`
    : html`<form method="get" action="${actAddress(shown.record, 'same')}">
${choosing(shown, { name: 'person', label: 'This person', problems })}
${choosing(shown, { name: 'as', label: 'is the same as', problems })}
${button({ text: 'See what that brings about', classes: 'govuk-button--secondary' })}
</form>`

const joinForm = (
  { record }: RecordShown,
  problems: readonly Problem[],
): Markup => html`<form method="get" action="${actAddress(record, 'join')}">
${input({
  label: { text: 'The other record' },
  name: 'with',
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: problemAt(problems, 'with'),
})}
${button({ text: 'Look at both', classes: 'govuk-button--secondary' })}
</form>`

/** One record: who is in it, which others it reads and which read it, and what can be done. */
export function oneRecordPage(asked: {
  readonly around: Around
  readonly shown: RecordShown
  readonly done: Act | undefined
  readonly problems?: readonly Problem[]
}): Markup {
  const { around, shown, done, problems = [] } = asked
  const { record, readBy } = shown
  const title = `Record ${record}`
  const body = html`${problemSummary(problems, 'Nothing was changed')}
${done && notificationBanner({ type: 'success', titleText: 'Done', text: doneWords[done] })}
<h1>${title}</h1>
<h2>Children</h2>
${children(shown)}
<h2>Other records</h2>
${takenOver(shown)}
${readBy.length > 0 && html`<p>Read by: ${readBy.map((one, at) => html`${at > 0 && ', '}${recordLink(one)}`)}</p>`}
<h3>Another record is about the same child</h3>
${joinForm(shown, problems)}
<h2>One person under two names</h2>
${joined(shown)}
${sameForm(shown, problems)}
<p><a class="govuk-link" href="/governance/openings/${record}">Who has opened this record</a></p>
<p><a class="govuk-link" href="${recordsAddress}">Another record</a></p>`
  return layout({ ...around, title: titleWith(problems, title), body, here: '/governance' })
}
