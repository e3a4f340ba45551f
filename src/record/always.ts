import { type Day, getDay } from '../calendar/day.ts'

/** What is true of a person "always" stands at this day, before all days of any record. */
export const always: Day = getDay('1900-01-01')
