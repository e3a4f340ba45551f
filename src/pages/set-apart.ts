import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import type { Entry } from '../record/entry.ts'
import { headingOf } from '../record/words.ts'
import type { FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { button } from './kit/button.ts'
import { fieldset } from './kit/fieldset.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { textarea } from './kit/textarea.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { readSought, type SoughtRead, type SoughtTyped, soughtFields, soughtTyped } from './sought-child.ts'

/** What was typed to set an entry apart. */
export interface ApartTyped extends SoughtTyped {
  readonly reason: string
}

/** Why an entry is set apart, and whose it is, where somebody knows. */
export interface ApartRead {
  readonly reason: string
  readonly child: SoughtRead | undefined
}

const mostWords = 2000

/** What was typed in the form, as it was typed. */
export const apartTyped = (form: Form): ApartTyped => ({
  ...soughtTyped(form),
  reason: (form('reason') ?? '').trim().slice(0, mostWords),
})

const readChild = (typed: ApartTyped): ReturnType<typeof readSought> | undefined =>
  typed.nhs + typed.name + typed.born === '' ? undefined : readSought(typed)

/** Reads the form: a reason, and the right child if one is named; or all that is to be mended. */
export const readApart = (typed: ApartTyped): ApartRead | { readonly problems: readonly Problem[] } => {
  const child = readChild(typed)
  const problems: readonly Problem[] = [
    ...(typed.reason === '' ? [{ field: 'reason', what: 'Write why it does not belong to this family' }] : []),
    ...(child !== undefined && 'problems' in child ? child.problems : []),
  ]
  if (problems.length > 0) return { problems }
  return { reason: typed.reason, child: child !== undefined && 'sought' in child ? child.sought : undefined }
}

/** What the page shows. */
export type ApartAsked = Options<{
  look: FamilyOnDay
  entry: Entry
  action: string
  csrf: string
  key: string
  typed: ApartTyped
  problems?: readonly Problem[]
}>

/** Setting an entry apart that does not belong to this family: why, and whose it is. */
export function setApartPage({ look, entry, action, csrf, key, typed, problems = [] }: ApartAsked): FamilyContent {
  const title = 'It does not belong to this family'
  const body = html`${problemSummary(problems, 'Nothing was changed yet')}
<h2 class="holdfast-section">${title}</h2>
<p>${headingOf(entry, look.name)}, ${dayInWords(entry.day)}.</p>
<p>It leaves every page of this family at once, and all that followed from it is worked out anew. Nothing is destroyed: the information-governance lead sees it, and can put it back.</p>
<form method="post" action="${action}" novalidate>
${csrfField(csrf)}${hidden('key', key)}
${textarea({
  label: { text: 'Why does it not belong here?' },
  hint: { text: 'Do not name the other family' },
  name: 'reason',
  value: typed.reason,
  rows: 3,
  errorMessage: problemAt(problems, 'reason'),
})}
${fieldset({
  legend: { text: 'Do you know where it belongs?', classes: 'govuk-fieldset__legend--m' },
  html: html`<p>If you know whose it is, name the child: by NHS number, or by name and day of birth. Leave it empty if you do not.</p>
${soughtFields(typed, problems)}`,
})}
${button({ text: 'Set it apart', preventDoubleClick: true })}
</form>`
  return { title: titleWith(problems, title), here: undefined, body, action }
}

// The same words whether or not a record is there: who does not belong to it learns nothing of it.
const whereTo = (named: boolean): string =>
  named
    ? 'It is written again where it belongs, in the name of whoever wrote it: at once where the child you named is surely known, else by the desk or the information-governance lead.'
    : 'Nobody has said yet where it belongs. The information-governance lead asks whoever wrote it.'

/** What happened to an entry that was set apart. It says nothing of the other family, and stays when this one is closed. */
export function isSetApartPage(asked: {
  readonly around: Around
  readonly family: string
  readonly named: boolean
}): Markup {
  const title = 'It is set apart'
  const body = html`<h1>${title}</h1>
<p>The entry is out of every page of this family, and what was owed because of it is owed no longer.</p>
<p>${whereTo(asked.named)}</p>
<p>The information-governance lead is told, and knows who had read it.</p>
<p><a class="govuk-link" href="/families/${asked.family}">Back to the family</a></p>`
  return layout({ ...asked.around, title, body, here: '/families' })
}
