import { addDays, type Day } from '../calendar/day.ts'
import { type AppointmentStanding, dayOfAppointment, type Excuse } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import { badLetter, type Letters } from './excuse-letter.ts'
import type { PersonId } from './field.ts'
import { all, type Picture, patientsOf } from './standing.ts'

/** The appointments of each day on which one was missed. */
export type ByDay = ReadonlyMap<Day, readonly AppointmentStanding[]>

/** What other entries show that excuses a miss, whether or not anybody said so (beyond.md, "What must stay silent"). */
export const shownExcuse = (
  stands: Picture,
  appointment: AppointmentStanding,
  { sameDay, letters }: { readonly sameDay: ByDay; readonly letters: Letters },
): Excuse | undefined =>
  inHospital(stands, appointment) ??
  clash(appointment, sameDay) ??
  badLetter(stands, appointment, letters.get(appointment.id)) ??
  carerInHospital(stands, appointment) ??
  noInterpreter(stands, appointment)

const inHospital = (stands: Picture, appointment: AppointmentStanding): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  const child = appointment.children[0]
  return day === undefined || child === undefined ? undefined : stayOn(stands, child, day)
}

/** The stay in hospital that a child was in on a day, as an excuse, or nothing. */
export const stayOn = (stands: Picture, child: PersonId, day: Day): Excuse | undefined => {
  const entry = stayAmong(stands, day, stay => patientsOf(stands, stay).includes(child))
  return entry === undefined ? undefined : { why: 'in-hospital', entry }
}

/** The stay in hospital, among those that fit, within which a day falls. */
const stayAmong = (
  stands: Picture,
  day: Day,
  fits: (entry: EntryOf<'admission' | 'discharge'>) => boolean,
): Entry | undefined => {
  const stay = all(stands, 'admission').findLast(entry => entry.day <= day && fits(entry))
  if (stay === undefined) return undefined
  const left = all(stands, 'discharge').find(entry => entry.day >= stay.day && fits(entry))
  // A stay whose end is not recorded excuses for a week; after that the record says too little.
  return day <= (left?.day ?? addDays(stay.day, 7)) ? stay : undefined
}

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

/** The mother, or the only parent that the record knows: whoever would have brought the child. */
const carersOf = (stands: Picture, child: PersonId): readonly PersonId[] => {
  const person = stands.people.get(child)
  const carer = person?.mother ?? person?.father
  return carer === undefined ? [] : [carer]
}

/** Whoever would have brought the child was in hospital that day: ill, in labour, or with a brother or sister. */
const carerInHospital = (stands: Picture, appointment: AppointmentStanding): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  const [child] = appointment.children
  if (day === undefined || child === undefined) return undefined
  const carers = carersOf(stands, child)
  const own = stayAmong(stands, day, entry => entry.person !== undefined && carers.includes(entry.person))
  if (own !== undefined) return { why: 'ill', entry: own }
  const birth = all(stands, 'birth').find(
    entry => Math.abs(entry.day - day) <= 1 && entry.mother !== undefined && carers.includes(entry.mother),
  )
  if (birth !== undefined) return { why: 'in-hospital', entry: birth }
  const sibling = stayAmong(stands, day, entry => patientsOf(stands, entry).some(one => one !== child))
  return sibling === undefined ? undefined : { why: 'caring-for-another', entry: sibling }
}

/** Somebody needs an interpreter, the record holds how the appointment was booked, and none was booked with it. */
const noInterpreter = (stands: Picture, { booked, children }: AppointmentStanding): Excuse | undefined => {
  if (booked?.kind !== 'appointment-booked' || booked.interpreter === true) return undefined
  const people = children.flatMap(child => [child, ...carersOf(stands, child)])
  const need = all(stands, 'communication-need').find(
    entry => entry.interpreter === true && entry.day <= booked.day && people.includes(entry.person),
  )
  return need === undefined ? undefined : { why: 'no-interpreter', entry: need }
}
