import type { Day } from '../calendar/day.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { nameOf } from './household.ts'
import { inTurn } from './in-turn.ts'
import { firstOfKinds, socialWorkerFor, weighedBy } from './looked-at.ts'
import { earliest, firstFrom } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Elsewhere = EntryOf<'known-elsewhere'>

/** A fact for one child, from the day on which both the fact and the child are known. */
interface Known {
  readonly child: PersonId
  readonly entry: Elsewhere
  readonly since: Day
}

/** What of the time before a child was expected still counts for that child; a plan that ended is history. */
const lasting = new Set(['child-removed', 'conviction', 'domestic-abuse', 'child-protection-plan', 'looked-after'])

/** The first day on which the record knows of a child: the pregnancy, else the birth. */
const knownFrom = (picture: Picture, child: PersonId): Day | undefined => {
  const person = picture.people.get(child)
  return picture.pregnancies.find(one => one.unborn === child)?.known.day ?? person?.birth?.day ?? person?.born
}

const knownFor = (picture: Picture, entry: Elsewhere, child: PersonId): readonly Known[] => {
  const from = knownFrom(picture, child) ?? entry.day
  if (from > entry.day && !lasting.has(entry.fact)) return []
  return [{ child, entry, since: Math.max(from, entry.day) as Day }]
}

/** What cannot wait five days: a child taken from a parent, a conviction. */
const grave = new Set(['child-removed', 'conviction'])

/** Facts by child and person; of exploitation the rules on exploitation speak. */
const facts = (picture: Picture): ReadonlyMap<string, readonly Known[]> => {
  const each = all(picture, 'known-elsewhere')
    .filter(entry => entry.fact !== 'exploitation')
    .flatMap(entry => childrenOf(picture, entry).flatMap(child => knownFor(picture, entry, child)))
  return Map.groupBy(each, ({ child, entry }) => `${child}|${entry.person}`)
}

const factRead = rule({
  name: 'record-elsewhere-read',
  catalogue: 'beyond',
  says: 'Read what the other record holds, and write what it means for this child',
  shape: 'join',
  label: 'local setting',
  source: ownDefault(
    'five working days after it is known that another record holds something, two where a child was removed or somebody convicted: a sibling’s or parent’s record that is not read is not joined',
  ),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  find: (picture, owe) => {
    if (all(picture, 'known-elsewhere').length === 0) return
    for (const ofOne of facts(picture).values())
      inTurn(
        ofOne,
        ({ entry }) => entry,
        ({ child, entry, since: day }, ordinal) => {
          const { person } = entry
          const done = earliest(
            firstOfKinds(picture, [...weighedBy, 'meeting-held'], child, day),
            firstFrom(all(picture, 'person-covered'), day, one => one.person === person && one.status !== 'not-asked'),
          )
          const owner = socialWorkerFor(picture, child, day)
          return owe({
            child,
            thing: `elsewhere-${person}`,
            step: `${ordinal}`,
            because: [entry],
            since: day,
            ...(grave.has(entry.fact) ? { limit: { workingDays: 2 } } : {}),
            owner,
            watchers: [entry.by],
            of: nameOf(picture, person),
            done,
          })
        },
      )
  },
})

/** Records that belong together are read together: a removed sibling, a conviction, a plan in another area (beyond.md). */
export const knownElsewhereRules: readonly Rule[] = [factRead]
