import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'
import { put, type Shelf } from './shelf.ts'

export type PlanType = EntryOf<'plan-started'>['type']

/** A plan as it stands. An end that lacks something is proposed, and not in effect (design, section 4). */
export interface PlanStanding {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  readonly type: PlanType
  agreed?: EntryOf<'plan-agreed'>
  started?: EntryOf<'plan-started'>
  readonly members: EntryOf<'plan-member'>[]
  readonly updates: EntryOf<'plan-updated'>[]
  readonly endings: EntryOf<'plan-ended'>[]
  /** Where the plan stops for the child: an end in effect, or a plan of another type that takes its place. */
  ended?: Entry
}

export type AboutPlan = EntryOf<'plan-agreed' | 'plan-started' | 'plan-member' | 'plan-updated' | 'plan-ended'>

const planOf = (
  plans: Shelf<PlanStanding>,
  entry: AboutPlan,
  children: readonly PersonId[],
): PlanStanding | undefined => {
  const id = 'plan' in entry ? entry.plan : undefined
  const named = id === undefined ? lastOpen(plans, entry, children) : plans.byId.get(id)
  if (named !== undefined) return named
  const type = 'type' in entry ? entry.type : 'child-in-need'
  return put(plans, {
    id: id ?? (entry.root as string as ThingId),
    children,
    type,
    members: [],
    updates: [],
    endings: [],
  })
}

/** Plans of which this one may be: about the same children, and begun before the day of the entry where it ends or changes them. */
const lastOpen = (
  plans: Shelf<PlanStanding>,
  entry: AboutPlan,
  children: readonly PersonId[],
): PlanStanding | undefined => {
  if (entry.kind === 'plan-agreed') return undefined
  const theirs = plans.inOrder.filter(plan => plan.children.some(child => children.includes(child)))
  if (entry.kind === 'plan-started')
    return theirs.findLast(plan => plan.type === entry.type && plan.started === undefined)
  if (entry.kind !== 'plan-ended') return theirs.at(-1)
  const open = theirs.filter(plan => plan.endings.length === 0 && (planFrom(plan) ?? entry.day) < entry.day)
  return highest(open) ?? theirs.at(-1)
}

const rank: Record<PlanType, number> = { 'early-help': 0, 'child-in-need': 1, 'child-protection': 2, 'looked-after': 3 }

/** Of several plans the one that binds most, and of equals the last: a plan that steps down ends the higher one. */
const highest = (plans: readonly PlanStanding[]): PlanStanding | undefined =>
  plans.reduce<PlanStanding | undefined>(
    (held, plan) => (held === undefined || rank[plan.type] >= rank[held.type] ? plan : held),
    undefined,
  )

/** Whether a plan of one type stands above one of another. */
export const standsAbove = (one: PlanType, other: PlanType): boolean => rank[one] > rank[other]

/** Takes one entry about a plan into what stands. Whether an ending is in effect is settled when all is folded. */
export const foldPlan = (plans: Shelf<PlanStanding>, entry: AboutPlan, children: readonly PersonId[]): void => {
  const plan = planOf(plans, entry, children)
  if (plan === undefined) return
  switch (entry.kind) {
    case 'plan-agreed':
      plan.agreed ??= entry
      return
    case 'plan-started':
      plan.started ??= entry
      return
    case 'plan-member':
      plan.members.push(entry)
      return
    case 'plan-updated':
      plan.updates.push(entry)
      return
    case 'plan-ended':
      plan.endings.push(entry)
      return
  }
}

/** The first day on which a plan stands: the day it was agreed, else written. */
export const planFrom = (plan: PlanStanding): Day | undefined => (plan.agreed ?? plan.started)?.day

/** Whether a plan stands for a child on a day. */
export const planStandsOn = (plan: PlanStanding, child: PersonId, day: Day): boolean => {
  const from = planFrom(plan)
  return (
    from !== undefined &&
    from <= day &&
    plan.children.includes(child) &&
    (plan.ended === undefined || plan.ended.day > day)
  )
}
