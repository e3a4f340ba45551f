import type { Day } from '../calendar/day.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { AppointmentStanding, Excuse } from './appointment-standing.ts'
import type { EntryOf } from './entry.ts'
import { excuses } from './excuse.ts'
import { stayOn } from './excuse-shown.ts'
import type { MeetingStanding } from './meeting-standing.ts'
import { all, childrenOf, type Picture } from './standing.ts'

// The one place that decides what counts. Every rule and every condition that counts asks here, so that nothing counts in
// one place that is excused in another (replay.md, negative tests; beyond.md, "What must stay silent"; R-APT-15).

/** Whether a miss counts: the child was not brought, nobody cancelled it first, and nothing excuses it. */
export const countableMiss = (appointment: AppointmentStanding): EntryOf<'was-not-brought'> | undefined =>
  appointment.missed !== undefined &&
  appointment.excuse === undefined &&
  appointment.attended === undefined &&
  appointment.person === undefined
    ? appointment.missed
    : undefined

/** What keeps a family from coming, and leaves the child as unseen as any other miss: it counts against nobody, and somebody rings. */
const kept: ReadonlySet<string> = new Set([
  'ill',
  'no-transport',
  'cost',
  'caring-for-another',
  'struggling',
  'no-interpreter',
  'no-accessible-letter',
] satisfies Excuse['why'][])

/**
 * A miss after which the family is rung: one that counts, or one that was hard to come to. A clinic's own fault is the
 * clinic's to mend, and a clinic that wrote down why a miss does not count has asked.
 */
export const missToFollowUp = (appointment: AppointmentStanding): EntryOf<'was-not-brought'> | undefined => {
  const { missed, excuse, attended, person, cancelled } = appointment
  if (excuse === undefined || cancelled !== undefined) return countableMiss(appointment)
  const isAsked = excuse.entry.kind === 'appointment-excused'
  return attended === undefined && person === undefined && !isAsked && kept.has(excuse.why) ? missed : undefined
}

/** Working days ahead from which a change is a family that plans, and never counts. */
const ahead = 2

/** Whether something asked on a day was asked too late for what was planned; a plan that is not known excuses nothing. */
const isLateFor = (asked: Day, planned: Day | undefined): boolean =>
  planned === undefined || workingDaysBetween(asked, planned) < ahead

type Change = EntryOf<'appointment-moved' | 'appointment-cancelled'>

/** A change that the family made, and the day for which the appointment was planned until then. */
export interface FamilyChange {
  readonly entry: Change
  readonly planned: Day | undefined
}

/** What the family moved or called off, in order: late or ahead, with a reason or without. */
export const familyChanges = ({ booked, moves, cancelled }: AppointmentStanding): readonly FamilyChange[] => {
  let planned = booked?.kind === 'appointment-booked' ? booked.when.to : cancelled?.when?.to
  const changes: FamilyChange[] = []
  for (const entry of moves) {
    if (entry.movedBy === 'family') changes.push({ entry, planned })
    planned = entry.to.to
  }
  if (cancelled?.cancelledBy === 'family') changes.push({ entry: cancelled, planned })
  return changes
}

/** Whether a change counts: made late, without a reason that excuses it, not while the child lay in hospital. */
export const isCountableChange = (
  stands: Picture,
  { id, children }: AppointmentStanding,
  { entry, planned }: FamilyChange,
): boolean =>
  isLateFor(entry.day, planned) &&
  !excuses(entry.barrier) &&
  !children.some(child => stayOn(stands, child, planned ?? entry.day) !== undefined) &&
  !all(stands, 'appointment-excused').some(excused => excused.appointment === id)

/** The changes of one appointment that count. */
export const countableChanges = (stands: Picture, appointment: AppointmentStanding): readonly FamilyChange[] =>
  appointment.person !== undefined || (appointment.cancelled === undefined && appointment.moves.length === 0)
    ? []
    : familyChanges(appointment).filter(change => isCountableChange(stands, appointment, change))

type Asked = EntryOf<'cancellation-asked'>

const dayOfMeeting = (meeting: MeetingStanding | undefined, asked: Asked): Day | undefined =>
  meeting?.moves.findLast(move => move.day < asked.day)?.to ?? meeting?.called?.when

/** Whether a meeting asked off, or not come to, counts: not asked ahead, and no reason that excuses it. */
export const isCountableCancellation = (stands: Picture, asked: Asked): boolean => {
  const meeting = stands.meetings.find(one => one.askedToCancel.includes(asked))
  return (
    isLateFor(asked.day, dayOfMeeting(meeting, asked)) &&
    !excuses(asked.barrier) &&
    !childrenOf(stands, asked).some(child => stayOn(stands, child, asked.day) !== undefined)
  )
}

/** Whether an attempt that reached nobody counts: the family knew of it, and the child was not in hospital. */
export const isCountableAttempt = (stands: Picture, attempt: EntryOf<'contact'>): boolean =>
  attempt.reached === false &&
  attempt.arranged !== false &&
  !childrenOf(stands, attempt).some(child => stayOn(stands, child, attempt.day) !== undefined)

/** A worry: a concern, or a referral to another agency. */
export type Worry = EntryOf<'concern' | 'referral-made'>

const unnamed = /^(?:anon\w*|unknown|not named|an? (?:anon\w*|unknown)|(?:a )?member of (?:the )?public)\b/u

/**
 * From whom a worry comes. Those who gave no name are taken for one person together: two such calls may be the same
 * caller's, and a spiteful one is not made two; beside anybody who is named they are a second.
 */
export const sourceOf = (worry: Worry): string => {
  const said = worry.kind === 'concern' ? worry.raisedBy?.trim().toLowerCase() : undefined
  if (said === undefined) return worry.by
  return unnamed.test(said) ? 'not named' : said
}

/** Each worry once: what one source says on one day is one. Worries come in order of the day. */
export const onceADay = <W extends Worry>(worries: readonly W[]): readonly W[] => {
  const kept: W[] = []
  for (const worry of worries) if (!isSaidAlready(kept, worry)) kept.push(worry)
  return kept
}

const isSaidAlready = (kept: readonly Worry[], worry: Worry): boolean => {
  for (let place = kept.length - 1; place >= 0; place -= 1) {
    const before = kept[place]
    if (before === undefined || before.day !== worry.day) return false
    if (sourceOf(before) === sourceOf(worry)) return true
  }
  return false
}
