import { type Role, serviceOfRole } from '../people/role.ts'
import { type Agency, type Service, serviceOfAgency } from '../people/service.ts'
import type { PersonId } from '../record/field.ts'
import type { Involved } from './involved.ts'
import type { Seat } from './roll.ts'
import type { Duty } from './rule.ts'
import type { Scene } from './scene.ts'

/** A role that is wanted for a duty, and the agencies in which it is wanted, where they are known. */
export interface Wanted {
  readonly duty: Duty
  readonly role: Role
  readonly at: readonly Agency[]
}

/**
 * How far a role reaches. Most are held in a team or at a hospital, and only there; some are one desk for their whole
 * service, whoever holds the family; and a few there are once in a partnership (the integrated care board's, the
 * executive's).
 */
const reach: Partial<Record<Role, 'service' | 'partnership'>> = {
  'duty-social-worker': 'service',
  'conference-administrator': 'service',
  'conference-chair': 'service',
  'conference-unit-manager': 'service',
  'independent-reviewing-officer': 'service',
  'domestic-abuse-lead': 'service',
  'named-gp': 'partnership',
  'designated-nurse': 'partnership',
  'designated-doctor': 'partnership',
  'partnership-executive': 'partnership',
  'information-governance-lead': 'partnership',
}

/** Whether a role is one desk for its whole service or partnership, whoever works with the family. */
export const isEverywhere = (role: Role): boolean => reach[role] !== undefined

/** Of several parts in the network, those that are for a child; else all, since a sibling's worker is the family's. */
export const nearest = (parts: readonly Involved[], child: PersonId): readonly Involved[] => {
  const own = parts.filter(one => one.children.includes(child))
  return own.length > 0 ? own : parts
}

/** Where a service works with the family: now, else where it did last. */
const placesIn = ({ current, involved }: Scene, service: Service, child: PersonId): readonly Agency[] => {
  const of = (one: Involved) => serviceOfAgency(one.agency) === service
  const now = nearest(current.filter(of), child)
  return (now.length > 0 ? now : involved.filter(of).slice(-1)).flatMap(one => one.places)
}

/** A duty that names a bare service means the team of it that works with the family, where one does. */
const deskAt = (scene: Scene, { duty, role }: Wanted, agency: Agency): readonly Seat[] => {
  const service = serviceOfAgency(agency)
  const places = service === agency && reach[role] === undefined ? placesIn(scene, service, duty.child) : []
  const here = places.flatMap(place => scene.seats.desk(place, role))
  return here.length > 0 ? here : scene.seats.desk(agency, role)
}

/** The agencies of a service that a duty speaks of: who wrote what it rests on, and who watches it. */
const spokenOf = ({ because, watchers }: Duty, service: Service): readonly Agency[] => [
  ...new Set([...because.map(entry => entry.by), ...watchers].filter(agency => serviceOfAgency(agency) === service)),
]

/** Where nobody names an agency: that of the service which works with the family, else that of which the duty speaks. */
const deskGuessed = (scene: Scene, { duty, role }: Wanted): readonly Seat[] => {
  const service = serviceOfRole(role)
  if (service === 'other') return []
  const places = placesIn(scene, service, duty.child)
  const guessed = places.length > 0 ? places : spokenOf(duty, service)
  return guessed.flatMap(agency => scene.seats.desk(agency, role))
}

/** Everybody at the desk of a role that is wanted for a duty. */
export const deskFor = (scene: Scene, wanted: Wanted): readonly Seat[] => {
  const { role, at } = wanted
  const { holding } = scene.seats
  if (reach[role] === 'partnership') return holding(role)
  const found = at.length > 0 ? at.flatMap(agency => deskAt(scene, wanted, agency)) : deskGuessed(scene, wanted)
  if (found.length > 0 || reach[role] === undefined) return found
  return holding(role).filter(seat => serviceOfAgency(seat.agency) === serviceOfRole(role))
}
