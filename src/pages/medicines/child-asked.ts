import type { PersonId } from '../../record/field.ts'
import { shortName, withQuery } from '../address.ts'
import type { FamilyOnDay } from '../family-on-day.ts'

/** How an address names a child: by a short name; not at all when it is the child of the record. */
export const childAsked = ({ stands, family }: FamilyOnDay, child: PersonId): string | undefined =>
  child === stands.subject[0] ? undefined : shortName(family.id, child)

/** The child whom an address names; the child of the record when it names none, nothing when it names nobody here. */
export const findChildAsked = ({ stands, family }: FamilyOnDay, asked: string | undefined): PersonId | undefined =>
  asked === undefined ? stands.subject[0] : stands.children.find(child => shortName(family.id, child) === asked)

/** Where a new version of a child's list of medicines is signed. */
export const agreeAddress = (look: FamilyOnDay, child: PersonId): string =>
  withQuery(look.addresses.bare('medicines/agree'), { child: childAsked(look, child) })
