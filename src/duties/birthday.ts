import { addMonths, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, onPlanOn, type Picture, planOn } from '../record/standing.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** So many months before the birthday it is asked who will hold the case; what was settled by then settles it. */
const ahead = 3

/** Why somebody must hold the case on that day: a plan, or appointments that may not be missed. */
const reason = (picture: Picture, child: PersonId, birthday: Day): Entry | undefined => {
  const before = (birthday - 1) as Day
  const plan = onPlanOn(picture, child, before) ? planOn(picture, child, before) : undefined
  const series = [...picture.series.values()].find(one => one.critical && one.children.includes(child))
  return plan?.started ?? plan?.agreed ?? series?.importance ?? series?.started
}

const settles = (entry: Entry): boolean => serviceOfAgency(entry.by) !== 'family'

/** Somebody took the case on or it was decided who does, in the months before; a handover may have come earlier. */
const settledBy = (picture: Picture, child: PersonId, birthday: Day): Entry | undefined => {
  const isOf = (entry: Entry) =>
    entry.day >= addMonths(birthday, -ahead) && isAbout(picture, entry, child) && settles(entry)
  const handedOver = (entry: Entry) => entry.day >= addMonths(birthday, -6) && isAbout(picture, entry, child)
  return earliest(
    all(picture, 'handover').find(handedOver),
    all(picture, 'lead-accepted').find(isOf),
    all(picture, 'worker-starts').find(isOf),
    all(picture, 'decision').find(isOf),
    all(picture, 'plan-updated').find(isOf),
    all(picture, 'threshold-reviewed').find(isOf),
  )
}

const birthdays = [16, 18] as const

const heldAtBirthday = rule({
  name: 'case-held-at-birthday',
  catalogue: 'beyond',
  says: 'Say who holds the case from the birthday on: which service, which clinic, which worker',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('by the sixteenth and the eighteenth birthday, raised three months before'),
  limit: { months: ahead },
  owner: 'team-manager',
  ladder: ['service-manager', 'designated-nurse'],
  find: (picture, owe) => {
    const last = picture.entries.at(-1)?.day
    if (last === undefined) return
    for (const child of picture.children) {
      const person = picture.people.get(child)
      if (person?.born === undefined) continue
      for (const age of birthdays) {
        const birthday = addMonths(person.born, 12 * age)
        const since = addMonths(birthday, -ahead)
        // A year before, there is nothing to ask yet.
        if (last < addMonths(since, -12)) continue
        const because = reason(picture, child, birthday)
        if (because === undefined || because.day > birthday) continue
        const done = settledBy(picture, child, birthday)
        const plan = planOn(picture, child, (birthday - 1) as Day)
        const over = plan?.ended === undefined ? {} : { over: { entry: plan.ended, how: 'no-longer' as const } }
        owe({ child, thing: `${age}`, because: [because], since, ...(done === undefined ? over : { done }) })
      }
    }
  },
})

/** The sixteenth and the eighteenth birthday: who holds the case now. */
export const birthdayRules: readonly Rule[] = [heldAtBirthday]
