import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { all, isAbout, type Picture, type ReceiptEntry } from './standing.ts'

type Plan = EntryOf<'sick-day-plan'>
type SaidBack = EntryOf<'sick-day-plan-said-back'>

const plansUntil = (stands: Picture, child: PersonId, day: Day): readonly Plan[] =>
  all(stands, 'sick-day-plan').filter(entry => entry.day <= day && isAbout(stands, entry, child))

/** The sick-day plan that stands for a child on a day: the last one agreed by then, or nothing. */
export const findSickDayPlan = (stands: Picture, child: PersonId, day: Day): Plan | undefined =>
  plansUntil(stands, child, day).at(-1)

/** Whether the parent said in their own words what they would do: they did, it was not clear yet, or nobody wrote that they asked. */
export type SaidBackState = 'clear' | 'not-clear' | 'not-asked'

/** The plan for when a child is ill, as it stands. */
export interface SickDayPlanStanding {
  readonly plan: Plan
  readonly agreedBy: readonly Agency[]
  readonly saidBack: SaidBackState
  /** The entry that says so: the plan itself, or a later talk. */
  readonly saidBackIn: Plan | SaidBack | undefined
  /** Who has it, as the plan itself says. */
  readonly to: readonly string[]
  /** Who was told of it, or had it, since. */
  readonly receipts: readonly ReceiptEntry[]
  /** The plans before it, the latest first. */
  readonly older: readonly Plan[]
}

/** Who was told of an entry, and had it, up to a day. */
export const receiptsOf = (stands: Picture, entry: Entry, day: Day): readonly ReceiptEntry[] =>
  [...new Set([entry.id, entry.root].flatMap(id => stands.receipts.get(id) ?? []))].filter(one => one.day <= day)

/** The talk in which a parent last said a plan back, between the day it was agreed and a day. */
const lastSaidBack = (stands: Picture, child: PersonId, plan: Plan, day: Day): SaidBack | undefined =>
  all(stands, 'sick-day-plan-said-back').findLast(
    one => one.day >= plan.day && one.day <= day && isAbout(stands, one, child),
  )

const stateOf = (understood: boolean | undefined): SaidBackState =>
  understood === undefined ? 'not-asked' : understood ? 'clear' : 'not-clear'

/** What stands of the plan for when a child is ill on a day; nothing when none was agreed. */
export const sickDayPlanOf = (stands: Picture, child: PersonId, day: Day): SickDayPlanStanding | undefined => {
  const plans = plansUntil(stands, child, day)
  const plan = plans.at(-1)
  if (plan === undefined) return undefined
  const talk = lastSaidBack(stands, child, plan, day)
  return {
    plan,
    agreedBy: plan.agreedBy ?? [plan.by],
    saidBack: stateOf(talk === undefined ? plan.understood : talk.understood),
    saidBackIn: talk ?? (plan.understood === undefined ? undefined : plan),
    to: plan.to ?? [],
    receipts: receiptsOf(stands, plan, day),
    older: plans.slice(0, -1).toReversed(),
  }
}
