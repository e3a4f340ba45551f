import { type Day, partsOf, weekday } from './day.ts'

/** The names of the months, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** The day without its year: 13 May. */
export function shortDay(day: Day): string {
  const parts = partsOf(day)
  return `${parts.day} ${monthNames[parts.month - 1]}`
}

/** The month in which a day lies: May 2019. */
export function monthInWords(day: Day): string {
  const parts = partsOf(day)
  return `${monthNames[parts.month - 1]} ${parts.year}`
}

/** The day in full: 13 May 2019. */
export const dayInWords = (day: Day): string => `${partsOf(day).day} ${monthInWords(day)}`

/** The day in full with its day of the week: Monday 13 May 2019. */
export const dayWithWeekday = (day: Day): string => `${weekdayNames[weekday(day) - 1]} ${dayInWords(day)}`

/** A number of things, in the plural unless it is one: 1 day, 6 days; 1 duty, 6 duties. */
export const countOf = (count: number, thing: string, several = `${thing}s`): string =>
  `${count} ${count === 1 ? thing : several}`

const fewInWords = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** A number at the beginning of a sentence: in letters up to ten, then in figures. */
export const numberInWords = (count: number): string => fewInWords[count] ?? String(count)

const daysPerMonth = 30.44

// Rounded down throughout: a lateness is never said to be longer than it is.
function stretchInWords(days: number): string {
  if (days < 14) return countOf(days, 'day')
  if (days < 61) return countOf(Math.floor(days / 7), 'week')
  const months = Math.floor(days / daysPerMonth)
  return months < 24 ? countOf(months, 'month') : countOf(Math.floor(months / 12), 'year')
}

/** How late a thing is by a number of days: 6 days late, 3 weeks late, 5 months late; not late below one day. */
export const latenessInWords = (days: number): string => (days < 1 ? 'not late' : `${stretchInWords(days)} late`)

/** How far off a day is by a number of days: today, tomorrow, in 6 days, in 3 weeks; 6 days ago when negative. */
export function untilInWords(days: number): string {
  if (days < 0) return `${stretchInWords(-days)} ago`
  if (days < 2) return days === 0 ? 'today' : 'tomorrow'
  return `in ${stretchInWords(days)}`
}
