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
  union all
  select distinct c.record, c.number, c.about from taken_over t join content c on c.partnership = t.partnership
    and c.record = t.other_record and t.person = any (c.about) and (t.up_to is null or c.number <= t.up_to)
    and not exists (select from apart_here() a where a.record = t.record and a.entry in (c.entry, c.root))
  where t.record = $1`

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

/** Rows by record, each in the order of their numbers: thousands are quicker put in order here than by the database. */
const byRecord = (rows: readonly Seen[]): ReadonlyMap<string, readonly Seen[]> =>
  Map.groupBy(
    rows.toSorted((one, other) => one.number - other.number),
    row => row.record,
  )

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

/** Somebody who reads: who it is, and by which posts sight is given. */
interface Reading {
  readonly asking: Asking
  readonly reader: Reader
}

const nameOf = ({ asking }: Reading, { record }: Stamped): string =>
  `${asking.partnership}|${asking.practitioner}|${record}`

const stampOf = ({ stamp, agencies, way, leads }: Stamped): string => `${stamp}|${agencies}|${way}|${leads}`

const load = async (store: Store, client: pg.ClientBase, reading: Reading, stamped: Stamped): Promise<Opened> => {
  const numbers = await readSeen(store, client, reading.asking.partnership, stamped)
  const agencies = await agenciesFor(store, reading, stamped.agencies)
  const all = visibleTo([...numbers.keys()], reading.reader)
  const entries = all.some(entry => entry.record !== undefined) ? recordOf(all, undefined) : all
  const { record, last, replayed, way, leads } = stamped
  const opened = { record, stamp: stampOf(stamped), last, replayed, entries, numbers, agencies, way, leads }
  // Where nothing at all is seen, it may have been closed to this reader a moment ago: that is asked again.
  if (numbers.size > 0) store.shelf.opened.keep(nameOf(reading, stamped), opened)
  return opened
}

const findHeld = (store: Store, reading: Reading, stamped: Stamped): Opened | undefined => {
  const held = store.shelf.opened.find(nameOf(reading, stamped))
  return held?.stamp === stampOf(stamped) ? held : undefined
}

/** These records as the reader may see them now; only those that have changed are read, one after the other. */
const openEach = async (store: Store, reading: Reading, stamps: readonly Stamped[]): Promise<readonly Opened[]> => {
  const held = stamps.map(stamped => findHeld(store, reading, stamped))
  if (held.every(one => one !== undefined)) return held
  return asReader(store, reading.asking, async client => {
    const opened: Opened[] = []
    for (const [at, stamped] of stamps.entries()) opened.push(held[at] ?? (await load(store, client, reading, stamped)))
    return opened
  })
}

// One statement by itself, by a name under which the server keeps its plan: every page of a family asks it.
const opening = { name: 'open-record', text: 'select * from open_record_as($1, $2, $3, $4)' }

/**
 * Opens a record for a practitioner, and writes down that it was opened and by which page; nothing when there is no such
 * record for this practitioner. Need to know is kept twice: by the policies of the database, and by `visibleTo` here.
 */
export const openRecord = async (
  store: Store,
  { asking, reader }: Reading,
  record: string,
  page: string,
): Promise<Opened | undefined> => {
  const values = [asking.partnership, asking.practitioner, record, page]
  const { rows } = await store.reader.query<Omit<Stamped, 'record'>>({ ...opening, values })
  const stamps = rows.map(row => ({ ...row, record }))
  const [opened] = await openEach(store, { asking, reader }, stamps)
  return opened
}

type Mine = Omit<Stamped, 'way'> & { readonly until: Date | null }

const mine = { name: 'my-records', text: 'select * from my_records_as($1, $2, $3)' }

const readMine = async (
  store: Store,
  { partnership, practitioner }: Asking,
  forAWhile: boolean,
): Promise<readonly Mine[]> => {
  const { rows } = await store.reader.query<Mine>({ ...mine, values: [partnership, practitioner, forAWhile] })
  return rows
}

/**
 * Every record that is a practitioner's by network, cover, management or duty, for lists; no page of it is shown. Of
 * some that are named, only those among them.
 */
export const myRecords = async (
  store: Store,
  { asking, reader }: Reading,
  among?: ReadonlySet<string>,
): Promise<readonly Opened[]> => {
  const mine = await readMine(store, asking, false)
  const rows = among === undefined ? mine : mine.filter(({ record }) => among.has(record))
  return openEach(
    store,
    { asking, reader },
    rows.map(row => ({ ...row, way: 'network' })),
  )
}

/** A record that was opened without belonging, with the moment from which it is closed again. */
export interface OpenedForAWhile {
  readonly opened: Opened
  readonly until: Moment
}

/** Every record that a practitioner opened without belonging and that is still open to them, for a list. */
export const myGlass = async (store: Store, { asking, reader }: Reading): Promise<readonly OpenedForAWhile[]> => {
  const rows = await readMine(store, asking, true)
  const stamps = rows.map(row => ({ ...row, way: 'glass' }))
  const opened = await openEach(store, { asking, reader }, stamps)
  return rows.flatMap(({ until }, at) => {
    const one = opened[at]
    return one === undefined || until === null ? [] : [{ opened: one, until: until.getTime() as Moment }]
  })
}
