import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import { agencyInWords } from '../people/service.ts'
import { type Entry, kinds } from '../record/entry.ts'
import type { Naming } from '../record/wording.ts'
import { headingOf } from '../record/words.ts'
import type { SetApart } from '../store/apart.ts'
import type { Knows } from '../store/who-knows.ts'
import { shortName } from './address.ts'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { notificationBanner } from './kit/notification-banner.ts'
import { textarea } from './kit/textarea.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { type SoughtTyped, soughtFields } from './sought-child.ts'
import { whoKnowsList } from './who-knows.ts'

/** Where entries that were set apart are looked after. */
export const apartAddress = '/governance/apart'

/** The address of one entry that is set apart. */
export const addressOfApart = ({ record, entry }: SetApart): string =>
  `${apartAddress}/${record}/${shortName(record, entry)}`

const doneWords = {
  undone: 'It stands in its record again',
  written: 'It is written where it belongs',
  left: 'Nothing was written: no record holds this child surely, or more than one does, or it cannot be parted from its own',
} as const

/** What was just done with an entry that is set apart. */
export type ApartDone = keyof typeof doneWords

/** What was just done, as the address of the page says it, or nothing. */
export const readApartDone = (text: string | undefined): ApartDone | undefined =>
  text !== undefined && Object.hasOwn(doneWords, text) ? (text as ApartDone) : undefined

const news = (done: ApartDone | undefined): Markup | '' =>
  done === undefined
    ? ''
    : notificationBanner({ ...(done === 'left' ? {} : { type: 'success', titleText: 'Done' }), text: doneWords[done] })

const where = ({ otherRecord, atDesk }: SetApart): string => {
  if (otherRecord !== undefined) return `Written where it belongs: record ${otherRecord}`
  return atDesk ? 'Lies before the desk, which finds where it belongs' : 'Not yet written where it belongs'
}

const what = ({ kind, by }: SetApart): string =>
  kind === undefined || by === undefined
    ? 'An entry that this record read from another'
    : `${kinds[kind].says}, ${agencyInWords(by)}`

const row = (one: SetApart): Markup => html`<li class="holdfast-entry">
  <p class="holdfast-entry__when">${one.day === undefined ? 'Day not known' : dayInWords(one.day)}</p>
  <div>
    <h2 class="holdfast-entry__what"><a class="govuk-link" href="${addressOfApart(one)}">${what(one)}</a></h2>
    <blockquote class="holdfast-own-words">${one.reason}</blockquote>
    <p class="holdfast-quiet">Record ${one.record}${one.author !== undefined && `; set apart by ${one.author}`}</p>
    <p>${where(one)}</p>
  </div>
</li>`

/** The entries that are set apart, the latest first: which record, when, why, and where each went. */
export function apartPage(asked: {
  readonly around: Around
  readonly apart: readonly SetApart[]
  readonly done: ApartDone | undefined
}): Markup {
  const { around, apart, done } = asked
  const title = 'Entries set apart'
  const list =
    apart.length === 0
      ? html`<p>None. An entry stands here from the moment somebody says that it does not belong to a family.</p>`
      : html`<ol class="holdfast-entries">${apart.map(row)}</ol>`
  const body = html`${news(done)}
<h1>${title}</h1>
${list}`
  return layout({ ...around, title, body, wide: true, here: '/governance' })
}

/** What the page of one entry that is set apart shows. */
export type OneApartAsked = Options<{
  around: Around
  csrf: string
  one: SetApart
  /** The entry itself, where it can be read. */
  entry?: Entry
  name: Naming
  knows: readonly Knows[]
  typed: SoughtTyped & { readonly record: string; readonly reason: string }
  problems?: readonly Problem[]
  done?: ApartDone
}>

const said = ({ entry, name }: OneApartAsked): Markup =>
  entry === undefined
    ? html`<p>What it says is destroyed, or stands in another record.</p>`
    : html`<p><strong>${headingOf(entry, name)}</strong>, ${dayInWords(entry.day)}</p>
${entry.text !== undefined && html`<blockquote class="holdfast-own-words">${entry.text}</blockquote>`}
<p class="holdfast-quiet">Written by ${entry.author !== undefined && `${entry.author}, `}${agencyInWords(entry.by)} on ${dayInWords(entry.written)}</p>`

const moveForm = ({ one, csrf, typed, problems = [] }: OneApartAsked): Markup =>
  one.otherRecord !== undefined
    ? html`<p>${where(one)}. If that is wrong too, set it apart there.</p>`
    : html`<p>${where(one)}.</p>
<form method="post" action="${addressOfApart(one)}" novalidate>${csrfField(csrf)}${hidden('do', 'move')}
${soughtFields(typed, problems)}
${input({
  label: { text: 'Record, if the child has several' },
  name: 'record',
  value: typed.record,
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  spellcheck: false,
})}
${button({ text: 'Write it there', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`

const undoForm = ({
  one,
  csrf,
  typed,
  problems = [],
}: OneApartAsked): Markup => html`<form method="post" action="${addressOfApart(one)}" novalidate>${csrfField(csrf)}${hidden('do', 'undo')}
${textarea({
  label: { text: 'Why does it belong to this record after all?' },
  name: 'reason',
  value: typed.reason,
  rows: 2,
  errorMessage: problemAt(problems, 'reason'),
})}
${button({ text: 'Put it back', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`

/** One entry that is set apart: what it says, who had read it, where it goes, and how it is put back. */
export function oneApartPage(asked: OneApartAsked): Markup {
  const { around, one, knows, problems = [], done } = asked
  const title = 'An entry set apart'
  const body = html`${problemSummary(problems, 'Nothing was changed yet')}${news(done)}
<h1>${title}</h1>
<p>Record ${one.record}${one.day !== undefined && `, since ${dayInWords(one.day)}`}${one.author !== undefined && `, by ${one.author}`}.</p>
<blockquote class="holdfast-own-words">${one.reason}</blockquote>
<h2>What it says</h2>
${said(asked)}
<h2>Who may have read it, and who was told</h2>
${whoKnowsList(knows)}
<h2>Where it belongs</h2>
${moveForm(asked)}
<h2>Put it back</h2>
${undoForm(asked)}
<p><a class="govuk-link" href="${apartAddress}">Entries set apart</a></p>`
  return layout({ ...around, title: titleWith(problems, title), body, here: '/governance' })
}
