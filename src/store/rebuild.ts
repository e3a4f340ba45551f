import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import { asOwner, inTransaction } from './as-owner.ts'
import { changedDuties, deriveFresh, type Fresh, readStored, readSurroundings, type Surroundings } from './derived.ts'
import { dutyRow } from './duty-row.ts'
import { ruling } from './ruling.ts'

/** Where a record stands. */
export interface Place {
  readonly partnership: number
  readonly record: string
}

/** How many families a rebuild looked at, and how many duties it changed. */
export interface Rebuilt {
  readonly records: number
  readonly duties: number
}

// Whoever changes the staff or the agencies' record waits; who writes to other records does not.
const held = `select p.staff, g.last, disposed_in(p.partnership, g.record) as disposed
  from partnership p join record g on g.partnership = p.partnership and g.record = '${agenciesRecord}'
  where p.partnership = $1 for share of p, g`

const edition = async (client: pg.ClientBase, partnership: number): Promise<string> => {
  const { rows } = await client.query<{ staff: number; last: number; disposed: number }>(held, [partnership])
  return JSON.stringify([partnership, rows[0]])
}

/** Reads what a record is read with, once for as long as it stays the same. */
export const surroundingsReader = (): ((client: pg.ClientBase, partnership: number) => Promise<Surroundings>) => {
  let last: { readonly edition: string; readonly surroundings: Surroundings } | undefined
  return async (client, partnership) => {
    const now = await edition(client, partnership)
    if (last?.edition !== now) last = { edition: now, surroundings: await readSurroundings(client, partnership) }
    return last.surroundings
  }
}

const unbar = `delete from barred b where b.partnership = $1 and b.record = $2
  and exists (select from content c where c.partnership = $1 and c.record = $2 and c.number = b.number)`
const bar = `insert into barred (partnership, record, root, number, sight, by)
  select $1, $2, root, number, sight, by from jsonb_populate_recordset(null::barred, $3) on conflict do nothing`
const looked = `update record set next_day = $3, rules = $4, elsewhere = $5 where partnership = $1 and record = $2`

type Keys = ReadonlySet<unknown>

const write = async (
  client: pg.ClientBase,
  place: readonly unknown[],
  { kept, follows, derived }: Fresh,
  changed: Keys,
) => {
  const json = {
    gone: [...changed],
    duties: follows.duties.filter(({ key }) => changed.has(key)).map(duty => dutyRow(duty, kept.numbers)),
    mayOpen: follows.mayOpen,
    people: follows.people,
    apart: follows.apart,
    takenOver: follows.takenOver,
  }
  await client.query('select follow($1, $2, $3)', [...place, JSON.stringify(json)])
  await client.query(unbar, [...place])
  await client.query(bar, [...place, JSON.stringify(derived.barred)])
  await client.query(looked, [...place, follows.nextDay, ruling, kept.elsewhere])
}

const lock = 'select from record where partnership = $1 and record = $2 for update'

const once = async (client: pg.ClientBase, place: Place, surroundings: Surroundings, now: Moment) => {
  const before = await readStored(client, place.partnership, place.record)
  const fresh = await deriveFresh(client, place, surroundings, londonDay(now))
  if (fresh === undefined) return { changed: new Set<unknown>(), reads: false }
  const changed = changedDuties(fresh.derived, before)
  await write(client, [place.partnership, place.record], fresh, changed)
  return { changed, reads: fresh.derived.taken_over.length + before.taken_over.length > 0 }
}

/**
 * Makes anew what stands beside one record, within a transaction; gives the keys of the duties that changed. Nothing is
 * told to anybody, and what was told stays as it is.
 */
export const rebuildRecord = async (
  client: pg.ClientBase,
  place: Place,
  surroundings: Surroundings,
  now: Moment,
): Promise<Keys> => {
  await client.query(lock, [place.partnership, place.record])
  const first = await once(client, place, surroundings, now)
  if (!first.reads) return first.changed
  // Only now does it stand what this record reads of others.
  const again = await once(client, place, surroundings, now)
  return new Set([...first.changed, ...again.changed])
}

/** Which records are to be made anew; all of them when nothing is said. */
export interface RebuildOptions {
  readonly partnership?: number
  readonly record?: string
  readonly now?: Moment
}

const asked = `($1::int is null or partnership = $1) and ($2::text is null or record = $2) order by partnership, record`
const wanted = `select partnership, record from record where last > 0 and ${asked}`
const readers = `select distinct partnership, record from taken_over where ${asked}`

/**
 * Makes anew what is read from the entries: the duties, who may open a record, its people, what is set apart, taken over
 * or barred; each record in a transaction of its own. Writes no notice.
 */
export const rebuild = (owner: pg.ClientConfig, options: RebuildOptions = {}): Promise<Rebuilt> =>
  asOwner(owner, async client => {
    const now = options.now ?? (Date.now() as Moment)
    const read = surroundingsReader()
    const changed = new Set<string>()
    const all = async (question: string): Promise<number> => {
      const { rows } = await client.query<Place>(question, [options.partnership ?? null, options.record ?? null])
      for (const place of rows)
        await inTransaction(client, async () => {
          const keys = await rebuildRecord(client, place, await read(client, place.partnership), now)
          for (const key of keys) changed.add(`${place.partnership}|${place.record}|${key}`)
        })
      return rows.filter(({ record }) => record !== agenciesRecord).length
    }
    const records = await all(wanted)
    // What another record has set apart stands only now.
    await all(readers)
    return { records, duties: changed.size }
  })
