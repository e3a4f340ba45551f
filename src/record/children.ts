import { isUnder18 } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { always } from './always.ts'
import type { Entry, Kind } from './entry.ts'
import type { PersonId } from './field.ts'
import { foldPeople, isChildOfRecord, type People } from './person-standing.ts'
import { all } from './standing.ts'

type ByKind = ReadonlyMap<Kind, readonly Entry[]>

const parentIds = (byKind: ByKind): ReadonlySet<PersonId> =>
  new Set(
    all({ byKind }, 'relationship')
      .filter(entry => entry.is !== 'sibling')
      .map(entry => entry.person)
      .concat(
        all({ byKind }, 'pregnancy').flatMap(entry => [
          entry.mother,
          ...(entry.father === undefined ? [] : [entry.father]),
        ]),
      ),
  )

/** Who is neither said to be child nor adult is told from the birth: under eighteen when the record begins, and nobody's parent. */
const markChildren = (people: People, parents: ReadonlySet<PersonId>, begins: Day): void => {
  for (const person of people.values()) {
    if (person.as !== undefined || person.expected !== undefined) continue
    if (person.subject || (person.born !== undefined && !parents.has(person.id) && isUnder18(person.born, begins)))
      person.as = 'child'
  }
}

/** The day of the first entry that carries one; facts about who people are may carry none. */
const beginning = (entries: readonly Entry[]): Day =>
  (entries.find(entry => entry.from > always) ?? entries[0])?.day ?? always

/** The people of a record, with its children marked. */
export const foldPersons = (byKind: ByKind, entries: readonly Entry[]): People => {
  const people = foldPeople({
    persons: all({ byKind }, 'person'),
    relationships: all({ byKind }, 'relationship'),
    homes: all({ byKind }, 'lives-at'),
  })
  markChildren(people, parentIds(byKind), beginning(entries))
  return people
}

/** The child whom an entry is about when it names none: the one marked, else the first born. */
export const subjectOf = (people: People, entries: readonly Entry[]): PersonId => {
  const children = [...people.values()].filter(isChildOfRecord)
  const rank = (id: PersonId) => people.get(id)?.born ?? Number.MAX_SAFE_INTEGER
  const first =
    children.find(child => child.subject) ??
    children.sort((a, b) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1))[0]
  return first?.id ?? entries.find(entry => entry.child !== undefined)?.child?.[0] ?? ('child' as PersonId)
}

/** Whether the record is about this person as a child. */
export const isChildIn = (people: People, id: PersonId): boolean => {
  const person = people.get(id)
  return person !== undefined && isChildOfRecord(person)
}

/** Every child of the record, born or not, in a steady order. */
export const childIds = (people: People, entries: readonly Entry[], subject: PersonId): readonly PersonId[] => {
  const ids = new Set<PersonId>([subject])
  for (const person of people.values()) if (isChildOfRecord(person)) ids.add(person.id)
  for (const entry of entries) if (entry.child !== undefined) for (const id of entry.child) ids.add(id)
  return [...ids].sort()
}
