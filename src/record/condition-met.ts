import { addDays } from '../calendar/day.ts'
import { byDay } from './by-day.ts'
import { countedFor, metBy } from './condition-event.ts'
import type { ConditionStanding } from './decision-standing.ts'
import type { Entry } from './entry.ts'
import { bothSigned } from './signed.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** Notes whether a condition is met, and what became of it. */
export const settleCondition = (stands: Picture, condition: ConditionStanding): void => {
  const { given, child, id } = condition
  const since = given.since ?? addDays(given.day, 1)
  const reviews = all(stands, 'condition-reviewed').filter(entry => entry.condition === id)
  const retired = reviews.find(entry => entry.answer !== 'renewed')
  const last = reviews.at(-1)
  if (last !== undefined) condition.reviewed = last
  if (retired !== undefined) condition.retired = retired
  const counted = countedFor(stands, child, given, since).filter(
    entry => retired === undefined || entry.day <= retired.day,
  )
  const met = given.events === undefined ? undefined : metBy(given, counted)
  if (met !== undefined) condition.met = met
  afterwards(stands, condition)
}

/** Setting a met condition aside takes a team manager and a service manager (duties.md, R-CTG-2). */
const afterwards = (stands: Picture, condition: ConditionStanding): void => {
  const aside = all(stands, 'condition-set-aside').find(
    entry => entry.condition === condition.id && bothSigned(entry.signedBy),
  )
  if (aside !== undefined) condition.setAside = aside
  const acted = all(stands, 'condition-acted-on').find(entry => entry.condition === condition.id)
  if (acted !== undefined) condition.actedOn = acted
}

/** What answered a met condition: what it says was done, or it was set aside with both signatures. */
export const answerTo = (stands: Picture, condition: ConditionStanding): Entry | undefined =>
  [condition.setAside, condition.actedOn, consequenceOf(stands, condition)]
    .filter(entry => entry !== undefined)
    .sort(byDay)[0]

/**
 * The entry that did what a met condition says, on or after the day it was met. A conference is answered by a strategy
 * discussion that records its decision for the child, or by the conference itself.
 */
export const consequenceOf = (stands: Picture, condition: ConditionStanding): Entry | undefined => {
  const day = condition.met?.at(-1)?.day
  if (day === undefined) return undefined
  const first = (entries: readonly Entry[]) =>
    entries.find(
      entry => entry.day >= day && isAbout(stands, entry, condition.child) && !condition.met?.includes(entry),
    )
  const isProof = (entry: Entry) =>
    entry.kind === 'strategy-discussion'
      ? entry.outcome !== undefined
      : entry.kind !== 'contact' || entry.seen?.includes(condition.child) === true
  const candidates = answers[condition.given.consequence ?? 'other'].map(kind =>
    first(all(stands, kind).filter(isProof)),
  )
  return candidates.filter(entry => entry !== undefined).sort(byDay)[0]
}

const answers = {
  conference: ['strategy-discussion', 'conference-held', 'conference-passed-on', 'conference-booked'],
  'strategy-discussion': ['strategy-discussion'],
  review: ['threshold-reviewed', 'plan-updated', 'meeting-held'],
  referral: ['referral-made'],
  visit: ['contact'],
  other: [],
} as const
