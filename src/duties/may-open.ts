import type { Post, PractitionerId } from '../people/practitioner.ts'
import type { Asked } from './asked.ts'
import { leadSeats } from './involved.ts'
import { managersOf } from './managing.ts'
import { eachRecipient, readersOf } from './recipient.ts'
import type { Seat } from './roll.ts'
import type { Duty } from './rule.ts'
import { type Scene, sceneOfReaders } from './scene.ts'
import { type Telling, tellings } from './tell.ts'

export { kinOnRecord } from '../record/kin.ts'

/** Why somebody may open a record, the first that holds. */
export type Why = 'network' | 'cover' | 'manages' | 'owes' | 'is told'

export interface MayOpen {
  readonly practitioner: PractitionerId
  readonly why: Why
}

const leads = ['lead-practitioner', 'lead-health-practitioner'] as const

/** Who leads belongs to the network, whether or not anybody wrote down that she started. */
const leading = (scene: Scene): readonly Seat[] =>
  scene.stands.children.flatMap(child => leads.flatMap(lead => leadSeats(scene, scene.seats, lead, child)))

/** The systems of a desk: they serve whoever holds a part there, whether or not the record names them. */
const systemsFor = ({ practitioners, seats }: Scene, parts: readonly Post[]): readonly Seat[] => {
  const systems = new Set(practitioners.filter(one => one.system).map(({ id }) => id))
  if (systems.size === 0) return []
  return parts.flatMap(({ agency, role }) => seats.desk(agency, role).filter(seat => systems.has(seat.practitioner)))
}

/** A part that names nobody, or somebody who does not work here, is held by everybody with that role in that agency. */
const inNetwork = (scene: Scene): readonly Seat[] => {
  const { current, seats } = scene
  const lasting = current.filter(one => one.lasts)
  return [
    ...systemsFor(scene, lasting),
    ...lasting.flatMap(one => (one.named.length > 0 ? one.named : seats.desk(one.agency, one.role))),
    ...leading(scene),
  ]
}

const covering = ({ current, seats }: Scene): readonly Seat[] =>
  current.flatMap(one => [...one.covers, ...(one.deskCovers ? seats.desk(one.agency, one.role) : [])])

const ids = (seats: readonly Seat[]): readonly PractitionerId[] => seats.map(seat => seat.practitioner)

/**
 * Tells whether somebody hears of a duty only because they referred the child: they are owed an answer and chase it, and
 * that opens nothing of the record to them.
 */
export const hearsAsReferrer = (duties: readonly Duty[]): ((telling: Pick<Telling, 'key' | 'part'>) => boolean) => {
  const chased = new Set(duties.filter(({ owner }) => owner === 'referrer').map(({ key }) => key))
  const answered = new Set(duties.filter(({ rule }) => rule.catalogue.startsWith('R-REF-')).map(({ key }) => key))
  return ({ key, part }) => chased.has(key) || (part === 'watches' && answered.has(key))
}

const toldAs = (asked: Asked, owes: boolean): readonly PractitionerId[] => {
  const scene = sceneOfReaders(asked)
  const outside = hearsAsReferrer(asked.duties)
  const told = tellings(asked).filter(telling => (telling.part === 'owes') === owes && !outside(telling))
  return eachRecipient(told.map(telling => telling.to)).flatMap(to => readersOf(scene, to))
}

const byPractitioner = (one: MayOpen, other: MayOpen): number => (one.practitioner < other.practitioner ? -1 : 1)

/**
 * Everybody who may open a record on a day, each once with the first reason that holds, by their ids: who works with the family, who
 * stands in for them, who manages them, who owes something and who is told that it is late. Nobody whose kin stand in it.
 */
export const whoMayOpen = (asked: Asked): readonly MayOpen[] => {
  const scene = sceneOfReaders(asked)
  const found = new Map<PractitionerId, Why>()
  const add = (why: Why, practitioners: readonly PractitionerId[]) => {
    for (const id of practitioners) if (!found.has(id)) found.set(id, why)
  }
  add('network', ids(inNetwork(scene)))
  add('cover', ids(covering(scene)))
  add('manages', ids(managersOf(scene)))
  add('owes', toldAs(asked, true))
  add('is told', toldAs(asked, false))
  return [...found].map(([practitioner, why]) => ({ practitioner, why })).sort(byPractitioner)
}
