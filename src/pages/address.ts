import { hash } from 'node:crypto'
import { type Day, isoDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import type { Family } from './partnership.ts'

/** What stands after the question mark of an address; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>

const known = new Map<string, Map<string, string>>()
const enough = 50_000

const namesIn = (family: string): Map<string, string> => {
  const held = known.get(family)
  if (held !== undefined && held.size < enough) return held
  const made = new Map<string, string>()
  known.set(family, made)
  return made
}

/**
 * A short name for something whose own id its writer chose and may hold a person's name: twelve hexadecimal digits,
 * always the same for the same family and id.
 */
export const shortName = (family: string, id: string): string => {
  const names = namesIn(family)
  const held = names.get(id)
  if (held !== undefined) return held
  const made = hash('sha256', `${family}|${id}`).slice(0, 12)
  names.set(id, made)
  return made
}

/** An address with its query: /families/01/ledger?day=2019-05-14. */
export const withQuery = (path: string, query: Query): string => {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return parts.length === 0 ? path : `${path}?${parts.join('&')}`
}

/** The pages of a family. */
export type FamilyPlace =
  | ''
  | 'ahead'
  | 'threads'
  | 'ledger'
  | 'chronology'
  | 'people'
  | 'offered'
  | 'medicines'
  | 'medicines/print'
  | 'meeting'
  | 'record'
  | 'opened'

/** The addresses of one family's pages on one day; without a day, each page shows the last day of the record. */
export interface Addresses {
  readonly page: (place: FamilyPlace, query?: Query) => string
  /** The same without a day or anything else after the question mark, for a form to ask. */
  readonly bare: (place: string) => string
  readonly duty: (key: string) => string
  readonly entry: (entry: Entry) => string
  /** The page of what happens after a missed appointment. */
  readonly miss: (appointment: string) => string
  readonly anchor: (entry: Entry) => string
}

/** Builds every address within a family, so that no link can go astray and none holds a person's name. */
export const addressesOf = (
  { id: family, base: before = '' }: Pick<Family, 'id' | 'base'>,
  day: Day | undefined,
): Addresses => {
  const base = `${before}/families/${family}`
  const on = day === undefined ? undefined : isoDay(day)
  // The picture has hundreds of these two, so what is alike in all of them is put together once.
  const [afterDuty, beforeEntry] = on === undefined ? ['', 'entry='] : [`?day=${on}`, `day=${on}&entry=`]
  const entryName = (entry: Entry) => shortName(family, entry.root)
  return {
    bare: place => (place === '' ? base : `${base}/${place}`),
    page: (place, query = {}) => withQuery(place === '' ? base : `${base}/${place}`, { day: on, ...query }),
    duty: key => `${base}/duties/${shortName(family, key)}${afterDuty}`,
    entry: entry => `${base}/chronology?${beforeEntry}${entryName(entry)}#e-${entryName(entry)}`,
    miss: appointment => `${base}/misses/${shortName(family, appointment)}${afterDuty}`,
    anchor: entry => `e-${entryName(entry)}`,
  }
}
