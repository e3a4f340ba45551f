import type { Day } from '../calendar/day.ts'
import { type AppointmentStanding, dayOfAppointment, type Excuse } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { Letters } from './excuse-letter.ts'
import { type ByDay, shownExcuse } from './excuse-shown.ts'
import { all, childrenOf, type Picture } from './standing.ts'

type Barrier = EntryOf<'barrier-reported'>['barrier']
type Check = EntryOf<'reason-checked'>
type Verdict = EntryOf<'dispute-decided'>

/** What was said of misses, by the appointment: that one does not count, what a check found, how a dispute was decided. */
interface Said {
  readonly excused: ReadonlyMap<string, EntryOf<'appointment-excused'>>
  readonly checks: ReadonlyMap<string, Check>
  readonly verdicts: ReadonlyMap<string, Verdict>
}

/** Notes why a miss counts against nobody, on each appointment that was missed. */
export const excuseMisses = (stands: Picture): void => {
  const missed = stands.appointments.filter(one => one.missed !== undefined || one.absent !== undefined)
  if (missed.length === 0) return
  const said: Said = {
    excused: new Map(all(stands, 'appointment-excused').map(entry => [entry.appointment, entry])),
    checks: lastWords(stands, missed, all(stands, 'reason-checked')),
    verdicts: lastWords(stands, missed, all(stands, 'dispute-decided')),
  }
  const sameDay = appointmentsOn(stands, new Set(missed.map(dayOfAppointment)))
  const letters: Letters = Map.groupBy(all(stands, 'letter-sent'), entry => entry.about)
  for (const appointment of missed) {
    const check = said.checks.get(appointment.id)
    if (check !== undefined) appointment.check = check
    const excuse =
      excuseSaid(appointment, said) ??
      saidAfterwards(stands, appointment) ??
      shownExcuse(stands, appointment, { sameDay, letters }) ??
      reportedBefore(stands, appointment)
    if (excuse !== undefined) appointment.excuse = excuse
  }
}

/** The last word on each miss; one that names no appointment is about the last miss of its child before it. */
const lastWords = <E extends Check | Verdict>(
  stands: Picture,
  missed: readonly AppointmentStanding[],
  entries: readonly E[],
): ReadonlyMap<string, E> =>
  new Map(
    entries.flatMap(entry => {
      const id = entry.appointment ?? lastMissed(stands, missed, entry)?.id
      return id === undefined ? [] : [[id, entry] as const]
    }),
  )

/** The last appointment of a child that was missed by the day of an entry, which is about it though it does not name it. */
const lastMissed = (
  stands: Picture,
  missed: readonly AppointmentStanding[],
  entry: Entry,
): AppointmentStanding | undefined => {
  const children = childrenOf(stands, entry)
  let last: AppointmentStanding | undefined
  for (const one of missed) {
    const day = dayOfAppointment(one)
    if (day === undefined || day > entry.day || !one.children.some(child => children.includes(child))) continue
    if (last === undefined || day >= (dayOfAppointment(last) ?? day)) last = one
  }
  return last
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

/** Whether what a family says by one of the words for it excuses by itself; what is "other" is looked at by people. */
export const excuses = (barrier: Barrier | undefined): barrier is Exclude<Barrier, 'other'> =>
  barrier !== undefined && barrier !== 'other'

/**
 * What was called off cannot be missed: by the clinic; by the family before its day, which is a change and counts as one
 * at most; on the day itself with a reason that excuses. Booked or moved since, it was on again.
 */
const calledOff = (appointment: AppointmentStanding): Excuse | undefined => {
  const { cancelled: entry, moves, booked } = appointment
  if (entry?.cancelledBy === 'clinic') return { why: 'clinic-error', entry }
  const [plan, day] = [moves.at(-1) ?? booked, dayOfAppointment(appointment)]
  if (entry?.cancelledBy !== 'family' || day === undefined || entry.day > day) return undefined
  if (plan !== undefined && plan.day > entry.day) return undefined
  if (excuses(entry.barrier) && appointment.check?.answer !== 'contradicted') return { why: entry.barrier, entry }
  return entry.day < day ? { why: 'clinic-error', entry } : undefined
}

/** Why a miss does not count as somebody said it: the agency, a dispute that was upheld, a check, or the family itself. */
const excuseSaid = (appointment: AppointmentStanding, said: Said): Excuse | undefined => {
  const excused = said.excused.get(appointment.id)
  if (excused !== undefined) return { why: excused.because, entry: excused }
  const verdict = said.verdicts.get(appointment.id)
  if (verdict?.upheld === true) return { why: 'dispute-upheld', entry: verdict }
  const off = calledOff(appointment)
  if (off !== undefined) return off
  const { check } = appointment
  if (check?.answer === 'verified' && excuses(check.barrier)) return { why: check.barrier, entry: check }
  const outcome = appointment.missed ?? appointment.absent
  // "Not checked" is not "not true": what a family says holds until a check contradicts it.
  return check?.answer !== 'contradicted' && excuses(outcome?.barrier)
    ? { why: outcome.barrier, entry: outcome }
    : undefined
}

/** What the family said of this very appointment once somebody asked: it holds as if it had been said at once (review 5.18). */
const saidAfterwards = (stands: Picture, appointment: AppointmentStanding): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  if (day === undefined || appointment.check?.answer === 'contradicted') return undefined
  const entry = all(stands, 'barrier-reported').findLast(
    one => one.appointment === appointment.id && one.day > day && excuses(one.barrier),
  )
  return entry === undefined || !excuses(entry.barrier) ? undefined : { why: entry.barrier, entry }
}

/** For how long something that makes it hard to come excuses, where nobody said until when and nobody arranged help. */
const longest = 90

const holdsOn = (reported: EntryOf<'barrier-reported'>, day: Day): boolean =>
  reported.day <= day && day <= (reported.until ?? reported.day + longest)

const isFor = (named: string | undefined, { id }: AppointmentStanding): boolean => named === undefined || named === id

/**
 * What a family had said beforehand makes it hard to come, and nobody arranged help in time: the next act was ours.
 * One that names no appointment is about all of its child's.
 */
const reportedBefore = (stands: Picture, appointment: AppointmentStanding): Excuse | undefined => {
  const day = dayOfAppointment(appointment)
  if (day === undefined || appointment.check?.answer === 'contradicted') return undefined
  const isOfChild = (entry: Entry) => childrenOf(stands, entry).some(child => appointment.children.includes(child))
  const reported = all(stands, 'barrier-reported').findLast(
    entry => excuses(entry.barrier) && holdsOn(entry, day) && isFor(entry.appointment, appointment) && isOfChild(entry),
  )
  if (reported === undefined || !excuses(reported.barrier)) return undefined
  const helped = all(stands, 'help-arranged').some(
    entry =>
      entry.day >= reported.day &&
      entry.day <= day &&
      isFor(entry.appointment, appointment) &&
      (entry.barrier === undefined || entry.barrier === reported.barrier) &&
      isOfChild(entry),
  )
  return helped ? undefined : { why: reported.barrier, entry: reported }
}
