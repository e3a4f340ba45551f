import type { Day } from '../calendar/day.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOf } from './household.ts'
import { homeOn } from './person-standing.ts'
import { all, type Picture } from './standing.ts'

type Kinship = EntryOf<'relationship'>

const lasts = ({ day: from, until }: Kinship, day: Day): boolean => from <= day && (until === undefined || until > day)

const isAlive = (stands: Picture, person: PersonId, day: Day): boolean => {
  const death = stands.people.get(person)?.death
  return death === undefined || death.day > day
}

const those = (stands: Picture, child: PersonId, day: Day, fits: (one: Kinship) => boolean): readonly PersonId[] => [
  ...new Set(
    all(stands, 'relationship').flatMap(one =>
      one.of === child && lasts(one, day) && fits(one) && isAlive(stands, one.person, day) ? [one.person] : [],
    ),
  ),
]

const isHolder = ({ is, responsibility }: Kinship): boolean =>
  responsibility === 'yes' || (is === 'mother' && responsibility !== 'no')

/** Whoever holds parental responsibility for a child on a day: as the record says; a mother holds it unless it says not. */
export const holdersFor = (stands: Picture, child: PersonId, day: Day): readonly PersonId[] =>
  those(stands, child, day, isHolder)

/** Parents of whom the record does not say whether they hold it: nobody may guess either way. */
export const perhapsHolders = (stands: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const known = new Set(holdersFor(stands, child, day))
  return those(
    stands,
    child,
    day,
    ({ is, responsibility }) => (is === 'father' || is === 'parent') && responsibility !== 'no',
  ).filter(person => !known.has(person))
}

/** Whether somebody lives with a child on a day, as far as is known: what reaches the family then reaches them. */
export const livesWith = (stands: Picture, person: PersonId, child: PersonId, day: Day): boolean => {
  const held = stands.people.get(person)
  const [home, theirs] = [homeOf(stands, child, day), held === undefined ? undefined : homeOn(held, day)]
  if (home !== undefined && theirs !== undefined) return home === theirs
  return stands.people.get(child)?.mother === person
}

const familyWords = new Set(['family', 'parents', 'parent', 'the family', 'mother', 'father'])

/** Whether something was sent or said to somebody of the family: by name, or to the family where they live with the child. */
export const isToPerson = (
  stands: Picture,
  to: readonly string[] | undefined,
  { person, child, day }: { readonly person: PersonId; readonly child: PersonId; readonly day: Day },
): boolean =>
  to !== undefined &&
  (to.includes(person) || (to.some(one => familyWords.has(one.toLowerCase())) && livesWith(stands, person, child, day)))
