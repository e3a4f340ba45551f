import type pg from 'pg'
import { type Settings, settingsFrom } from '../duties/settings.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { type Asking, asReader } from './asking.ts'
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

/** The agencies' record as it is now, for somebody of the partnership. */
export const agenciesNow = (store: Store, asking: Asking): Promise<readonly Entry[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<{ last: number }>('select last from record where record = $1', [agenciesRecord])
    return (await readAgencies(store, client, asking.partnership, rows[0]?.last)).entries
  })

const known = new WeakMap<readonly Entry[], Settings>()

/** The settings that the agencies' entries make; worked out once for each edition of them. */
export const settingsIn = (entries: readonly Entry[]): Settings => {
  const held = known.get(entries) ?? settingsFrom(entries)
  known.set(entries, held)
  return held
}
