import { serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, type Picture } from '../record/standing.ts'
import { procedure, type Rule, rule } from './rule.ts'
import { turnsOf, withElsewhere } from './turn.ts'

type Supervision = EntryOf<'supervision'>

const whose = new Set(['social-worker', 'lead-practitioner', 'team-manager'])

/** The family was discussed: an entry that names no child is about each child of the plan. */
const talks = (picture: Picture, child: PersonId): readonly Supervision[] =>
  all(picture, 'supervision').filter(
    entry =>
      serviceOfAgency(entry.by) === 'social-care' &&
      (entry.role === undefined || whose.has(entry.role)) &&
      (entry.child === undefined || entry.child.includes(child)),
  )

const supervisionHeld = rule({
  name: 'supervision-held',
  catalogue: 'R-SUP-1',
  says: 'Talk about the family in supervision, and write the reasons on the child’s record',
  shape: 'silence',
  label: 'local procedure',
  source: procedure('Nottinghamshire children’s social care supervision policy: every four weeks'),
  limit: { weeks: 4 },
  owner: 'team-manager',
  ladder: ['service-manager', 'safeguarding-lead'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const plan of picture.plans) {
      const start = plan.started ?? plan.agreed
      if (start === undefined || (plan.type !== 'child-in-need' && plan.type !== 'child-protection')) continue
      for (const child of plan.children) {
        const rules = ['supervision-held']
        const times = withElsewhere(picture, talks(picture, child), { rules, plan, child })
        for (const owed of turnsOf({ plan, child, start, times })) owe(owed)
      }
    }
  },
})

/** Supervision: somebody else looks at the case and asks why (review 5.23, 7.1). */
export const supervisionRules: readonly Rule[] = [supervisionHeld]
