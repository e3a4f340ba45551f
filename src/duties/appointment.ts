import type { Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import { sameAgency } from '../people/service.ts'
import { isWordingFor } from '../record/agency-record.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { all, type Picture } from '../record/standing.ts'
import { patternRules } from './appointment-pattern.ts'
import { lateChangeRules } from './late-change.ts'
import { missPassedOnRules } from './miss-passed-on.ts'
import { missedAppointmentRules } from './missed-appointment.ts'
import { onOpenRecord } from './open-record.ts'
import { type Owe, ownDefault, type Rule, rule } from './rule.ts'

const firstWritten = (...entries: readonly (Entry | undefined)[]): Entry | undefined => {
  let first: Entry | undefined
  for (const entry of entries)
    if (entry !== undefined && (first === undefined || writtenFirst(entry) < writtenFirst(first))) first = entry
  return first
}

/** The entry that last set the day of an appointment. */
const plannedBy = (appointment: AppointmentStanding): Entry =>
  appointment.moves.at(-1) ?? appointment.booked ?? appointment.first

/** The entry that called an appointment off before its day, unless it was planned anew afterwards. */
const calledOff = (appointment: AppointmentStanding, day: Day): Entry | undefined => {
  const { cancelled } = appointment
  return cancelled !== undefined && cancelled.day < day && plannedBy(appointment).day <= cancelled.day
    ? cancelled
    : undefined
}

const outcome = ({ attended, missed, absent, cancelled }: AppointmentStanding, day: Day): Entry | undefined => {
  const called = cancelled !== undefined && cancelled.day >= day ? cancelled : undefined
  // Almost all were kept, and nothing else was ever written of them.
  return missed === undefined && absent === undefined && called === undefined
    ? attended
    : firstWritten(attended, missed, absent, called)
}

/** Outcomes that name no appointment, by their day: a clinic that keeps no ids writes the booking and its outcome apart. */
const outcomesAlone = (picture: Picture): Map<Day, AppointmentStanding[]> => {
  const alone = new Map<Day, AppointmentStanding[]>()
  for (const one of picture.appointments) {
    if (one.when !== undefined || one.person !== undefined || one.id !== (one.first.root as string)) continue
    const { day } = one.first
    const held = alone.get(day)
    if (held === undefined) alone.set(day, [one])
    else held.push(one)
  }
  return alone
}

const matches = (one: AppointmentStanding, booked: AppointmentStanding): boolean =>
  sameAgency(one.agency, booked.agency) &&
  (one.series === undefined || one.series === booked.series) &&
  one.children.every(child => booked.children.includes(child))

/** Takes the outcome of a day that fits a booking out of those that stand alone. */
const take = (
  alone: Map<Day, AppointmentStanding[]>,
  booked: AppointmentStanding,
  day: Day,
): AppointmentStanding | undefined => {
  const ofDay = alone.get(day)
  const place = ofDay?.findIndex(one => matches(one, booked)) ?? -1
  return place < 0 ? undefined : ofDay?.splice(place, 1)[0]
}

const oweForBooked = (
  owe: Owe,
  appointment: AppointmentStanding,
  day: Day,
  alone: Map<Day, AppointmentStanding[]>,
): void => {
  const own = outcome(appointment, day)
  const other = own === undefined ? take(alone, appointment, day) : undefined
  const done = own ?? (other === undefined ? undefined : outcome(other, day))
  const called = done === undefined ? calledOff(appointment, day) : undefined
  for (const child of appointment.children)
    owe({
      child,
      thing: appointment.id,
      because: [plannedBy(appointment)],
      since: day,
      agency: appointment.agency,
      done,
      doneOn: done === undefined ? undefined : writtenFirst(done),
      over: called === undefined ? undefined : { entry: called, how: 'no-longer' },
    })
}

/** Without a booking nobody could know that an outcome was owed, until it came too late. */
const oweForUnbooked = (owe: Owe, appointment: AppointmentStanding, limitOn: (day: Day) => Limit): void => {
  const { attended, missed, absent, children, id, agency } = appointment
  const done = firstWritten(attended, missed, absent)
  if (done === undefined || writtenFirst(done) <= done.day) return
  if (writtenFirst(done) <= dueFrom(done.day, limitOn(done.day)).day) return
  for (const child of children)
    owe({ child, thing: id, because: [done], since: done.day, agency, done, doneOn: writtenFirst(done) })
}

const appointmentOutcome = rule({
  name: 'appointment-outcome',
  catalogue: 'R-APT-0',
  says: 'Write down what became of the appointment: kept, not brought or called off',
  label: 'local setting',
  source: ownDefault('by the next working day; what counts is when the outcome was written'),
  limit: { workingDays: 1 },
  owner: 'clinic',
  ladder: ['clinic-manager', 'named-nurse'],
  heard: 'when-late',
  find: (picture, owe, _, limitOn) => {
    const alone = outcomesAlone(picture)
    for (const appointment of picture.appointments)
      if (appointment.person === undefined && appointment.when !== undefined)
        oweForBooked(owe, appointment, appointment.when.to, alone)
    for (const appointment of picture.appointments)
      if (appointment.person === undefined && appointment.when === undefined && isAlone(alone, appointment))
        oweForUnbooked(owe, appointment, limitOn)
  },
})

/** Whether no booking took an outcome as its own. */
const isAlone = (alone: ReadonlyMap<Day, readonly AppointmentStanding[]>, one: AppointmentStanding): boolean =>
  one.id !== (one.first.root as string) || alone.get(one.first.day)?.includes(one) === true

/** Where the clinic wrote once for all what a miss may do, only that it holds for this child is still to be said. */
const wordingFor = (picture: Picture, started: EntryOf<'series-started'>): string | undefined => {
  const wording = all(picture, 'harm-wording').findLast(one => one.day <= started.day && isWordingFor(one, started))
  return wording === undefined ? undefined : `confirm for this child what the clinic wrote: ${wording.harm}`
}

const seriesImportance = rule({
  name: 'series-importance',
  catalogue: 'R-APT-13',
  says: 'Say in plain words how critical the series is, and what may happen if an appointment is missed',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('on the day on which the series is begun'),
  limit: { sameDay: true },
  owner: 'consultant',
  ladder: ['lead-health-practitioner', 'named-nurse'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const { id, started, children, importance } of picture.series.values()) {
      if (started === undefined) continue
      const agency = started.agency ?? started.by
      const of = wordingFor(picture, started)
      for (const child of children)
        owe({ child, thing: id, because: [started], since: started.day, agency, done: importance, of })
    }
  },
})

/**
 * Appointments: what became of each, and what follows when a child is not brought (review 4.2, 4.3, 5.19, 5.20). They speak
 * for children on an open record alone.
 */
export const appointmentRules: readonly Rule[] = [
  appointmentOutcome,
  seriesImportance,
  ...missedAppointmentRules,
  ...missPassedOnRules,
  ...patternRules,
  ...lateChangeRules,
].map(
  onOpenRecord,
) /** When an outcome was first on the record; that it was corrected later is no delay of the clinic’s. */
const writtenFirst = (entry: Entry): Day => entry.firstWritten ?? entry.written
