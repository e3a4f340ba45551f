import { addDays, type Day } from '../calendar/day.ts'
import { type AppointmentStanding, dayOfAppointment, type Excuse } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOn, plainAddress } from './person-standing.ts'
import { all, type Picture, patientsOf } from './standing.ts'

type ByDay = ReadonlyMap<Day, readonly AppointmentStanding[]>

/** Notes why a miss counts against nobody, on each appointment that was missed. */
export const excuseMisses = (stands: Picture): void => {
  const missed = stands.appointments.filter(one => one.missed !== undefined || one.absent !== undefined)
  if (missed.length === 0) return
  const said = new Map(all(stands, 'appointment-excused').map(entry => [entry.appointment, entry]))
  const sameDay = appointmentsOn(stands, new Set(missed.map(dayOfAppointment)))
  for (const appointment of missed) {
    const excuse = excuseFor(stands, appointment, said.get(appointment.id), sameDay)
    if (excuse !== undefined) appointment.excuse = excuse
  }
}

/** The appointments of the days on which one was missed: one pass, however many were. */
const appointmentsOn = (stands: Picture, days: ReadonlySet<Day | undefined>): ByDay => {
  const byDay = new Map<Day, AppointmentStanding[]>()
  for (const appointment of stands.appointments) {
    const day = dayOfAppointment(appointment)
    if (day === undefined || !days.has(day)) continue
    const held = byDay.get(day)
    if (held === undefined) byDay.set(day, [appointment])
    else held.push(appointment)
  }
  return byDay
}

/** Why a miss does not count (beyond.md, "what must stay silent"): as somebody said, or as other entries show. */
const excuseFor = (
  stands: Picture,
  appointment: AppointmentStanding,
  said: EntryOf<'appointment-excused'> | undefined,
  sameDay: ByDay,
): Excuse | undefined => {
  if (said !== undefined) return { why: said.because, entry: said }
  if (appointment.cancelled?.cancelledBy === 'clinic') return { why: 'clinic-error', entry: appointment.cancelled }
  return inHospital(stands, appointment) ?? clash(appointment, sameDay) ?? oldAddress(stands, appointment)
}

const inHospital = (stands: Picture, appointment: AppointmentStanding): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  const child = appointment.children[0]
  return day === undefined || child === undefined ? undefined : stayOn(stands, child, day)
}

/** The stay in hospital that a child was in on a day, as an excuse, or nothing. */
export const stayOn = (stands: Picture, child: PersonId, day: Day): Excuse | undefined => {
  const stay = all(stands, 'admission').findLast(entry => entry.day <= day && patientsOf(stands, entry).includes(child))
  if (stay === undefined) return undefined
  const left = all(stands, 'discharge').find(
    entry => entry.day >= stay.day && patientsOf(stands, entry).includes(child),
  )
  return left === undefined ? stillIn(stay, day) : left.day >= day ? { why: 'in-hospital', entry: stay } : undefined
}

/** A stay whose end is not recorded excuses for a week; after that the record says too little. */
const stillIn = (stay: Entry, day: Day): Excuse | undefined =>
  day <= addDays(stay.day, 7) ? { why: 'in-hospital', entry: stay } : undefined

const clash = (appointment: AppointmentStanding, sameDay: ByDay): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  const others = day === undefined ? [] : (sameDay.get(day) ?? [])
  const other = others.find(
    one =>
      one !== appointment &&
      one.cancelled === undefined &&
      one.children.some(child => appointment.children.includes(child)) &&
      (one.missed === undefined || one.id < appointment.id) &&
      tooClose(one, appointment),
  )
  return other === undefined ? undefined : { why: 'clash', entry: other.first }
}

const hour = 3_600_000
/** Two appointments of one day are too close when they are at two sites within two hours, or at one site within half an hour; unknown times at two sites are. */
const tooClose = (one: AppointmentStanding, other: AppointmentStanding): boolean => {
  const sameSite = one.agency === other.agency
  const [a, b] = [one.when?.at ?? one.missed?.at, other.when?.at ?? other.missed?.at]
  if (a === undefined || b === undefined) return !sameSite
  return Math.abs(a - b) < (sameSite ? hour / 2 : 2 * hour)
}

const oldAddress = (stands: Picture, appointment: AppointmentStanding): Excuse | undefined => {
  const child = appointment.children[0]
  const person = child === undefined ? undefined : stands.people.get(child)
  const day = dayOfAppointment(appointment)
  if (person === undefined || day === undefined) return undefined
  // Only what was sent before the appointment can have called anybody to it; the letter after a miss excuses nothing.
  const letter = all(stands, 'letter-sent').find(entry => {
    const home = homeOn(person, entry.day)
    return (
      entry.about === appointment.id &&
      entry.day <= day &&
      entry.address !== undefined &&
      home !== undefined &&
      home !== plainAddress(entry.address)
    )
  })
  return letter === undefined ? undefined : { why: 'old-address', entry: letter }
}
