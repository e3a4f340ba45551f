import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { nextDigest } from '../duties/digest.ts'
import { type Bundle, bundlesOf, interrupts, lateWithKey, mostOfDay } from '../duties/notices-of-day.ts'
import type { Recipient, Telling } from '../duties/tell.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { elsewhereOf, iso, numbersOf } from './duty-row.ts'
import { type Numbers, toldName } from './kept-record.ts'

/** A reader of notices as one word: the practitioner, or the desk. */
export const toldTo = ({ practitioner, agency, role }: Recipient): string => practitioner ?? `${agency ?? ''}|${role}`

const recipient = ({ practitioner, agency, role }: Recipient): object =>
  practitioner === undefined ? { agency: agency ?? null, role } : { practitioner }

/** Something that is to be told, under the name by which it is told once. */
export interface ToTell {
  readonly name: string
  readonly telling: Telling
  /** Whether it goes to somebody outside who referred the child. */
  readonly outside: boolean
  readonly row: object
}

/** A telling as the store takes it, all but the notice in which it is found. */
export const toTell = (telling: Telling, numbers: Numbers, outside: boolean): ToTell => {
  const to = toldTo(telling.to)
  return {
    ...{ name: toldName(telling.key, telling.state, to), telling, outside },
    row: {
      ...{ key: telling.key, state: telling.state, toldTo: to, to: recipient(telling.to) },
      ...{ because: numbersOf(telling.because, numbers), elsewhere: elsewhereOf(telling.because) },
    },
  }
}

const templates = {
  family: 'duties',
  late: 'late-list',
  watched: 'watched-list',
  further: 'further-list',
} as const satisfies Record<Bundle, string>

/** In which notice a reader finds it. */
const placed = ({ telling, outside }: ToTell, bundle: Bundle, record: string): object => {
  // What agencies owe by their own record is one notice a day, in words that name nobody.
  if (record === agenciesRecord) return { template: templates.family, about: record }
  const template = outside ? 'referred' : templates[bundle]
  const about = outside || bundle === 'family' ? record : bundle === 'late' ? lateWithKey(telling) : ''
  return { template, about, ...(bundle === 'late' && { lateWith: about }) }
}

/** All that is told of a record at once, as the store takes it: each in its notice of the day. */
export const rowsToTell = (fresh: readonly ToTell[], record: string, now: Moment): readonly object[] => {
  if (fresh.length === 0) return []
  const bundles = bundlesOf(fresh.map(one => one.telling))
  const usual = { day: iso(londonDay(now)), mail: new Date(nextDigest(now)).toISOString(), most: mostOfDay }
  return fresh.map(one => ({
    ...one.row,
    ...placed(one, bundles.get(one.telling) ?? 'family', record),
    ...usual,
    interrupts: !one.outside && interrupts(one.telling),
  }))
}
