import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import type { Duty } from '../duties/rule.ts'
import { labelOf } from '../intake/forms/offered.ts'
import { postValue } from '../intake/forms/read-form.ts'
import { roleInWords } from '../people/role.ts'
import type { EntryOf } from '../record/entry.ts'
import { withQuery } from './address.ts'
import { capital } from './capital.ts'
import { pageToDo } from './do-it.ts'
import type { Typed } from './duty-forms.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { button } from './kit/button.ts'
import { checkboxes } from './kit/checkboxes.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { insetText } from './kit/inset-text.ts'
import type { Markup } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { textarea } from './kit/textarea.ts'
import { postInBrief } from './post.ts'
import { type Problem, problemAt } from './problem.ts'
import { recordAddress } from './record/asked-form.ts'
import { formsForDuty } from './record/form-for-duty.ts'
import type { Signer, Signing } from './signing.ts'

/** The two forms of a thing to do, by the end of the address to which each is sent. */
export type Place = 'done' | 'set-aside'

/** What stands in one of the two forms: sent and to be mended, or kept as a draft under its name. */
export interface SentForm {
  readonly form: Place
  readonly typed: Typed
  readonly problems: readonly Problem[]
  readonly draft?: string
}

/** One of the children for whom the same is owed. */
export interface ForChild {
  readonly value: string
  readonly name: string
}

/** What the forms of a thing to do are drawn with. */
export interface Acting {
  readonly csrf: string
  /** The one-time names of the two forms: what is sent twice is taken once. */
  readonly keys: Readonly<Record<Place, string>>
  readonly signer: Signer
  readonly signing: Signing
  /** The children of the family for whom the same is owed, the one of this page first. */
  readonly children: readonly [ForChild, ...(readonly ForChild[])]
  readonly sent?: SentForm
}

const filledIn = ({ sent }: Acting, form: Place): SentForm =>
  sent?.form === form ? sent : { form, typed: {}, problems: [] }

const doNow = (look: FamilyOnDay, duty: Duty): Markup | '' => {
  const { family, stands } = look
  const page = pageToDo(look, duty)
  const [first, ...others] = formsForDuty(duty, stands)
  if (first === undefined) return ''
  const more = others.map(
    form => html`<li><a class="govuk-link" href="${recordAddress(family.id, form)}">${labelOf(form.kind)}</a></li>`,
  )
  return html`<section class="holdfast-card" aria-labelledby="now"><h3 id="now">Do it now</h3>
<p>${button({ text: labelOf(first.kind), href: page ?? recordAddress(family.id, first) })}</p>
${more.length > 0 && html`<p>Or, when that is what happened:</p><ul class="holdfast-plain">${more}</ul>`}
</section>`
}

/** The beginning of one of the two forms: where it is sent, and what it carries unseen. */
const begin = (look: FamilyOnDay, duty: Duty, acting: Acting, { form, draft }: SentForm): Markup => {
  const address = withQuery(`${look.addresses.duty(duty.key)}/${form}`, { draft })
  return html`<form method="post" action="${address}" novalidate>${csrfField(acting.csrf)}${hidden('key', acting.keys[form])}`
}

/** For which of several children: only the one of this page, unless somebody says more. */
const forWhom = ({ children }: Acting, { form, typed, problems }: SentForm): Markup | '' => {
  if (children.length < 2) return ''
  const ticked = (typed.for ?? children[0].value).split(' ')
  return checkboxes({
    name: 'for',
    idPrefix: `${form}-for`,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'For' } },
    errorMessage: problemAt(problems, `${form}-for`),
    items: children.map(({ value, name }) => ({ value, text: name, checked: ticked.includes(value) })),
  })
}

