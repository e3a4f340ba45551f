import type { Day } from '../../calendar/day.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { planStandsOn } from '../../record/plan-standing.ts'
import { findSickDayPlan } from '../../record/sick-day-plan.ts'
import { all, isAbout, type Picture } from '../../record/standing.ts'
import type { AgreedSeen, PlanSeen, PromiseSeen } from './seen.ts'

/** The plans of a child that were written and stand. What is only agreed to be needed is no plan yet. */
export const plansSeen = (stands: Picture, child: PersonId, today: Day): readonly PlanSeen[] =>
  stands.plans.flatMap(plan => {
    const { started, type, members } = plan
    if (started === undefined || !planStandsOn(plan, child, today)) return []
    const joined = members.filter(one => one.answer !== 'declined').map(one => one.agency)
    return [{ type, since: started.day, members: [...new Set([...(started.members ?? []), ...joined])] }]
  })

/** Who does what by when, where somebody wrote it in plain words for the family. */
export const promisesSeen = (stands: Picture, child: PersonId): readonly PromiseSeen[] =>
  stands.undertakings.flatMap(one => {
    const { given, kept, declined, children } = one
    if (given?.plain === undefined || declined !== undefined || !children.includes(child)) return []
    return [
      {
        ...{ what: given.plain, owner: given.owner, agency: given.agency ?? given.by },
        ...{ due: given.due, done: kept?.day },
      },
    ]
  })

/** What was agreed, and by whom, the last first. */
export const agreedSeen = (stands: Picture, child: PersonId, today: Day): readonly AgreedSeen[] => {
  const sickDay = findSickDayPlan(stands, child, today)
  const list = all(stands, 'medicines-agreed').findLast(entry => isAbout(stands, entry, child))
  const plans = stands.plans.filter(plan => planStandsOn(plan, child, today)).flatMap(plan => plan.started ?? [])
  const seen = (what: AgreedSeen['what'], entry: Entry | undefined): readonly AgreedSeen[] =>
    entry === undefined ? [] : [{ what, day: entry.day, by: entry.by }]
  return [
    ...seen('sick-day-plan', sickDay),
    ...seen('medicines', list),
    ...plans.flatMap(entry => seen('plan', entry)),
  ].toSorted((one, other) => other.day - one.day)
}
