import type { Moment } from '../calendar/day.ts'
import { isoMoment, londonDay } from '../calendar/moment.ts'
import { dayInWords } from '../calendar/words.ts'

/** The clock in London at a moment: 14:05. */
export const clockAt = (at: Moment): string => isoMoment(at).slice(11)

/** A moment as a page says it: 26 November 2026, 14:05. */
export const momentInWords = (at: Moment): string => `${dayInWords(londonDay(at))}, ${clockAt(at)}`
