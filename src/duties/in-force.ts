import { type Day, getDay } from '../calendar/day.ts'
import type { Rule } from './rule.ts'
import type { Settings } from './settings.ts'

/** The days on which a clock of a rule may start; a side that is left out is open. */
export interface InForce {
  readonly from?: Day
  readonly until?: Day
}

/** Those of almost all rules: any day. */
const always: InForce = {}

/**
 * The days on which a clock of a rule may start in a partnership: nothing where it is not of its country, or where it waits
 * for a law of which the partnership has not said that it has begun (practice/2026.md, B.1).
 */
export const inForce = (rule: Rule, { country = 'england', begun }: Settings): InForce | undefined => {
  if (!rule.places.includes(country)) return undefined
  if (rule.waitsFor === undefined && rule.until === undefined) return always
  const from = rule.waitsFor === undefined ? undefined : begun?.get(rule.waitsFor)
  if (rule.waitsFor !== undefined && from === undefined) return undefined
  return {
    ...(from === undefined ? {} : { from }),
    ...(rule.until === undefined ? {} : { until: getDay(rule.until) }),
  }
}

/** Whether a clock may start on a day. */
export const mayStart = ({ from, until }: InForce, day: Day): boolean =>
  (from === undefined || day >= from) && (until === undefined || day <= until)
