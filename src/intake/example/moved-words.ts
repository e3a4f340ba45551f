import { addWeeks, type Day, findDay, findDayOf, isoDay, partsOf } from '../../calendar/day.ts'
import { dayInWords, monthNames, shortDay } from '../../calendar/words.ts'

const isoDate = /(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])/gu
const writtenDate = new RegExp(`(?<!\\d)(\\d{1,2}) (${monthNames.join('|')})(?: (\\d{4}))?(?![\\d\\p{L}])`, 'gu')

// Half a year either way: a date without its year is the nearest one to the day on which it was written.
const nearest = 182

const findNear = (near: Day | undefined, month: number, day: number): Day | undefined => {
  if (near === undefined) return undefined
  const { year } = partsOf(near)
  return [year - 1, year, year + 1]
    .flatMap(each => findDayOf({ year: each, month, day }) ?? [])
    .find(each => Math.abs(each - near) <= nearest)
}

const movedIso = (text: string, weeks: number): string => {
  const day = findDay(text)
  return day === undefined ? text : isoDay(addWeeks(day, weeks))
}

/** Every date written as YYYY-MM-DD in a text, so many weeks later; what is no real date stays. */
export const movedIsoDates = (text: string, weeks: number): string =>
  text.replace(isoDate, date => movedIso(date, weeks))

/**
 * Free words with every full date in them so many weeks later: 2019-05-13, 13 May 2019, and 13 May, which is taken for
 * the one nearest to `near`. A day of the week stays right by itself; a month by itself cannot be moved and stays.
 */
export const movedWords = (text: string, weeks: number, near: Day | undefined): string =>
  movedIsoDates(text, weeks).replace(writtenDate, (date: string, day: string, month: string, year?: string) => {
    const parts = { month: monthNames.indexOf(month) + 1, day: Number(day) }
    const found =
      year === undefined ? findNear(near, parts.month, parts.day) : findDayOf({ ...parts, year: Number(year) })
    if (found === undefined) return date
    return year === undefined ? shortDay(addWeeks(found, weeks)) : dayInWords(addWeeks(found, weeks))
  })
