import type { PractitionerId } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf } from '../record/standing.ts'
import type { Asked } from './asked.ts'
import { leadOn, leadSeats } from './involved.ts'
import { managersOf } from './managing.ts'
import type { Seat } from './roll.ts'
import { type Scene, sceneOf } from './scene.ts'

const lead = 'lead-practitioner'

/** Whether whoever was last named as a child's lead has accepted. */
const isAccepted = ({ stands, day }: Scene, child: PersonId): boolean => {
  const named = leadOn(stands, lead, child, day)
  return (
    named !== undefined &&
    all(stands, 'lead-accepted').some(
      one => one.lead === lead && one.day >= named.day && one.day <= day && childrenOf(stands, one).includes(child),
    )
  )
}

const socialWorkers = ({ current }: Scene, child: PersonId): readonly Seat[] =>
  current.flatMap(one => (one.role === 'social-worker' && one.lasts && one.children.includes(child) ? one.named : []))

const leadsOf = (scene: Scene, child: PersonId): readonly Seat[] => {
  const named = isAccepted(scene, child) ? leadSeats(scene, scene.seats, lead, child) : []
  return named.length > 0 ? named : socialWorkers(scene, child)
}

const each = (seats: readonly Seat[]): readonly PractitionerId[] => [...new Set(seats.map(seat => seat.practitioner))]

/** Who leads for the children of a record on a day: the lead practitioner who accepted, else the social worker by name. */
export const familyLeads = (asked: Asked): readonly PractitionerId[] => {
  const scene = sceneOf(asked)
  return each(asked.stands.children.flatMap(child => leadsOf(scene, child)))
}

/** Those who answer for the workers. A named nurse or safeguarding lead advises; the log of openings is not for her. */
const managers: ReadonlySet<Role> = new Set([
  'team-manager',
  'service-manager',
  'head-of-service',
  'team-lead',
  'agency-manager',
  'senior-probation-officer',
])

/** Who may know who has opened a record: whoever leads for its children, and the managers of those who work with it. */
export const leadsOrManages = (asked: Asked): readonly PractitionerId[] => {
  const managing = managersOf(sceneOf(asked)).filter(seat => managers.has(seat.role))
  return [...new Set([...familyLeads(asked), ...each(managing)])]
}
