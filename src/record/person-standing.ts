import { isUnder18 } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'

/** A person as the record has them. Child or adult is an age on a day; an unborn child keeps its id at birth. */
export interface PersonStanding {
  readonly id: PersonId
  name?: string
  born?: Day
  expected?: Day
  as?: 'child' | 'adult' | 'unborn'
  subject?: boolean
  nhs?: string
  mother?: PersonId
  father?: PersonId
  death?: Entry
  birth?: Entry
  /** An entry that ended the pregnancy or the record's hold on the child: nothing more is owed, and nothing is said. */
  gone?: Entry
  /** Where the person lives from which day, in order. */
  readonly homes: { readonly address: string; readonly from: Day; readonly until?: Day; readonly entry: Entry }[]
}

export type People = Map<PersonId, PersonStanding>

/** The person with this id, made when the record has not named them before. */
export const personIn = (people: People, id: PersonId): PersonStanding => {
  const held = people.get(id)
  if (held !== undefined) return held
  const made: PersonStanding = { id, homes: [] }
  people.set(id, made)
  return made
}

const named = (people: People, entry: EntryOf<'person'>) => {
  const person = personIn(people, entry.person)
  if (entry.name !== undefined) person.name = entry.name
  if (entry.born !== undefined) person.born = entry.born
  if (entry.expected !== undefined) person.expected = entry.expected
  if (entry.as !== undefined) person.as = entry.as
  if (entry.subject !== undefined) person.subject = entry.subject
  if (entry.nhs !== undefined) person.nhs = entry.nhs
}

const related = (people: People, entry: EntryOf<'relationship'>) => {
  if (entry.is === 'mother') personIn(people, entry.of).mother = entry.person
  if (entry.is === 'father') personIn(people, entry.of).father = entry.person
  personIn(people, entry.person)
}

const housed = (people: People, entry: EntryOf<'lives-at'>) => {
  for (const id of entry.person) {
    const until = entry.until === undefined ? {} : { until: entry.until }
    personIn(people, id).homes.push({ address: plainAddress(entry.address), from: entry.day, entry, ...until })
  }
}

/** An address without case and stray spaces, so that the same words are the same place. */
export const plainAddress = (address: string): string => address.trim().toLowerCase().replace(/\s+/gu, ' ')

/** Everybody whom the entries name, with what is said of them. Entries come in order. */
export const foldPeople = (entries: {
  readonly persons: readonly EntryOf<'person'>[]
  readonly relationships: readonly EntryOf<'relationship'>[]
  readonly homes: readonly EntryOf<'lives-at'>[]
}): People => {
  const people: People = new Map()
  for (const entry of entries.persons) named(people, entry)
  for (const entry of entries.relationships) related(people, entry)
  for (const entry of entries.homes) housed(people, entry)
  return people
}

/** Where a person lives on a day, or nothing when the record does not say. */
export const homeOn = (person: PersonStanding, day: Day): string | undefined =>
  person.homes.findLast(home => home.from <= day && (home.until === undefined || home.until >= day))?.address

/** Whether a person is a child on a day: by age, or by the record's word where no birth is known. */
export const isChildOn = (person: PersonStanding, day: Day): boolean =>
  person.born !== undefined
    ? isUnder18(person.born, day)
    : person.as === 'child' || person.as === 'unborn' || person.expected !== undefined

/** Whether a person is not yet born on a day. */
export const isUnbornOn = (person: PersonStanding, day: Day): boolean => {
  if (person.birth !== undefined) return person.birth.day > day
  if (person.born !== undefined) return person.born > day
  return person.as === 'unborn' || person.expected !== undefined
}

/** Whether the record is about this person as a child: not a parent of somebody on it, unless it says so. */
export const isChildOfRecord = (person: PersonStanding): boolean =>
  person.as === 'child' || person.as === 'unborn' || person.expected !== undefined
