import { addMonths, type Day, partsOf } from './day.ts'
import { countOf } from './words.ts'

/** An age in completed years, months and days. */
export interface Age {
  readonly years: number
  readonly months: number
  readonly days: number
}

// Someone born on 29 February comes of age on 1 March in other years: by comparing dates, 28 February is too early.
function completedMonths(born: Day, on: Day): number {
  const birth = partsOf(born)
  const now = partsOf(on)
  return (now.year - birth.year) * 12 + now.month - birth.month - (now.day < birth.day ? 1 : 0)
}

/** The age in completed years, months and days; all three are 0 before the birth. */
export function ageOn(born: Day, on: Day): Age {
  if (on <= born) return { years: 0, months: 0, days: 0 }
  const months = completedMonths(born, on)
  return { years: Math.floor(months / 12), months: months % 12, days: on - addMonths(born, months) }
}

/** Whether the person is a child in law: below 18 on the day, or not yet born (Children Act 1989, section 105). */
export const isUnder18 = (born: Day, on: Day): boolean => completedMonths(born, on) < 18 * 12

function youngAgeInWords(days: number, months: number): string {
  if (days === 0) return 'born today'
  if (days < 14) return countOf(days, 'day')
  return months < 3 ? countOf(Math.floor(days / 7), 'week') : countOf(months, 'month')
}

/** The age as it is said: days below 2 weeks, weeks below 3 months, months below 1 year, both below 3, then years. */
export function ageInWords(born: Day, on: Day): string {
  if (on < born) return 'not yet born'
  const { years, months } = ageOn(born, on)
  if (years === 0) return youngAgeInWords(on - born, months)
  const inYears = countOf(years, 'year')
  return years < 3 && months > 0 ? `${inYears} ${countOf(months, 'month')}` : inYears
}

const term = 280 // days: 40 weeks on the expected day

/** How far a pregnancy is in completed weeks and days, 40 weeks on the expected day; 0 before it began. */
export function weeksPregnant(expected: Day, on: Day): { weeks: number; days: number } {
  const days = Math.max(0, term - (expected - on))
  return { weeks: Math.floor(days / 7), days: days % 7 }
}
