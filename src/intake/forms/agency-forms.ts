import { type Day, isoDay } from '../../calendar/day.ts'
import type { Post } from '../../people/practitioner.ts'
import type { Role } from '../../people/role.ts'
import { agenciesRecord } from '../../record/agency-record.ts'
import { readEntry } from '../../record/read-entry.ts'
import { authorOf } from './read-form.ts'
import { type Settled, signingPosts, type ToSettle } from './settle-rules.ts'
import { findTypedAgency } from './typed-agency.ts'
import { typedDay } from './typed-day.ts'

/* What agencies write of themselves in their own record: what reviews recommend, training, returns, and what a clinic says of missed appointments. */

type Asking = 'line' | 'text' | 'day' | 'recommendation' | 'agency' | 'owner' | 'yes-no' | 'topics'

/** One question of a form, by the field of the entry that it fills. */
export interface AgencyQuestion {
  readonly field: string
  readonly sort: Asking
  readonly label: string
  readonly hint?: string
  /** What to do when it was left out, where the entry cannot do without it. */
  readonly needed?: string
}

interface AgencyForm {
  readonly title: string
  readonly says: string
  readonly asks: readonly AgencyQuestion[]
}

const which: AgencyQuestion = {
  ...{ field: 'recommendation', sort: 'recommendation', label: 'Which recommendation?' },
  needed: 'Choose the recommendation',
}

/** The forms by which agencies write of themselves, by the kind of entry. */
export const agencyForms = {
  recommendation: {
    title: 'A review recommends something',
    says: 'It is owed until somebody writes what shows that practice changed; that it was circulated is not enough.',
    asks: [
      { field: 'text', sort: 'text', label: 'What does it recommend?', needed: 'Write what the review recommends' },
      { field: 'review', sort: 'line', label: 'Which review?', hint: 'Without the name of a child or family' },
      { field: 'agency', sort: 'agency', label: 'Which agency owes it?' },
      { field: 'owner', sort: 'owner', label: 'Who there?' },
      { field: 'due', sort: 'day', label: 'By when?', hint: 'Six months from its day where this is left empty' },
    ],
  },
  'recommendation-kept': {
    title: 'A recommendation is in practice',
    says: 'It is looked at again after six and twelve months.',
    asks: [
      which,
      { field: 'evidence', sort: 'text', label: 'What shows that practice changed?', needed: 'Write what shows it' },
    ],
  },
  'practice-audited': {
    title: 'It was looked at again whether a recommendation is still in practice',
    says: 'Three months after it came into practice at the earliest.',
    asks: [
      which,
      { field: 'inPractice', sort: 'yes-no', label: 'Is it still in practice?', needed: 'Choose whether it is' },
      { field: 'text', sort: 'text', label: 'What was looked at, and what was found?' },
    ],
  },
  training: {
    title: 'Somebody took part in training',
    says: 'Only the managers and safeguarding leads of your agency see by name who has taken part and who has not.',
    asks: [
      { field: 'practitioner', sort: 'line', label: 'Who?', hint: 'As their post names them', needed: 'Write who' },
      { field: 'topics', sort: 'topics', label: 'What was it about?' },
    ],
  },
  'quarterly-return': {
    title: 'The quarterly return on supervision was handed in',
    says: 'What was held, and what supervisors, practitioners and families say of it.',
    asks: [{ field: 'quarter', sort: 'line', label: 'Which quarter?', hint: 'Such as July to September 2026' }],
  },
  'harm-wording': {
    title: 'What a missed appointment of a clinic may do',
    says: 'Written once for a clinic, it is read with every series of its appointments.',
    asks: [
      {
        ...{ field: 'clinic', sort: 'line', label: 'Which clinic or condition?' },
        ...{ hint: 'In the words of its series of appointments', needed: 'Write which clinic' },
      },
      {
        ...{ field: 'purpose', sort: 'text', label: 'What is such an appointment for?' },
        ...{ hint: 'In plain words: families may read them' },
      },
      {
        ...{ field: 'harm', sort: 'text', label: 'What may happen if an appointment is missed?' },
        ...{ hint: 'In plain words: families may read them', needed: 'Write what may happen' },
      },
      { field: 'critical', sort: 'yes-no', label: 'May one miss do serious harm?' },
      { field: 'other', sort: 'line', label: 'Other words for the same clinic', hint: 'With a semicolon between them' },
    ],
  },
} as const satisfies Record<string, AgencyForm>

/** What agencies write of themselves by a form. */
export type AgencyKind = keyof typeof agencyForms

/** The roles that may own a recommendation. */
export const recommendationOwners: readonly Role[] = [
  ...(['safeguarding-lead', 'agency-manager', 'service-manager', 'head-of-service', 'named-nurse'] as const),
  ...(['named-doctor', 'designated-nurse', 'designated-doctor', 'partnership-executive'] as const),
]

