import type { Day } from '../calendar/day.ts'
import type { Limit } from '../calendar/limit.ts'
import type { Entry } from '../record/entry.ts'
import type { Rule } from './rule.ts'

/** One change of a local limit, from a day on. */
interface Change {
  readonly from: Day
  readonly limit: Limit
}

/** A partnership's own settings, as a history: the limit of the day on which a clock starts is that of its duty for good. */
export interface Settings {
  readonly limits: ReadonlyMap<string, readonly Change[]>
}

export const noSettings: Settings = { limits: new Map() }

const units: Record<string, (n: number) => Limit> = {
  'working day': n => ({ workingDays: n }),
  day: n => ({ days: n }),
  week: n => ({ weeks: n }),
  month: n => ({ months: n }),
  hour: n => ({ hours: n }),
}

/** The limit that a text names ("15 working days", "6 weeks", "the same day"), or nothing. */
export const findLimit = (text: string): Limit | undefined => {
  if (/^(the )?same day$/iu.test(text.trim())) return { sameDay: true }
  const parts = /^(\d{1,3})\s+(working day|day|week|month|hour)s?$/iu.exec(text.trim())
  const unit = units[(parts?.[2] ?? '').toLowerCase()]
  return unit === undefined ? undefined : unit(Number(parts?.[1]))
}

/** The settings that an agency's or partnership's entries make. */
export const settingsFrom = (entries: readonly Entry[]): Settings => {
  const limits = new Map<string, Change[]>()
  for (const entry of entries) {
    const limit = entry.kind === 'limit-set' ? findLimit(entry.limit) : undefined
    if (entry.kind !== 'limit-set' || limit === undefined) continue
    limits.set(
      entry.rule,
      [...(limits.get(entry.rule) ?? []), { from: entry.day, limit }].sort((a, b) => a.from - b.from),
    )
  }
  return { limits }
}

/** The limit of a rule on a day. What is statutory is nobody's to set. */
export const limitOn = (rule: Rule, settings: Settings, day: Day): Limit => {
  if (rule.label === 'statutory' || settings.limits.size === 0) return rule.limit
  return settings.limits.get(rule.name)?.findLast(change => change.from <= day)?.limit ?? rule.limit
}
