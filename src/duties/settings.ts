import type { Day } from '../calendar/day.ts'
import type { Limit } from '../calendar/limit.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { type Adoption, adoptionFrom } from './adoption.ts'
import { earlierOn, type Place, type Rule } from './rule.ts'

/** One change of a local limit, from a day on; without a limit that of Holdfast holds again. */
export interface Change {
  readonly from: Day
  readonly limit: Limit | undefined
  /** Who set it, and why. */
  readonly entry: EntryOf<'limit-set'>
}

/** Whose a task is from a day on. */
interface OwnerChange {
  readonly from: Day
  readonly role: Role
  readonly agency: Agency | undefined
}

/** A partnership's own settings, as a history: what holds on the day on which a clock starts holds for its duty for good. */
export interface Settings {
  readonly limits: ReadonlyMap<string, readonly Change[]>
  /** With which role a task lies, where that is the partnership's own. */
  readonly owners?: ReadonlyMap<string, readonly OwnerChange[]>
  /** What its agencies have adopted; without it all rules count as adopted. */
  readonly adoption?: Adoption
  /** By the rules of which country it works: England unless it says so. */
  readonly country?: Place
  /** The laws that start by regulations and have begun here, each with its day. */
  readonly begun?: ReadonlyMap<string, Day>
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
  const plain = text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(/^within /iu, '')
  if (/^(the )?same day$/iu.test(plain)) return { sameDay: true }
  if (/^(the )?same working day$/iu.test(plain)) return { sameWorkingDay: true }
  const parts = /^(\d{1,3}) (working day|day|week|month|hour)s?$/iu.exec(plain)
  const unit = units[(parts?.[2] ?? '').toLowerCase()]
  const n = Number(parts?.[1])
  return unit === undefined || n === 0 ? undefined : unit(n)
}

/** Whether a text says that the limit of Holdfast holds again. */
export const isDefault = (text: string): boolean => /^(the )?default$/iu.test(text.trim())

const changeOf = (entry: EntryOf<'limit-set'>): readonly Change[] => {
  const limit = findLimit(entry.limit)
  return limit === undefined && !isDefault(entry.limit) ? [] : [{ from: entry.day, limit, entry }]
}

/** In order of day; of two of one day the later word holds. */
const inOrder = <T extends { readonly from: Day }>(changes: readonly T[]): readonly T[] =>
  [...changes].sort((one, other) => one.from - other.from)

const byRule = <E extends Entry & { readonly rule: string }, T extends { readonly from: Day }>(
  entries: readonly E[],
  read: (entry: E) => readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const changes = new Map<string, readonly T[]>()
  for (const [name, own] of Map.groupBy(entries, ({ rule }) => rule)) {
    const found = own.flatMap(read)
    if (found.length > 0) changes.set(name, inOrder(found))
  }
  return changes
}

const begunIn = (entries: readonly Entry[]): ReadonlyMap<string, Day> => {
  const begun = new Map<string, Day>()
  for (const entry of entries) if (entry.kind === 'law-begins') begun.set(entry.law, entry.day)
  return begun
}

/** The settings that an agency's or partnership's entries make. */
export const settingsFrom = (entries: readonly Entry[]): Settings => {
  const adoption = adoptionFrom(entries)
  const country = entries.findLast(entry => entry.kind === 'country-set')?.country
  return {
    limits: byRule(
      entries.filter(entry => entry.kind === 'limit-set'),
      changeOf,
    ),
    owners: byRule(
      entries.filter(entry => entry.kind === 'owner-set'),
      ({ day, role, agency }) => [{ from: day, role, agency }],
    ),
    begun: begunIn(entries),
    ...(adoption === undefined ? {} : { adoption }),
    ...(country === undefined ? {} : { country }),
  }
}

/** The same with all rules taken as adopted, as a replay of a file reads it (design, "Duties"). */
export const withAllAdopted = ({ adoption: _, ...settings }: Settings): Settings => settings

/** What the partnership has set last for a rule by a day; nothing where it never has, or where nobody may. */
export const setLimitOn = (rule: Rule, settings: Settings, day: Day): Change | undefined =>
  rule.label === 'statutory' ? undefined : settings.limits.get(rule.name)?.findLast(change => change.from <= day)

/** The limit of a rule on a day. What is statutory is nobody's to set. */
export const limitOn = (rule: Rule, settings: Settings, day: Day): Limit => {
  if (rule.label === 'statutory' || settings.limits.size === 0) return ownLimitOn(rule, day)
  return settings.limits.get(rule.name)?.findLast(change => change.from <= day)?.limit ?? ownLimitOn(rule, day)
}

/** Holdfast's own limit on a day: an earlier default judges the clocks that started while it held. */
const ownLimitOn = (rule: Rule, day: Day): Limit =>
  rule.earlier === undefined ? rule.limit : (earlierOn(rule, day)?.limit ?? rule.limit)

/** With whom a task lies on a day, where the partnership has said so. */
export const ownerOn = (rule: Rule, settings: Settings, day: Day): OwnerChange | undefined =>
  settings.owners === undefined || settings.owners.size === 0
    ? undefined
    : settings.owners.get(rule.name)?.findLast(change => change.from <= day)
