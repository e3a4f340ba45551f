import { bankHolidays, firstPublishedYear, lastPublishedYear } from './bank-holidays.ts'
import { CalendarError, type Day, dayOf, weekday } from './day.ts'

/** Whether the working days rest on the published bank holidays only, or partly on the standing pattern. */
export type CalendarBasis = 'table' | 'computed'

/** The first and the last day for which the bank holidays are published: 2012-01-01 and 2028-12-31. */
export const startOfTable: Day = dayOf({ year: firstPublishedYear, month: 1, day: 1 })
export const endOfTable: Day = dayOf({ year: lastPublishedYear, month: 12, day: 31 })

// Fifty years wider than the days that can be written (1900 to 2199), so that a deadline from any of them is found.
const firstYear = 1850
const lastYear = 2249
const first = dayOf({ year: firstYear, month: 1, day: 1 })
const length = dayOf({ year: lastYear, month: 12, day: 31 }) - first + 1

interface Lookup {
  /** By day since `first`: how many working days there were up to and including it. */
  readonly counts: Int32Array
  /** By that count: the working day that brought it about. */
  readonly days: Int32Array
}

function holidayMarks(): Uint8Array {
  const marks = new Uint8Array(length)
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const day of bankHolidays(year)) marks[day - first] = 1
  }
  return marks
}

function buildLookup(): Lookup {
  const marks = holidayMarks()
  const counts = new Int32Array(length)
  const days = new Int32Array(length)
  let count = 0
  for (let index = 0; index < length; index += 1) {
    const day = (first + index) as Day
    if (weekday(day) < 6 && marks[index] === 0) {
      count += 1
      days[count] = day
    }
    counts[index] = count
  }
  return { counts, days: days.slice(0, count + 1) }
}

let built: Lookup | undefined

function lookup(): Lookup {
  built ??= buildLookup()
  return built
}

function beyondTable(): never {
  throw new CalendarError('calendar.beyond-table', `working days are known from ${firstYear} to ${lastYear} only`)
}

const countTo = (day: Day): number => lookup().counts[day - first] ?? beyondTable()

/** Whether the day is neither Saturday, Sunday nor a bank holiday in England (Working Together; timescales 2.7). */
export const isWorkingDay = (day: Day): boolean => countTo(day) !== countTo((day - 1) as Day)

/**
 * The n-th working day after a day, which itself is day 0, or before it when n is negative; n = 0 gives the day itself.
 * Throws CalendarError `calendar.beyond-table` outside 1850 to 2249.
 */
export function addWorkingDays(day: Day, n: number): Day {
  if (n === 0) return day
  const count = n > 0 ? countTo(day) : countTo((day - 1) as Day) + 1
  const found = count + n < 1 ? undefined : lookup().days[count + n]
  return (found ?? beyondTable()) as Day
}

/** The number of working days after the first day up to and including the second; 0 when the second is not later. */
export const workingDaysBetween = (from: Day, to: Day): number => (to <= from ? 0 : countTo(to) - countTo(from))

/** `computed` when any part of the stretch between two days lies outside the published table, otherwise `table`. */
export function calendarBasis(from: Day, to: Day): CalendarBasis {
  const inside = Math.min(from, to) >= startOfTable && Math.max(from, to) <= endOfTable
  return inside ? 'table' : 'computed'
}
