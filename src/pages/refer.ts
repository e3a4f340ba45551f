import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import type { Post } from '../people/practitioner.ts'
import { roleInWords } from '../people/role.ts'
import { type Agency, agencyInWords, findAgency, type Service, services } from '../people/service.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { checkboxes } from './kit/checkboxes.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { radios } from './kit/radios.ts'
import { select } from './kit/select.ts'
import { textarea } from './kit/textarea.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { readSought, type SoughtRead, type SoughtTyped, soughtFields, soughtTyped } from './sought-child.ts'

/** A referral of a child whose record the writer does not read, as it was typed. */
export interface ReferralTyped extends SoughtTyped {
  readonly address: string
  readonly to: string
  readonly urgent: boolean
  readonly harm: boolean
  readonly reason: string
  readonly post: string
}

/** A line of a record. */
export type Line = Readonly<Record<string, string | readonly string[]>>

/** A referral that may be sent: the child, who is sought, and what is written. */
export interface ReferralRead {
  readonly sought: SoughtRead
  readonly address: string
  /** The lines about the referral, without the child's id, which depends on the record they go to. */
  readonly lines: readonly Line[]
}

const mostWords = 20_000

/** What was typed in the form, as it was typed. */
export const referralTyped = (form: Form): ReferralTyped => ({
  ...soughtTyped(form),
  address: (form('address') ?? '').trim().slice(0, 500),
  to: form('to') ?? 'social-care',
  urgent: form('urgent') === 'yes',
  harm: form('harm') === 'yes',
  reason: (form('reason') ?? '').trim().slice(0, mostWords),
  post: form('post') ?? '',
})

const postValue = ({ agency, role }: Post): string => `${agency} ${role}`

const postOf = (typed: ReferralTyped, posts: readonly Post[]): Post | undefined =>
  posts.length === 1 ? posts[0] : posts.find(post => postValue(post) === typed.post)

interface Writing {
  readonly typed: ReferralTyped
  readonly posts: readonly Post[]
  readonly name: string
  readonly on: string
  readonly key: string
}

const linesOf = ({ typed, name, on, key }: Writing, { agency, role }: Post, to: Agency): readonly Line[] => {
  const frame = { on, by: agency, author: `${name}, ${roleInWords(role)}` }
  const referral = {
    ...frame,
    kind: 'referral-made',
    referral: `referral-${key}`,
    to,
    reason: typed.reason,
    ...(typed.urgent ? { urgent: 'yes' } : {}),
  }
  return typed.harm ? [{ ...frame, kind: 'concern', harm: 'yes', text: typed.reason }, referral] : [referral]
}

/** Reads the form: a referral that may be sent, or all that is to be mended. */
export const readReferral = (
  writing: Writing,
): { readonly referral: ReferralRead } | { readonly problems: readonly Problem[] } => {
  const { typed, posts } = writing
  const child = readSought(typed)
  const to = findAgency(typed.to)
  const post = postOf(typed, posts)
  const problems: Problem[] = [
    ...('problems' in child ? child.problems : []),
    ...(typed.name === '' ? [{ field: 'name', what: 'Enter the child’s name, or what you know of it' }] : []),
    ...(to === undefined ? [{ field: 'to', what: 'Choose to whom you refer the child' }] : []),
    ...(post === undefined ? [{ field: 'post', what: 'Choose as which of your posts you write this' }] : []),
    ...(typed.reason === '' ? [{ field: 'reason', what: 'Write why you refer the child, and what you ask for' }] : []),
  ]
  if (problems.length > 0 || 'problems' in child || to === undefined || post === undefined)
    return { problems: problems.filter((one, at) => problems.findIndex(({ field }) => field === one.field) === at) }
  return { referral: { sought: child.sought, address: typed.address, lines: linesOf(writing, post, to) } }
}

/** The lines with which a record of a child begins who is not known here. */
export const firstLines = ({ sought, address, lines }: ReferralRead, child: string): readonly Line[] => [
  {
    kind: 'person',
    person: child,
    as: 'child',
    subject: 'yes',
    ...(sought.name === undefined ? {} : { name: sought.name }),
    ...(sought.born === undefined ? {} : { born: isoDay(sought.born) }),
    ...(sought.nhs === undefined ? {} : { nhs: sought.nhs }),
  },
  ...(address === '' ? [] : [{ kind: 'lives-at', person: child, address }]),
  ...lines.map(line => ({ ...line, child })),
]

