import { isoDay } from '../../src/calendar/day.ts'
import { addWorkingDays } from '../../src/calendar/working-days.ts'
import { rules } from '../../src/duties/rules.ts'
import type { Told } from './day-by-day.ts'
import type { Drop } from './story.ts'

/** What became of an act that was left out on purpose. */
export interface Raised {
  readonly drop: Drop
  /** The first telling, in time and to the right role, that it is late; nothing when nobody of those heard. */
  readonly by: Told | undefined
  /** What else was told of as late in these days, for whoever looks for the reason. */
  readonly instead: readonly string[]
}

const days = 5

/** It was told as late, or at once where a child may come to harm, within five working days of the day on which the duty fell due, about when the act was left out. */
const isLate = ({ telling, duty, day }: Told, { due, by }: Drop): boolean =>
  (telling.state !== 'owed' || duty.rule.heard === 'at-once') &&
  day >= addWorkingDays(due, -2 * days) &&
  day <= by &&
  day <= addWorkingDays(duty.due.day, days)

const toRight = ({ telling }: Told, { to }: Drop): boolean => to.includes(telling.to.role)

const words = ({ telling, duty }: Told): string => `${duty.rule.name} ${telling.state} to ${telling.to.role}`

const raisedBy = (drop: Drop, told: readonly Told[]): Raised => {
  const late = told.filter(one => isLate(one, drop))
  const by = late.find(one => drop.rules.includes(one.duty.rule.name) && toRight(one, drop))
  return { drop, by, instead: by === undefined ? [...new Set(late.map(words))] : [] }
}

/** Which of the acts left out on purpose were raised, by the day and to the right role. */
export const raisedOf = (drops: readonly Drop[], told: readonly Told[]): readonly Raised[] => {
  const byFamily = Map.groupBy(told, ({ family }) => family)
  return drops.map(drop => raisedBy(drop, byFamily.get(drop.family) ?? []))
}

const known: ReadonlySet<string> = new Set(rules.map(({ name }) => name))

/** Whether any rule that may speak of it is there already; what no rule speaks of yet is said and not counted. */
export const isExpected = ({ rules: named }: Drop): boolean => named.some(name => known.has(name))

/** One line of an act that nobody was told of. */
export const unraisedInWords = ({ drop, instead }: Raised): string =>
  `${drop.family}: ${drop.what}, due ${isoDay(drop.due)}, by ${isoDay(drop.by)}; told instead: ${instead.join(', ') || 'nothing'}`
