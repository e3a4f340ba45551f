import { addDays, addMonths, findDayOf, type Moment } from '../../calendar/day.ts'
import { findMoment, momentAt } from '../../calendar/moment.ts'
import type { Range } from './resource.ts'

/** How a date is compared, by the prefixes of FHIR. */
export type Prefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb' | 'ap'

/** A date that was asked for: how it is compared, and which time it covers. */
export interface DateAsked extends Range {
  readonly prefix: Prefix
}

const shape =
  /^(?<prefix>eq|ne|gt|lt|ge|le|sa|eb|ap)?(?<year>\d{4})(?:-(?<month>\d\d)(?:-(?<day>\d\d)(?<clock>T.+)?)?)?$/u

const minute = 60_000

const momentRange = (text: string): Range | undefined => {
  const from = findMoment(text)
  if (from === undefined) return undefined
  const length = /T\d\d:\d\d:\d\d\./u.test(text) ? 1 : /T\d\d:\d\d:\d\d/u.test(text) ? 1000 : minute
  return { from, until: (from + length) as Moment }
}

const dayRange = ({ year, month, day }: Readonly<Record<string, string | undefined>>): Range | undefined => {
  const from = findDayOf({ year: Number(year), month: Number(month ?? 1), day: Number(day ?? 1) })
  if (from === undefined) return undefined
  const until = day !== undefined ? addDays(from, 1) : addMonths(from, month === undefined ? 12 : 1)
  return { from: momentAt(from, '00:00'), until: momentAt(until, '00:00') }
}

/** A date as a search asks for it, with its prefix; nothing when it is none. A plus sign of a zone may have become a space. */
export const findDateAsked = (text: string): DateAsked | undefined => {
  const plain = text.replace(/ (?=\d\d:\d\d$)/u, '+')
  const groups = shape.exec(plain)?.groups
  if (groups === undefined) return undefined
  const { prefix = 'eq', clock } = groups
  const range = clock === undefined ? dayRange(groups) : momentRange(plain.replace(/^[a-z]{2}/u, ''))
  return range && { ...range, prefix: prefix as Prefix }
}

const aDay = 24 * 60 * minute

const compared: Readonly<Record<Prefix, (held: Range, asked: Range) => boolean>> = {
  eq: (held, asked) => held.from >= asked.from && held.until <= asked.until && held.from < asked.until,
  ne: (held, asked) => !compared.eq(held, asked),
  gt: (held, asked) => held.from >= asked.until || held.until > asked.until,
  lt: (held, asked) => held.from < asked.from,
  ge: (held, asked) => compared.gt(held, asked) || compared.eq(held, asked),
  le: (held, asked) => compared.lt(held, asked) || compared.eq(held, asked),
  sa: (held, asked) => held.from >= asked.until,
  eb: (held, asked) => held.until <= asked.from && held.from < asked.from,
  ap: (held, asked) => held.from < asked.until + aDay && held.until >= asked.from - aDay,
}

/** Whether something that is at a time is what a date asks for. What has no time is never. */
export const isAt = (held: Range | undefined, asked: DateAsked): boolean =>
  held !== undefined && compared[asked.prefix](held, asked)

/** The values of one parameter, of which any will do; a comma that is meant stands behind a backslash. */
export const anyOf = (text: string): readonly string[] =>
  text
    .split(/(?<!\\),/u)
    .map(part => part.replaceAll(/\\([,|$\\])/gu, '$1').trim())
    .filter(part => part !== '')

/** A code or number that was asked for, with its system where that was said; "|value" asks for none. */
export interface TokenAsked {
  readonly system: string | undefined
  readonly value: string
}

/** A token as a search asks for it. */
export const tokenOf = (text: string): TokenAsked => {
  const at = text.indexOf('|')
  return at < 0 ? { system: undefined, value: text } : { system: text.slice(0, at), value: text.slice(at + 1) }
}

/** The id at the end of a reference: "Patient/x", an address of ours, or the id alone. */
export const idAsked = (text: string): string => text.split('/').at(-1) ?? ''
