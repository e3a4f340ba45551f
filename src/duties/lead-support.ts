import { addMonths } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { complexNeeds } from './complex-needs.ts'
import { nameOf } from './household.ts'
import { earliest } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

/** That a lead was judged fit is not asked of every record; where one was found to lack something, it is not left at that. */
const skillsMatched = rule({
  name: 'lead-skills-matched',
  catalogue: 'R-LP-2',
  says: 'Write what is done about the skills that the lead lacks for this child, or name another lead',
  label: 'local procedure',
  source: procedure('Bexley procedure on the lead professional; the five working days are a default of ours'),
  limit: { workingDays: 5 },
  owner: 'team-manager',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const lacking of all(picture, 'lead-skills')) {
      if (lacking.match || lacking.plan !== undefined) continue
      for (const child of childrenOf(picture, lacking)) {
        const { day, root } = lacking
        const done = earliest(
          firstSince(
            picture,
            'lead-skills',
            { child, day },
            one => one !== lacking && (one.match || one.plan !== undefined),
          ),
          firstSince(picture, 'lead-named', { child, day }),
        )
        owe({ child, thing: root, because: [lacking], since: day, done })
      }
    }
  },
})

/** A mother, or a father, who was under 25 when the child's needs were known. */
const youngParents = (picture: Picture, child: PersonId, known: Entry): readonly PersonId[] => {
  const { mother, father } = picture.people.get(child) ?? {}
  return [mother, father].filter(
    (person): person is PersonId => person !== undefined && isUnder25(picture, person, known),
  )
}

const isUnder25 = (picture: Picture, person: PersonId, { day }: Entry): boolean => {
  const held = picture.people.get(person)
  return (
    held?.born !== undefined && (held.death === undefined || held.death.day > day) && addMonths(held.born, 300) > day
  )
}

const navigatorOffered = rule({
  name: 'navigator-offered',
  catalogue: 'R-LP-4',
  says: 'Offer the young parent somebody who goes through appointments and services with them',
  label: 'local setting',
  source: ownDefault('ten working days; the review recommends it for young parents of children with complex needs'),
  limit: { workingDays: 10 },
  owner: 'lead-practitioner',
  ladder: ['team-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const child of picture.children) {
      const known = complexNeeds(picture, child)
      if (known === undefined) continue
      for (const person of youngParents(picture, child, known)) {
        const done = earliest(
          all(picture, 'help-offered').find(
            one =>
              one.day >= known.day && one.navigator === true && (one.person === undefined || one.person === person),
          ),
          all(picture, 'advocate').find(one => one.person === person),
          picture.network.find(one => one.role === 'family-support-worker' && one.children.includes(child))?.starts,
        )
        if (done !== undefined && done.day < known.day) continue
        owe({
          child,
          thing: 'navigator',
          step: person,
          because: [known],
          since: known.day,
          done,
          of: nameOf(picture, person),
        })
      }
    }
  },
})

/** What a lead must be able to do, and who helps a young parent through it all (review 5.11, 5.13). */
export const leadSupportRules: readonly Rule[] = [skillsMatched, navigatorOffered]
