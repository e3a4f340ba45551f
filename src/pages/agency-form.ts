import { html } from 'hono/html'
import { type Day, isoDay } from '../calendar/day.ts'
import {
  type AgencyKind,
  type AgencyQuestion,
  agencyForms,
  recommendationOwners,
} from '../intake/forms/agency-forms.ts'
import { postValue } from '../intake/forms/read-form.ts'
import type { Post } from '../people/practitioner.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { agenciesAddress, writeAddress } from './agencies.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { checkboxes } from './kit/checkboxes.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { select } from './kit/select.ts'
import { textarea } from './kit/textarea.ts'
import { type Problem, problemAt, problemSummary, titleWith } from './problem.ts'

/** What the form is shown with. */
export type AgencyFormAsked = Options<{
  around: Around
  kind: AgencyKind
  posts: readonly Post[]
  /** The recommendations of which the visitor may write, by id. */
  recommendations: readonly { readonly id: string; readonly words: string }[]
  /** Whether the visitor may say for another agency that it owes something. */
  forOthers: boolean
  typed: Readonly<Record<string, string>>
  problems: readonly Problem[]
  today: Day
  csrf: string
  key: string
}>

const topics = {
  'was-not-brought': 'Children who were not brought',
  'medical-neglect': 'Medical neglect',
  'graded-care-profile': 'The Graded Care Profile',
  escalation: 'How to challenge',
  other: 'Something else',
} as const

const short = (words: string): string => (words.length > 90 ? `${words.slice(0, 88)}…` : words)

const choice = ({ field, label, hint }: AgencyQuestion, { typed, problems }: AgencyFormAsked) => ({
  ...{ name: field, idPrefix: field, fieldset: { legend: { text: label } } },
  ...{ ...(hint === undefined ? {} : { hint: { text: hint } }), errorMessage: problemAt(problems, field) },
  value: typed[field] ?? '',
})

const open = ({ field, label, hint }: AgencyQuestion, { typed, problems }: AgencyFormAsked) => ({
  ...{ name: field, id: field, label: { text: label }, value: typed[field] ?? '' },
  ...{ ...(hint === undefined ? {} : { hint: { text: hint } }), errorMessage: problemAt(problems, field) },
})

const recommendation = (question: AgencyQuestion, asked: AgencyFormAsked): Markup =>
  select({
    ...open(question, asked),
    items: [
      { text: 'Choose', value: '' },
      ...asked.recommendations.map(({ id, words }) => ({ text: short(words), value: id })),
    ],
  })

const owner = (question: AgencyQuestion, asked: AgencyFormAsked): Markup =>
  select({
    ...open(question, asked),
    items: [
      { text: 'The safeguarding lead', value: '' },
      ...recommendationOwners.slice(1).map(role => ({ text: capital(roleInWords(role)), value: role })),
    ],
  })

const shown = (question: AgencyQuestion, asked: AgencyFormAsked): Markup | '' => {
  switch (question.sort) {
    case 'text':
      return textarea(open(question, asked))
    case 'recommendation':
      return recommendation(question, asked)
    case 'owner':
      return owner(question, asked)
    case 'yes-no':
      return radios({
        ...choice(question, asked),
        items: [
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ],
      })
    case 'topics':
      return checkboxes({
        ...choice(question, asked),
        values: (asked.typed[question.field] ?? '').split('; '),
        items: Object.entries(topics).map(([value, text]) => ({ value, text })),
      })
    case 'agency':
      return asked.forOthers ? input({ ...open(question, asked), classes: 'govuk-input--width-20' }) : ''
    default:
      return input({ ...open(question, asked), classes: 'govuk-input--width-20' })
  }
}

const post = ({ posts, typed, problems }: AgencyFormAsked): Markup | '' =>
  posts.length < 2
    ? ''
    : radios({
        name: 'post',
        idPrefix: 'post',
        value: typed['post'] ?? '',
        fieldset: { legend: { text: 'For which agency do you write?' } },
        errorMessage: problemAt(problems, 'post'),
        items: posts.map(one => ({
          value: postValue(one),
          text: `${capital(agencyInWords(one.agency))}, as ${roleInWords(one.role)}`,
        })),
      })

/** The form by which an agency writes one thing of itself. */
export function agencyFormPage(asked: AgencyFormAsked): Markup {
  const { kind, typed, problems, today, csrf, key } = asked
  const { title, says, asks } = agencyForms[kind]
  const day = { field: 'on', sort: 'day', label: 'On which day?' } as const
  const body = html`${problemSummary(problems, 'Nothing was saved yet')}
<p class="holdfast-no-print"><a class="govuk-link" href="${agenciesAddress}">What agencies owe</a></p>
<h1>${title}</h1>
<p>${says}</p>
<form method="post" action="${writeAddress(kind)}" novalidate>${csrfField(csrf)}${hidden('key', key)}
${post(asked)}
${shown(day, { ...asked, typed: { on: isoDay(today), ...typed } })}
${(asks as readonly AgencyQuestion[]).map(question => shown(question, asked))}
${button({ text: 'Save to the agencies’ record' })}
</form>`
  return layout({ ...asked.around, title: titleWith(problems, title), body, here: agenciesAddress })
}
