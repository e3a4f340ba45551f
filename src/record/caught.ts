import { addDays, firstDay } from '../calendar/day.ts'
import { agreedRule, brokenBy, isCheckable, wouldCatch } from './agreed-rule-standing.ts'
import { countedFor, metBy } from './condition-event.ts'
import type { Entry, EntryOf, Kind } from './entry.ts'
import type { PersonId } from './field.ts'
import { childrenOf, type Picture } from './standing.ts'

/** What is agreed in words and, beside them, in a form that can be checked. */
export type Checkable = EntryOf<'condition' | 'agreed-rule'>

/** The kinds of entry that can be checked against a record. */
export const checkableKinds: ReadonlySet<Kind> = new Set<Kind>(['condition', 'agreed-rule'])

/** Whether an entry says something that can be checked against a record. */
export const isCheckableKind = (entry: Entry): entry is Checkable => checkableKinds.has(entry.kind)

/** What something agreed catches on a record for one child: all that counts, in order, and the first of it that would have met it. */
export interface Caught {
  readonly child: PersonId
  readonly counted: readonly Entry[]
  readonly met: readonly Entry[] | undefined
}

/** Whether something agreed says enough to be checked; else it is only words. */
export const canBeChecked = (entry: Checkable): boolean =>
  entry.kind === 'condition' ? entry.events !== undefined : isCheckable(entry)

/** Whether a record is looked through as if it had always been agreed, or from the day on which it was. */
export type Looking = 'as if always' | 'since agreed'

const byCondition = (stands: Picture, given: EntryOf<'condition'>, child: PersonId, looking: Looking): Caught => {
  const from = given.since ?? (looking === 'as if always' ? firstDay : addDays(given.day, 1))
  const counted = countedFor(stands, child, given, from)
  return { child, counted, met: metBy(given, counted) }
}

const byRule = (stands: Picture, given: EntryOf<'agreed-rule'>, child: PersonId, looking: Looking): Caught => {
  const one = agreedRule(stands, given, child)
  const counted = looking === 'as if always' ? wouldCatch(stands, one) : brokenBy(stands, one)
  return { child, counted, met: counted.length === 0 ? undefined : counted.slice(0, 1) }
}

/**
 * What something agreed catches in a record, for each child that it is about; the entry itself need not be on the record.
 * Of a record as one reader may see it, it says nothing that is hidden from them.
 */
export const caughtBy = (stands: Picture, entry: Checkable, looking: Looking): readonly Caught[] =>
  childrenOf(stands, entry).map(child =>
    entry.kind === 'condition' ? byCondition(stands, entry, child, looking) : byRule(stands, entry, child, looking),
  )
