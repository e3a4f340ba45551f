import type { Day } from '../calendar/day.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import { kinIn } from '../record/kin.ts'
import type { Asked } from './asked.ts'
import { leavingsBy } from './left-post.ts'
import { once } from './once.ts'
import { findNamed, type Roll, rollOf, type Seat, seatsOf } from './roll.ts'

/** The practitioners whom one record may reach on a day. Those whose kin stand in it are nowhere here. */
export interface Seats {
  /** Where the practitioner of this name sits in an agency: in this role, else in any. */
  readonly named: (name: string, agency: Agency, role?: Role) => readonly Seat[]
  /**
   * Everybody who holds a role in an agency now: in that very place, else for its whole service. A bare service says which
   * place only when the role is held in one.
   */
  readonly desk: (agency: Agency, role: Role) => readonly Seat[]
  /** Everybody who holds a role now, wherever. */
  readonly holding: (role: Role) => readonly Seat[]
  /** The day on which somebody left a post and did not come back, by the agencies' record. */
  readonly leftOn: (seat: Seat) => Day | undefined
  readonly postsOf: (practitioner: PractitionerId) => readonly Post[]
}

const nobody: readonly never[] = []

const inRole = (seats: readonly Seat[], role: Role | undefined): readonly Seat[] => {
  const exact = seats.filter(seat => seat.role === role)
  return exact.length > 0 ? exact : seats
}

const oneEach = (seats: readonly Seat[]): readonly Seat[] => [
  ...new Map(seats.map(seat => [seat.practitioner, seat])).values(),
]

type Barred = ReadonlySet<PractitionerId>

const namedBy =
  (roll: Roll, barred: Barred): Seats['named'] =>
  (name, agency, role) => {
    const found = findNamed(roll, name).filter(({ id }) => !barred.has(id))
    return oneEach(
      inRole(
        found.flatMap(seatsOf).filter(seat => sameAgency(seat.agency, agency)),
        role,
      ),
    )
  }

const isBare = (agency: Agency): boolean => !agency.includes('/')

const inOnePlace = (seats: readonly Seat[]): readonly Seat[] =>
  seats.every(seat => seat.agency === seats[0]?.agency) ? seats : nobody

const deskAmong = (holding: readonly Seat[], agency: Agency): readonly Seat[] => {
  const there = holding.filter(seat => sameAgency(seat.agency, agency))
  const exact = there.filter(seat => seat.agency === agency)
  if (exact.length > 0) return exact
  return isBare(agency) ? inOnePlace(there) : there
}

/** The practitioners whom a record may reach on a day, by name and by desk. */
export const seatsFor = ({ stands, practitioners, agencies, day }: Asked): Seats => {
  const roll = rollOf(practitioners)
  const isKin = kinIn(stands)
  const barred: Barred = new Set(roll.withKin.filter(({ marks }) => isKin(marks)).map(({ id }) => id))
  const leftOn = leavingsBy(agencies, roll, day)
  const isHere = (seat: Seat) => !barred.has(seat.practitioner) && leftOn(seat) === undefined
  const holding = once((role: Role) => (roll.byRole.get(role) ?? nobody).filter(isHere))
  const desk = once(
    ({ agency, role }: Post) => deskAmong(holding(role), agency),
    ({ agency, role }) => `${agency}|${role}`,
  )
  return {
    named: namedBy(roll, barred),
    desk: (agency, role) => desk({ agency, role }),
    holding,
    leftOn,
    postsOf: practitioner => roll.byId.get(practitioner)?.posts ?? nobody,
  }
}
