import { type Day, findDay, isoDay, type Moment } from '../../calendar/day.ts'
import { findMoment, isoMoment, londonDay } from '../../calendar/moment.ts'
import type { WhenSaid } from '../feeds/said.ts'

// 20241106, 2024-11-06, 202411061430, 20241106143000.000+0100, 2024-11-06 14:30. What is less than a day is no day.
const shape =
  /^(?:(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)|(?<yy>\d{4})-(?<mm>\d\d)-(?<dd>\d\d))(?:[T ]?(?<hour>\d\d)(?::?(?<minute>\d\d)(?::?(?<second>\d\d)(?:[.,]\d*)?)?)?)?\s*(?<zone>Z|[+-]\d\d:?\d\d)?$/u

interface Parts {
  /** The day as it is written, wherever the sender's clocks are. */
  readonly day: Day
  readonly clock: string | undefined
  readonly zone: string
}

const partsOf = (text: string): Parts | undefined => {
  const { y, m, d, yy, mm, dd, hour, minute = '00', second = '00', zone = '' } = shape.exec(text.trim())?.groups ?? {}
  const day = findDay(`${y ?? yy}-${m ?? mm}-${d ?? dd}`)
  if (day === undefined) return undefined
  const clock = hour === undefined ? undefined : `${hour}:${minute}:${second}`
  return { day, clock, zone: zone.replace(/^([+-]\d\d):?(\d\d)$/u, '$1:$2') }
}

const momentOf = ({ day, clock, zone }: Parts): Moment | undefined =>
  clock === undefined ? undefined : findMoment(`${isoDay(day)} ${clock}${zone}`)

/** The moment that an HL7 time stamp says, London time where it has no offset; nothing when it says no time, or none that is one. */
export const findMade = (text: string | undefined): Moment | undefined => {
  const parts = partsOf(text ?? '')
  return parts === undefined ? undefined : momentOf(parts)
}

const isMidnight = (moment: Moment): boolean => isoMoment(moment).endsWith('00:00')

/** When something is. At midnight no clinic is open: that is how a sender without a time writes a day. */
export const findWhen = (text: string | undefined): WhenSaid | undefined => {
  const parts = partsOf(text ?? '')
  const at = parts === undefined ? undefined : momentOf(parts)
  if (parts === undefined || at === undefined) return parts && { day: parts.day, at: undefined }
  return { day: londonDay(at), at: isMidnight(at) ? undefined : at }
}

/**
 * A day of somebody's life, as it is written: no time and no offset makes another day of it. But for a midnight in London
 * that the sender counted in UTC, where the day is the one that begins then.
 */
export const findDate = (text: string | undefined): Day | undefined => {
  const parts = partsOf(text ?? '')
  if (parts === undefined || parts.zone === '') return parts?.day
  const at = momentOf(parts)
  return at !== undefined && isMidnight(at) ? londonDay(at) : parts.day
}

/** A moment as HL7 writes it, to the minute, in London time. */
export const hl7Time = (moment: Moment): string => isoMoment(moment).replaceAll(/[-: ]/gu, '')
