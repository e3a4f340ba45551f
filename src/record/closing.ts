import type { Day } from '../calendar/day.ts'
import { byDay } from './by-day.ts'
import { answerTo } from './condition-met.ts'
import type { ConditionStanding } from './decision-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { adultsAround } from './household.ts'
import { type PlanStanding, standsAbove } from './plan-standing.ts'
import { bothSigned } from './signed.ts'
import { parentSpokenWith } from './spoken-with.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** What an ending lacks. Only what the record itself shows to be missing counts; what it does not mention does not. */
export interface Lacking {
  readonly conditions: readonly ConditionStanding[]
  readonly adults: readonly PersonId[]
}

/** The adults who parent or live with the child and whom no assessment has covered, in a record where assessments were made. */
export const uncoveredAdults = (stands: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const first = stands.assessments.find(
    one =>
      one.children.includes(child) &&
      one.opened !== undefined &&
      one.opened.day <= day &&
      one.opened.type !== 'early-help',
  )?.opened
  if (first === undefined) return []
  const covered = new Set(
    all(stands, 'person-covered')
      .filter(entry => entry.day <= day && entry.status !== 'not-asked')
      .map(entry => entry.person),
  )
  const time = { from: first.day, until: day }
  return adultsAround(stands, child, day).filter(
    person => !covered.has(person) && parentSpokenWith(stands, child, person, time) === undefined,
  )
}

/** What the ending of a plan on a day lacks, for a child (duties.md, R-CLS-1). */
export const lackingAt = (stands: Picture, child: PersonId, day: Day): Lacking => ({
  conditions: stands.conditions.filter(one => one.child === child && metBy(one, day) && !answeredBy(stands, one, day)),
  adults: uncoveredAdults(stands, child, day),
})

const metBy = (condition: ConditionStanding, day: Day): boolean =>
  condition.met !== undefined && (condition.met.at(-1)?.day ?? Number.POSITIVE_INFINITY) <= day

const answeredBy = (stands: Picture, condition: ConditionStanding, day: Day): boolean => {
  const answer = answerTo(stands, condition)
  return answer !== undefined && answer.day <= day
}

/** Notes from which entry on a plan is ended: an end in effect, or a plan above it that takes its place. */
export const settlePlan = (stands: Picture, plan: PlanStanding): void => {
  const started = plan.started ?? plan.agreed
  if (started === undefined) return
  const end = plan.endings
    .map(ending => inEffectBy(stands, plan, ending))
    .filter(entry => entry !== undefined)
    .sort(byDay)[0]
  const successor = stands.plans.find(other => takesOver(plan, started.day, other))?.started
  const ends = [end, successor].filter(entry => entry !== undefined).sort(byDay)[0]
  if (ends !== undefined) plan.ended = ends
}

/** The entry by which an ending is in effect: itself, or the last of what it lacked, once that is on the record. */
const inEffectBy = (stands: Picture, plan: PlanStanding, ending: EntryOf<'plan-ended'>): Entry | undefined => {
  if (bothSigned(ending.signedBy) || decidedElsewhere(stands, plan, ending)) return ending
  const missing = plan.children.flatMap(child => supplied(stands, child, ending.day))
  return missing.some(entry => entry === undefined)
    ? undefined
    : [ending, ...missing.filter(entry => entry !== undefined)].sort(byDay).at(-1)
}

/** For each thing that an ending lacks, the later entry that supplies it, or nothing. */
const supplied = (stands: Picture, child: PersonId, day: Day): readonly (Entry | undefined)[] => {
  const lacking = lackingAt(stands, child, day)
  const covered = (person: PersonId) =>
    all(stands, 'person-covered').find(
      entry => entry.person === person && entry.day > day && entry.status !== 'not-asked',
    )
  return [...lacking.conditions.map(one => answerTo(stands, one)), ...lacking.adults.map(covered)]
}

/**
 * A child protection plan is ended by its conference, and by care; whoever writes that it ended only says so. It lasts no
 * longer because something about an adult is missing, though that is asked after as for any ending.
 */
const decidedElsewhere = (stands: Picture, plan: PlanStanding, ending: EntryOf<'plan-ended'>): boolean =>
  plan.type === 'child-protection' &&
  plan.children.every(
    child =>
      all(stands, 'conference-held').some(
        entry =>
          (entry.outcome === 'end' || entry.outcome === 'no-plan') &&
          Math.abs(ending.day - entry.day) <= daysToWrite &&
          isAbout(stands, entry, child),
      ) || inCareOn(stands, child, ending.day),
  )

/** Days between the conference and the day on which its ending is written. */
const daysToWrite = 28

const inCareOn = (stands: Picture, child: PersonId, day: Day): boolean => {
  const came = all(stands, 'came-into-care').findLast(entry => entry.day <= day && isAbout(stands, entry, child))
  return (
    came !== undefined &&
    !all(stands, 'left-care').some(entry => entry.day >= came.day && entry.day <= day && isAbout(stands, entry, child))
  )
}

const takesOver = (plan: PlanStanding, from: Day, other: PlanStanding): boolean =>
  other !== plan &&
  standsAbove(other.type, plan.type) &&
  other.started !== undefined &&
  other.started.day >= from &&
  plan.children.every(child => other.children.includes(child))

/** Whether nothing is lacking. */
export const nothingLacks = (lacking: Lacking): boolean =>
  lacking.conditions.length === 0 && lacking.adults.length === 0

/** The endings of a plan that are proposed and not in effect on the record as it stands. */
export const proposedEndings = (plan: PlanStanding): readonly EntryOf<'plan-ended'>[] =>
  plan.endings.filter(
    ending =>
      plan.ended === undefined ||
      ending.day < plan.ended.day ||
      (ending.day === plan.ended.day &&
        ending !== plan.ended &&
        plan.ended.kind === 'plan-ended' &&
        ending.root < plan.ended.root),
  )
