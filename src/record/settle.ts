import { addDays, type Day } from '../calendar/day.ts'
import { type AppointmentStanding, countableMiss, dayOfAppointment, type Excuse } from './appointment-standing.ts'
import type { ConditionStanding } from './decision-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOn, plainAddress } from './person-standing.ts'
import { type PlanStanding, standsAbove } from './plan-standing.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** What only shows when all is folded: which misses count, which conditions are met, which endings are in effect. */
export const settle = (stands: Picture): void => {
  excuseMisses(stands)
  for (const condition of stands.conditions) settleCondition(stands, condition)
  for (const plan of stands.plans) settlePlan(stands, plan)
}

type ByDay = ReadonlyMap<Day, readonly AppointmentStanding[]>

const excuseMisses = (stands: Picture): void => {
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
  const stay = all(stands, 'admission').findLast(
    entry => entry.day <= day && entry.person === undefined && isAbout(stands, entry, child),
  )
  if (stay === undefined) return undefined
  const left = all(stands, 'discharge').find(
    entry => entry.day >= stay.day && entry.person === undefined && isAbout(stands, entry, child),
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

type ConditionEvent = NonNullable<EntryOf<'condition'>['events']>[number]

const eventsOf: Record<ConditionEvent, (stands: Picture, child: PersonId) => readonly Entry[]> = {
  'was-not-brought': (stands, child) =>
    stands.appointments.flatMap(one => (one.children.includes(child) ? (countableMiss(one) ?? []) : [])),
  'cancelled-by-family': (stands, child) =>
    stands.appointments.flatMap(one =>
      one.children.includes(child)
        ? [
            ...(one.cancelled?.cancelledBy === 'family' ? [one.cancelled] : []),
            ...one.moves.filter(move => move.movedBy === 'family'),
          ]
        : [],
    ),
  'not-reached': (stands, child) =>
    all(stands, 'contact').filter(entry => entry.reached === false && isAbout(stands, entry, child)),
  concern: (stands, child) => all(stands, 'concern').filter(entry => isAbout(stands, entry, child)),
  incident: (stands, child) => all(stands, 'incident').filter(entry => isAbout(stands, entry, child)),
  referral: (stands, child) => all(stands, 'referral-made').filter(entry => isAbout(stands, entry, child)),
  'meeting-missed': (stands, child) => all(stands, 'cancellation-asked').filter(entry => isAbout(stands, entry, child)),
}

const byDay = (one: Entry, other: Entry) => one.day - other.day || (one.root < other.root ? -1 : 1)

const settleCondition = (stands: Picture, condition: ConditionStanding): void => {
  const { given, child, id } = condition
  const since = given.since ?? addDays(given.day, 1)
  const reviews = all(stands, 'condition-reviewed').filter(entry => entry.condition === id)
  const retired = reviews.find(entry => entry.answer !== 'renewed')
  const last = reviews.at(-1)
  if (last !== undefined) condition.reviewed = last
  if (retired !== undefined) condition.retired = retired
  const counted = (given.events ?? [])
    .flatMap(event => eventsOf[event](stands, child))
    .filter(entry => entry.day >= since && (retired === undefined || entry.day <= retired.day))
  const times = given.times ?? 1
  const met = [...new Set(counted)].sort(byDay).slice(0, times)
  if (met.length === times && given.events !== undefined) condition.met = met
  afterwards(stands, condition)
}

/** Setting a met condition aside takes a team manager and a service manager (duties.md, R-CTG-2). */
const afterwards = (stands: Picture, condition: ConditionStanding): void => {
  const aside = all(stands, 'condition-set-aside').find(
    entry => entry.condition === condition.id && bothSigned(entry.signedBy),
  )
  if (aside !== undefined) condition.setAside = aside
  const acted = all(stands, 'condition-acted-on').find(entry => entry.condition === condition.id)
  if (acted !== undefined) condition.actedOn = acted
}

/** Whether a team manager and a service manager both signed. */
export const bothSigned = (signed: readonly string[] = []): boolean =>
  signed.includes('team-manager') && signed.includes('service-manager')

/** What an ending lacks. Only what the record itself shows to be missing counts; what it does not mention does not. */
export interface Lacking {
  readonly conditions: readonly ConditionStanding[]
  readonly adults: readonly PersonId[]
}

const parental = new Set(['mother', 'father', 'parent', 'step-parent', 'partner', 'carer'])

/** The adults who parent or live with the child and whom no assessment has covered, in a record where assessments were made. */
export const uncoveredAdults = (stands: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const opened = stands.assessments.some(
    one =>
      one.children.includes(child) &&
      one.opened !== undefined &&
      one.opened.day <= day &&
      one.opened.type !== 'early-help',
  )
  if (!opened) return []
  const covered = new Set(
    all(stands, 'person-covered')
      .filter(entry => entry.day <= day && entry.status !== 'not-asked')
      .map(entry => entry.person),
  )
  return adultsAround(stands, child, day).filter(person => !covered.has(person))
}

/** Everybody in a parent's or carer's place for a child on a day, or an adult of the child's household. */
export const adultsAround = (stands: Picture, child: PersonId, day: Day): readonly PersonId[] => {
  const ids = new Set<PersonId>()
  for (const entry of all(stands, 'relationship')) {
    if (
      entry.of === child &&
      parental.has(entry.is) &&
      entry.day <= day &&
      (entry.until === undefined || entry.until > day)
    )
      ids.add(entry.person)
  }
  const home = homeOf(stands, child, day)
  if (home !== undefined)
    for (const person of stands.people.values())
      if (person.id !== child && person.as !== 'child' && person.as !== 'unborn' && homeOn(person, day) === home)
        ids.add(person.id)
  return [...ids].filter(id => stands.people.get(id)?.death === undefined).sort()
}

/** Where a child lives on a day; an unborn child lives where its mother does. */
export const homeOf = (stands: Picture, child: PersonId, day: Day): string | undefined => {
  const person = stands.people.get(child)
  if (person === undefined) return undefined
  const mother = person.mother === undefined ? undefined : stands.people.get(person.mother)
  return homeOn(person, day) ?? (mother === undefined ? undefined : homeOn(mother, day))
}

/** What the ending of a plan on a day lacks, for a child (duties.md, R-CLS-1). */
export const lackingAt = (stands: Picture, child: PersonId, day: Day): Lacking => ({
  conditions: stands.conditions.filter(one => one.child === child && metBy(one, day) && !answeredBy(stands, one, day)),
  adults: uncoveredAdults(stands, child, day),
})

const metBy = (condition: ConditionStanding, day: Day): boolean =>
  condition.met !== undefined && (condition.met.at(-1)?.day ?? Number.POSITIVE_INFINITY) <= day

/** What answered a met condition: what it says was done, or it was set aside with both signatures. */
const answerTo = (stands: Picture, condition: ConditionStanding): Entry | undefined =>
  [condition.setAside, condition.actedOn, consequenceOf(stands, condition)]
    .filter(entry => entry !== undefined)
    .sort(byDay)[0]

const answeredBy = (stands: Picture, condition: ConditionStanding, day: Day): boolean => {
  const answer = answerTo(stands, condition)
  return answer !== undefined && answer.day <= day
}

/**
 * The entry that did what a met condition says, on or after the day it was met. A conference is answered by a strategy
 * discussion that records its decision for the child, or by the conference itself.
 */
export const consequenceOf = (stands: Picture, condition: ConditionStanding): Entry | undefined => {
  const day = condition.met?.at(-1)?.day
  if (day === undefined) return undefined
  const first = (entries: readonly Entry[]) =>
    entries.find(entry => entry.day >= day && isAbout(stands, entry, condition.child))
  const candidates = answers[condition.given.consequence ?? 'other'].map(kind =>
    first(all(stands, kind).filter(entry => entry.kind !== 'strategy-discussion' || entry.outcome !== undefined)),
  )
  return candidates.filter(entry => entry !== undefined).sort(byDay)[0]
}

const answers = {
  conference: ['strategy-discussion', 'conference-held', 'conference-passed-on', 'conference-booked'],
  'strategy-discussion': ['strategy-discussion'],
  review: ['threshold-reviewed', 'plan-updated', 'meeting-held'],
  referral: ['referral-made'],
  other: [],
} as const

const settlePlan = (stands: Picture, plan: PlanStanding): void => {
  const started = plan.started ?? plan.agreed
  if (started === undefined) return
  const end = plan.endings
    .map(ending => inEffectBy(stands, plan, ending))
    .filter(entry => entry !== undefined)
    .sort(byDay)[0]
  const successor = stands.plans.find(other => takesOver(plan, started.day, other))?.started
  const ends = [end, successor].filter(entry => entry !== undefined).sort(byDay)[0]
  if (ends !== undefined) plan.ended = ends
}

/** The entry by which an ending is in effect: itself, or the last of what it lacked, once that is on the record. */
const inEffectBy = (stands: Picture, plan: PlanStanding, ending: EntryOf<'plan-ended'>): Entry | undefined => {
  if (bothSigned(ending.signedBy)) return ending
  const missing = plan.children.flatMap(child => supplied(stands, child, ending.day))
  return missing.some(entry => entry === undefined)
    ? undefined
    : [ending, ...missing.filter(entry => entry !== undefined)].sort(byDay).at(-1)
}

/** For each thing that an ending lacks, the later entry that supplies it, or nothing. */
const supplied = (stands: Picture, child: PersonId, day: Day): readonly (Entry | undefined)[] => {
  const lacking = lackingAt(stands, child, day)
  const covered = (person: PersonId) =>
    all(stands, 'person-covered').find(
      entry => entry.person === person && entry.day > day && entry.status !== 'not-asked',
    )
  return [...lacking.conditions.map(one => answerTo(stands, one)), ...lacking.adults.map(covered)]
}

const takesOver = (plan: PlanStanding, from: Day, other: PlanStanding): boolean =>
  other !== plan &&
  standsAbove(other.type, plan.type) &&
  other.started !== undefined &&
  other.started.day >= from &&
  plan.children.every(child => other.children.includes(child))

/** Whether nothing is lacking. */
export const nothingLacks = (lacking: Lacking): boolean =>
  lacking.conditions.length === 0 && lacking.adults.length === 0

/** The endings of a plan that are proposed and not in effect on the record as it stands. */
export const proposedEndings = (plan: PlanStanding): readonly EntryOf<'plan-ended'>[] =>
  plan.endings.filter(
    ending =>
      plan.ended === undefined ||
      ending.day < plan.ended.day ||
      (ending.day === plan.ended.day &&
        ending !== plan.ended &&
        plan.ended.kind === 'plan-ended' &&
        ending.root < plan.ended.root),
  )
