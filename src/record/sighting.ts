import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOf } from './household.ts'
import { plainAddress } from './person-standing.ts'
import { all, childrenOf, isAbout, type Picture } from './standing.ts'

/** Who was where by a contact, a concern or an incident, and in which state: what a rule about place, night or company is checked by. */
export interface Sighting {
  readonly entry: EntryOf<'contact' | 'concern' | 'incident'>
  readonly there: readonly PersonId[]
  readonly overnight: readonly PersonId[]
  readonly intoxicated: readonly PersonId[]
  /** The address; nothing at the home of the child; false where it was in neither: a clinic, a street. */
  readonly place: string | undefined | false
}

const nobody: readonly PersonId[] = []

/** A visit at home shows whom it met there. A visit to one person alone may have been to that person’s own address. */
const metAtHome = (entry: EntryOf<'contact'>): readonly PersonId[] => {
  const isVisit = entry.reached !== false && (entry.way === 'visit' || entry.where === 'home')
  const isFamily = entry.seen !== undefined || (entry.with?.length ?? 0) > 1
  return isVisit && isFamily ? (entry.with ?? nobody) : nobody
}

const placeOf = (entry: Sighting['entry']): Sighting['place'] => {
  if (entry.address !== undefined) return plainAddress(entry.address)
  if (entry.kind === 'incident') return entry.elsewhere === true ? false : undefined
  if (entry.kind === 'contact') return entry.where === undefined || entry.where === 'home' ? undefined : false
  return undefined
}

const alsoIn = (entry: Sighting['entry']): readonly PersonId[] => {
  if (entry.kind === 'contact') return metAtHome(entry)
  return entry.kind === 'incident' && entry.alleged !== undefined ? [entry.alleged] : nobody
}

const sightingIn = (entry: Sighting['entry']): Sighting => {
  const { overnight = nobody, intoxicated = nobody } = entry
  return {
    entry,
    there: [...(entry.alsoThere ?? nobody), ...overnight, ...alsoIn(entry)],
    overnight,
    intoxicated,
    place: placeOf(entry),
  }
}

/** What is seen in the home of one child is seen in the home of every child who lives there. */
const isOfHome = (stands: Picture, entry: Sighting['entry'], child: PersonId): boolean => {
  if (isAbout(stands, entry, child) || (entry.kind === 'contact' && entry.seen?.includes(child) === true)) return true
  const home = homeOf(stands, child, entry.day)
  return home !== undefined && childrenOf(stands, entry).some(other => homeOf(stands, other, entry.day) === home)
}

const namesSomebody = (one: Sighting): boolean => one.there.length > 0 || one.intoxicated.length > 0

/** Every entry about a child, or of the home in which the child lives, that shows who was somewhere, or in which state. */
export const sightingsOf = (stands: Picture, child: PersonId): readonly Sighting[] =>
  (['contact', 'concern', 'incident'] as const)
    .flatMap(kind => all(stands, kind).map(sightingIn).filter(namesSomebody))
    .filter(({ entry }) => isOfHome(stands, entry, child))

/** Whether a sighting was at an address; without one, at the home of the child. */
export const wasAt = (stands: Picture, { entry, place }: Sighting, child: PersonId, address?: string): boolean => {
  if (place === false) return false
  const wanted = address === undefined ? undefined : plainAddress(address)
  if (place === wanted) return true
  const home = homeOf(stands, child, entry.day)
  return (place ?? home) !== undefined && (place ?? home) === (wanted ?? home)
}

/** Whether somebody was with a child: where the child was seen, or at the home of the child by what was said of the child. */
export const wasWith = (stands: Picture, one: Sighting, child: PersonId, people: readonly PersonId[]): boolean => {
  const { entry, there, place } = one
  if (!there.some(person => people.includes(person))) return false
  if (entry.kind === 'incident' && entry.childPresent === false) return false
  if (entry.kind !== 'contact') return wasAt(stands, one, child)
  const isSaid = entry.alsoThere?.some(person => people.includes(person)) === true
  return entry.seen?.includes(child) === true && (isSaid || place !== false)
}

/** The entries by which one of these people came to live at an address, or at the home of the child. */
export const movesTo = (
  stands: Picture,
  people: readonly PersonId[],
  child: PersonId,
  address?: string,
): readonly Entry[] =>
  all(stands, 'lives-at').filter(entry => {
    const wanted = address === undefined ? homeOf(stands, child, entry.day) : plainAddress(address)
    return plainAddress(entry.address) === wanted && entry.person.some(one => people.includes(one))
  })