const ofPartnership: ReadonlySet<Role> = new Set([
  ...(['partnership-executive', 'designated-nurse', 'designated-doctor', 'information-governance-lead'] as const),
])
const ofTeams: ReadonlySet<Role> = new Set(['team-manager', 'team-lead'])
const ofClinics: ReadonlySet<Role> = new Set(['clinic-manager', 'consultant', 'lead-paediatrician', 'clinical-lead'])

const oneEach = (posts: readonly Post[]): readonly Post[] =>
  posts.filter(({ agency }, at) => posts.findIndex(one => one.agency === agency) === at)

/** The posts in which somebody sees what every agency of the partnership owes. */
export const partnershipPosts = (posts: readonly Post[]): readonly Post[] =>
  oneEach(posts.filter(({ role }) => ofPartnership.has(role)))

/** The posts in which somebody manages an agency or a team, or leads there on safeguarding. */
export const leadingPosts = (posts: readonly Post[]): readonly Post[] => {
  const others = posts.filter(({ role }) => !ofPartnership.has(role))
  return oneEach([...signingPosts(others), ...others.filter(({ role }) => ofTeams.has(role))])
}

/** The posts in which somebody writes for a clinic what a missed appointment may do. */
export const clinicPosts = (posts: readonly Post[]): readonly Post[] =>
  oneEach(posts.filter(({ role }) => ofClinics.has(role)))

/** The posts in which somebody may write an entry of a kind for their agency; none when they may not. */
export const postsFor = (kind: AgencyKind, posts: readonly Post[]): readonly Post[] => {
  if (kind === 'harm-wording') return clinicPosts(posts)
  const partnership = partnershipPosts(posts)
  if (kind === 'practice-audited') return partnership
  if (kind === 'training' || kind === 'quarterly-return') return leadingPosts(posts)
  return [...partnership, ...leadingPosts(posts)]
}

/** Every kind that somebody may write for an agency, in the order of the forms. */
export const agencyKindsFor = (posts: readonly Post[]): readonly AgencyKind[] =>
  (Object.keys(agencyForms) as AgencyKind[]).filter(kind => postsFor(kind, posts).length > 0)

/** Who writes, in which post, and which recommendations are theirs to write of. */
export interface AgencyWriting {
  readonly name: string
  readonly post: Post
  readonly today: Day
  readonly recommendations: readonly string[]
  /** The id of a recommendation that is written now. */
  readonly id: string
}

type Typed = Readonly<Record<string, string>>

const writtenOf = ({ sort }: AgencyQuestion, text: string, { today }: AgencyWriting): string => {
  if (sort === 'day') return typedDay(text, today)
  return sort === 'agency' ? (findTypedAgency(text) ?? text) : text
}

const isForeign = ({ sort }: AgencyQuestion, text: string, { recommendations }: AgencyWriting): boolean =>
  sort === 'recommendation' && !recommendations.includes(text)

const missing = (asks: readonly AgencyQuestion[], typed: Typed, writing: AgencyWriting): readonly ToSettle[] =>
  asks.flatMap(one => {
    const text = typed[one.field] ?? ''
    const lacks = one.needed !== undefined && (text === '' || isForeign(one, text, writing))
    return lacks ? [{ field: one.field, what: one.needed }] : []
  })

/** Only the partnership says for another agency that it owes something. */
const agencyOf = (kind: AgencyKind, line: Readonly<Record<string, unknown>>, { post }: AgencyWriting) =>
  kind === 'recommendation' && (line['agency'] === undefined || !ofPartnership.has(post.role))
    ? { agency: post.agency }
    : {}

const lineOf = (kind: AgencyKind, asks: readonly AgencyQuestion[], typed: Typed, writing: AgencyWriting) => {
  const { name, post, today, id } = writing
  const answers = asks.flatMap(one => {
    const text = typed[one.field] ?? ''
    return text === '' ? [] : [[one.field, writtenOf(one, text, writing)] as const]
  })
  const own = {
    ...{ kind, on: typedDay(typed['on'] || isoDay(today), today), written: isoDay(today) },
    ...{ by: post.agency, author: authorOf({ name }, post), record: agenciesRecord },
    ...(kind === 'recommendation' ? { recommendation: id } : {}),
  }
  const line = { ...own, ...Object.fromEntries(answers) }
  return { ...line, ...agencyOf(kind, line, writing) }
}

const yetToCome = { field: 'on', what: 'It happens on a later day: write it then' }

/** Reads what agencies write of themselves, as a form sent it, to a line of their record; or what is to be mended. */
export const readAgencyForm = (kind: AgencyKind, typed: Typed, writing: AgencyWriting): Settled => {
  const { asks } = agencyForms[kind]
  const line = lineOf(kind, asks, typed, writing)
  const lacks = missing(asks, typed, writing)
  const read = readEntry(line)
  const wrong = 'problems' in read ? read.problems.map(({ field, what }) => ({ field, what: `This ${what}` })) : []
  const late = 'entry' in read && read.entry.day > writing.today ? [yetToCome] : []
  const others = wrong.filter(({ field }) => !lacks.some(one => one.field === field))
  const problems = [...lacks, ...others, ...late]
  return problems.length > 0 ? { problems } : { line }
}
