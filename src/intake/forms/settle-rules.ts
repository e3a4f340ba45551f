import { type Day, isoDay } from '../../calendar/day.ts'
import type { Limit } from '../../calendar/limit.ts'
import { findSpan } from '../../calendar/span.ts'
import { dayInWords } from '../../calendar/words.ts'
import type { Rule } from '../../duties/rule.ts'
import { rules } from '../../duties/rules.ts'
import { findLimit, isDefault } from '../../duties/settings.ts'
import type { Post } from '../../people/practitioner.ts'
import { findRole, type Role, roleInWords } from '../../people/role.ts'
import { lawsToBegin } from '../../record/adoption.ts'
import { agenciesRecord } from '../../record/agency-record.ts'
import { didYouMean, nearestAmong, quoted } from '../../record/near.ts'
import { typedDay } from './typed-day.ts'

/* What a partnership and its agencies settle of the rules, as a page or a command sends it: read to a line of their record. */

/** Who settles it, and in which post. */
export interface Settling {
  readonly name: string
  readonly post: Post
  readonly today: Day
}

/** What is wrong with one field, in words that say what to do. */
export interface ToSettle {
  readonly field: string
  readonly what: string
}

/** A line for the agencies' record, or what is to be mended. */
export type Settled = { readonly line: Readonly<Record<string, unknown>> } | { readonly problems: readonly ToSettle[] }

/** Whoever may set the limits, tasks and laws of a partnership. */
const settlers: ReadonlySet<Role> = new Set(['partnership-executive', 'information-governance-lead'])

/** Whoever may sign for an agency that it adopts rules: those who manage it, or lead there on safeguarding. */
const signers: ReadonlySet<Role> = new Set([
  'service-manager',
  'head-of-service',
  'conference-unit-manager',
  'practice-safeguarding-lead',
  'named-gp',
  'named-nurse',
  'named-doctor',
  'named-midwife',
  'police-inspector',
  'senior-probation-officer',
  'designated-safeguarding-lead',
  'safeguarding-lead',
  'agency-manager',
  'partnership-executive',
])

/** The post in which somebody may set what is the partnership's own; nothing when they may not. */
export const settlingPost = (posts: readonly Post[]): Post | undefined => posts.find(({ role }) => settlers.has(role))

/** The posts in which somebody may sign for an agency, one for each agency. */
export const signingPosts = (posts: readonly Post[]): readonly Post[] => {
  const own = posts.filter(({ role }) => signers.has(role))
  return own.filter(({ agency }, at) => own.findIndex(one => one.agency === agency) === at)
}

const byName = new Map(rules.map(rule => [rule.name, rule]))
const nearest = nearestAmong([...byName.keys()])

/** The rule of a name, or nothing. */
export const findRule = (name: string): Rule | undefined => byName.get(name)

/** Says that no rule has a name, and which is near it. */
export const unknownRule = (name: string): string =>
  `${quoted(name)} is not the name of a rule${didYouMean(nearest(name), ': docs/duties.md lists them')}`

const daysOf = (limit: Limit): number => {
  if ('workingDays' in limit) return (limit.workingDays * 7) / 5
  if ('days' in limit) return limit.days
  if ('weeks' in limit) return limit.weeks * 7
  if ('months' in limit) return limit.months * 30
  return 'hours' in limit ? limit.hours / 24 : 0
}

const mostDays = 2 * 365

const limitProblem = (text: string): string | undefined => {
  if (isDefault(text)) return undefined
  const limit = findLimit(text)
  if (limit === undefined)
    return `${text === '' ? 'Write the limit' : `${quoted(text)} is not a limit: write it`} as 5 working days, 10 days, 6 weeks, 3 months, 24 hours, the same day, or default`
  return daysOf(limit) > mostDays ? 'Write a limit of two years or less' : undefined
}

/** The day that somebody typed; today where they left it out. */
const dayOf = (text: string | undefined, today: Day): Day | undefined => {
  const typed = (text ?? '').trim()
  if (typed === '') return today
  const span = findSpan(typedDay(typed, today))
  return span !== undefined && span.from === span.to ? span.to : undefined
}

const noDay = (text: string | undefined): string =>
  `${quoted(text ?? '')} is not a day: write it as 14 May 2026 or 2026-05-14`

const signed = ({ name, post, today }: Settling, on: Day) => ({
  on: isoDay(on),
  written: isoDay(today),
  by: post.agency,
  author: name,
  record: agenciesRecord,
})

const inWords = ({ post }: Settling) => ({ role: roleInWords(post.role) })

