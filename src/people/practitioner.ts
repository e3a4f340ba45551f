import type { Day } from '../calendar/day.ts'
import type { Role } from './role.ts'
import type { Agency } from './service.ts'

/** A practitioner's id within a partnership; it says nothing of anybody. */
export type PractitionerId = string & { readonly brand: 'PractitionerId' }

/** A role held in an agency. */
export interface Post {
  readonly agency: Agency
  readonly role: Role
}

/** Somebody whom a practitioner has named as herself, a relative or a partner, so that she never opens their record. */
export interface Kin {
  readonly nhs?: string
  readonly name?: string
  readonly born?: Day
}

/** A person who works with families, in one or more posts. */
export interface Practitioner {
  readonly id: PractitionerId
  readonly name: string
  readonly posts: readonly Post[]
  readonly kin: readonly Kin[]
  /** Yes for another system that asks by itself: it reads as its posts do, and is told of nothing in place of a person. */
  readonly system?: true
}
