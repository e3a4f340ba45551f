import { addDays, type Day, isoDay, partsOf } from '../../calendar/day.ts'
import { findSpan } from '../../calendar/span.ts'

const namedDays: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 }

const weekday = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b,?/giu
const ordinal = /\b(\d{1,2})(?:st|nd|rd|th)\b/giu
const byDots = /\b(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})\b/gu
const shortYear = /\b(\d{1,2}\/\d{1,2}\/)(\d{2})(?!\d)/gu
const clock = /\b(?:at )?(\d{1,2})(?:[:.](\d\d))? ?(am|pm)\b|\b(?:at )?(\d{1,2})[:.](\d\d)\b/giu

/** Two figures of a year stand for one of the last ninety years or the next ten. */
const fullYear = (today: Day, two: string): string => {
  const { year } = partsOf(today)
  const near = Number(two) + Math.floor(year / 100) * 100
  return String(near > year + 10 ? near - 100 : near <= year - 90 ? near + 100 : near)
}

const hourOf = (hour: string, half: string | undefined): number => {
  const plain = Number(hour)
  if (half === undefined) return plain
  return (plain % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

const plainClock = (...[, twelve, past, half, whole, minutes]: readonly (string | undefined)[]): string =>
  `${String(hourOf(twelve ?? whole ?? '', half)).padStart(2, '0')}:${past ?? minutes ?? '00'}`

const plainDay = (text: string, today: Day): string =>
  text
    .replaceAll(/\b(?:today|yesterday|tomorrow)\b/giu, word =>
      isoDay(addDays(today, namedDays[word.toLowerCase()] ?? 0)),
    )
    .replaceAll(weekday, '')
    .replaceAll(ordinal, '$1')
    .replaceAll(byDots, '$1/$2/$3')
    .replaceAll(shortYear, (_, before: string, two: string) => `${before}${fullYear(today, two)}`)
    .replaceAll(clock, (...found: string[]) => plainClock(...found))
    .replaceAll(',', ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()

/**
 * A day or moment as people type it, in words that an entry takes: "yesterday", "Tues 14th May 2019 at 2.30pm",
 * "14.5.19". What an entry takes already, and what cannot be read, comes back as it was typed.
 */
export const typedDay = (text: string, today: Day): string => {
  if (findSpan(text) !== undefined) return text
  const plain = plainDay(text, today)
  return findSpan(plain) === undefined ? text : plain
}
