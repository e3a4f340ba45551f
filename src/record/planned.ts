import type { Day, Moment } from '../calendar/day.ts'
import type { AppointmentStanding } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** Whether a family can get there: what was arranged, what is still needed, what was offered and not wanted. */
export type Transport = 'arranged' | 'needed' | 'not-wanted'

/** What was last asked of the clinic, and what it said. */
export interface ChangeAsked {
  readonly asked: EntryOf<'change-asked'>
  readonly answer: Entry | undefined
}

/** An appointment that lies ahead, with all that a family plans it by. */
export interface Planned {
  readonly appointment: AppointmentStanding
  readonly day: Day
  /** Nothing where only the day is known. */
  readonly at: Moment | undefined
  /** Whose it is: the children, or the person for whom it was made. */
  readonly people: readonly PersonId[]
  readonly purpose: string | undefined
  /** Why it matters, in the clinic's own plain words. */
  readonly matters: string | undefined
  readonly transport: Transport | undefined
  /** Whether an interpreter is booked, where somebody of the family needs one. */
  readonly interpreter: 'booked' | 'not-booked' | undefined
  readonly along: readonly EntryOf<'coming-along'>[]
  readonly change: ChangeAsked | undefined
}

const lastPlan = ({ moves, booked, first }: AppointmentStanding): Entry => moves.at(-1) ?? booked ?? first

/** Whether an entry was written of a later day, or later on the same day. */
const isAfter = (one: Entry, other: Entry): boolean =>
  one.day > other.day || (one.day === other.day && one.written >= other.written)

/** Whether something became of it: kept, missed on its day or called off. What was booked anew after that lies ahead again. */
const isOver = (appointment: AppointmentStanding): boolean => {
  const { attended, missed, absent, cancelled, when } = appointment
  const plan = lastPlan(appointment)
  if (cancelled !== undefined && isAfter(cancelled, plan)) return true
  const outcome = attended ?? missed ?? absent
  return outcome !== undefined && (when === undefined || outcome.day >= when.from || outcome.day >= plan.day)
}

const isHere = (stands: Picture, id: PersonId, day: Day): boolean => {
  const { death, gone } = stands.people.get(id) ?? {}
  return (death === undefined || death.from > day) && (gone === undefined || gone.from > day)
}

const getsThere = new Set<string | undefined>(['no-transport', 'cost'])

const transportFor = (stands: Picture, { id, children }: AppointmentStanding, day: Day): Transport | undefined => {
  const isIts = (entry: EntryOf<'barrier-reported' | 'help-arranged'>): boolean =>
    (entry.appointment === undefined || entry.appointment === id) &&
    (entry.appointment === id || children.some(child => isAbout(stands, entry, child)))
  const needed = all(stands, 'barrier-reported').findLast(
    entry => getsThere.has(entry.barrier) && (entry.until === undefined || entry.until >= day) && isIts(entry),
  )
  const helped = all(stands, 'help-arranged').findLast(
    entry => isIts(entry) && (getsThere.has(entry.barrier) || (entry.barrier === undefined && needed !== undefined)),
  )
  if (helped !== undefined && (needed === undefined || isAfter(helped, needed)))
    return helped.accepted === false ? 'not-wanted' : 'arranged'
  return needed === undefined ? undefined : 'needed'
}

const interpreterFor = (stands: Picture, { booked }: AppointmentStanding): Planned['interpreter'] => {
  const isNeeded = all(stands, 'communication-need').findLast(({ interpreter }) => interpreter !== undefined)
  if (isNeeded?.interpreter !== true) return undefined
  return booked?.kind === 'appointment-booked' && booked.interpreter === true ? 'booked' : 'not-booked'
}

const alongTo = (stands: Picture, { id, children }: AppointmentStanding): readonly EntryOf<'coming-along'>[] => {
  const last = new Map<string, EntryOf<'coming-along'>>()
  for (const entry of all(stands, 'coming-along'))
    if (
      entry.appointment === id ||
      (entry.appointment === undefined && children.some(one => isAbout(stands, entry, one)))
    )
      last.set(entry.who, entry)
  return [...last.values()].filter(({ coming }) => coming !== false)
}

const changeOf = (stands: Picture, appointment: AppointmentStanding): ChangeAsked | undefined => {
  const asked = all(stands, 'change-asked').findLast(entry => entry.appointment === appointment.id)
  if (asked === undefined) return undefined
  const answers: readonly Entry[] = [
    ...all(stands, 'change-answered').filter(entry => entry.appointment === appointment.id),
    ...appointment.moves,
  ]
  return { asked, answer: answers.find(answer => isAfter(answer, asked)) }
}

const mattersBecause = (stands: Picture, { series }: AppointmentStanding): string | undefined => {
  const importance = series === undefined ? undefined : stands.series.get(series)?.importance
  return importance?.kind === 'series-started' || importance?.kind === 'series-importance' ? importance.harm : undefined
}

const plan = (
  stands: Picture,
  appointment: AppointmentStanding,
  when: NonNullable<AppointmentStanding['when']>,
): Planned => ({
  appointment,
  day: when.to,
  at: when.at,
  people: appointment.person === undefined ? appointment.children : [appointment.person],
  purpose: appointment.booked?.kind === 'appointment-booked' ? appointment.booked.purpose : undefined,
  matters: mattersBecause(stands, appointment),
  transport: transportFor(stands, appointment, when.to),
  interpreter: interpreterFor(stands, appointment),
  along: alongTo(stands, appointment),
  change: changeOf(stands, appointment),
})

/** Every appointment of the family that lies ahead of a day or on it, in order. None of somebody who died or is no longer here. */
export const plannedFrom = (stands: Picture, today: Day): readonly Planned[] =>
  stands.appointments
    .flatMap(one => (one.when === undefined || one.when.to < today || isOver(one) ? [] : [plan(stands, one, one.when)]))
    .filter(({ people }) => people.some(id => isHere(stands, id, today)))
    .sort(
      (one, other) =>
        one.day - other.day || (one.at ?? 0) - (other.at ?? 0) || (one.appointment.id < other.appointment.id ? -1 : 1),
    )