const done = (look: FamilyOnDay, duty: Duty, acting: Acting): Markup => {
  const filled = filledIn(acting, 'done')
  const { typed, problems } = filled
  return html`<section class="holdfast-card" aria-labelledby="done"><h3 id="done">Done already</h3>
${begin(look, duty, acting, filled)}
${input({
  label: { text: 'When' },
  hint: { text: 'Such as 14 May 2019, or yesterday' },
  name: 'when',
  value: typed.when,
  autocomplete: 'off',
  spellcheck: false,
  classes: 'govuk-input--width-20',
  errorMessage: problemAt(problems, 'when'),
})}
${input({
  label: { text: 'Recorded in' },
  hint: { text: 'The system, and a reference if there is one' },
  name: 'where',
  value: typed.where,
  autocomplete: 'off',
  errorMessage: problemAt(problems, 'where'),
})}
${forWhom(acting, filled)}
${button({ text: 'It is done', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form></section>`
}

const whoElse = ({ rule }: Duty, { owes }: Signer): string => {
  const [rung] = rule.ladder
  const other = owes ? 'somebody else who does not owe it' : 'somebody else'
  return rung === undefined ? other : `${other}, such as the ${roleInWords(rung)}`
}

const takesTwoWords = (duty: Duty, signer: Signer): string => {
  const why = duty.rule.label === 'statutory' ? ', since it is statutory' : ''
  return `This takes two signatures${why}: yours, and that of ${whoElse(duty, signer)}. Until both have signed it stays owed.`
}

const signature = (first: EntryOf<'set-aside'>): Markup =>
  html`<p>${capital(first.author ?? (first.signedBy ?? []).map(roleInWords).join(', '))}, signed on ${dayInWords(first.day)}:</p>
<blockquote class="holdfast-own-words">${first.reason}</blockquote>`

const second = 'This takes two signatures. Yours is the second: with it, it is set aside.'

const cannot = {
  'signed first': 'You have signed. Somebody else must sign too; until then it stays owed.',
  'both owe it':
    'Whoever signed first owes it, and so do you. Somebody who does not owe it must sign too; until then it stays owed.',
} as const

const asPost = ({ signer: { posts } }: Acting, { typed, problems }: SentForm): Markup | '' =>
  posts.length < 2
    ? ''
    : radios({
        name: 'as-post',
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'You sign as' } },
        value: typed['as-post'],
        errorMessage: problemAt(problems, 'as-post'),
        items: posts.map(post => ({ value: postValue(post), text: capital(postInBrief(post)) })),
      })

const reason = ({ signing: { first } }: Acting, { typed, problems }: SentForm): Markup =>
  textarea({
    label: { text: first === undefined ? 'Why' : 'Anything to add (you may leave it empty)' },
    hint: { text: 'Everybody who may see this thing to do can read it' },
    name: 'reason',
    rows: 3,
    value: typed.reason,
    errorMessage: problemAt(problems, 'reason'),
  })

const setAsideForm = (look: FamilyOnDay, duty: Duty, acting: Acting): Markup => {
  const filled = filledIn(acting, 'set-aside')
  const { first, two } = acting.signing
  const text = first !== undefined ? 'Sign too, and set it aside' : two ? 'Sign first' : 'Set it aside'
  return html`${begin(look, duty, acting, filled)}
${asPost(acting, filled)}${reason(acting, filled)}${forWhom(acting, filled)}
${button({ text, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

const setAside = (look: FamilyOnDay, duty: Duty, acting: Acting): Markup => {
  const { signing, signer } = acting
  const { first, two, mayNot } = signing
  return html`<section class="holdfast-card" aria-labelledby="set-aside"><h3 id="set-aside">Set aside</h3>
${first && signature(first)}
${two && mayNot === undefined && html`<p>${first === undefined ? takesTwoWords(duty, signer) : second}</p>`}
${mayNot === undefined ? setAsideForm(look, duty, acting) : insetText({ text: cannot[mayNot] })}</section>`
}

/** What can be done about a thing that is owed: do it, say that it was done, or say why not. */
export const dutyActions = (look: FamilyOnDay, duty: Duty, acting: Acting): Markup =>
  html`<div class="holdfast-cards holdfast-actions">${doNow(look, duty)}${done(look, duty, acting)}${setAside(look, duty, acting)}</div>`
