import { nameKey } from '../people/name-key.ts'
import type { Post, Practitioner, PractitionerId } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import { kinMarks } from '../record/kin.ts'
import { onceForEach } from './once.ts'

/** A practitioner in one of her posts. */
export interface Seat extends Post {
  readonly practitioner: PractitionerId
}

/** Everybody who works in a partnership, by name and by role. */
export interface Roll {
  readonly byName: ReadonlyMap<string, readonly Practitioner[]>
  /** By what stands before the comma of a name that has one. */
  readonly byShortName: ReadonlyMap<string, readonly Practitioner[]>
  readonly byRole: ReadonlyMap<Role, readonly Seat[]>
  readonly byId: ReadonlyMap<PractitionerId, Practitioner>
  /** Those who have named somebody whose record they never open, with the marks by which these are known. */
  readonly withKin: readonly { readonly id: PractitionerId; readonly marks: readonly string[] }[]
}

const shortOf = (name: string): string | undefined => {
  const comma = name.indexOf(',')
  return comma < 1 ? undefined : nameKey(name.slice(0, comma))
}

/** A practitioner's seats: one for each post. */
export const seatsOf = ({ id, posts }: Practitioner): readonly Seat[] =>
  posts.map(({ agency, role }) => ({ practitioner: id, agency, role }))

const makeRoll = (practitioners: readonly Practitioner[]): Roll => ({
  byName: Map.groupBy(practitioners, ({ name }) => nameKey(name)),
  byShortName: Map.groupBy(practitioners, ({ name }) => shortOf(name) ?? ''),
  byRole: Map.groupBy(practitioners.flatMap(seatsOf), ({ role }) => role),
  byId: new Map(practitioners.map(one => [one.id, one])),
  withKin: practitioners.flatMap(one => (one.kin.length === 0 ? [] : [{ id: one.id, marks: kinMarks(one) }])),
})

/** A partnership asks with one list of practitioners again and again; it is put in order once. */
export const rollOf = onceForEach(makeRoll)

const nobody: readonly Practitioner[] = []

/** By the whole name; else without what stands after a comma in one of the two: "Mr Shah, eyes" is Mr Shah. */
export const findNamed = ({ byName, byShortName }: Roll, name: string): readonly Practitioner[] => {
  const key = nameKey(name)
  const short = shortOf(name)
  return byName.get(key) ?? (short === undefined ? byShortName.get(key) : byName.get(short)) ?? nobody
}

/** Whether two names are one: in full, or without what stands after the comma of one of them. */
export const isSameName = (one: string, other: string): boolean => {
  const [whole, otherWhole] = [nameKey(one), nameKey(other)]
  if (whole === otherWhole) return true
  const [short, otherShort] = [shortOf(one), shortOf(other)]
  return short === undefined ? whole === otherShort : otherShort === undefined && short === otherWhole
}
