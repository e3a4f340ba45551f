import { findDay, type Moment } from '../../calendar/day.ts'
import { findMoment, londonDay } from '../../calendar/moment.ts'
import type { WhenSaid } from '../feeds/said.ts'

// More than a thousandth of a second is written by some, and means nothing here.
const fine = /(\.\d{3})\d+/u

/** The moment that FHIR writes; without a zone it is London time. Nothing for a day alone, or for no moment. */
export const findInstant = (text: string | undefined): Moment | undefined =>
  text === undefined ? undefined : findMoment(text.replace(fine, '$1'))

/** When something is: the moment, else the day alone; nothing for a year or a month. */
export const findWhen = (text: string | undefined): WhenSaid | undefined => {
  const at = findInstant(text)
  if (at !== undefined) return { day: londonDay(at), at }
  const day = text === undefined ? undefined : findDay(text)
  return day === undefined ? undefined : { day, at: undefined }
}
