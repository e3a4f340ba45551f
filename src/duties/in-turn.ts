import type { Entry } from '../record/entry.ts'
import type { Duty } from './rule.ts'

/** Whether one entry came before another: by the day, and by the clock where both say it. */
export const isBefore = (one: Entry, other: Entry): boolean =>
  one.day === other.day ? one.at !== undefined && other.at !== undefined && one.at < other.at : one.day < other.day

/** What ended a duty on the day of a trigger answers that trigger too, unless the clock says that it came before. */
const covers = (duty: Duty, trigger: Entry): boolean =>
  duty.ended === undefined ||
  duty.ended.day > trigger.day ||
  (duty.ended.day === trigger.day && !isBefore(duty.ended.entry, trigger))

/**
 * Raises duties in turn: while one is open, a later trigger raises no second; after it has ended, the next trigger
 * raises the next. Triggers come in order of the day, and `entryOf` gives the entry that is the trigger. Where `days` are
 * given, a duty stands for the triggers of so many days and no longer: a new harm is not hidden by an old one.
 */
export const inTurn = <T>(
  triggers: readonly T[],
  entryOf: (trigger: T) => Entry,
  raise: (trigger: T, ordinal: number) => Duty | undefined,
  days = Number.POSITIVE_INFINITY,
): void => {
  let [last, ordinal]: [Duty | undefined, number] = [undefined, 1]
  for (const trigger of triggers) {
    const entry = entryOf(trigger)
    if (last !== undefined && covers(last, entry) && entry.day - last.since <= days) continue
    const raised = raise(trigger, ordinal)
    if (raised === undefined) continue
    last = raised
    ordinal += 1
  }
}

/** The first of all that carry one id: who asks the same thing again under its id asks for one answer. */
export const eachOnce = <T extends { readonly id: string }>(raised: readonly T[]): readonly T[] => {
  const seen = new Set<string>()
  return raised.filter(({ id }) => !seen.has(id) && seen.add(id))
}
