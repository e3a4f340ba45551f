import type { Role } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Seat } from './roll.ts'
import type { Scene } from './scene.ts'

/**
 * The roles that answer for what a practitioner of their agency does with a family, and why. Each counts in the agency
 * of somebody involved, or in its bare service when the post is for all of it; never in another team or hospital. Who is
 * not here (an inspector, a clinical lead, a designated doctor) learns of a family by the ladder of a duty that is late.
 */
const managing = {
  'team-manager': 'allocates, supervises and signs for the workers of the team',
  'service-manager': 'answers for the teams of the service and agrees what a team manager may not',
  'head-of-service': 'answers for the service managers',
  'agency-manager': 'answers for a post of the agency that is empty (R-ALL-1)',
  'team-lead': 'answers for the practitioners of a team outside social care',
  'senior-probation-officer': 'supervises the probation practitioner as a team manager does a social worker',
  'conference-unit-manager': 'answers for the chairs and administrators of the unit',
  'practice-safeguarding-lead': 'leads on safeguarding for the practice and follows up each child who is not brought',
  'named-nurse': 'leads on safeguarding for the nurses of the provider and supervises them',
  'named-doctor': 'leads on safeguarding for the doctors of the provider',
  'named-midwife': 'leads on safeguarding for the midwives of the provider',
  'safeguarding-lead': 'leads on safeguarding for the agency and advises its practitioners',
  'designated-safeguarding-lead': 'has lead responsibility in the school, whoever of it works with the child',
} as const satisfies Partial<Record<Role, string>>

/** Whether a role manages what its agency does with a family. */
export const manages = (role: Role): boolean => Object.hasOwn(managing, role)

const managingRoles = Object.keys(managing) as readonly (keyof typeof managing)[]

/** The agencies whose management answers for the family: the places where a part of the network is held, and their services. */
const managed = ({ current }: Scene): ReadonlySet<Agency> => {
  const places = current.flatMap(one => one.places)
  return new Set([...places, ...places.map(place => serviceOfAgency(place) as string as Agency)])
}

/** Everybody who manages a practitioner who works with the family now. */
export const managersOf = (scene: Scene): readonly Seat[] => {
  const agencies = managed(scene)
  return managingRoles.flatMap(role => scene.seats.holding(role).filter(seat => agencies.has(seat.agency)))
}
