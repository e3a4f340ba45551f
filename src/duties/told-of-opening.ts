import type { Post, Practitioner, PractitionerId } from '../people/practitioner.ts'
import { type Role, serviceOfRole } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Asked } from './asked.ts'
import { familyLeads } from './family-lead.ts'
import { eachRecipient, type Recipient } from './recipient.ts'
import type { Seat } from './roll.ts'
import { type Scene, sceneOf } from './scene.ts'

/** The posts that lead on safeguarding, by the words of each sort of agency (design, section 3). */
const safeguarding: readonly Role[] = [
  'safeguarding-lead',
  'practice-safeguarding-lead',
  'designated-safeguarding-lead',
  'named-nurse',
  'named-doctor',
  'named-midwife',
]

const seatsAt = ({ seats }: Scene, agency: Agency): readonly Seat[] =>
  safeguarding.flatMap(role => seats.holding(role).filter(seat => seat.agency === agency))

/** A post at the bare service leads for every place of it. */
const seatsIn = ({ seats }: Scene, agency: Agency): readonly Seat[] => {
  const service = serviceOfAgency(agency)
  return safeguarding.flatMap(role =>
    seats.holding(role).filter(seat => serviceOfAgency(seat.agency) === service && !seat.agency.includes('/')),
  )
}

const others = (seats: readonly Seat[], opener: PractitionerId): readonly Seat[] =>
  seats.filter(seat => seat.practitioner !== opener)

/** Who leads on safeguarding where somebody works: in that place, else in its whole service; else the desk, until somebody sits there. */
const safeguardingLeads = (scene: Scene, { agency }: Post, opener: PractitionerId): readonly Recipient[] => {
  const here = others(seatsAt(scene, agency), opener)
  const found = here.length > 0 ? here : others(seatsIn(scene, agency), opener)
  return found.length > 0 ? found : [{ agency, role: 'safeguarding-lead' }]
}

const governance = (scene: Scene, opener: PractitionerId): readonly Recipient[] => {
  const role: Role = 'information-governance-lead'
  const found = others(scene.seats.holding(role), opener)
  return found.length > 0 ? found : [{ agency: serviceOfRole(role) as string as Agency, role }]
}

const leadOf = ({ seats }: Scene, practitioner: PractitionerId): Recipient | undefined => {
  const [post] = seats.postsOf(practitioner)
  return post && { ...post, practitioner }
}

/**
 * Who is told that somebody opened a record without belonging to it: whoever leads on safeguarding where the opener works,
 * the information-governance lead, and the family's lead where there is one. Each once, and the opener never.
 */
export const toldOfOpening = (asked: Asked, opener: Practitioner): readonly Recipient[] => {
  const scene = sceneOf(asked)
  const leads = familyLeads(asked).filter(id => id !== opener.id)
  return eachRecipient([
    ...opener.posts.flatMap(post => safeguardingLeads(scene, post, opener.id)),
    ...governance(scene, opener.id),
    ...leads.flatMap(id => leadOf(scene, id) ?? []),
  ])
}
