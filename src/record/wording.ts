import { findRole, roleInWords } from '../people/role.ts'
import { type Agency, agencyInWords, findAgency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import type { People } from './person-standing.ts'

/** How people are named in sentences, for the reader who is shown them. */
export type Naming = (person: PersonId) => string

/** Asked of a naming, this stands for the child of the record, whom an entry means when it names no child. */
export const childOfRecord = '' as PersonId

/** A naming from the people of a record: their names, else their ids; "the child" where even that is not known. */
export const namesIn = (people: People, subject: PersonId): Naming => {
  const name = (id: PersonId) => people.get(id)?.name ?? id
  return id => (id !== childOfRecord ? name(id) : (people.get(subject)?.name ?? 'the child'))
}

/** Begun with a capital. */
export const titled = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)
/** One, two and three. */
export const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
/** A value as words: was-not-brought, was not brought. */
export const plain = (word: string) => word.replaceAll('-', ' ')
/** Agencies by their words. */
export const agencies = (list: readonly Agency[]) => listed(list.map(agencyInWords))
/** The children whom an entry is about, by name. */
export const children = (entry: Entry, name: Naming) => listed((entry.child ?? [childOfRecord]).map(name))
/** Those to whom something went: agencies and roles by their words, people by name. */
export const recipients = (to: readonly string[], name: Naming) => listed(to.map(one => recipient(one, name)))
/** The same for one. */
export const recipient = (to: string, name: Naming): string => {
  const agency = findAgency(to)
  const role = agency === undefined ? findRole(to) : undefined
  return agency !== undefined
    ? agencyInWords(agency)
    : role !== undefined
      ? `the ${roleInWords(role)}`
      : name(to as PersonId)
}
/** Was, or were for several. */
export const was = (people: readonly PersonId[] | undefined) =>
  people !== undefined && people.length > 1 ? 'were' : 'was'
/** The writer's own words, cut where they are long. */
export const quoted = (text: string | undefined) =>
  text === undefined ? '' : ` “${text.length > 90 ? `${text.slice(0, 89)}…` : text}”`
/** The clinic of an entry, after a word that leads to it. */
export const clinic = (entry: { clinic?: string | undefined }, before: string) =>
  entry.clinic === undefined ? '' : ` ${before} ${entry.clinic}`
/** What follows where it is said, else nothing. */
export const and = (text: string | undefined, before = ': ') => (text === undefined ? '' : `${before}${text}`)
/** Whose post an entry is about. */
export const post = (entry: EntryOf<'worker-starts' | 'worker-leaves' | 'worker-away' | 'cover' | 'handover'>) =>
  `${entry.role === undefined ? `a worker of ${agencyInWords(entry.agency ?? entry.by)}` : `the ${roleInWords(entry.role)}`}${and(entry.practitioner, ' ')}`
