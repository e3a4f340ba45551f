import type { Day } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { homeOf } from '../record/household.ts'
import type { PersonStanding } from '../record/person-standing.ts'
import { all, onPlanOn, type Picture } from '../record/standing.ts'
import { isHereOn } from './household.ts'
import { earliest, endedBy, isFor } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'
import { reasonOn } from './think-family.ts'

type Born = PersonStanding & { readonly birth: Entry }

const isBorn = (person: PersonStanding): person is Born => person.birth !== undefined

const isSibling = (picture: Picture, baby: Born, child: PersonId): boolean => {
  const mother = picture.people.get(child)?.mother
  if (mother === undefined || baby.mother === undefined || mother === baby.mother) return true
  const home = homeOf(picture, baby.id, baby.birth.day)
  return home !== undefined && home === homeOf(picture, child, baby.birth.day)
}

const olderOnPlan = (picture: Picture, baby: Born): readonly PersonId[] => {
  const { day } = baby.birth
  return picture.children.filter(
    child =>
      child !== baby.id &&
      (picture.people.get(child)?.born ?? Number.NEGATIVE_INFINITY) < day &&
      isHereOn(picture, child, day) &&
      onPlanOn(picture, child, day) &&
      isSibling(picture, baby, child),
  )
}

/** The plan or the assessment of a child was looked at again on or after a day. */
const reassessed = (picture: Picture, child: PersonId, day: Day): Entry | undefined => {
  const counts = (entry: Entry | undefined, children: readonly PersonId[]): readonly Entry[] =>
    entry !== undefined && entry.day >= day && isFor(picture, entry, children, child) ? [entry] : []
  return earliest(
    ...picture.plans.flatMap(plan => [plan.started, ...plan.updates].flatMap(entry => counts(entry, plan.children))),
    ...picture.assessments.flatMap(one => counts(one.finished, one.children)),
  )
}

/** The plans of a family are looked at again when a baby is born (review 1.17, 2.14). */
export const plansReassessed: Rule = rule({
  name: 'plans-reassessed-after-birth',
  catalogue: 'R-UNB-5',
  says: 'Look at each child’s plan again now that the baby is born: what two children need, and who is there to give it',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('ten working days after the birth'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  find: (picture, owe) => {
    if (all(picture, 'birth').length === 0) return
    for (const baby of picture.people.values()) {
      if (!isBorn(baby)) continue
      const older = olderOnPlan(picture, baby)
      if (older.length === 0) continue
      const { birth, id } = baby
      for (const child of [...older, id]) {
        const over = child === id ? undefined : reasonOn(picture, child, birth.day)?.ended
        const ending = endedBy(reassessed(picture, child, birth.day), over)
        owe({ child, thing: id, because: [birth], since: birth.day, ...ending })
      }
    }
  },
})
