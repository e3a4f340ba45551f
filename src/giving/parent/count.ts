import type { Day } from '../../calendar/day.ts'
import type { Agency } from '../../people/service.ts'
import { type AppointmentStanding, dayOfAppointment } from '../../record/appointment-standing.ts'
import { countableMiss } from '../../record/counted.ts'
import type { PersonId, ThingId } from '../../record/field.ts'
import { all, type Picture } from '../../record/standing.ts'

/** What became of one visit, as the record has it. */
export type CountOutcome = 'kept' | 'missed' | 'missed-not-counted' | 'moved-by-clinic'

/** One line of the count about a family. */
export interface CountLine {
  readonly appointment: ThingId
  readonly day: Day
  readonly clinic: string | undefined
  readonly agency: Agency
  readonly outcome: CountOutcome
  /** Whether the parent said that it is wrong, and what became of that. */
  readonly dispute: 'open' | 'upheld' | 'not-upheld' | undefined
}

/** What was offered to a child, and what was kept: never more than this, and no score. */
export interface Count {
  readonly offered: number
  readonly kept: number
  readonly lines: readonly CountLine[]
}

const outcomeIn = (appointment: AppointmentStanding): CountOutcome | undefined => {
  if (appointment.attended !== undefined) return 'kept'
  if (countableMiss(appointment) !== undefined) return 'missed'
  if (appointment.missed !== undefined) return 'missed-not-counted'
  return appointment.cancelled?.cancelledBy === 'clinic' ? 'moved-by-clinic' : undefined
}

const disputeOf = (stands: Picture, { id }: AppointmentStanding): CountLine['dispute'] => {
  const said = all(stands, 'miss-disputed').findLast(entry => entry.appointment === id)
  const decided = all(stands, 'dispute-decided').findLast(entry => entry.appointment === id)
  if (decided !== undefined && (said === undefined || decided.day >= said.day))
    return decided.upheld ? 'upheld' : 'not-upheld'
  return said === undefined ? undefined : 'open'
}

const lineOf = (stands: Picture, appointment: AppointmentStanding): CountLine | undefined => {
  const [day, outcome] = [dayOfAppointment(appointment), outcomeIn(appointment)]
  if (day === undefined || outcome === undefined) return undefined
  const { id, clinic, agency } = appointment
  return { appointment: id, day, clinic, agency, outcome, dispute: disputeOf(stands, appointment) }
}

/** The count of a child's visits up to a day, the last first. A visit that a clinic moved was not offered. */
export const countOfVisits = (stands: Picture, child: PersonId, today: Day): Count => {
  const lines = stands.appointments
    .filter(one => one.person === undefined && one.children.includes(child))
    .flatMap(one => lineOf(stands, one) ?? [])
    .filter(line => line.day <= today)
    .toSorted((one, other) => other.day - one.day)
  const offered = lines.filter(line => line.outcome !== 'moved-by-clinic')
  return { offered: offered.length, kept: offered.filter(line => line.outcome === 'kept').length, lines }
}
