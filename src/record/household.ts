import type { Day } from '../calendar/day.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOn } from './person-standing.ts'
import { all, type Picture } from './standing.ts'

const parental = new Set(['mother', 'father', 'parent', 'step-parent', 'partner', 'carer'])

/** Everybody in a parent's or carer's place for a child on a day, or an adult of the child's household. */
export const adultsAround = (stands: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const ids = new Set<PersonId>()
  for (const entry of all(stands, 'relationship')) {
    if (
      entry.of === child &&
      parental.has(entry.is) &&
      entry.day <= day &&
      (entry.until === undefined || entry.until > day)
    )
      ids.add(entry.person)
  }
  for (const partner of partnersOf(stands, ids, day)) if (partner !== child) ids.add(partner)
  const home = homeOf(stands, child, day)
  if (home !== undefined)
    for (const person of stands.people.values())
      if (person.id !== child && person.as !== 'child' && person.as !== 'unborn' && homeOn(person, day) === home)
        ids.add(person.id)
  return [...ids].filter(id => !hadDied(stands, id, day)).sort()
}

const hadDied = (stands: Picture, id: PersonId, day: Day): boolean => {
  const death = stands.people.get(id)?.death
  return death !== undefined && death.day <= day
}

/** The partners of a parent on a day, wherever they live: a new partner is around the child before anybody writes a move. */
const partnersOf = (stands: Picture, parents: ReadonlySet<PersonId>, day: Day): readonly PersonId[] =>
  all(stands, 'relationship').flatMap(entry => {
    if (entry.is !== 'partner' || entry.day > day || (entry.until !== undefined && entry.until <= day)) return []
    if (isFormer(stands, entry, day)) return []
    return parents.has(entry.of) ? [entry.person] : parents.has(entry.person) ? [entry.of] : []
  })

const isFormer = (stands: Picture, { person, of, day: from }: EntryOf<'relationship'>, day: Day): boolean =>
  all(stands, 'relationship').some(
    entry =>
      entry.is === 'former-partner' &&
      entry.day >= from &&
      entry.day <= day &&
      [entry.person, entry.of].includes(person) &&
      [entry.person, entry.of].includes(of),
  )

/** Where a child lives on a day; an unborn child lives where its mother does. */
export const homeOf = (stands: Picture, child: PersonId, day: Day): string | undefined => {
  const person = stands.people.get(child)
  if (person === undefined) return undefined
  const mother = person.mother === undefined ? undefined : stands.people.get(person.mother)
  return homeOn(person, day) ?? (mother === undefined ? undefined : homeOn(mother, day))
}
