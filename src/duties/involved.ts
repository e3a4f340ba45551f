import type { Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import type { Cover } from '../record/agency-record.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { type Involvement, postOf } from '../record/network-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import type { Asked } from './asked.ts'
import { isSameName, type Seat } from './roll.ts'
import type { Seats } from './seats.ts'
import type { StandIns } from './stand-in.ts'

/** One part in the network as it is held on a day. */
export interface Involved {
  readonly agency: Agency
  readonly role: Role
  readonly children: readonly PersonId[]
  /** Whether it lasts on the day. One that has ended counts no more, but somebody may stand in for it. */
  readonly lasts: boolean
  /** The practitioner whom it names, where she works here. */
  readonly named: readonly Seat[]
  /** Where it is held: the teams of the one whom it names, else its agency. */
  readonly places: readonly Agency[]
  /** Whether the one who is named is away. */
  readonly away: boolean
  /** Those who stand in for it by name. */
  readonly covers: readonly Seat[]
  /** Whether cover was agreed that names nobody who works here: then the desk stands in. */
  readonly deskCovers: boolean
}

const lastsOn = ({ starts, ends }: Involvement, day: Day): boolean =>
  starts.day <= day && (ends === undefined || ends.day > day)

/** Whoever left the post since she started with the family is not involved any more, whatever the family's record says. */
const isStill = (seats: Seats, seat: Seat, since: Day): boolean => {
  const left = seats.leftOn(seat)
  return left === undefined || left < since
}

const namedIn = ({ practitioner, agency, role }: Involvement, seats: Seats): readonly Seat[] =>
  practitioner === undefined ? [] : seats.named(practitioner, agency, role)

/** Whoever stands in sits in the same agency, often in another role: a manager who holds a family for a fortnight. */
const namedFor = (cover: Cover, role: Role, seats: Seats): readonly Seat[] =>
  cover.practitioner === undefined ? [] : seats.named(cover.practitioner, postOf(cover).agency, role)

const coverOf = (covers: readonly Cover[], role: Role, seats: Seats): Pick<Involved, 'covers' | 'deskCovers'> => {
  const named = covers.map(cover => ({ cover, found: namedFor(cover, role, seats) }))
  return {
    covers: named.flatMap(({ cover, found }) => found.filter(seat => isStill(seats, seat, cover.day))),
    deskCovers: named.some(({ found }) => found.length === 0),
  }
}

const asHeld = (one: Involvement, seats: Seats, standIns: StandIns, day: Day): Involved => {
  const { agency, role, children } = one
  const named = namedIn(one, seats)
  const still = named.filter(seat => isStill(seats, seat, one.starts.day))
  const absences = standIns.absencesOf(one)
  return {
    ...{ agency, role, children, named: still },
    lasts: lastsOn(one, day) && (named.length === 0 || still.length > 0),
    places: named.length > 0 ? named.map(seat => seat.agency) : [agency],
    away: absences.some(absence => absence.kind === 'worker-away'),
    ...coverOf(absences.flatMap(standIns.coversFor), role, seats),
  }
}

/** Everybody who has begun to work with the family by the day, as their parts are held on it, in order of their start. */
export const involvedOn = ({ stands, day }: Asked, seats: Seats, standIns: StandIns): readonly Involved[] =>
  stands.network.filter(({ starts }) => starts.day <= day).map(one => asHeld(one, seats, standIns, day))

type LeadNamed = EntryOf<'lead-named'>

/** Who was last named as a child's lead by a day and has not declined. */
export const leadOn = (stands: Picture, lead: LeadNamed['lead'], child: PersonId, day: Day): LeadNamed | undefined => {
  const fits = (entry: EntryOf<'lead-named' | 'lead-declined'>) =>
    entry.lead === lead && entry.day <= day && childrenOf(stands, entry).includes(child)
  const named = all(stands, 'lead-named').findLast(fits)
  if (named === undefined) return undefined
  return all(stands, 'lead-declined').some(one => fits(one) && one.day >= named.day) ? undefined : named
}

/** Whether somebody's parts in the network have all ended: a lead who has gone leads no more. */
const hasGone = (stands: Picture, name: string, agency: Agency, day: Day): boolean => {
  const own = stands.network.filter(
    one => sameAgency(one.agency, agency) && one.practitioner !== undefined && isSameName(one.practitioner, name),
  )
  return own.length > 0 && own.every(one => one.starts.day > day || !lastsOn(one, day))
}

/** The practitioner who leads for a child on a day, where the record names one who works here. */
export const leadSeats = (
  { stands, day }: Asked,
  seats: Seats,
  lead: LeadNamed['lead'],
  child: PersonId,
): readonly Seat[] => {
  const entry = leadOn(stands, lead, child, day)
  const agency = entry?.agency ?? entry?.by
  if (entry?.practitioner === undefined || agency === undefined) return []
  if (hasGone(stands, entry.practitioner, agency, day)) return []
  return seats.named(entry.practitioner, agency).filter(seat => isStill(seats, seat, entry.day))
}