const receivers: readonly Service[] = [
  'social-care',
  'emergency-duty',
  'early-help',
  'health-visiting',
  'school-nursing',
  'community-nursing',
  'midwifery',
  'mental-health',
  'police',
  'domestic-abuse',
  'housing',
]

interface ReferAsked {
  readonly around: Around
  readonly csrf: string
  readonly key: string
  readonly posts: readonly Post[]
  readonly typed: ReferralTyped
  readonly problems?: readonly Problem[]
}

const postQuestion = ({ posts, typed, problems = [] }: ReferAsked): Markup | '' =>
  posts.length < 2
    ? ''
    : radios({
        name: 'post',
        value: typed.post,
        fieldset: { legend: { text: 'As which of your posts do you write this?' } },
        errorMessage: problemAt(problems, 'post'),
        items: posts.map(post => ({
          value: postValue(post),
          text: capital(`${roleInWords(post.role)}, ${agencyInWords(post.agency)}`),
        })),
      })

const form = (asked: ReferAsked): Markup => {
  const { typed, problems = [], csrf, key } = asked
  return html`<form method="post" action="/refer" novalidate>${csrfField(csrf)}${hidden('key', key)}
<h2>The child</h2>
${soughtFields(typed, problems)}
${input({ label: { text: 'Where the child lives, if you know it' }, name: 'address', value: typed.address, autocomplete: 'off', spellcheck: false })}
<h2>The referral</h2>
${select({ label: { text: 'To whom' }, name: 'to', value: typed.to, errorMessage: problemAt(problems, 'to'), items: receivers.map(service => ({ value: service, text: capital(services[service].words) })) })}
${textarea({ label: { text: 'Why, and what you ask for' }, name: 'reason', rows: 8, value: typed.reason, errorMessage: problemAt(problems, 'reason') })}
${checkboxes({
  name: 'harm',
  items: [{ value: 'yes', text: 'There is reasonable cause to suspect significant harm', checked: typed.harm }],
})}
${checkboxes({ name: 'urgent', items: [{ value: 'yes', text: 'It cannot wait', checked: typed.urgent }] })}
${postQuestion(asked)}
${button({ text: 'Send the referral' })}</form>`
}

/** The page on which anybody refers a child whose record they do not read. */
export function referPage(asked: ReferAsked): Markup {
  const { problems = [], around } = asked
  const body = html`${problemSummary(problems, 'The referral is not sent yet')}
<h1>Refer a child</h1>
${insetText({ text: 'If a child is in danger now, ring 999. Then write it here.' })}
<p>For a child who is not among your families. Whoever must act is told at once. You do not see the child’s record, and nobody learns from this page whether there is one.</p>
${form(asked)}`
  return layout({ ...around, title: titleWith(problems, 'Refer a child'), body, here: '/refer' })
}

const kept = (typed: ReferralTyped): readonly (readonly [string, string])[] =>
  Object.entries({ ...typed, urgent: typed.urgent ? 'yes' : '', harm: typed.harm ? 'yes' : '' })

/** What is said of a child who may be known, and nothing more. */
export function possiblyKnownPage({ around, csrf, key, typed }: ReferAsked): Markup {
  const body = html`<h1>Possibly known: send it to the desk</h1>
<p>The desk finds where it belongs. What you wrote is kept as you wrote it.</p>
<form method="post" action="/refer">${csrfField(csrf)}${hidden('key', key)}${hidden('desk', 'yes')}
${kept(typed).map(([name, value]) => hidden(name, value))}
${button({ text: 'Send to the desk' })}</form>`
  return layout({ ...around, title: 'Possibly known', body, here: '/refer' })
}

/** What is said after a referral was sent. */
export function referredPage(around: Around, toDesk: boolean): Markup {
  const where = toDesk
    ? 'The desk has it and is told now. It finds where it belongs; your referral counts from now.'
    : 'It is on the record from now, and whoever must act on it is told.'
  const body = html`<h1>Your referral is sent</h1>
<p>${where}</p>
<p>If you have not heard by the end of the next working day, ring them and ask.</p>
<p><a class="govuk-link" href="/today">Back to Today</a></p>`
  return layout({ ...around, title: 'Your referral is sent', body, here: '/refer' })
}
