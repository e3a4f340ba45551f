import type { Role } from '../people/role.ts'
import { type Agency, type Service, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import { usualRole } from '../record/network-standing.ts'
import { deskFor, nearest, type Wanted } from './desk.ts'
import { leadOn, leadSeats } from './involved.ts'
import { once, onceForEach } from './once.ts'
import { desksOf, eachRecipient, hearersOf, type Recipient } from './recipient.ts'
import type { Seat } from './roll.ts'
import type { Scene } from './scene.ts'

type Way = (scene: Scene, wanted: Wanted) => readonly Recipient[]

const nobody: readonly Recipient[] = []

/** The first way that finds somebody. */
const firstOf =
  (...ways: readonly Way[]): Way =>
  (scene, wanted) => {
    for (const way of ways) {
      const found = way(scene, wanted)
      if (found.length > 0) return found
    }
    return nobody
  }

/** A way that looks at the network and the desks alone is gone once for all duties that ask the same. */
const onceIn = (way: Way): Way => {
  const inScene = onceForEach((scene: Scene) =>
    once(
      (wanted: Wanted) => eachRecipient(way(scene, wanted)),
      ({ duty, role, at }) => `${duty.child}|${role}|${at.join(',')}`,
    ),
  )
  return (scene, wanted) => inScene(scene)(wanted)
}

/** Whoever works with the family in this role. */
const involvedAs = onceIn((scene, { duty, role, at }) => {
  const parts = scene.current.filter(
    one => one.role === role && (at.length === 0 || at.some(agency => sameAgency(agency, one.agency))),
  )
  return nearest(parts, duty.child).flatMap(one => hearersOf(scene, one))
})

const atDesk: Way = (scene, wanted) => desksOf(scene, deskFor(scene, wanted))

const plain = firstOf(involvedAs, atDesk)

const as =
  (role: Role, way: Way = plain): Way =>
  (scene, wanted) =>
    way(scene, { ...wanted, role })

/** A practitioner by name; while she is away from this family, whoever hears for her. */
const byName = (scene: Scene, seats: readonly Seat[]): readonly Recipient[] =>
  seats.flatMap(seat => {
    const part = scene.current.find(one => one.named.some(({ practitioner }) => practitioner === seat.practitioner))
    return part?.away ? hearersOf(scene, part) : [seat]
  })

/** Those who wrote, for these agencies, what a duty rests on, where they signed with a name that is known here. */
const authors: Way = (scene, { duty, at }) => {
  const { seats } = scene
  const seated = duty.because.flatMap(({ author, by }) =>
    author !== undefined && at.some(agency => sameAgency(agency, by)) ? seats.named(author, by) : [],
  )
  return byName(
    scene,
    seated.filter(seat => seats.leftOn(seat) === undefined),
  )
}

/** The roles at whose desk an agency hears what is for no one of it in particular. */
const doors = (agency: Agency): readonly Role[] =>
  serviceOfAgency(agency) === 'social-care'
    ? ['social-worker', 'duty-social-worker', 'safeguarding-lead']
    : [usualRole(agency), 'safeguarding-lead']

const workingThere = onceIn((scene, { duty, at: [agency] }) => {
  if (agency === undefined) return nobody
  const parts = nearest(
    scene.current.filter(one => sameAgency(one.agency, agency)),
    duty.child,
  )
  const usual = parts.filter(one => one.role === usualRole(agency))
  return (usual.length > 0 ? usual : parts).flatMap(one => hearersOf(scene, one))
})

const atDoor = onceIn((scene, { at: [agency] }) => {
  if (agency === undefined) return nobody
  const seats = doors(agency).map(role => scene.seats.desk(agency, role))
  return desksOf(scene, seats.find(found => found.length > 0) ?? [])
})

const inEach =
  (way: Way): Way =>
  (scene, wanted) =>
    wanted.at.flatMap(agency => way(scene, { ...wanted, at: [agency] }))

/** Who hears for an agency: whoever of it works with the family, else whoever wrote for it, else the desk of its usual role. */
const ofAgency = inEach(firstOf(workingThere, authors, atDoor))

/** The agency that wrote what a duty rests on: its chair or organiser is not known by any other word. */
const whereWritten =
  (way: Way): Way =>
  (scene, wanted) =>
    way(scene, { ...wanted, at: [wanted.duty.because[0].by] })

const namedChair: Way = (scene, { duty }) => {
  const booked = scene.stands.conferences.findLast(one => one.child === duty.child)?.booked ?? []
  const chair = booked.findLast(entry => entry.chair !== undefined && entry.day <= scene.day)?.chair
  return chair === undefined ? nobody : scene.seats.named(chair, 'conference-unit' as Agency, 'conference-chair')
}

const conferenceChair = as('conference-chair', firstOf(namedChair, plain))

const chair: Way = (scene, wanted) =>
  serviceOfAgency(wanted.duty.because[0].by) === 'conference-unit'
    ? conferenceChair(scene, { ...wanted, at: [] })
    : firstOf(authors, ofAgency)(scene, wanted)

type Lead = EntryOf<'lead-named'>['lead']

const leading =
  (lead: Lead): Way =>
  (scene, { duty }) =>
    byName(scene, leadSeats(scene, scene.seats, lead, duty.child))

/** The agency whose practitioner was named as lead, when the one who was named is not known here. */
const whereNamed =
  (lead: Lead): Way =>
  (scene, wanted) => {
    const entry = leadOn(scene.stands, lead, wanted.duty.child, scene.day)
    return entry === undefined ? nobody : ofAgency(scene, { ...wanted, at: [entry.agency ?? entry.by] })
  }

/** Who answers for an agency where no role of that name is held in it. */
const heads: Partial<Record<Service, Role>> = {
  'social-care': 'team-manager',
  'emergency-duty': 'team-manager',
  'conference-unit': 'conference-unit-manager',
  probation: 'senior-probation-officer',
  police: 'police-inspector',
}

const head: Way = inEach((scene, wanted) => {
  const [agency] = wanted.at
  const role = agency === undefined ? undefined : heads[serviceOfAgency(agency)]
  return plain(scene, { ...wanted, role: role ?? 'agency-manager' })
})

/** Roles that no post carries: the record says who they are. All others are held as they are named. */
const ways: Partial<Record<Role, Way>> = {
  // A family is allocated to one social worker; while nobody is, it is the manager's and not every colleague's (R-ALL-1).
  'social-worker': involvedAs,
  referrer: firstOf(authors, ofAgency),
  'meeting-chair': whereWritten(chair),
  organiser: whereWritten(firstOf(authors, ofAgency)),
  'assessment-author': whereWritten(firstOf(authors, ofAgency)),
  'challenge-raiser': whereWritten(firstOf(authors, ofAgency)),
  'challenge-answerer': ofAgency,
  'action-owner': ofAgency,
  'receiving-team': firstOf(plain, ofAgency),
  'everyone-who-agreed': (scene, wanted) => ofAgency(scene, { ...wanted, at: wanted.duty.watchers }),
  'lead-practitioner': firstOf(
    leading('lead-practitioner'),
    whereNamed('lead-practitioner'),
    plain,
    as('social-worker', involvedAs),
  ),
  'lead-health-practitioner': firstOf(
    leading('lead-health-practitioner'),
    whereNamed('lead-health-practitioner'),
    plain,
  ),
  'conference-chair': conferenceChair,
  supervisor: firstOf(plain, head),
  'team-lead': firstOf(plain, head),
  'agency-manager': firstOf(plain, head),
  parent: () => nobody,
}

/** Who holds a role that is wanted for a duty, each once; nobody where the record and the desks know none. */
export const holdersFor = (scene: Scene, wanted: Wanted): readonly Recipient[] =>
  eachRecipient((ways[wanted.role] ?? plain)(scene, wanted))

/** Who answers for these agencies. */
export const headsOf = (scene: Scene, wanted: Wanted): readonly Recipient[] => eachRecipient(head(scene, wanted))

/** Who hears for these agencies what is for none of their practitioners in particular. */
export const agenciesHear = (scene: Scene, wanted: Wanted): readonly Recipient[] =>
  eachRecipient(ofAgency(scene, wanted))
