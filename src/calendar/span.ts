import { addDays, addMonths, type Day, dayOf, findDayOf, firstDay, lastDay, type Moment, partsOf } from './day.ts'
import { isoMoment, momentAt } from './moment.ts'
import { dayInWords, monthInWords, monthNames, shortDay } from './words.ts'

/** The days within which a thing happened, both included; `at` is its moment when day and clock are known. */
export interface Span {
  readonly from: Day
  readonly to: Day
  readonly at?: Moment
}

type Part = 'early' | 'mid' | 'late'

interface Groups {
  readonly year?: string
  readonly month?: string
  readonly name?: string
  readonly day?: string
}

const monthName = '(?<name>[a-z]{3,9})'
const dayShapes = [
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/,
  /^(?<day>\d\d?)\/(?<month>\d\d?)\/(?<year>\d{4})$/,
  new RegExp(`^(?<day>\\d\\d?) ${monthName} (?<year>\\d{4})$`),
]
const monthShapes = [/^(?<year>\d{4})-(?<month>\d\d)$/, new RegExp(`^${monthName} (?<year>\\d{4})$`)]
const yearShapes = [/^(?<year>\d{4})$/]
const clockShape = /^(?<date>.+?)(?: |(?<=^\d{4}-\d\d-\d\d)t)(?<clock>(?:[01]\d|2[0-3]):[0-5]\d)$/
const toShape = /^(?<first>.+?)(?: to | ?\.\. ?)(?<last>.+)$/

function findGroups(shapes: readonly RegExp[], text: string): Groups | undefined {
  for (const shape of shapes) {
    const groups = shape.exec(text)?.groups
    if (groups !== undefined) return groups
  }
  return undefined
}

// A name may be shortened to three letters or more: "Jun", "Sept".
function monthNumber({ month, name }: Groups): number {
  if (name === undefined) return Number(month)
  return monthNames.findIndex(each => each.toLowerCase().startsWith(name)) + 1
}

function findOneDay(text: string): Span | undefined {
  const groups = findGroups(dayShapes, text)
  if (groups === undefined) return undefined
  const day = findDayOf({ year: Number(groups.year), month: monthNumber(groups), day: Number(groups.day) })
  return day === undefined ? undefined : { from: day, to: day }
}

function findMonths(first: { year: number; month: number }, months: number): Span | undefined {
  const from = findDayOf({ ...first, day: 1 })
  return from === undefined ? undefined : { from, to: addDays(addMonths(from, months), -1) }
}

function findMonth(text: string): Span | undefined {
  const groups = findGroups(monthShapes, text)
  return groups && findMonths({ year: Number(groups.year), month: monthNumber(groups) }, 1)
}

function findYear(text: string): Span | undefined {
  const groups = findGroups(yearShapes, text)
  return groups && findMonths({ year: Number(groups.year), month: 1 }, 12)
}

const findMonthOrYear = (text: string): Span | undefined => findMonth(text) ?? findYear(text)

const findWhole = (text: string): Span | undefined => findOneDay(text) ?? findMonthOrYear(text)

function findAbout(text: string): Span | undefined {
  const day = findOneDay(text)?.from
  if (day === undefined) return findMonthOrYear(text)
  return { from: Math.max(day - 3, firstDay) as Day, to: Math.min(day + 3, lastDay) as Day }
}

function findPartOfMonth(part: Part, text: string): Span | undefined {
  const month = findMonth(text)
  if (month === undefined) return undefined
  const { from, to } = month
  const tenth = addDays(from, 9)
  const twentieth = addDays(from, 19)
  if (part === 'early') return { from, to: tenth }
  return part === 'mid' ? { from: addDays(tenth, 1), to: twentieth } : { from: addDays(twentieth, 1), to }
}

function findQualified(text: string): Span | undefined {
  const gap = text.indexOf(' ')
  const rest = text.slice(gap + 1)
  const word = text.slice(0, Math.max(gap, 0))
  if (word === 'about') return findAbout(rest)
  return word === 'early' || word === 'mid' || word === 'late' ? findPartOfMonth(word, rest) : undefined
}

function findAtClock(text: string): Span | undefined {
  const { date = '', clock = '' } = clockShape.exec(text)?.groups ?? {}
  const day = findOneDay(date)?.from
  return day === undefined ? undefined : { from: day, to: day, at: momentAt(day, clock) }
}

function findFromTo(text: string): Span | undefined {
  const { first = '', last = '' } = toShape.exec(text)?.groups ?? {}
  const from = findWhole(first)?.from
  const to = findWhole(last)?.to
  return from === undefined || to === undefined || from > to ? undefined : { from, to }
}

/** 13-May-2019, as spreadsheets write it. */
const hyphened = /\b(\d{1,2})-([a-z]{3,9})-(\d{4})\b/g

/**
 * The span a person wrote, or nothing when it cannot be read: a day (2019-05-13, 13/05/2019, 13 May 2019), with a clock
 * time if known, a month (2019-05, May 2019), a year, about any of them, early, mid or late in a month, or from one to
 * another ("to" or ".."). Days are read day first; about a day is three days either side.
 */
export function findSpan(text: string): Span | undefined {
  const plain = text.trim().replaceAll(/\s+/g, ' ').toLowerCase().replaceAll(hyphened, '$1 $2 $3')
  return findWhole(plain) ?? findAtClock(plain) ?? findQualified(plain) ?? findFromTo(plain)
}

function isWholeMonth({ from, to }: Span): boolean {
  return partsOf(from).day === 1 && to === addMonths(from, 1) - 1
}

function isWholeYear({ from, to }: Span): boolean {
  const { year } = partsOf(from)
  return from === dayOf({ year, month: 1, day: 1 }) && to === dayOf({ year, month: 12, day: 31 })
}

function stretchInWords({ from, to }: Span): string {
  const first = partsOf(from)
  const last = partsOf(to)
  if (first.year !== last.year) return `${dayInWords(from)} to ${dayInWords(to)}`
  return `${first.month === last.month ? first.day : shortDay(from)} to ${dayInWords(to)}`
}

function daysInWords(span: Span): string {
  if (span.from === span.to) return dayInWords(span.from)
  if (isWholeMonth(span)) return monthInWords(span.from)
  return isWholeYear(span) ? String(partsOf(span.from).year) : stretchInWords(span)
}

/** The span as a person says it: 13 May 2019, May 2019, 2019, 1 to 14 May 2019, 13 May 2019 at 14:30. */
export function spanInWords(span: Span): string {
  const days = daysInWords(span)
  return span.at === undefined ? days : `${days} at ${isoMoment(span.at).slice(11)}`
}
