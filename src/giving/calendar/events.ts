import { hash } from 'node:crypto'
import { addDays, type Day } from '../../calendar/day.ts'
import { agencyInWords, serviceOfAgency } from '../../people/service.ts'
import { aheadFor, aheadOf } from '../../record/ahead.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import { planningDefaults } from '../../record/clashes.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { picture } from '../../record/picture.ts'
import { childrenConcerned, mayNameTimeAndPlace, reachingFamily } from '../../record/reaching-family.ts'
import { visibleTo } from '../../record/sight.ts'
import type { Picture } from '../../record/standing.ts'
import type { CalendarEvent } from './ical.ts'

/** For whom a calendar is, from the whole record as it stands now. */
export interface CalendarOf {
  readonly record: string
  readonly person: PersonId
  readonly whole: Picture
  readonly today: Day
  readonly title: string
}

/** For so many days an appointment that was called off stays in the calendar as cancelled; a local setting. */
const keptCancelled = 30

/** The same for each fetch, and another for each person: two calendars say nothing of each other. */
const uidOf = ({ record, person }: CalendarOf, { id }: AppointmentStanding): string =>
  `${hash('sha256', `${record}|${person}|${id}`).slice(0, 32)}@holdfast`

const versions = (entry: Entry | undefined): number => (entry === undefined ? 0 : 1 + (entry.earlier?.length ?? 0))

/** It grows with every entry that changes when it is or whether it is. */
const sequenceOf = ({ booked, first, moves, cancelled }: AppointmentStanding): number =>
  versions(booked ?? first) + moves.reduce((sum, move) => sum + versions(move), 0) + versions(cancelled) - 1

/** Of a clinic that a name gives away only the hospital or the practice is named; else nothing. */
const placeOf = ({ agency }: AppointmentStanding): string | undefined =>
  ['hospital', 'gp'].includes(serviceOfAgency(agency)) ? agencyInWords(agency) : undefined

const eventOf = (of: CalendarOf, appointment: AppointmentStanding, isCancelled: boolean): readonly CalendarEvent[] => {
  const { when } = appointment
  if (when === undefined) return []
  return [
    {
      ...{ uid: uidOf(of, appointment), sequence: sequenceOf(appointment), title: of.title },
      ...{ day: when.to, at: when.at, minutes: planningDefaults.lengthMinutes },
      place: isCancelled ? undefined : placeOf(appointment),
      isCancelled,
    },
  ]
}

const wasCalledOff =
  (today: Day) =>
  ({ cancelled, when, moves, booked }: AppointmentStanding): boolean => {
    const last = moves.at(-1) ?? booked
    return (
      cancelled !== undefined &&
      when !== undefined &&
      cancelled.day >= (last?.day ?? cancelled.day) &&
      cancelled.day >= addDays(today, -keptCancelled) &&
      when.to >= addDays(today, -keptCancelled)
    )
  }

const mayName = ({ whole, person, today }: CalendarOf, appointment: AppointmentStanding): boolean => {
  const { id } = appointment
  const known = whole.appointments.find(one => one.id === id) ?? appointment
  return mayNameTimeAndPlace(reachingFamily(whole, { person, day: today, children: childrenConcerned(whole, known) }))
}

/**
 * What stands in the calendar of one person of a family now: their own and the children's appointments that lie ahead, and
 * those that were called off not long ago. Nothing where a time may not reach this person: an empty calendar says nothing.
 */
export const calendarEvents = (of: CalendarOf): readonly CalendarEvent[] => {
  const { whole, person, today } = of
  if (!mayNameTimeAndPlace(reachingFamily(whole, { person, day: today }))) return []
  const theirs = picture(visibleTo(whole.entries, { person }))
  const planned = aheadFor(theirs, aheadOf(theirs, today), person, whole).map(one => one.appointment)
  const off = theirs.appointments.filter(wasCalledOff(today)).filter(one => !planned.includes(one))
  const seen = off.filter(one => one.person === undefined || one.person === person)
  return [
    ...planned.filter(one => mayName(of, one)).flatMap(one => eventOf(of, one, false)),
    ...seen.filter(one => mayName(of, one)).flatMap(one => eventOf(of, one, true)),
  ]
}
