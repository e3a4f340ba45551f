import type { Day } from '../calendar/day.ts'
import type { Entry, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isChildOn } from '../record/person-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { serious } from './death.ts'
import { childrenOfHome, isHereOn } from './household.ts'
import { firstOfEach, firstOfKinds } from './looked-at.ts'
import { earliest } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** By which those who decide show that they thought of this child too: a discussion, an enquiry, a safe place. */
const thoughtOf: readonly Kind[] = [
  'strategy-discussion',
  'section47-started',
  'assessment-opened',
  'conference-held',
  'safety-plan',
  'came-into-care',
  'placed-elsewhere',
  'legal-step',
]

/** Something about the child, or a discussion that names no child: it was about the home. */
const discussed = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstOfKinds(picture, thoughtOf, child, day),
    all(picture, 'strategy-discussion').find(entry => entry.day >= day && entry.child === undefined),
  )

const othersOf = (picture: Picture, child: PersonId, day: Day): readonly PersonId[] =>
  childrenOfHome(picture, child, day).filter(other => {
    const person = picture.people.get(other)
    return other !== child && isHereOn(picture, other, day) && (person === undefined || isChildOn(person, day))
  })

const siblingsSafe = rule({
  name: 'siblings-safe-after-death',
  catalogue: 'beyond',
  says: 'Hold a strategy discussion about the other child of the home: a child there has died or was seriously harmed, and abuse or neglect is suspected',
  shape: 'join',
  label: 'local setting',
  source: ownDefault('24 hours; where the other children are tonight is asked before why the first one died'),
  limit: { hours: 24 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  heard: 'at-once',
  find: (picture, owe) => {
    const isFirst = firstOfEach()
    for (const { entry, child } of serious(picture))
      for (const other of othersOf(picture, child, entry.day))
        if (isFirst(other, child))
          owe({
            ...{ child: other, thing: child, because: [entry], since: entry.day },
            done: discussed(picture, other, entry.day),
          })
  },
})

/** Brothers and sisters of a child who has died, or was seriously harmed (beyond.md; review 5.28). */
export const siblingsAfterDeathRules: readonly Rule[] = [siblingsSafe]
