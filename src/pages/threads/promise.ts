import type { Duty } from '../../duties/rule.ts'
import type { Entry } from '../../record/entry.ts'

/**
 * The rows of the catalogue in which a duty is the very thing that somebody agreed: a condition acted on, a conference
 * that was decided, a decision's action, what was taken on in a report or a meeting, the meetings and reviews of a plan.
 */
const rows: ReadonlySet<string> = new Set([
  'R-CTG-2',
  'R-ICPC-1',
  'R-STR-6',
  'R-REF-6',
  'R-PRO-2',
  'R-CIN-1',
  'R-CIN-2',
  'R-CP-1',
  'R-CP-2',
  'R-CP-3',
])

/** Whether an entry is one in which somebody agreed something. */
const agrees = (entry: Entry): boolean => {
  switch (entry.kind) {
    case 'condition':
    case 'decision':
    case 'undertaking-given':
    case 'undertaking-accepted':
    case 'undertaking-carried-over':
    case 'plan-agreed':
    case 'plan-started':
    case 'meeting-held':
    case 'conference-held':
      return true
    case 'strategy-discussion':
    case 'section47-concluded':
      return entry.outcome === 'conference'
    case 'conference-request-answered':
      return entry.answer === 'agreed'
    default:
      return false
  }
}

/** Whether a duty is what somebody agreed. All else is worked out by a rule, and is drawn apart and says so. */
export const isPromise = ({ rule, because }: Pick<Duty, 'rule' | 'because'>): boolean =>
  rows.has(rule.catalogue) && because.some(agrees)
