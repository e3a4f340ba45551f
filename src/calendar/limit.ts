import { addDays, addMonths, addWeeks, type Day, type Moment } from './day.ts'
import { addHours, endOfDay, londonDay } from './moment.ts'
import { countOf } from './words.ts'
import { addWorkingDays, type CalendarBasis, calendarBasis, isWorkingDay } from './working-days.ts'

/** The time within which a thing must be done, counted as in timescales 2.7: the start is day 0. */
export type Limit =
  | { workingDays: number }
  | { days: number }
  | { weeks: number }
  | { months: number }
  | { hours: number }
  | { sameDay: true }
  | { sameWorkingDay: true }

/** When a thing is due: by the end of the day, or by the moment `at` when the limit is in hours. */
export interface Due {
  readonly day: Day
  readonly at?: Moment
  readonly basis: CalendarBasis
}

const onDay = (day: Day): Due => ({ day, basis: 'table' })

const onWorkingDay = (start: Day, day: Day): Due => ({ day, basis: calendarBasis(start, day) })

// "24 hours" is elapsed time and is never turned into one working day (timescales 2.7).
function afterHours(from: Moment, hours: number): Due {
  const at = addHours(from, hours)
  return { day: londonDay(at), at, basis: 'table' }
}

/**
 * When a thing is due that starts on a day, which is day 0. Hours run from `at`, or from the end of the day when no
 * clock time is known. Only a limit in working days can rest on a computed calendar.
 */
export function dueFrom(start: Day, limit: Limit, at?: Moment): Due {
  if ('workingDays' in limit) return onWorkingDay(start, addWorkingDays(start, limit.workingDays))
  if ('days' in limit) return onDay(addDays(start, limit.days))
  if ('weeks' in limit) return onDay(addWeeks(start, limit.weeks))
  if ('months' in limit) return onDay(addMonths(start, limit.months))
  if ('hours' in limit) return afterHours(at ?? endOfDay(start), limit.hours)
  if ('sameDay' in limit) return onDay(start)
  return onWorkingDay(start, isWorkingDay(start) ? start : addWorkingDays(start, 1))
}

const within = (count: number, unit: string): string => `within ${countOf(count, unit)}`

/** The limit as a duty says it: within 15 working days, within 24 hours, the same day. */
export function limitInWords(limit: Limit): string {
  if ('workingDays' in limit) return within(limit.workingDays, 'working day')
  if ('days' in limit) return within(limit.days, 'day')
  if ('weeks' in limit) return within(limit.weeks, 'week')
  if ('months' in limit) return within(limit.months, 'month')
  if ('hours' in limit) return within(limit.hours, 'hour')
  return 'sameDay' in limit ? 'the same day' : 'the same working day'
}
