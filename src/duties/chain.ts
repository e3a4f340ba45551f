import { type Role, serviceOfRole } from '../people/role.ts'
import { type Agency, serviceOfAgency, services } from '../people/service.ts'
import { headsOf, holdersFor } from './holder.ts'
import type { Recipient } from './recipient.ts'
import type { Duty } from './rule.ts'
import type { Scene } from './scene.ts'

/** Who hears of a duty: those who owe it, and the rungs of its ladder on which somebody sits who may see it. */
export interface Chain {
  readonly owes: readonly Recipient[]
  /** Whether these owe it themselves, or hear in place of those who cannot be told. */
  readonly themselves: boolean
  readonly rungs: readonly (readonly Recipient[])[]
}

export type MaySee = (to: Recipient) => boolean

const providers: ReadonlySet<Role> = new Set(['named-nurse', 'named-doctor'])

/** Whether a rung is climbed in the agency that owes the duty: its own roles, and those that every agency has. */
const climbsIn = (role: Role, agency: Agency, { owner }: Duty): boolean => {
  const [service, own] = [serviceOfRole(role), serviceOfAgency(agency)]
  if (service === 'other' || service === own || service === serviceOfRole(owner)) return true
  return providers.has(role) && services[own].health
}

const agenciesOf = ({ agency }: Duty, owners: readonly Recipient[]): readonly Agency[] =>
  owners.length > 0 ? [...new Set(owners.map(one => one.agency))] : agency === undefined ? [] : [agency]

/** A rung of the ladder. Where social care does not work with the family, lateness climbs in the agency that owes. */
const rungOf = (scene: Scene, duty: Duty, role: Role, owners: readonly Recipient[]): readonly Recipient[] => {
  const agencies = agenciesOf(duty, owners)
  const at = agencies.filter(agency => climbsIn(role, agency, duty))
  const found = holdersFor(scene, { duty, role, at })
  return found.length === 0 && role === 'team-manager' ? headsOf(scene, { duty, role, at: agencies }) : found
}

const ownersOf = (scene: Scene, duty: Duty): readonly Recipient[] =>
  holdersFor(scene, { duty, role: duty.owner, at: duty.agency === undefined ? [] : [duty.agency] })

/** A family has no desk, and a child without a social worker is the manager's: neither is waited for. */
const hasDesk = (agency: Agency, role: Role): boolean =>
  serviceOfAgency(agency) !== 'family' && role !== 'social-worker'

/** Nobody sits at the desk that owes it: it waits there for whoever comes. */
const waiting = ({ agency, owner }: Duty): readonly Recipient[] =>
  agency === undefined || !hasDesk(agency, owner) ? [] : [{ agency, role: owner }]

/** Social care owes it and nobody holds the child there: the front door hears. */
const frontDoor = (scene: Scene, duty: Duty): readonly Recipient[] =>
  serviceOfRole(duty.owner) === 'social-care' ? holdersFor(scene, { duty, role: 'duty-social-worker', at: [] }) : []

/**
 * Everybody who may hear of a duty, in the order in which they do. Where none of those who owe it may see what it rests
 * on, or nobody knows who they are, the next rung hears in their place; an empty rung is passed over at once.
 */
export const chainOf = (scene: Scene, duty: Duty, maySee: MaySee): Chain => {
  const owners = ownersOf(scene, duty)
  const seated = owners.length > 0 ? owners : waiting(duty)
  const owes = seated.filter(maySee)
  const rungs = duty.rule.ladder
    .map(role => rungOf(scene, duty, role, owners).filter(maySee))
    .filter(rung => rung.length > 0)
  if (owes.length > 0) return { owes, themselves: true, rungs }
  const [first = frontDoor(scene, duty).filter(maySee), ...others] = rungs
  return { owes: first, themselves: false, rungs: others }
}
