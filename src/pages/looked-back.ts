import type { Day } from '../calendar/day.ts'
import { type Ledger, ledger } from '../duties/ledger.ts'
import { knownOn } from '../record/known.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Family } from './partnership.ts'

const kept = new WeakMap<Family, Map<Day, Ledger>>()
const mostDays = 4

/**
 * The ledger as it was known on a day, with when each duty would first have been shown and what a correction took away.
 * It folds the record once for each day of arrival, so it is made only when a page asks, and the last few are kept.
 */
export const lookedBack = ({ family, record, day, settings }: FamilyOnDay): Ledger => {
  const held = kept.get(family) ?? new Map<Day, Ledger>()
  kept.set(family, held)
  const made = held.get(day) ?? ledger(knownOn(record.entries, day), { asAt: day, settings, history: true })
  held.delete(day)
  held.set(day, made)
  const [oldest] = held.keys()
  if (held.size > mostDays && oldest !== undefined) held.delete(oldest)
  return made
}
