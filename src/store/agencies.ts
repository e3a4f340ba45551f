import type pg from 'pg'
import { type Settings, settingsFrom } from '../duties/settings.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { type Reader, visibleTo } from '../record/sight.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import { type ContentRow, entryOf } from './line.ts'
import type { Store } from './store.ts'

const rows = `select c.number, c.content, c.known::text, r.last from record r
  left join content c on c.partnership = r.partnership and c.record = r.record
  where r.partnership = $1 and r.record = $2 order by c.number`

/** What the agencies keep: posts, leavers, absence, cover, adopted rules and limits. */
export interface Agencies {
  readonly last: number
  readonly entries: readonly Entry[]
}

/** The agencies' record of a partnership, read anew only when it has grown. */
export const readAgencies = async (
  store: Store,
  client: pg.ClientBase,
  partnership: number,
  last?: number,
): Promise<Agencies> => {
  const name = String(partnership)
  const held = store.shelf.agencies.find(name)
  if (held !== undefined && held.last === last) return held
  const read = await client.query<ContentRow & { last: number }>(rows, [partnership, agenciesRecord])
  const entries = read.rows.filter(row => row.number !== null).map(entryOf)
  const agencies = { last: read.rows[0]?.last ?? 0, entries }
  store.shelf.agencies.keep(name, agencies)
  return agencies
}

/** Somebody who reads, by the posts of whom the sight of entries knows. */
interface Reading {
  readonly asking: Asking
  readonly reader: Reader
}

/**
 * Of the agencies' record what a reader may see; the same list for all as long as nothing in it is restricted. It is kept
 * whole for whoever appends, so that it is never read under the policies of one reader.
 */
export const agenciesFor = async (
  store: Store,
  { asking: { partnership }, reader }: Reading,
  last: number | undefined,
): Promise<readonly Entry[]> => {
  const held = store.shelf.agencies.find(String(partnership))
  const { entries } =
    held !== undefined && held.last === last
      ? held
      : await asRecorder(store, { partnership }, client => readAgencies(store, client, partnership, last))
  const seen = visibleTo(entries, reader)
  return seen.length === entries.length ? entries : seen
}

/** The agencies' record as it is now, for somebody of the partnership. */
export const agenciesNow = async (store: Store, reading: Reading): Promise<readonly Entry[]> => {
  const last = await asReader(store, reading.asking, async client => {
    const { rows } = await client.query<{ last: number }>('select last from record where record = $1', [agenciesRecord])
    return rows[0]?.last
  })
  return last === undefined ? [] : agenciesFor(store, reading, last)
}

const known = new WeakMap<readonly Entry[], Settings>()

/** The settings that the agencies' entries make; worked out once for each edition of them. */
export const settingsIn = (entries: readonly Entry[]): Settings => {
  const held = known.get(entries) ?? settingsFrom(entries)
  known.set(entries, held)
  return held
}
