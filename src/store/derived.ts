import type pg from 'pg'
import type { Day } from '../calendar/day.ts'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { dutyRow } from './duty-row.ts'
import { allOf, type Kept, readKept } from './kept-record.ts'
import { readStaff, type Staff } from './staff.ts'
import { followsOf } from './what-agencies-owe.ts'
import type { Follows } from './what-follows.ts'

/** A row of a table that is read from the entries, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>

/** All that is read from a record and kept beside it, table by table; openings without belonging are not read from it. */
export interface Derived {
  readonly duty: readonly Row[]
  readonly may_open: readonly Row[]
  readonly person: readonly Row[]
  readonly apart: readonly Row[]
  readonly taken_over: readonly Row[]
  readonly barred: readonly Row[]
}

export type DerivedTable = keyof Derived

const rowsOf = (
  table: string,
  where = '',
): string => `(select coalesce(jsonb_agg(to_jsonb(t) - 'partnership' - 'record'), '[]')
  from ${table} t where t.partnership = $1 and t.record = $2 ${where}) as ${table}`

const stored = `select ${rowsOf('duty')}, ${rowsOf('may_open', "and t.why <> 'glass'")}, ${rowsOf('person')},
  ${rowsOf('apart')}, ${rowsOf('taken_over')}, ${rowsOf('barred')}`

/** What stands beside a record now. */
export const readStored = async (client: pg.ClientBase, partnership: number, record: string): Promise<Derived> => {
  const { rows } = await client.query<Derived>(stored, [partnership, record])
  const [row] = rows
  if (row === undefined) throw new Error('a question without a table gives one row')
  return row
}

// A version that was disposed of bars as it did: nobody sees more for it.
const versions = `select c.root, c.number, c.sight, c.by from content c
  where c.partnership = $1 and c.record = $2 and c.sight is not null
    and exists (select from content o where o.partnership = $1 and o.record = $2 and o.root = c.root and o.entry <> o.root)
  union all
  select b.root, b.number, b.sight, b.by from barred b join disposal d using (partnership, record, number)
  where b.partnership = $1 and b.record = $2`

const records = 'select record from record where partnership = $1 and record = any ($2)'

/** What the records of one partnership are read with. */
export interface Surroundings {
  readonly staff: Staff
  readonly agencies: readonly Entry[]
}

/** What the records of a partnership are read with, as they are now. */
export const readSurroundings = async (client: pg.ClientBase, partnership: number): Promise<Surroundings> => ({
  staff: await readStaff(client, partnership),
  agencies: (await readKept(client, partnership, agenciesRecord))?.own ?? [],
})

/** A record as it was read whole, and everything that follows from it. */
export interface Fresh {
  readonly kept: Kept
  readonly follows: Follows
  readonly derived: Derived
}

const snake = (name: string): string => name.replace(/[A-Z]/gu, letter => `_${letter.toLowerCase()}`)

const asRow = (one: object): Row => Object.fromEntries(Object.entries(one).map(([name, value]) => [snake(name), value]))

interface Taken {
  readonly otherRecord: string
  readonly person: string
}

/** What is taken over from records that there are. */
const takenFrom = async (client: pg.ClientBase, partnership: number, own: string, follows: Follows) => {
  const taken = follows.takenOver as readonly Taken[]
  if (taken.length === 0) return []
  const { rows } = await client.query<{ record: string }>(records, [
    partnership,
    taken.map(({ otherRecord }) => otherRecord),
  ])
  const there = new Set(rows.map(({ record }) => record).filter(record => record !== own && record !== agenciesRecord))
  return taken.flatMap(({ otherRecord, person }) =>
    there.has(otherRecord) ? [{ other_record: otherRecord, person }] : [],
  )
}

/** Everything that follows from a record on a day, read and worked out anew; nothing when there is no such record. */
export const deriveFresh = async (
  client: pg.ClientBase,
  { partnership, record }: { readonly partnership: number; readonly record: string },
  { staff, agencies }: Surroundings,
  day: Day,
): Promise<Fresh | undefined> => {
  const kept = await readKept(client, partnership, record)
  if (kept === undefined) return undefined
  const asked = { entries: allOf(kept), agencies, practitioners: staff.practitioners, numbers: kept.numbers, day }
  const follows = followsOf(record, asked)
  const barred = await client.query<Row>(versions, [partnership, record])
  const derived = {
    duty: follows.duties.map(duty => asRow(dutyRow(duty, kept.numbers))),
    may_open: follows.mayOpen.map(asRow),
    person: follows.people.map(asRow),
    apart: follows.apart.map(entry => ({ entry })),
    taken_over: await takenFrom(client, partnership, record, follows),
    barred: barred.rows,
  }
  return { kept, follows, derived }
}

/** A row as one word, of those columns that are asked for. */
const wordOf = (row: Row, names: readonly string[]): string => JSON.stringify(names.map(name => row[name] ?? null))

/** The rows by which two tables differ: those that only the one has, and those that only the other has. */
export const differenceOf = (
  fresh: readonly Row[],
  held: readonly Row[],
): { readonly missing: readonly Row[]; readonly extra: readonly Row[] } => {
  const names = Object.keys(fresh[0] ?? {}).sort()
  if (names.length === 0) return { missing: [], extra: held }
  const [wanted, there] = [fresh, held].map(rows => new Set(rows.map(row => wordOf(row, names))))
  return {
    missing: fresh.filter(row => !there?.has(wordOf(row, names))),
    extra: held.filter(row => !wanted?.has(wordOf(row, names))),
  }
}

/** The keys of the duties that are not as they follow: missing, too many, or with another word in any column. */
export const changedDuties = (fresh: Derived, held: Derived): ReadonlySet<unknown> => {
  const { missing, extra } = differenceOf(fresh.duty, held.duty)
  return new Set([...missing, ...extra].map(({ key }) => key))
}
