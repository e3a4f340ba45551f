import type { Day } from '../../calendar/day.ts'
import { countedUntil } from '../../duties/derive.ts'
import type { Duty } from '../../duties/rule.ts'
import type { Service } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { isKept, isOwed, type Owing, owingOn } from '../owed.ts'
import { laneOf, laneOfOwner } from './lanes.ts'
import { isPromise } from './promise.ts'
import type { Scale, Stretch } from './scale.ts'

/** How a thread ends: at a proof, at a proof after it hung, hanging still, not yet due, or stopped without being done. */
export type End = 'kept' | 'kept-late' | 'hangs' | 'due' | 'stopped'

/** A duty as a thread: from the entry that it rests on to the lane of whoever owes it. */
export interface Thread {
  readonly owing: Owing
  /** The children for whom it is the same, siblings together. */
  readonly children: readonly PersonId[]
  /** Whether somebody agreed it; all others are worked out by a rule. */
  readonly promised: boolean
  readonly start: Entry
  readonly end: End
  /** Where it ends: the lane of the proof when it was kept in time, else of whoever owes it. */
  readonly lane: Service
  /** The day on which it ends: the proof's when it was kept in time, else the day on which it is due. */
  readonly on: Day
  /** The day to which it hangs. */
  readonly until: Day
  readonly proof: Entry | undefined
}

const endOf = (owing: Owing): End | undefined => {
  if (isKept(owing)) return owing.daysLate > 0 ? 'kept-late' : 'kept'
  if (isOwed(owing)) return owing.state === 'late' ? 'hangs' : 'due'
  return owing.state === 'not-yet' ? undefined : 'stopped'
}

/** The thread of a duty as it stood on a day; nothing for what has not begun. */
export const findThread = (owing: Owing, day: Day): Thread | undefined => {
  const end = endOf(owing)
  if (end === undefined) return undefined
  const { duty } = owing
  const ended = end === 'due' || end === 'hangs' ? undefined : duty.ended
  const thread: Thread = {
    owing,
    children: [duty.child],
    promised: isPromise(duty),
    start: duty.because[0],
    end,
    lane: laneOfOwner(duty),
    on: end === 'stopped' && ended !== undefined ? ended.day : duty.due.day,
    until: countedUntil(duty, day),
    proof: end === 'stopped' ? undefined : ended?.entry,
  }
  return end === 'kept' ? atProof(thread) : thread
}

/** A thread that simply ends where its proof is. */
const atProof = (thread: Thread): Thread =>
  thread.proof === undefined
    ? thread
    : { ...thread, end: 'kept', lane: laneOf(thread.proof), on: thread.proof.day, until: thread.proof.day }

/** Whether a duty may have a part in these days; most of a long record's ended long before. */
const mayShow = ({ since, ended }: Duty, { from, to }: Stretch): boolean =>
  since <= to && (ended === undefined || ended.day >= from || ended.entry.day >= from)

/** The threads of all duties that have begun and may have a part in a stretch of days. */
export const threadsOver = (
  { duties, day }: { readonly duties: readonly Duty[]; readonly day: Day },
  stretch: Stretch,
): readonly Thread[] =>
  duties.flatMap(duty => (mayShow(duty, stretch) ? (findThread(owingOn(duty, day), day) ?? []) : []))

const closest = 16

/** Where hanging and proof would lie on each other, the proof alone is drawn. */
const settled = (thread: Thread, { x, to }: Pick<Scale, 'x' | 'to'>): Thread =>
  thread.end === 'kept-late' && thread.until <= to && x(thread.until) - x(thread.on) < closest
    ? atProof(thread)
    : thread

const alike = ({ owing: { duty }, end, lane }: Thread): string =>
  `${duty.rule.name}|${duty.thing}|${duty.step}|${duty.due.day}|${end}|${lane}`

/** Threads that are the same for several children of a family as one. */
const together = (threads: readonly Thread[]): readonly Thread[] => {
  if (threads.every(thread => thread.owing.duty.child === threads[0]?.owing.duty.child)) return threads
  const groups = new Map<string, Thread>()
  for (const thread of threads) {
    const name = alike(thread)
    const held = groups.get(name)
    groups.set(name, held === undefined ? thread : { ...held, children: [...held.children, ...thread.children] })
  }
  return [...groups.values()]
}

/** Whether a thread has any part in the stretch of days that a picture shows. */
export const isWithin = (thread: Thread, { from, to, end }: Pick<Scale, 'from' | 'to' | 'end'>): boolean =>
  thread.owing.duty.since <= to &&
  thread.on <= end &&
  (thread.end === 'hangs' || thread.end === 'kept-late' ? thread.until >= from : thread.on >= from)

/** The threads of a picture: those with a part in its days, siblings' together. */
export const threadsIn = (threads: readonly Thread[], scale: Scale): readonly Thread[] =>
  together(threads.filter(thread => isWithin(thread, scale)).map(thread => settled(thread, scale)))
