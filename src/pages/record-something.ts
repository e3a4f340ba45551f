import { html } from 'hono/html'
import { ownControls } from '../intake/forms/form-values.ts'
import { asksOf, groups, isListed, labelOf } from '../intake/forms/offered.ts'
import { askedFields, isFieldNeeded, postValue } from '../intake/forms/read-form.ts'
import { usualKinds } from '../intake/forms/usual-kinds.ts'
import type { Post } from '../people/practitioner.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords, serviceOfAgency } from '../people/service.ts'
import { checkableKinds } from '../record/caught.ts'
import type { Kind } from '../record/entry.ts'
import { childOfRecord } from '../record/wording.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { details } from './kit/details.ts'
import { errorSummary } from './kit/error-summary.ts'
import type { Markup } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { type Asking, askingOf, isFilledIn, type RecordForm } from './record/asking.ts'
import { draw } from './record/controls.ts'
import { sightAnchors, sightQuestion } from './record/sight-question.ts'

export type { RecordForm } from './record/asking.ts'

/** What a page of a family has to say; the family's frame goes around it. */
export interface RecordPage {
  readonly title: string
  readonly body: Markup
}

/** The fields that have a place of their own in every form. */
const placed: ReadonlySet<string> = new Set(['on', 'child', 'text', 'sight', 'hiddenFrom'])

interface Parts {
  readonly open: readonly Asking[]
  readonly more: readonly Asking[]
}

/** The fields of a kind: first those that it cannot do without, then those that are usual; the rest is one press away. */
const partsOf = (form: RecordForm): Parts => {
  const own = askedFields(form.kind).filter(field => !placed.has(field))
  const needed = own.filter(field => isFieldNeeded(form.kind, field))
  const usual = asksOf(form.kind).filter(field => !needed.includes(field))
  const open = [...needed, ...usual]
  const asked = (fields: readonly string[]) => fields.map(field => askingOf(form, field))
  return { open: asked(open), more: asked(own.filter(field => !open.includes(field))) }
}

const isOnlyChild = ({ stands }: RecordForm, values: readonly string[]): boolean =>
  stands.children.length < 2 && values.every(child => child === stands.subject[0])

/** Which child is asked where there are several, and where another is named than the one of the record. */
const childQuestion = (form: RecordForm): readonly Asking[] => {
  const asking = askingOf(form, 'child')
  if (isOnlyChild(form, asking.values)) return []
  const hint = asking.hint ?? `If you tick nobody, it is about ${form.name(childOfRecord)}.`
  return [{ ...asking, hint }]
}

const firstQuestions = (form: RecordForm): readonly Asking[] => [askingOf(form, 'on'), ...childQuestion(form)]

const postInWords = ({ role, agency }: Post): string => `${roleInWords(role)}, ${agencyInWords(agency)}`

const postQuestion = (form: RecordForm): Markup => {
  const { posts, name } = form.writer
  const [first, ...others] = posts
  if (others.length === 0)
    return html`<p>You write this as ${name}${first !== undefined && `, ${postInWords(first)}`}.</p>`
  const problem = form.problems?.find(({ field }) => field === ownControls.post)?.what
  return radios({
    name: ownControls.post,
    fieldset: { legend: { text: 'As which of your posts do you write this?', classes: 'govuk-fieldset__legend--s' } },
    errorMessage: problem === undefined ? undefined : { text: problem },
    items: posts.map(post => ({ value: postValue(post), text: capital(postInWords(post)) })),
    value: (form.sent ?? form.filled)?.get(ownControls.post)?.[0],
  })
}

/** Whether what stands in a field was sent or filled in beforehand, and is not only what is usual. */
const isGiven = ({ form, field }: Asking): boolean => form.sent !== undefined || form.filled?.has(field) === true

const more = (asked: readonly Asking[]): Markup | '' =>
  asked.length === 0
    ? ''
    : details({
        summaryText: 'More',
        open: asked.some(one => one.problem !== undefined || (isGiven(one) && isFilledIn(one))),
        html: html`${asked.map(one => draw(one).markup)}`,
      })

const anchorsOf = (form: RecordForm, asked: readonly Asking[]): ReadonlyMap<string, string> =>
  new Map([
    ...asked.map(one => [one.field, draw(one).anchor] as const),
    ...Object.entries(sightAnchors(form)),
    [ownControls.post, ownControls.post],
  ])

/** All that is to be mended, in the order of the page. */
const mend = (form: RecordForm, asked: readonly Asking[]): Markup | '' => {
  const problems = form.problems ?? []
  if (problems.length === 0) return ''
  const anchors = anchorsOf(form, asked)
  const place = (field: string) => [...anchors.keys()].indexOf(field)
  const errorList = problems
    .toSorted((one, other) => place(one.field) - place(other.field))
    .map(({ field, what }) => ({ text: what, href: anchors.has(field) ? `#${anchors.get(field)}` : undefined }))
  return errorSummary({ titleText: 'This is not saved yet', errorList })
}

