import { addDays, type Day, findDay, isoDay } from '../calendar/day.ts'
import { findSpan } from '../calendar/span.ts'
import type { Shelved } from './family-on-day.ts'

/** How a form asks for a day: as it was typed, by a slider, and which day the page showed when it was sent. */
export interface AskedForDay {
  readonly day: string | undefined
  readonly slid: string | undefined
  readonly was: string | undefined
}

/** A day to show; a day typed in other words, whose address is to be set right; or what is wrong with what was typed. */
export type ReadDay =
  | { readonly day: Day | undefined }
  | { readonly goTo: Day }
  | { readonly problem: string; readonly typed: string }

const longest = 40

/** The one day that a text names in any of the ways people write a date, or nothing. */
export const findTypedDay = (text: string): Day | undefined => {
  const span = findSpan(text)
  return findDay(text) ?? (span !== undefined && span.from === span.to ? span.to : undefined)
}

const problemWith = (typed: string): ReadDay => ({
  typed,
  problem:
    typed === ''
      ? 'Write a day, such as 14 May 2019'
      : `${typed.slice(0, longest)} is not a day: write it as 14 May 2019 or 2019-05-14`,
})

const slidTo = (asked: AskedForDay, { first }: Shelved, was: Day): Day | undefined => {
  if (asked.slid === undefined || !/^\d{1,6}$/u.test(asked.slid)) return undefined
  const day = addDays(first, Number(asked.slid))
  return day === was ? undefined : day
}

/**
 * The day that is asked for. Without a script a form sends both its slider and its field: what was changed since the
 * page was made counts, the field before the slider.
 */
export const readDay = (asked: AskedForDay, record: Shelved): ReadDay => {
  const typed = asked.day?.trim()
  if (typed === undefined && asked.was === undefined) return { day: undefined }
  const day = findTypedDay(typed ?? '')
  if (day === undefined) return problemWith(typed ?? '')
  const was = asked.was === undefined ? undefined : findDay(asked.was)
  if (was !== undefined) return { goTo: (day === was ? slidTo(asked, record, was) : undefined) ?? day }
  return typed === isoDay(day) ? { day } : { goTo: day }
}

/** The number of a page that is asked for: 1 unless a whole number within what there is. */
export const readPage = (text: string | undefined, pages: number): number => {
  const number = text !== undefined && /^\d{1,5}$/u.test(text) ? Number(text) : 1
  return Math.min(Math.max(1, number), Math.max(1, pages))
}

/** Which of a row of things stand on a page, and in words how many of how many. */
export const pageOf = <T>(things: readonly T[], page: number, size: number): readonly T[] =>
  things.slice((page - 1) * size, page * size)

/** Where one is in a long list: 201 to 400 of 812; all of a short one: 12. */
export const placeInWords = (page: number, size: number, all: number): string =>
  all <= size ? String(all) : `${(page - 1) * size + 1} to ${Math.min(all, page * size)} of ${all}`
