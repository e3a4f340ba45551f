import { hash } from 'node:crypto'
import { type Day, isoDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'

/** What stands after the question mark of an address; what is undefined is left out. */
export type Query = Readonly<Record<string, string | number | undefined>>

const known = new Map<string, string>()
const enough = 50_000

/**
 * A short name for something whose own id its writer chose and may hold a person's name: twelve hexadecimal digits,
 * always the same for the same family and id.
 */
export const shortName = (family: string, id: string): string => {
  const whole = `${family}|${id}`
  const held = known.get(whole)
  if (held !== undefined) return held
  if (known.size >= enough) known.clear()
  const made = hash('sha256', whole).slice(0, 12)
  known.set(whole, made)
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
export type FamilyPlace = '' | 'threads' | 'ledger' | 'chronology'

/** The addresses of one family's pages on one day; without a day, each page shows the last day of the record. */
export interface Addresses {
  readonly page: (place: FamilyPlace, query?: Query) => string
  readonly duty: (key: string) => string
  readonly entry: (entry: Entry) => string
  readonly anchor: (entry: Entry) => string
}

/** Builds every address within a family, so that no link can go astray and none holds a person's name. */
export const addressesOf = (family: string, day: Day | undefined): Addresses => {
  const base = `/families/${family}`
  const on = day === undefined ? undefined : isoDay(day)
  const anchor = (entry: Entry) => `e-${shortName(family, entry.root)}`
  return {
    page: (place, query = {}) => withQuery(place === '' ? base : `${base}/${place}`, { day: on, ...query }),
    duty: key => withQuery(`${base}/duties/${shortName(family, key)}`, { day: on }),
    entry: entry =>
      `${withQuery(`${base}/chronology`, { day: on, entry: shortName(family, entry.root) })}#${anchor(entry)}`,
    anchor,
  }
}