const found = (...problems: readonly (ToSettle | false | undefined)[]): readonly ToSettle[] =>
  problems.filter(one => one !== false && one !== undefined)

const text = (value: string | undefined): string => (value ?? '').trim().slice(0, 2000)

const past = (from: Day | undefined, today: Day): string | undefined =>
  from !== undefined && from < today
    ? `${dayInWords(from)} has passed: write today or a later day, since what has begun keeps the limit of its own day`
    : undefined

/** Reads a limit of a partnership's own for a rule whose label is local, with the day from which it holds and why. */
export const readLimit = (
  typed: { readonly rule: string; readonly limit?: string; readonly from?: string; readonly reason?: string },
  settling: Settling,
): Settled => {
  const rule = findRule(typed.rule)
  const [limit, reason] = [text(typed.limit), text(typed.reason)]
  const from = dayOf(typed.from, settling.today)
  const wrong = limitProblem(limit)
  const late = past(from, settling.today)
  const problems = found(
    rule === undefined && { field: 'rule', what: unknownRule(typed.rule) },
    rule?.label === 'statutory' && { field: 'limit', what: `${rule.name} is statutory: nobody sets its limit` },
    wrong !== undefined && { field: 'limit', what: wrong },
    from === undefined && { field: 'from', what: noDay(typed.from) },
    late !== undefined && { field: 'from', what: late },
    reason === '' && { field: 'reason', what: 'Write why: everybody who looks at the rule can read it' },
  )
  if (problems.length > 0 || from === undefined) return { problems }
  return {
    line: { kind: 'limit-set', ...signed(settling, from), ...inWords(settling), rule: typed.rule, limit, reason },
  }
}

/** Reads that an agency adopts rules from a day, or gives them up; one name, several, or all. */
export const readAdoption = (
  typed: {
    readonly rules: readonly string[]
    readonly from?: string
    readonly givesUp?: boolean
    readonly reason?: string
  },
  settling: Settling,
): Settled => {
  const { rules: names, givesUp = false } = typed
  const unknown = names.find(name => name !== 'all' && findRule(name) === undefined)
  const from = dayOf(typed.from, settling.today)
  const reason = text(typed.reason)
  const problems = found(
    names.length === 0 && { field: 'rules', what: 'Choose which rules' },
    unknown !== undefined && { field: 'rules', what: unknownRule(unknown) },
    from === undefined && { field: 'from', what: noDay(typed.from) },
    givesUp && reason === '' && { field: 'reason', what: 'Write why the agency gives them up' },
  )
  if (problems.length > 0 || from === undefined) return { problems }
  const rule = names.includes('all') ? ['all'] : names
  const kind = givesUp ? 'rule-given-up' : 'rule-adopted'
  const why = reason === '' || !givesUp ? {} : { reason }
  return { line: { kind, ...signed(settling, from), ...inWords(settling), rule, ...why } }
}

/** Reads the day on which a law begins in a partnership's area, with the regulations that say so. */
export const readLaw = (
  typed: { readonly law: string; readonly from?: string; readonly source?: string },
  settling: Settling,
): Settled => {
  const source = text(typed.source)
  const from = text(typed.from) === '' ? undefined : dayOf(typed.from, settling.today)
  const problems = found(
    !lawsToBegin.some(law => law === typed.law) && { field: 'law', what: 'Choose which law begins' },
    from === undefined && { field: 'from', what: 'Write the day on which it begins here, such as 14 May 2026' },
    source === '' && { field: 'source', what: 'Write which regulations say so' },
  )
  if (problems.length > 0 || from === undefined) return { problems }
  return { line: { kind: 'law-begins', ...signed(settling, from), law: typed.law, source } }
}

/** Reads with which role of a partnership's own a task lies from a day on, and why. */
export const readOwner = (
  typed: { readonly rule: string; readonly role?: string; readonly from?: string; readonly reason?: string },
  settling: Settling,
): Settled => {
  const [role, reason] = [findRole(text(typed.role)), text(typed.reason)]
  const from = dayOf(typed.from, settling.today)
  const late = past(from, settling.today)
  const problems = found(
    findRule(typed.rule) === undefined && { field: 'rule', what: unknownRule(typed.rule) },
    role === undefined && { field: 'role', what: 'Choose the role' },
    from === undefined && { field: 'from', what: noDay(typed.from) },
    late !== undefined && { field: 'from', what: late },
    reason === '' && { field: 'reason', what: 'Write why: everybody who looks at the rule can read it' },
  )
  if (problems.length > 0 || from === undefined) return { problems }
  return { line: { kind: 'owner-set', ...signed(settling, from), rule: typed.rule, role, reason } }
}
