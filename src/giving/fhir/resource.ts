import { hash } from 'node:crypto'
import type { Day, Moment } from '../../calendar/day.ts'
import { isoDay } from '../../calendar/day.ts'
import { utcInstant } from '../../calendar/moment.ts'
import type { Duty } from '../../duties/rule.ts'
import type { Role } from '../../people/role.ts'
import { roleInWords } from '../../people/role.ts'
import { type Agency, agencyInWords } from '../../people/service.ts'
import type { PersonId } from '../../record/field.ts'
import type { Picture } from '../../record/standing.ts'
import type { Naming } from '../../record/wording.ts'

/** One reader's look at a family on a day: all that is given out of a family is made of this, and of nothing else. */
export interface Look {
  readonly family: { readonly id: string }
  readonly day: Day
  readonly stands: Picture
  readonly duties: readonly Duty[]
  readonly name: Naming
}

/** What is given out, by the names of FHIR. */
export const given = [
  'Patient',
  'Appointment',
  'CareTeam',
  'CarePlan',
  'Task',
  'Communication',
  'Flag',
  'MedicationStatement',
] as const
export type GivenType = (typeof given)[number]

/** Whether a word is the name of a resource that is given out. */
export const isGivenType = (word: string): word is GivenType => (given as readonly string[]).includes(word)

/** A resource of FHIR, in the order of elements that its XML has to have. */
export interface Resource {
  readonly resourceType: string
  readonly id?: string
}

/** The days or moments by which a resource is found: from the first up to, and without, the second. */
export interface Range {
  readonly from: Moment
  readonly until: Moment
}

/** A resource with what it is found by. */
export interface Found {
  readonly id: string
  readonly resource: Resource
  readonly record: string
  /** The ids of the patients whom it is about. */
  readonly patients: readonly string[]
  readonly status?: string
  /** When it is, or is due. */
  readonly when?: Range | undefined
  /** Who owes it: the agency, and the role. */
  readonly owners?: readonly string[]
  readonly identifiers?: readonly { readonly system: string; readonly value: string }[]
  readonly name?: string | undefined
}

/** What a resource would have; what is undefined is left out of it. */
export type Filled<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K]
} & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

/** A resource without what it does not have. */
export const filled = <T extends object>(parts: T): Filled<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never

/** An id that says nothing of anybody, always the same for the same thing of a record, and that names the record to open. */
export const idOf = (record: string, type: string, own: string): string =>
  `${record}-${hash('sha256', `${record}|${type}|${own}`).slice(0, 12)}`

/** The record that an id names, or nothing for what is no id of ours. */
export const recordOfId = (id: string): string | undefined => /^([a-z0-9]{10})-[0-9a-f]{12}$/u.exec(id)?.[1]

/** The id of a child as a patient. */
export const patientId = ({ family }: Look, child: PersonId): string => idOf(family.id, 'Patient', child)

/** Children of whom something is given: who are born, and whom the record still holds. */
export const childrenGiven = ({ stands }: Look): readonly PersonId[] =>
  stands.children.filter(child => {
    const person = stands.people.get(child)
    return person !== undefined && person.gone === undefined && (person.as !== 'unborn' || person.birth !== undefined)
  })

/** A reference to a patient. */
export const toPatient = (look: Look, child: PersonId) => ({
  reference: `Patient/${patientId(look, child)}`,
  type: 'Patient' as const,
})

/** A day as a date of FHIR. */
export const dateOf = (day: Day): string => isoDay(day)

/** A moment as an instant of FHIR, in UTC. */
export const instantOf = (moment: Moment): string => utcInstant(moment)

/** A role in an agency, as it is said. */
export const ownerInWords = (role: Role, agency: Agency | undefined): string =>
  agency === undefined ? roleInWords(role) : `${roleInWords(role)}, ${agencyInWords(agency)}`

/** The systems of our own codes. */
export const ownSystem = (what: 'agency' | 'role' | 'rule' | 'plan' | 'notice'): string => `urn:holdfast:${what}`
