import type { Day } from '../../calendar/day.ts'
import { countedUntil } from '../../duties/derive.ts'
import type { Service } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import { isKept, isOwed, type Owing, worstFirst } from '../owed.ts'
import { laneOf, laneOfOwner } from './lanes.ts'
import { isPromise } from './promise.ts'
import type { Scale } from './scale.ts'

/** How a thread ends: at a proof, hanging, not yet due, or stopped without being done. */
export type End = 'kept' | 'hangs' | 'due' | 'stopped'

/** A duty as a thread: from the entry that it rests on to the lane of whoever owes it. */
export interface Thread {
  readonly owing: Owing
  /** Whether somebody agreed it; all others are worked out by a rule. */
  readonly promised: boolean
  readonly start: Entry
  readonly end: End
  /** Where it ends: the lane of the proof when it was kept, else of whoever owes it. */
  readonly lane: Service
  /** The day on which it ends: the proof's, else the day on which it is due. */
  readonly on: Day
  /** The day to which it hangs. */
  readonly until: Day
}

const endOf = (owing: Owing): End | undefined => {
  if (isKept(owing)) return 'kept'
  if (isOwed(owing)) return owing.state === 'late' ? 'hangs' : 'due'
  return owing.state === 'not-yet' ? undefined : 'stopped'
}

/** The thread of a duty as it stood on a day; nothing for what has not begun. */
export const findThread = (owing: Owing, day: Day): Thread | undefined => {
  const end = endOf(owing)
  if (end === undefined) return undefined
  const { duty } = owing
  const proof = end === 'kept' ? duty.ended : undefined
  return {
    owing,
    promised: isPromise(duty),
    start: duty.because[0],
    end,
    lane: proof === undefined ? laneOfOwner(duty) : laneOf(proof.entry),
    on: proof?.entry.day ?? (end === 'stopped' ? (duty.ended?.day ?? duty.due.day) : duty.due.day),
    until: countedUntil(duty, day),
  }
}

/** Whether a thread has any part in the stretch of days that a picture shows. */
export const isWithin = (thread: Thread, { from, to, end }: Pick<Scale, 'from' | 'to' | 'end'>): boolean =>
  thread.owing.duty.since <= to &&
  thread.on <= end &&
  (thread.end === 'hangs' ? thread.until >= from : thread.on >= from)

const levelsInLane = 6

const rank = (yes: boolean): number => (yes ? 0 : 1)
const tellsMost = (one: Thread, other: Thread): number =>
  rank(one.promised) - rank(other.promised) || worstFirst(one.owing, other.owing)

/** The threads of one lane that are drawn, and how many more there are, of each sort. */
export interface Chosen {
  readonly drawn: readonly Thread[]
  readonly more: number
}

const isKeptEnd = (thread: Thread): boolean => thread.end === 'kept'

/** Six of a lane that hang or fall due, and six that were kept: what somebody agreed first, then the worst. */
const choose = (threads: readonly Thread[]): Chosen => {
  const sorted = threads.filter(thread => thread.end !== 'stopped' || thread.promised).sort(tellsMost)
  const hanging = sorted.filter(thread => !isKeptEnd(thread))
  const kept = sorted.filter(isKeptEnd)
  const drawn = [...hanging.slice(0, levelsInLane), ...kept.slice(0, levelsInLane)]
  return { drawn, more: sorted.length - drawn.length }
}

/** For each lane, which of its threads are drawn: past six of a kind the rest are only counted. */
export const chosenIn = (threads: readonly Thread[]): ReadonlyMap<Service, Chosen> => {
  const lanes = new Map<Service, Thread[]>()
  for (const thread of threads) {
    const held = lanes.get(thread.lane)
    if (held === undefined) lanes.set(thread.lane, [thread])
    else held.push(thread)
  }
  return new Map([...lanes].map(([lane, own]) => [lane, choose(own)]))
}
