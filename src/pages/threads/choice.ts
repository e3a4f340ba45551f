import type { Service } from '../../people/service.ts'
import type { Owing } from '../owed.ts'
import type { Thread } from './thread.ts'

/** The threads of one lane that are drawn, and how many found no room. */
export interface Chosen {
  readonly drawn: readonly Thread[]
  /** Of those that hang, hung or fall due. */
  readonly more: number
  /** Of those that were kept in time. */
  readonly moreKept: number
}

const levelsInLane = 6

const rank = (yes: boolean): number => (yes ? 0 : 1)

const worseLate = (one: Owing, other: Owing): number =>
  rank(one.duty.rule.label === 'statutory') - rank(other.duty.rule.label === 'statutory') ||
  other.daysLate - one.daysLate

// A picture of years tells what hung longest; what is to be done now has an order of its own (duties/ranking).
const longestFirst = (one: Owing, other: Owing): number =>
  rank(one.state === 'late') - rank(other.state === 'late') ||
  (one.state === 'late' ? worseLate(one, other) : one.duty.due.day - other.duty.due.day) ||
  (one.duty.key < other.duty.key ? -1 : 1)

const tellsMost = (one: Thread, other: Thread): number =>
  rank(one.promised) - rank(other.promised) || longestFirst(one.owing, other.owing)

/** Six of a lane that hang or fall due, and six that were kept: what somebody agreed first, then the longest late. */
const choose = (threads: readonly Thread[]): Chosen => {
  const sorted = threads.filter(thread => thread.end !== 'stopped' || thread.promised).sort(tellsMost)
  const kept = sorted.filter(thread => thread.end === 'kept')
  const hanging = sorted.filter(thread => thread.end !== 'kept')
  return {
    drawn: [...hanging.slice(0, levelsInLane), ...kept.slice(0, levelsInLane)],
    more: Math.max(0, hanging.length - levelsInLane),
    moreKept: Math.max(0, kept.length - levelsInLane),
  }
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
