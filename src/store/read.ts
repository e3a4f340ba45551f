import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { Practitioner } from '../people/practitioner.ts'
import { recordOf } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import { type Reader, visibleTo } from '../record/sight.ts'
import { agenciesFor } from './agencies.ts'
import { type Asking, asReader } from './asking.ts'
import { type ContentRow, entryOf } from './line.ts'
import type { Store } from './store.ts'

/** A record as one reader may see it: the same object as long as nothing of it has changed for this reader. */
export interface Opened {
  readonly record: string
  readonly stamp: string
  readonly last: number
  /** Up to this entry the record came from a file, and "written" stands for "arrived". */
  readonly replayed: number
  readonly entries: readonly Entry[]
  /** The number of each entry in its record. */
  readonly numbers: ReadonlyMap<Entry, number>
  readonly agencies: readonly Entry[]
  /** By which way it was opened. */
  readonly way: string
  /** Whether this reader leads or manages the family, and so may know who has opened its record. */
  readonly leads: boolean
}

/** How far a record goes, and whether anything that this reader may see of it has changed. */
interface Stamped {
  readonly record: string
  readonly last: number
  readonly stamp: string
  readonly agencies: number
  readonly replayed: number
  readonly way: string
  readonly leads: boolean
}

/** The reader that the sight of entries knows, of a practitioner. */
export const readerOf = ({ posts }: Practitioner): Reader => ({ posts })

interface Seen {
  readonly record: string
  readonly number: number
  readonly about: readonly Entry['by'][]
}

// The policies say which rows there are: the record's own, and what it took over from others. What was set apart here of
// those stays where it came from.
const seen = `
  select c.record, c.number, c.about from content c where c.record = $1
  union
  select c.record, c.number, c.about from taken_over t join content c on c.partnership = t.partnership
    and c.record = t.other_record and t.person = any (c.about) and (t.up_to is null or c.number <= t.up_to)
    and not exists (select from apart_here() a where a.record = t.record and a.entry in (c.entry, c.root))
  where t.record = $1
  order by 1, 2`

const contents = 'select number, content, known::text from content where record = $1 and number = any ($2)'

/** Entries never change, so that each is read and parsed once for everybody; who may see it is asked each time. */
const parsed = async (
  store: Store,
  client: pg.ClientBase,
  { name, record }: { readonly name: string; readonly record: string },
  numbers: readonly number[],
): Promise<Map<number, Entry>> => {
  const held = store.shelf.entries.find(name) ?? new Map<number, Entry>()
  const wanted = numbers.filter(number => !held.has(number))
  if (wanted.length > 0) {
    const { rows } = await client.query<ContentRow>(contents, [record, wanted])
    for (const row of rows) held.set(row.number, entryOf(row))
  }
  store.shelf.entries.keep(name, held)
  return held
}

const byRecord = (rows: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> => Map.groupBy(rows, row => row.record)

const readSeen = async (
  store: Store,
  client: pg.ClientBase,
  partnership: number,
  { record }: Stamped,
): Promise<ReadonlyMap<Entry, number>> => {
  const { rows } = await client.query<Seen>(seen, [record])
  const numbers = new Map<Entry, number>()
  for (const [other, own] of byRecord(rows)) {
    const name = `${partnership}|${other}`
    const asked = { name, record: other }
    const held = await parsed(
      store,
      client,
      asked,
      own.map(row => row.number),
    )
    for (const row of own) {
      const entry = held.get(row.number)
      if (entry !== undefined) numbers.set(other === record ? entry : from(entry, row), row.number)
    }
  }
  return numbers
}

/** An entry of another record, named so that it is known where it stands and whom it is about. */
const from = (entry: Entry, { record, about }: Seen): Entry =>
  ({ ...entry, record, child: entry.child ?? about }) as Entry

const load = async (
  store: Store,
  client: pg.ClientBase,
  { asking, reader }: { readonly asking: Asking; readonly reader: Reader },
  stamped: Stamped,
): Promise<Opened> => {
  const name = `${asking.partnership}|${asking.practitioner}|${stamped.record}`
  const stamp = `${stamped.stamp}|${stamped.agencies}|${stamped.way}|${stamped.leads}`
  const held = store.shelf.opened.find(name)
  if (held !== undefined && held.stamp === stamp) return held
  const numbers = await readSeen(store, client, asking.partnership, stamped)
  const agencies = await agenciesFor(store, { asking, reader }, stamped.agencies)
  const all = visibleTo([...numbers.keys()], reader)
  const entries = all.some(entry => entry.record !== undefined) ? recordOf(all, undefined) : all
  const { record, last, replayed, way, leads } = stamped
  const opened = { record, stamp, last, replayed, entries, numbers, agencies, way, leads }
  store.shelf.opened.keep(name, opened)
  return opened
}

/**
 * Opens a record for a practitioner, and writes down that it was opened and by which page; nothing when there is no such
 * record for this practitioner. Need to know is kept twice: by the policies of the database, and by `visibleTo` here.
 */
export const openRecord = (
  store: Store,
  { asking, reader }: { readonly asking: Asking; readonly reader: Reader },
  record: string,
  page: string,
): Promise<Opened | undefined> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Omit<Stamped, 'record'>>(
      'select *, leads_here($1) as leads from open_record($1, $2)',
      [record, page],
    )
    const [row] = rows
    return row === undefined ? undefined : load(store, client, { asking, reader }, { ...row, record })
  })

type Mine = Omit<Stamped, 'way'> & { readonly until: Date | null }

const mine = 'select * from my_records() where (until is null) = $1 order by record'

/** Every record that is a practitioner's by network, cover, management or duty, for lists; no page of it is shown. */
export const myRecords = (
  store: Store,
  { asking, reader }: { readonly asking: Asking; readonly reader: Reader },
): Promise<readonly Opened[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Mine>(mine, [true])
    const opened: Opened[] = []
    for (const row of rows) opened.push(await load(store, client, { asking, reader }, { ...row, way: 'network' }))
    return opened
  })

/** A record that was opened without belonging, with the moment from which it is closed again. */
export interface OpenedForAWhile {
  readonly opened: Opened
  readonly until: Moment
}

/** Every record that a practitioner opened without belonging and that is still open to them, for a list. */
export const myGlass = (
  store: Store,
  { asking, reader }: { readonly asking: Asking; readonly reader: Reader },
): Promise<readonly OpenedForAWhile[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Mine>(mine, [false])
    const held: OpenedForAWhile[] = []
    for (const { until, ...row } of rows) {
      const opened = await load(store, client, { asking, reader }, { ...row, way: 'glass' })
      if (until !== null) held.push({ opened, until: until.getTime() as Moment })
    }
    return held
  })