const buttons = ({ keepsDrafts, kind }: RecordForm): Markup => html`<div class="govuk-button-group">
${button({ text: 'Save to the record', name: 'do', value: 'record' })}
${checkableKinds.has(kind) && button({ text: 'Look at what it would have caught', name: 'do', value: 'look', classes: 'govuk-button--secondary' })}
${keepsDrafts && button({ text: 'Keep as a draft', name: 'do', value: 'draft', classes: 'govuk-button--secondary' })}
</div>`

const hidden = (name: string, value: string): Markup => html`<input type="hidden" name="${name}" value="${value}">`

interface Asked {
  readonly first: readonly Asking[]
  readonly more: readonly Asking[]
}

/** What is agreed stands in words first, with its checkable form beside it; of all else the own words come last. */
const askedIn = (form: RecordForm): Asked => {
  const { open, more } = partsOf(form)
  const text = askingOf(form, 'text')
  const asked = checkableKinds.has(form.kind) ? [text, ...open] : [...open, text]
  return { first: [...firstQuestions(form), ...asked], more }
}

const drawn = (asked: readonly Asking[]): readonly Markup[] =>
  asked.map(one => html`${one.form.beside?.get(one.field)}${draw(one).markup}`)

/** The words of what is agreed and the form in which it is checked, side by side where there is room. */
const questions = ({ kind }: RecordForm, { first }: Asked): Markup | readonly Markup[] => {
  if (!checkableKinds.has(kind)) return drawn(first)
  const words = first.findIndex(({ field }) => field === 'text')
  return html`${drawn(first.slice(0, words))}<div class="holdfast-beside">
<div><h3>In words</h3>${drawn(first.slice(words, words + 1))}</div>
<div><h3>So that it can be checked</h3>${drawn(first.slice(words + 1))}</div>
</div>`
}

const onlyChild = (form: RecordForm): readonly Markup[] => {
  const { values } = askingOf(form, 'child')
  return isOnlyChild(form, values) ? values.map(child => hidden('child', child)) : []
}

const formOf = (form: RecordForm, asked: Asked): Markup => html`<form method="post" action="${form.action}" novalidate>
${hidden('csrf', form.csrf)}${hidden('key', form.key)}${hidden('kind', form.kind)}${onlyChild(form)}
${questions(form, asked)}
${more(asked.more)}
${sightQuestion(form)}
${postQuestion(form)}
${buttons(form)}
</form>`

/** The form for a kind of entry, under all that is to be mended and the heading. It works without a script. */
export const recordForm = (form: RecordForm): Markup => {
  const asked = askedIn(form)
  const width = checkableKinds.has(form.kind) ? 'full' : 'two-thirds'
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-${width}">
${form.found}${mend(form, [...asked.first, ...asked.more])}
<h2 class="holdfast-section">${labelOf(form.kind)}</h2>
${form.beside?.get('')}
${formOf(form, asked)}
</div></div>`
}

/** The page of a form: what is recorded, and its questions. The title says when something is to be mended. */
export const recordFormPage = (form: RecordForm): RecordPage => ({
  title: `${(form.problems ?? []).length > 0 ? 'Error: ' : ''}${labelOf(form.kind)}`,
  body: recordForm(form),
})

/** What the page of choosing a kind is made of: who asks, and where each kind's form is. */
export interface Choosing {
  readonly posts: readonly Post[]
  readonly address: (kind: Kind) => string
}

const linksTo = (kinds: readonly Kind[], { address }: Choosing): Markup =>
  html`<ul class="govuk-list">${kinds.map(
    kind => html`<li><a class="govuk-link" href="${address(kind)}">${labelOf(kind)}</a></li>`,
  )}</ul>`

const usual = ({ posts }: Choosing): readonly Kind[] => [
  ...new Set(posts.flatMap(({ agency }) => usualKinds(serviceOfAgency(agency)))),
]

/** The page on which one chooses what to record: what one's own service records most, then all by the work it belongs to. */
export const chooseKindPage = (choosing: Choosing): RecordPage => {
  const own = usual(choosing).filter(isListed)
  return {
    title: 'Record something',
    body: html`<h2 class="holdfast-section">Record something</h2>
${own.length > 0 && html`<h3>What you record most</h3>${linksTo(own, choosing)}`}
<h3>Everything</h3>
${groups.map(({ words, kinds }) => details({ summaryText: words, html: linksTo(kinds, choosing) }))}`,
  }
}
