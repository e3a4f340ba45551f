import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { type AppointmentStanding, dayOfAppointment, type Excuse } from './appointment-standing.ts'
import {
  type FamilyChange,
  familyChanges,
  isCountableAttempt,
  isCountableCancellation,
  isCountableChange,
} from './counted.ts'
import type { Entry, EntryOf } from './entry.ts'
import { excuses } from './excuse.ts'
import { stayOn } from './excuse-shown.ts'
import type { PersonId } from './field.ts'
import type { MeetingStanding } from './meeting-standing.ts'
import { all, childrenOf, type Picture } from './standing.ts'

/** What became of something that was offered. Only what was missed, and what was changed late, counts. */
export type Became = 'kept' | 'missed' | 'changed-late' | 'excused' | 'changed' | 'called-off' | 'not-recorded'

/** An appointment, a visit or a meeting that was offered to a family, and what became of it. */
export interface Offered {
  readonly what: 'appointment' | 'visit' | 'meeting'
  readonly day: Day
  /** Whose it was: the children, or the parent for whom it was made. */
  readonly people: readonly PersonId[]
  readonly agency: Agency
  readonly clinic: string | undefined
  readonly became: Became
  /** The entry that says what became of it; of one that nobody wrote down, the one that planned it. */
  readonly entry: Entry
  readonly excuse: Excuse | undefined
  /** The reason as the family gave it, in words. */
  readonly reason: string | undefined
  /** What a check of the reason came to; nothing where nobody checked it yet. */
  readonly check: EntryOf<'reason-checked'> | undefined
}

type Usual = 'clinic' | 'excuse' | 'reason' | 'check'
const offered = (one: Omit<Offered, Usual> & Partial<Pick<Offered, Usual>>): Offered => ({
  clinic: undefined,
  excuse: undefined,
  reason: undefined,
  check: undefined,
  ...one,
})

type Base = Pick<Offered, 'what' | 'people' | 'agency' | 'clinic'>

const baseOf = ({ children, person, agency, clinic }: AppointmentStanding): Base => ({
  what: 'appointment',
  people: person === undefined ? children : [person],
  agency,
  clinic,
})

const excuseOfChange = (
  stands: Picture,
  { id, children }: AppointmentStanding,
  { entry, planned }: FamilyChange,
): Excuse | undefined => {
  if (excuses(entry.barrier)) return { why: entry.barrier, entry }
  const said = all(stands, 'appointment-excused').find(one => one.appointment === id)
  if (said !== undefined) return { why: said.because, entry: said }
  return children.map(child => stayOn(stands, child, planned ?? entry.day)).find(stay => stay !== undefined)
}

/** A change that the family asked for ahead is a family that plans; a late one counts unless it is excused. */
const becameOfChange = (stands: Picture, appointment: AppointmentStanding, change: FamilyChange): Offered => {
  const counts = isCountableChange(stands, appointment, change)
  const excuse = counts ? undefined : excuseOfChange(stands, appointment, change)
  return offered({
    ...baseOf(appointment),
    day: change.planned ?? change.entry.day,
    became: counts ? 'changed-late' : excuse === undefined ? 'changed' : 'excused',
    entry: change.entry,
    excuse,
    reason: change.entry.reason,
  })
}

const movedByClinic = (appointment: AppointmentStanding): readonly Offered[] =>
  appointment.moves
    .filter(move => move.movedBy === 'clinic')
    .map(entry =>
      offered({ ...baseOf(appointment), day: entry.day, became: 'called-off', entry, reason: entry.reason }),
    )

/** What became of the day for which it stood last; nothing while that is still ahead, or where the family called it off. */
const lastOf = (appointment: AppointmentStanding, today: Day): Offered | undefined => {
  const { attended, missed, absent, cancelled, movedTo, excuse, check } = appointment
  const base = baseOf(appointment)
  const day = dayOfAppointment(appointment) ?? cancelled?.day
  if (day === undefined) return undefined
  if (attended !== undefined) return offered({ ...base, day: attended.day, became: 'kept', entry: attended })
  const miss = missed ?? absent
  if (miss !== undefined) {
    const became = excuse === undefined ? 'missed' : 'excused'
    return offered({ ...base, day, became, entry: miss, excuse, reason: miss.reason, check })
  }
  if (cancelled?.cancelledBy === 'family') return undefined
  // Whoever moved it: the appointment that takes its place is offered instead.
  if (cancelled?.cancelledBy === 'other' && movedTo !== undefined) return undefined
  if (cancelled !== undefined)
    return offered({ ...base, day, became: 'called-off', entry: cancelled, reason: cancelled.reason })
  const entry = appointment.moves.at(-1) ?? appointment.booked ?? appointment.first
  return day < today ? offered({ ...base, day, became: 'not-recorded', entry }) : undefined
}

const ofAppointment = (stands: Picture, appointment: AppointmentStanding, today: Day): readonly Offered[] => {
  const { moves, cancelled } = appointment
  const changes = moves.length === 0 && cancelled === undefined ? [] : familyChanges(appointment)
  const last = lastOf(appointment, today)
  return [
    ...changes.map(change => becameOfChange(stands, appointment, change)),
    ...movedByClinic(appointment),
    ...(last === undefined ? [] : [last]),
  ]
}

