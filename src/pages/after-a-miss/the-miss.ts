import type { Day } from '../../calendar/day.ts'
import type { Duty } from '../../duties/rule.ts'
import { isWordingFor } from '../../record/agency-record.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import type { MissOf } from '../../record/letter-copies.ts'
import { all } from '../../record/standing.ts'
import { shortName } from '../address.ts'
import type { FamilyOnDay } from '../family-on-day.ts'

/** A missed appointment as a reader may see it, of the first child whose it was. */
export interface TheMiss extends MissOf {
  readonly look: FamilyOnDay
  readonly child: PersonId
  readonly appointment: AppointmentStanding
  readonly entry: EntryOf<'was-not-brought'>
  readonly day: Day
}

/** The miss of an appointment, or nothing where it was not missed or is nobody's of the children. */
export const missOf = (look: FamilyOnDay, appointment: AppointmentStanding): TheMiss | undefined => {
  const { missed: entry, attended, children, person } = appointment
  const [child] = children
  if (entry === undefined || attended !== undefined || person !== undefined || child === undefined) return undefined
  return { look, child, appointment, entry, day: entry.day }
}

/** The missed appointment that an address names. */
export const findMiss = (look: FamilyOnDay, named: string): TheMiss | undefined => {
  const found = look.stands.appointments.find(({ id }) => shortName(look.family.id, id) === named)
  return found && missOf(look, found)
}

/** The duty of a rule that a miss makes, or nothing where it makes none. */
export const dutyAfter = ({ look, appointment, child }: TheMiss, rule: string): Duty | undefined =>
  look.duties.findLast(duty => duty.rule.name === rule && duty.thing === appointment.id && duty.child === child)

/** What the consultant wrote of a miss: the last review of its notes that names it, or that its clinic wrote since. */
export const reviewOf = ({ look, appointment, entry, child, day }: TheMiss): EntryOf<'notes-reviewed'> | undefined =>
  all(look.stands, 'notes-reviewed').findLast(one =>
    one.appointment === undefined
      ? one.day >= day &&
        one.by === appointment.agency &&
        (one.child?.includes(child) ?? look.stands.subject[0] === child)
      : [appointment.id, entry.id, entry.root].includes(one.appointment as string as typeof entry.id),
  )

/** What is written beforehand of what a missed appointment is for and may do. */
export interface Beforehand {
  readonly purpose: string | undefined
  readonly harm: string | undefined
}

/** What the series, the booking or the clinic itself says of such an appointment, for a start of one's own words. */
export const saidBeforehand = (
  { stands }: Pick<FamilyOnDay, 'stands'>,
  appointment: AppointmentStanding,
): Beforehand => {
  const series = appointment.series === undefined ? undefined : stands.series.get(appointment.series)
  const said = series?.importance
  const started = series?.started
  const wording =
    started === undefined ? undefined : all(stands, 'harm-wording').findLast(one => isWordingFor(one, started))
  return {
    purpose: purposeIn(appointment) ?? wording?.purpose,
    harm: harmIn(said) ?? harmIn(started) ?? wording?.harm,
  }
}

const harmIn = (said: Entry | undefined): string | undefined =>
  said?.kind === 'series-started' || said?.kind === 'series-importance' ? said.harm : undefined

const purposeIn = ({ booked }: AppointmentStanding): string | undefined =>
  booked?.kind === 'appointment-booked' ? booked.purpose : undefined

/** A new day for the same clinic and child that lies after the miss, as far as one is booked. */
export const nextDay = ({ look, appointment, child, day }: TheMiss): AppointmentStanding | undefined =>
  look.stands.appointments.find(
    one =>
      one !== appointment &&
      one.children.includes(child) &&
      one.cancelled === undefined &&
      one.when !== undefined &&
      one.when.to > day &&
      (appointment.series !== undefined && one.series !== undefined
        ? one.series === appointment.series
        : one.agency === appointment.agency && one.clinic === appointment.clinic),
  )
