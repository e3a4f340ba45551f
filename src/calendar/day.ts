/** Whole days since 1970-01-01: a civil day in Europe/London, with no clock in it. */
export type Day = number & { readonly brand: 'Day' }

/** Milliseconds since the beginning of 1970 in UTC. */
export type Moment = number & { readonly brand: 'Moment' }

/** A civil date in its three parts; January is month 1. */
export interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export type CalendarErrorCode = 'calendar.not-a-day' | 'calendar.not-a-clock' | 'calendar.beyond-table'

/** What the calendar refuses; the message never repeats the text, for it may be a date of birth. */
export class CalendarError extends Error {
  readonly code: CalendarErrorCode

  constructor(code: CalendarErrorCode, message: string) {
    super(message)
    this.name = 'CalendarError'
    this.code = code
  }
}

const monthLengths = Int8Array.of(0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
const daysPerEra = 146_097 // 400 Gregorian years
const eraOffset = 719_468 // days from 0000-03-01 to 1970-01-01

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month] ?? 0)

// Counted in 400-year eras that begin on 1 March, so that the leap day comes last: H. Hinnant, "chrono-compatible
// low-level date algorithms", days_from_civil and civil_from_days.
function civilDay({ year, month, day }: DayParts): Day {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const marchMonth = month > 2 ? month - 3 : month + 9
  const dayOfYear = (((153 * marchMonth + 2) / 5) | 0) + day - 1
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear
  return (era * daysPerEra + dayOfEra - eraOffset) as Day
}

/** The year, month (1 to 12) and day of the month of a day. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  const shifted = day + eraOffset
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0)
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0))
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1 }
}

const isRealDate = ({ year, month, day }: DayParts): boolean =>
  Number.isInteger(year) && Number.isInteger(day) && day >= 1 && day <= lengthOfMonth(year, month)

/** The day with these parts; throws CalendarError `calendar.not-a-day` when there is no such date. */
export function dayOf(parts: DayParts): Day {
  if (!isRealDate(parts)) throw new CalendarError('calendar.not-a-day', 'no such date')
  return civilDay(parts)
}

/** The first and the last day that can be written in the record: 1900-01-01 and 2199-12-31. */
export const firstDay = dayOf({ year: 1900, month: 1, day: 1 })
export const lastDay = dayOf({ year: 2199, month: 12, day: 31 })

/** The day with these parts, or nothing when there is no such date in the years 1900 to 2199. */
export function findDayOf(parts: DayParts): Day | undefined {
  return parts.year >= 1900 && parts.year <= 2199 && isRealDate(parts) ? civilDay(parts) : undefined
}

const hyphen = 45

// The value of the digits from `from` up to `to`, or NaN: NaN is no real date and so falls out by itself.
function digits(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** The day written exactly as YYYY-MM-DD in the years 1900 to 2199, or nothing when it is no such real date. */
export function findDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined
  return findDayOf({ year: digits(text, 0, 4), month: digits(text, 5, 7), day: digits(text, 8, 10) })
}

/** The day written exactly as YYYY-MM-DD; throws CalendarError `calendar.not-a-day` when it is no such real date. */
export function getDay(text: string): Day {
  const day = findDay(text)
  if (day === undefined) throw new CalendarError('calendar.not-a-day', 'not a real date in the form YYYY-MM-DD')
  return day
}

const twoDigits: readonly string[] = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'))

/** The day as YYYY-MM-DD. */
export function isoDay(day: Day): string {
  const parts = partsOf(day)
  return `${String(parts.year).padStart(4, '0')}-${twoDigits[parts.month]}-${twoDigits[parts.day]}`
}

/** The day of the week, 1 for Monday to 7 for Sunday. */
export function weekday(day: Day): number {
  const sinceMonday = (day + 3) % 7 // 1970-01-01 was a Thursday
  return sinceMonday < 0 ? sinceMonday + 8 : sinceMonday + 1
}

/** The day that lies n days later, or earlier when n is negative. */
export const addDays = (day: Day, n: number): Day => (day + n) as Day

/** The day that lies n weeks later, or earlier when n is negative. */
export const addWeeks = (day: Day, n: number): Day => (day + 7 * n) as Day

/** The same day of the month n calendar months later (earlier when negative), or the month's last day if it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const parts = partsOf(day)
  const months = parts.year * 12 + parts.month - 1 + n
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return civilDay({ year, month, day: Math.min(parts.day, lengthOfMonth(year, month)) })
}

/** The number of days from the first day to the second, negative when the second is the earlier. */
export const daysBetween = (from: Day, to: Day): number => to - from