/** Whether a contact was a visit: only these were offered; a call that reaches nobody is an attempt of ours. */
export const isVisit = (entry: EntryOf<'contact'>): boolean =>
  entry.way === 'visit' || (entry.way === undefined && (entry.purpose === 'visit' || entry.where === 'home'))

const ofVisit = (stands: Picture, entry: EntryOf<'contact'>): readonly Offered[] => {
  if (!isVisit(entry) || (entry.reached === false && entry.arranged === false)) return []
  const people = childrenOf(stands, entry)
  const base = { what: 'visit', people, agency: entry.by, day: entry.day, entry } as const
  if (entry.reached !== false) return [offered({ ...base, became: 'kept' })]
  if (isCountableAttempt(stands, entry)) return [offered({ ...base, became: 'missed' })]
  const excuse = people.map(child => stayOn(stands, child, entry.day)).find(stay => stay !== undefined)
  return [offered({ ...base, became: 'excused', excuse })]
}

const becameOfAsked = (stands: Picture, asked: EntryOf<'cancellation-asked'>): Pick<Offered, 'became' | 'excuse'> => {
  if (isCountableCancellation(stands, asked)) return { became: 'missed', excuse: undefined }
  if (excuses(asked.barrier)) return { became: 'excused', excuse: { why: asked.barrier, entry: asked } }
  const stay = childrenOf(stands, asked)
    .map(child => stayOn(stands, child, asked.day))
    .find(one => one !== undefined)
  return { became: stay === undefined ? 'changed' : 'excused', excuse: stay }
}

/** A meeting that the family came to, asked off or did not come to, or that was called off by those who called it. */
const ofMeeting = (stands: Picture, meeting: MeetingStanding): readonly Offered[] => {
  const { called, held, cancelled, askedToCancel, children } = meeting
  const agency = (called ?? held ?? cancelled ?? askedToCancel[0])?.by
  if (agency === undefined) return []
  const base = { what: 'meeting', people: children, agency } as const
  const asked = askedToCancel.map(entry =>
    offered({ ...base, day: called?.when ?? entry.day, entry, reason: entry.reason, ...becameOfAsked(stands, entry) }),
  )
  if (held?.family !== undefined) return [...asked, offered({ ...base, day: held.day, became: 'kept', entry: held })]
  if (cancelled === undefined || asked.length > 0) return asked
  return [offered({ ...base, day: cancelled.day, became: 'called-off', entry: cancelled, reason: cancelled.reason })]
}

/** All that may have been offered, or the part of it that is asked for. */
interface Part extends Pick<Picture, 'appointments' | 'meetings'> {
  readonly contacts: readonly EntryOf<'contact'>[]
}

const offeredIn = (stands: Picture, today: Day, { appointments, contacts, meetings }: Part): readonly Offered[] =>
  [
    ...appointments.flatMap(one => ofAppointment(stands, one, today)),
    ...contacts.flatMap(entry => ofVisit(stands, entry)),
    ...meetings.flatMap(meeting => ofMeeting(stands, meeting)),
  ]
    .filter(one => one.day <= today)
    .sort((one, other) => one.day - other.day || (one.entry.root < other.entry.root ? -1 : 1))

/** Everything that was offered to a family up to a day, with what became of each, in order of the day. */
export const offeredTo = (stands: Picture, today: Day): readonly Offered[] =>
  offeredIn(stands, today, {
    appointments: stands.appointments,
    contacts: all(stands, 'contact'),
    meetings: stands.meetings,
  })

/** What counts of it, in the same order. What was kept is not read: it is almost all that is offered. */
export const countedOffers = (stands: Picture, today: Day): readonly Offered[] =>
  offeredIn(stands, today, {
    appointments: stands.appointments.filter(
      ({ moves, cancelled, missed, absent }) =>
        moves.length > 0 || cancelled !== undefined || missed !== undefined || absent !== undefined,
    ),
    contacts: all(stands, 'contact').filter(({ reached }) => reached === false),
    meetings: stands.meetings.filter(({ askedToCancel }) => askedToCancel.length > 0),
  }).filter(isCounted)

/** What was kept of it, in the same order, with no more than whose it was: where only the number is asked for. */
export const keptOffers = (stands: Picture, today: Day): readonly Pick<Offered, 'day' | 'people'>[] => {
  const kept: Pick<Offered, 'day' | 'people'>[] = []
  for (const { attended, person, children } of stands.appointments)
    if (attended !== undefined) kept.push({ day: attended.day, people: person === undefined ? children : [person] })
  for (const entry of all(stands, 'contact'))
    if (entry.reached !== false && isVisit(entry)) kept.push({ day: entry.day, people: childrenOf(stands, entry) })
  for (const { held, children } of stands.meetings)
    if (held?.family !== undefined) kept.push({ day: held.day, people: children })
  return kept.filter(({ day }) => day <= today).sort((one, other) => one.day - other.day)
}

/** Whether it counts towards anything: missed without an excuse, or changed too late for the place to be given on. */
export const isCounted = ({ became }: Offered): boolean => became === 'missed' || became === 'changed-late'
