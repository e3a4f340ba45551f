import { type Day, daysBetween } from '../../calendar/day.ts'
import type { Span } from '../../calendar/span.ts'
import type { Agency } from '../../people/service.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import { dayOfAppointment, outcomeOf } from '../../record/appointment-standing.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import { all, type Picture } from '../../record/standing.ts'

/** A visit that lies ahead. */
export interface Visit {
  readonly appointment: ThingId
  readonly when: Span
  readonly clinic: string | undefined
  readonly agency: Agency
  /** What it is for, in words that were written for the family. */
  readonly purpose: string | undefined
  /** Why it matters, in the same sort of words. */
  readonly why: string | undefined
  /** What was said to be hard, and whether help was arranged since. */
  readonly help: 'asked' | 'arranged' | undefined
  /** Other visits at the same time or so near that nobody can be at both: ours to put right. */
  readonly clashes: readonly ThingId[]
}

const whyOf = (stands: Picture, { series }: AppointmentStanding): string | undefined => {
  const held = series === undefined ? undefined : stands.series.get(series)
  const said = held?.importance ?? held?.started
  return said !== undefined && 'harm' in said && typeof said.harm === 'string' ? said.harm : undefined
}

const helpFor = (stands: Picture, { id }: AppointmentStanding): Visit['help'] => {
  const asked = all(stands, 'barrier-reported').findLast(entry => entry.appointment === id)
  if (asked === undefined) return undefined
  const helped = all(stands, 'help-arranged').some(
    entry => entry.appointment === id && entry.day >= asked.day && entry.accepted !== false,
  )
  return helped ? 'arranged' : 'asked'
}

const purposeOf = ({ booked }: AppointmentStanding): string | undefined =>
  booked?.kind === 'appointment-booked' ? booked.purpose : undefined

const hour = 3_600_000
/** Two visits on one day cannot both be kept when they begin within this time of each other. */
const apart = 1.5 * hour

const clash = (one: AppointmentStanding, other: AppointmentStanding): boolean =>
  one !== other &&
  one.when?.at !== undefined &&
  other.when?.at !== undefined &&
  Math.abs(one.when.at - other.when.at) < apart

/** How far ahead a page looks, in days; a local setting. */
const ahead = 62

const liesAhead = (appointment: AppointmentStanding, today: Day): boolean => {
  const day = dayOfAppointment(appointment)
  if (day === undefined || appointment.when === undefined || outcomeOf(appointment) !== undefined) return false
  return day >= today && daysBetween(today, day) <= ahead
}

const inOrder = (one: AppointmentStanding, other: AppointmentStanding): number =>
  (dayOfAppointment(one) ?? 0) - (dayOfAppointment(other) ?? 0) || (one.when?.at ?? 0) - (other.when?.at ?? 0)

/** What lies ahead of a child in the next two months, in order. */
export const visitsAhead = (stands: Picture, child: PersonId, today: Day): readonly Visit[] => {
  const own = stands.appointments.filter(
    one => one.person === undefined && one.children.includes(child) && liesAhead(one, today),
  )
  return own.toSorted(inOrder).flatMap(one =>
    one.when === undefined
      ? []
      : [
          {
            ...{ appointment: one.id, when: one.when, clinic: one.clinic, agency: one.agency },
            ...{ purpose: purposeOf(one), why: whyOf(stands, one), help: helpFor(stands, one) },
            clashes: own.filter(other => clash(one, other)).map(other => other.id),
          },
        ],
  )
}
