import { type Day, dayOf, weekday } from './day.ts'

/**
 * The bank holidays of England, 2012 to 2028, as MM-DD. Source: the bank holidays of England and Wales in
 * ministryofjustice/govuk-bank-holidays, read on 2026-11-23, equal for 2019 to 2028 to gov.uk's own file of 2025-11-24.
 * A holiday moved from a weekend is given as the day on which it is kept.
 */
const published: Readonly<Record<number, string>> = {
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2013: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2014: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2015: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2016: '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27',
  2017: '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

/** The first and the last year of the published table. */
export const firstPublishedYear = 2012
export const lastPublishedYear = 2028

// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8), letter for letter.
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayOf({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 })
}

/** The Monday on or after a day. */
const mondayFrom = (day: Day): Day => (day + ((8 - weekday(day)) % 7)) as Day

/** The day itself, or the Monday after it when it falls on a weekend. */
const keptOn = (day: Day): Day => (weekday(day) > 5 ? mondayFrom(day) : day)

// Christmas and Boxing Day together: when one or both fall on the weekend the substitutes are the next days that are
// neither weekend nor the other holiday.
function christmasDays(year: number): Day[] {
  const christmas = dayOf({ year, month: 12, day: 25 })
  const after = { 5: [0, 3], 6: [2, 3], 7: [1, 2] }[weekday(christmas)] ?? [0, 1]
  return after.map(days => (christmas + days) as Day)
}

/**
 * The bank holidays of England in a year by the standing pattern alone; it knows no day that was moved or added once.
 * Such days before 2012 are therefore missing, and whatever rests on them must be labelled computed.
 */
export function computedBankHolidays(year: number): Day[] {
  const easter = easterSunday(year)
  return [
    keptOn(dayOf({ year, month: 1, day: 1 })),
    (easter - 2) as Day,
    (easter + 1) as Day,
    mondayFrom(dayOf({ year, month: 5, day: 1 })),
    mondayFrom(dayOf({ year, month: 5, day: 25 })),
    mondayFrom(dayOf({ year, month: 8, day: 25 })),
    ...christmasDays(year),
  ]
}

const publishedDay = (year: number, monthAndDay: string): Day =>
  dayOf({ year, month: Number(monthAndDay.slice(0, 2)), day: Number(monthAndDay.slice(3)) })

/** The bank holidays of England in a year in order: as published for 2012 to 2028, by the standing pattern otherwise. */
export function bankHolidays(year: number): Day[] {
  const days = published[year]
  return days === undefined ? computedBankHolidays(year) : days.split(' ').map(each => publishedDay(year, each))
}
