import type { Day } from '../calendar/day.ts'
import type { Span } from '../calendar/span.ts'
import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'

type About = EntryOf<
  | 'appointment-booked'
  | 'appointment-moved'
  | 'appointment-cancelled'
  | 'attended'
  | 'was-not-brought'
  | 'did-not-attend'
>

/** Why a miss does not count against anybody, with the entry that says so. */
export interface Excuse {
  readonly why: EntryOf<'appointment-excused'>['because']
  readonly entry: Entry
}

/**
 * An appointment as it stands: when, where, for whom, and what became of it. Each has all its fields from the start:
 * there are hundreds, rules read them again and again, and objects of one shape are read soonest.
 */
export interface AppointmentStanding {
  readonly id: ThingId
  children: readonly PersonId[]
  readonly agency: Agency
  readonly first: Entry
  clinic: string | undefined
  site: string | undefined
  series: ThingId | undefined
  person: PersonId | undefined
  critical: boolean
  when: Span | undefined
  booked: Entry | undefined
  cancelled: EntryOf<'appointment-cancelled'> | undefined
  attended: EntryOf<'attended'> | undefined
  missed: EntryOf<'was-not-brought'> | undefined
  absent: EntryOf<'did-not-attend'> | undefined
  excuse: Excuse | undefined
  /** What a check of the reason came to, where there was one. */
  check: EntryOf<'reason-checked'> | undefined
  readonly moves: EntryOf<'appointment-moved'>[]
  /** The appointment that takes its place, where a move came as two messages. */
  movedTo: ThingId | undefined
}

/** A series: how critical it is, and who said so. */
export interface SeriesStanding {
  readonly id: ThingId
  readonly started: EntryOf<'series-started'> | undefined
  readonly children: readonly PersonId[]
  critical: boolean
  /** The entry that says how critical it is and what a miss may do. */
  importance?: Entry
}

export type Appointments = Map<ThingId, AppointmentStanding>

const appointmentOf = (
  appointments: Appointments,
  entry: About,
  children: readonly PersonId[],
): AppointmentStanding => {
  const id = entry.appointment ?? (entry.root as string as ThingId)
  const held = appointments.get(id)
  if (held !== undefined) return held
  const made: AppointmentStanding = {
    id,
    children,
    agency: entry.agency ?? entry.by,
    first: entry,
    clinic: undefined,
    site: undefined,
    series: undefined,
    person: undefined,
    critical: false,
    when: undefined,
    booked: undefined,
    cancelled: undefined,
    attended: undefined,
    missed: undefined,
    absent: undefined,
    excuse: undefined,
    check: undefined,
    moves: [],
    movedTo: undefined,
  }
  appointments.set(id, made)
  return made
}

/** Takes one entry about an appointment into what stands. */
export const foldAppointment = (appointments: Appointments, entry: About, children: readonly PersonId[]): void => {
  const appointment = appointmentOf(appointments, entry, children)
  if (entry.series !== undefined) appointment.series = entry.series
  if (entry.clinic !== undefined) appointment.clinic = entry.clinic
  if (entry.site !== undefined) appointment.site = entry.site
  if (entry.person !== undefined) appointment.person = entry.person
  if (entry.critical === true) appointment.critical = true
  outcome(appointment, entry)
}

/** An appointment whose person is a child of the record is that child's own; any other person's is not the child's. */
export const giveToChildren = (appointments: Appointments, isChild: (person: PersonId) => boolean): void => {
  for (const appointment of appointments.values()) {
    if (appointment.person === undefined || !isChild(appointment.person)) continue
    appointment.children = [appointment.person]
    appointment.person = undefined
  }
}

/** A booking that takes the place of another says so of both: a move that came as two messages is no cancellation. */
export const linkMoves = (appointments: Appointments): void => {
  for (const { id, booked } of appointments.values()) {
    if (booked?.kind !== 'appointment-booked' || booked.insteadOf === undefined) continue
    const before = appointments.get(booked.insteadOf)
    if (before !== undefined) before.movedTo ??= id
  }
}

const outcome = (appointment: AppointmentStanding, entry: About): void => {
  switch (entry.kind) {
    case 'appointment-booked':
      appointment.booked = entry
      if (appointment.moves.length === 0) appointment.when = entry.when
      return
    case 'appointment-moved':
      appointment.moves.push(entry)
      appointment.when = entry.to
      return
    case 'appointment-cancelled':
      appointment.cancelled = entry
      if (entry.movedTo !== undefined) appointment.movedTo = entry.movedTo
      appointment.when ??= entry.when
      return
    case 'attended':
      appointment.attended = entry
      return
    case 'was-not-brought':
      appointment.missed = entry
      return
    case 'did-not-attend':
      appointment.absent = entry
      return
  }
}

/** The day on which an appointment is or was to be, or nothing when the record does not say. */
export const dayOfAppointment = (appointment: AppointmentStanding): Day | undefined =>
  appointment.missed?.day ?? appointment.absent?.day ?? appointment.when?.to ?? appointment.attended?.day

/** Whether any outcome is recorded: kept, missed or cancelled. */
export const outcomeOf = (appointment: AppointmentStanding): Entry | undefined =>
  appointment.missed ?? appointment.attended ?? appointment.absent ?? appointment.cancelled
