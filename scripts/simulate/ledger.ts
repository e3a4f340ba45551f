import type { Day } from '../../src/calendar/day.ts'
import { stateOn } from '../../src/duties/derive.ts'
import type { Duty } from '../../src/duties/rule.ts'

/** What became of the duties of a rule. */
export interface RuleLine {
  readonly rule: string
  readonly raised: number
  readonly inTime: number
  readonly late: number
  readonly stillLate: number
  readonly noLonger: number
  /** Of those met, said in one line as done elsewhere, since no story writes it. */
  readonly elsewhere: number
  readonly tellings: number
  /** Notices that it leads: the worst thing in them is of this rule. */
  readonly leads: number
}

interface Counting {
  readonly until: Day
  readonly tellings: ReadonlyMap<string, number>
  readonly leads: ReadonlyMap<string, number>
}

const lineOf = (rule: string, duties: readonly Duty[], { until, tellings, leads }: Counting): RuleLine => {
  const states = duties.map(duty => stateOn(duty, until))
  const count = (...wanted: readonly string[]) => states.filter(state => wanted.includes(state)).length
  return {
    rule,
    raised: duties.length,
    inTime: count('done'),
    late: count('done-late'),
    stillLate: count('late'),
    noLonger: count('no-longer', 'overtaken', 'set-aside'),
    elsewhere: duties.filter(({ ended }) => ended?.how === 'done-elsewhere').length,
    tellings: tellings.get(rule) ?? 0,
    leads: leads.get(rule) ?? 0,
  }
}

/** The duties of the years, by rule, those first that speak most. */
export const ledgerOf = (duties: readonly Duty[], from: Day, counting: Counting): readonly RuleLine[] => {
  const own = duties.filter(duty => !duty.projected && duty.since >= from && duty.since <= counting.until)
  return [...Map.groupBy(own, ({ rule }) => rule.name)]
    .map(([rule, of]) => lineOf(rule, of, counting))
    .sort((one, other) => other.leads - one.leads || other.tellings - one.tellings)
}
