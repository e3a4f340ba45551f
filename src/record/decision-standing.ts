import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId, ThingId } from './field.ts'

/** A condition "if this, then that" for one child, and what became of it. */
export interface ConditionStanding {
  readonly id: ThingId
  readonly child: PersonId
  readonly given: EntryOf<'condition'>
  /** The entries that met it, the last of them on the day it was met. */
  met?: readonly Entry[]
  reviewed?: EntryOf<'condition-reviewed'>
  retired?: EntryOf<'condition-reviewed'>
  actedOn?: Entry
  /** Set aside with all signatures that it takes: a team manager's and a service manager's. */
  setAside?: EntryOf<'condition-set-aside'>
}

/** Something that somebody took on, and what became of it. */
export interface UndertakingStanding {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  given?: EntryOf<'undertaking-given'>
  accepted?: Entry
  declined?: Entry
  kept?: Entry
  readonly carriedOver: Entry[]
}

/** A question of a parent, a challenge of a practitioner, or a result awaited: raised and answered. */
export interface Raised<A extends Entry, B extends Entry> {
  readonly id: ThingId
  readonly children: readonly PersonId[]
  readonly raised: A
  readonly answers: B[]
}

type AboutUndertaking = EntryOf<
  | 'undertaking-given'
  | 'undertaking-accepted'
  | 'undertaking-declined'
  | 'undertaking-carried-over'
  | 'undertaking-kept'
>

/** Takes one entry about an undertaking into what stands. */
export const foldUndertaking = (
  undertakings: Map<ThingId, UndertakingStanding>,
  entry: AboutUndertaking,
  children: readonly PersonId[],
): void => {
  const held = undertakings.get(entry.undertaking) ?? { id: entry.undertaking, children, carriedOver: [] }
  undertakings.set(entry.undertaking, held)
  switch (entry.kind) {
    case 'undertaking-given':
      held.given = entry
      return
    case 'undertaking-accepted':
      held.accepted ??= entry
      return
    case 'undertaking-declined':
      held.declined ??= entry
      return
    case 'undertaking-carried-over':
      held.carriedOver.push(entry)
      return
    case 'undertaking-kept':
      held.kept ??= entry
      return
  }
}

/** Pairs what was raised with its answers: by id, else with the last one before it that has none. */
export const pairUp = <A extends Entry, B extends Entry>(
  raised: readonly A[],
  answers: readonly B[],
  idOf: (entry: A | B) => ThingId | undefined,
  childrenOf: (entry: Entry) => readonly PersonId[],
): Raised<A, B>[] => {
  const pairs = raised.map(one => ({
    id: idOf(one) ?? (one.root as string as ThingId),
    children: childrenOf(one),
    raised: one,
    answers: [] as B[],
  }))
  for (const answer of answers) {
    const id = idOf(answer)
    const pair = id === undefined ? lastUnanswered(pairs, answer.day) : pairs.find(one => one.id === id)
    pair?.answers.push(answer)
  }
  return pairs
}

const lastUnanswered = <A extends Entry, B extends Entry>(pairs: readonly Raised<A, B>[], day: Day) =>
  pairs.findLast(pair => pair.answers.every(leavesOpen) && pair.raised.day <= day)

/** An answer that was not understood, or does not settle a challenge, leaves it open for the next. */
const leavesOpen = (answer: Entry): boolean =>
  ('understood' in answer && answer.understood === false) || ('settled' in answer && answer.settled === false)
