import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isChildOfRecord, isChildOn, isUnbornOn } from '../record/person-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import type { DiscussionStanding } from '../record/strategy-standing.ts'
import { earliest, firstFrom } from './reading.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

/** Whether a discussion records what it decided for the children whom it names. */
const decides = (entry: EntryOf<'strategy-discussion'>): boolean =>
  entry.outcome !== undefined || entry.section47 !== undefined

/** From which day the record knows each person. */
const knownSince = (picture: Picture): ReadonlyMap<PersonId, Day> => {
  const since = new Map<PersonId, Day>()
  const note = (id: PersonId, day: Day) => since.set(id, Math.min(day, since.get(id) ?? day) as Day)
  for (const entry of all(picture, 'person')) note(entry.person, entry.day)
  for (const person of picture.people.values()) if (person.birth !== undefined) note(person.id, person.birth.day)
  return since
}

const parentsIn = (picture: Picture): ReadonlySet<PersonId | undefined> =>
  new Set([...picture.people.values()].flatMap(({ mother, father }) => [mother, father]))

/**
 * The born children of the family on a day, as the record knew them. A parent under 18 is a child too, but with a record
 * of her own; the unborn have a rule of their own (R-UNB-3).
 */
const bornChildren = (picture: Picture): ((day: Day) => readonly PersonId[]) => {
  const [known, parents] = [knownSince(picture), parentsIn(picture)]
  const children = picture.children.flatMap(id => {
    const person = picture.people.get(id)
    return person !== undefined && isChildOfRecord(person) && !parents.has(id) ? [person] : []
  })
  return day =>
    children
      .filter(person => (known.get(person.id) ?? Number.POSITIVE_INFINITY) <= day)
      .filter(person => isChildOn(person, day) && !isUnbornOn(person, day))
      .map(({ id }) => id)
}

const outcomeFor = (picture: Picture, { id, entries }: DiscussionStanding, child: PersonId): Entry | undefined =>
  earliest(
    entries.find(entry => decides(entry) && isAbout(picture, entry, child)),
    all(picture, 'decision').find(entry => entry.meeting === id && isAbout(picture, entry, child)),
  )

/** A later discussion that records an outcome for the child takes the place of what this one left open. */
const overtakenBy = (
  picture: Picture,
  { entries, first }: DiscussionStanding,
  child: PersonId,
  done: Entry | undefined,
): Pick<Owed, 'done' | 'over'> => {
  const later = firstFrom(
    all(picture, 'strategy-discussion'),
    first.day,
    entry => !entries.includes(entry) && decides(entry) && isAbout(picture, entry, child),
  )
  return later !== undefined && (done === undefined || later.day < done.day)
    ? { over: { entry: later, how: 'overtaken' } }
    : { done }
}

/** The children for whom some discussion of a day decided: together they leave nobody out. */
const decidedFor = (picture: Picture): ReadonlySet<string> =>
  new Set(
    picture.discussions.flatMap(({ entries }) =>
      entries.filter(decides).flatMap(entry => childrenOf(picture, entry).map(child => `${entry.day}|${child}`)),
    ),
  )

const isUnborn = (picture: Picture, child: PersonId, day: Day): boolean => {
  const person = picture.people.get(child)
  return person !== undefined && isUnbornOn(person, day)
}

/** Every child of the family has an outcome of the discussion, not only the one it was called for (review 5.28, 5.29). */
export const strategyOutcomes: Rule = rule({
  name: 'strategy-outcome-for-each-child',
  catalogue: 'R-STR-4',
  says: 'Record what was decided for this child too',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('the same day; that siblings are considered is local procedure in Hertfordshire'),
  limit: { sameDay: true },
  owner: 'meeting-chair',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    if (picture.discussions.length === 0) return
    const [born, decided] = [bornChildren(picture), decidedFor(picture)]
    for (const discussion of picture.discussions) {
      const { id, first, entries } = discussion
      const named = entries.filter(entry => !decides(entry)).flatMap(entry => childrenOf(picture, entry))
      for (const child of new Set([...named, ...born(first.day)])) {
        if (decided.has(`${first.day}|${child}`) || isUnborn(picture, child, first.day)) continue
        const done = outcomeFor(picture, discussion, child)
        const ends = overtakenBy(picture, discussion, child, done)
        owe({ child, thing: id, step: child, because: [first], since: first.day, agency: first.by, ...ends })
      }
    }
  },
})
