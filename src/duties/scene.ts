import type { Post, Practitioner } from '../people/practitioner.ts'
import type { Asked } from './asked.ts'
import { type Involved, involvedOn } from './involved.ts'
import { once, onceForEach } from './once.ts'
import type { Seat } from './roll.ts'
import { type Seats, seatsFor } from './seats.ts'
import { type StandIns, standInsOn } from './stand-in.ts'

/** What is asked, put in order: who works here, who is involved, who stands in. */
export interface Scene extends Asked {
  readonly seats: Seats
  /** Every part in the network that had begun by the day. */
  readonly involved: readonly Involved[]
  /** Of those, the parts that count on the day: those that last, and those for which somebody stands in. */
  readonly current: readonly Involved[]
  /** Who stands in, by the agencies' record, for somebody of a desk: the conference administrator is away, her work is not. */
  readonly standingAt: (desk: Post) => readonly Seat[]
}

const counts = ({ lasts, covers, deskCovers }: Involved): boolean => lasts || covers.length > 0 || deskCovers

const standingAt = (seats: Seats, { absencesAt, coversFor }: StandIns): Scene['standingAt'] =>
  once(
    desk =>
      absencesAt(desk)
        .flatMap(coversFor)
        .flatMap(cover => (cover.practitioner === undefined ? [] : seats.named(cover.practitioner, desk.agency)))
        .filter(seat => seats.leftOn(seat) === undefined),
    ({ agency, role }) => `${agency}|${role}`,
  )

/** Who is somebody, and not a system: nothing lies with a machine, and nobody is passed over because one sits at a desk. */
const peopleAmong = onceForEach((practitioners: readonly Practitioner[]) =>
  practitioners.some(one => one.system) ? practitioners.filter(one => !one.system) : practitioners,
)

const makeScene = (asked: Asked): Scene => {
  const seats = seatsFor(asked)
  const standIns = standInsOn(asked)
  const involved = involvedOn(asked, seats, standIns)
  const current = involved.filter(counts)
  return { ...asked, seats, involved, current, standingAt: standingAt(seats, standIns) }
}

/** What is asked, put in order once for all who ask with the same words: the people to whom anything may be told. */
export const sceneOf = onceForEach((asked: Asked) =>
  makeScene({ ...asked, practitioners: peopleAmong(asked.practitioners) }),
)

/** The same with the systems that read by themselves: whoever may open a record. */
export const sceneOfReaders = onceForEach((asked: Asked) =>
  peopleAmong(asked.practitioners) === asked.practitioners ? sceneOf(asked) : makeScene(asked),
)
