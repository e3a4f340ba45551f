import { type Day, findDayOf, type Moment, partsOf } from '../../../calendar/day.ts'
import { findMoment, londonDay, momentAt } from '../../../calendar/moment.ts'
import { monthNames } from '../../../calendar/words.ts'
import { quoted } from '../../../record/near.ts'

/** In which order a sheet writes figures that could be either. */
export const dateOrders = {
  'day-first': 'Day first: 4/11/2026 is the fourth of November',
  'month-first': 'Month first: 4/11/2026 is the eleventh of April',
} as const
export type DateOrder = keyof typeof dateOrders

/** A day with the clock that stood beside it, as "09:30"; or what is wrong with a cell. */
export type DayRead =
  | { readonly day: Day; readonly clock: string | undefined; readonly at?: Moment }
  | { readonly wrong: string }

interface Parts {
  readonly year: number
  readonly month: number
  readonly day: number
}

const bySlashes = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/u
const byName = /^(\d{1,2})(?:st|nd|rd|th)?[ /.-]?([a-z]{3,9})[ /.,-]+(\d{4}|\d{2})$/iu
const byYear = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u
const inOne = /^(\d{4})(\d\d)(\d\d)$/u
const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +/iu
const excelNumber = /^\d{5}(?:\.\d+)?$/u

/** Two figures of a year, as the year that is nearest to `near` from below, or up to `ahead` years above it. */
const fullYear = (text: string, near: number, ahead: number): number => {
  if (text.length === 4) return Number(text)
  const guess = Math.floor(near / 100) * 100 + Number(text)
  return guess > near + ahead ? guess - 100 : guess <= near + ahead - 100 ? guess + 100 : guess
}

const monthOf = (name: string): number =>
  monthNames.findIndex(month => month.toLowerCase().startsWith(name.toLowerCase())) + 1

/** How a cell is to be read: the order of its figures, the year it is read in, and how many years ahead it may lie. */
export interface DateReading {
  readonly order: DateOrder
  readonly year: number
  readonly ahead: number
}

const partsOfText = (text: string, { order, year, ahead }: DateReading): Parts | undefined => {
  const [, y, m, d] = byYear.exec(text) ?? inOne.exec(text) ?? []
  if (y !== undefined) return { year: Number(y), month: Number(m), day: Number(d) }
  const [, named, month, yearOf] = byName.exec(text) ?? []
  if (named !== undefined)
    return { year: fullYear(yearOf ?? '', year, ahead), month: monthOf(month ?? ''), day: Number(named) }
  const [, one, two, last] = bySlashes.exec(text) ?? []
  if (one === undefined) return undefined
  const [day, of] = order === 'day-first' ? [one, two] : [two, one]
  return { year: fullYear(last ?? '', year, ahead), month: Number(of), day: Number(day) }
}

const clockShape = /^(\d{1,2})[:.]?([0-5]\d)(?:[:.][0-5]\d(?:\.\d+)?)? ?(am|pm)?$/iu
const hourShape = /^(\d{1,2}) ?(am|pm)$/iu
// A time alone, as a workbook gives it: a moment of the day from which Excel counts.
const excelClock = /^1(?:899-12-3[01]|900-01-0[01])[T ](\d\d):(\d\d)/u

/** A time of day as "09:30", from the ways in which sheets write one; nothing when it is none. */
export const findClock = (text: string): string | undefined => {
  const plain = text.trim()
  const excel = excelClock.exec(plain)
  if (excel !== null) return `${excel[1]}:${excel[2]}`
  const [, hour, minute = '00', half] = clockShape.exec(plain) ?? shortHour(plain) ?? []
  if (hour === undefined) return undefined
  const whole = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
  return whole < 24 ? `${String(whole).padStart(2, '0')}:${minute}` : undefined
}

const shortHour = (text: string): readonly string[] | undefined => {
  const [, hour = '', half = ''] = hourShape.exec(text) ?? []
  return hour === '' ? undefined : ['', hour, '00', half]
}

const isoWithZone = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/u
const withClock = /^(\S.*?)[T, ]+(\d{1,2}[:.][0-5]\d(?:[:.][0-5]\d(?:\.\d+)?)? ?(?:am|pm)?)$/iu

const zoned = (text: string): DayRead | undefined => {
  const [, day, clock, zone] = isoWithZone.exec(text) ?? []
  if (day === undefined) return undefined
  const at = findMoment(`${day}T${clock}${zone}`)
  return at === undefined ? undefined : { day: londonDay(at), clock: undefined, at }
}

const wrongDay = (text: string): DayRead => ({
  wrong: excelNumber.test(text)
    ? `${quoted(text)} is a number as Excel counts days: format the column as a date, and save the sheet again`
    : `${quoted(text)} is not a day: write it like 4/11/2026, 4 Nov 2026 or 2026-11-04`,
})

/** A cell as a day, with the clock where one stands beside it. A clock without zone is that of London. */
export const readSheetDay = (cell: string, reading: DateReading): DayRead => {
  const text = cell.trim().replaceAll(/\s+/gu, ' ').replace(weekday, '')
  const found = zoned(text)
  if (found !== undefined) return found
  const [, before, clock] = withClock.exec(text) ?? []
  const parts = partsOfText(before ?? text, reading)
  const day = parts && findDayOf(parts)
  if (day === undefined) return wrongDay(text)
  const plain = clock === undefined ? undefined : findClock(clock)
  return { day, clock: plain === '00:00' ? undefined : plain }
}

/** The year of a day. */
export const yearOf = (day: Day): number => partsOf(day).year

/** A day with a clock of London as a moment. */
export const momentOf = (day: Day, clock: string): Moment => momentAt(day, clock)
