import type pg from 'pg'
import type { Duty } from '../duties/rule.ts'
import { recordOf } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import type { EntryId, PersonId } from '../record/field.ts'
import { type ContentRow, entryOf } from './line.ts'

/** The number of an entry in its record, by the entry's id; the latest when several have one id. */
export type Numbers = Map<EntryId, number>

/**
 * A whole record as the program keeps it between two appends: the entries, and what was last said of them. Whoever
 * appends takes it off the shelf, lets it grow, and puts it back when that is written; else it is read anew.
 */
export interface Kept {
  readonly last: number
  /** How many entries were disposed of, here and in the records that it reads. */
  readonly disposed: number
  /** How far the records go that it reads from, taken together. */
  readonly elsewhere: number
  /** Its own entries in the order of their numbers. */
  readonly own: readonly Entry[]
  /** The same in order of day: a fold that is given them so has next to nothing to sort. */
  readonly byDay: readonly Entry[]
  /** What it reads of other records. */
  readonly others: readonly Entry[]
  readonly numbers: Numbers
  readonly roots: Map<EntryId, EntryId>
  /** The duties as they were folded last; nothing when that was not here. */
  readonly duties: readonly Duty[] | undefined
  /** Then the mark that the store keeps of each, by its key. */
  readonly marks: ReadonlyMap<string, string>
  readonly told: Set<string>
  readonly mayOpen: string
  readonly people: string
}

/** A record before its first entry. */
export const nothingKept = (): Kept => ({
  last: 0,
  disposed: 0,
  elsewhere: 0,
  own: [],
  byDay: [],
  others: [],
  numbers: new Map(),
  roots: new Map(),
  duties: undefined,
  marks: new Map(),
  told: new Set(),
  mayOpen: '',
  people: '',
})

/** The name under which a telling is known not to be told twice. */
export const toldName = (key: string, state: string, toldTo: string): string => `${key}\n${state}\n${toldTo}`

const content = `select number, content, known::text, entry, root from content
  where partnership = $1 and record = $2 order by number`

// Read before all else: what comes meanwhile makes this old, and the append says so.
const edition = `select last, disposed_in(partnership, record) as disposed, elsewhere_of(partnership, record) as elsewhere
  from record where partnership = $1 and record = $2`

type Edition = Pick<Kept, 'last' | 'disposed' | 'elsewhere'>

const readEdition = async (
  client: pg.ClientBase,
  partnership: number,
  record: string,
): Promise<Edition | undefined> => {
  const { rows } = await client.query<Edition>(edition, [partnership, record])
  return rows[0]
}

/** Whether what is kept of a record is all that there is of it now. */
export const isCurrent = async (
  client: pg.ClientBase,
  partnership: number,
  record: string,
  kept: Edition,
): Promise<boolean> => {
  const now = await readEdition(client, partnership, record)
  return now?.last === kept.last && now.disposed === kept.disposed && now.elsewhere === kept.elsewhere
}

interface OwnRow extends ContentRow {
  readonly entry: EntryId
  readonly root: EntryId
}

/** Entries in order of the day on which they happened. */
export const inOrderOfDay = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => one.day - other.day)

/** All entries that a record reads: its own, and what it took over from others. */
export const allOf = ({ byDay, others }: Pick<Kept, 'byDay' | 'others'>): readonly Entry[] =>
  others.length === 0 ? byDay : recordOf([...byDay, ...others], undefined)

interface TakenRow extends ContentRow {
  readonly record: string
  readonly about: readonly PersonId[]
}

const taken = `
  select distinct c.record, c.number, c.content, c.known::text, c.about
  from taken_over t join content c on c.partnership = t.partnership and c.record = t.other_record and t.person = any (c.about)
    and (t.up_to is null or c.number <= t.up_to)
    and not exists (select from apart a where a.partnership = c.partnership and a.record = c.record and a.entry in (c.entry, c.root))
  where t.partnership = $1 and t.record = $2 order by c.record, c.number`

/** An entry of another record, named so that it is known where it stands and whom it is about. */
const elsewhere = (row: TakenRow): Entry => {
  const entry = entryOf(row)
  return { ...entry, record: row.record, child: entry.child ?? row.about } as Entry
}

/** What a record reads of others. */
export const readOthers = async (
  client: pg.ClientBase,
  partnership: number,
  record: string,
): Promise<readonly Entry[]> => {
  const { rows } = await client.query<TakenRow>(taken, [partnership, record])
  return rows.map(elsewhere)
}

// As it was when each came: the version that one names may have been disposed of since.
const rootsOf = (rows: readonly OwnRow[]): Map<EntryId, EntryId> =>
  new Map(rows.filter(row => row.root !== row.entry).map(row => [row.entry, row.root]))

const numbersOf = (rows: readonly ContentRow[], own: readonly Entry[]): Numbers =>
  new Map(own.map((entry, index) => [entry.id, rows[index]?.number ?? 0]))

/** A record as it is kept, read whole from the store; nothing when there is none. */
export const readKept = async (
  client: pg.ClientBase,
  partnership: number,
  record: string,
): Promise<Kept | undefined> => {
  const asked = [partnership, record]
  const row = await readEdition(client, partnership, record)
  if (row === undefined) return undefined
  const { rows } = await client.query<OwnRow>(content, asked)
  const duties = await client.query<{ key: string; mark: string }>(
    'select key, mark from duty where partnership = $1 and record = $2',
    asked,
  )
  const told = await client.query<{ key: string; state: string; told_to: string }>(
    'select key, state, told_to from told where partnership = $1 and record = $2',
    asked,
  )
  const own = rows.map(entryOf)
  return {
    ...row,
    own,
    byDay: inOrderOfDay(own),
    others: await readOthers(client, partnership, record),
    numbers: numbersOf(rows, own),
    roots: rootsOf(rows),
    duties: undefined,
    marks: new Map(duties.rows.map(one => [one.key, one.mark])),
    told: new Set(told.rows.map(one => toldName(one.key, one.state, one.told_to))),
    mayOpen: '',
    people: '',
  }
}
