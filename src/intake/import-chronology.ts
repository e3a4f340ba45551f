import { hash } from 'node:crypto'
import type pg from 'pg'
import { agenciesRecord } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { readEntry } from '../record/read-entry.ts'
import { append, refresh } from '../store/append.ts'
import { asRecorder } from '../store/asking.ts'
import type { Line } from '../store/line.ts'
import { newId } from '../store/new-id.ts'
import { whyNotTaken } from '../store/only-invented.ts'
import { rebuild } from '../store/rebuild.ts'
import type { Store } from '../store/store.ts'
import { importStaff, type NewAccount } from './import-staff.ts'
import { type Fault, type Line as FileLine, readChronologyLines } from './sheets/chronology-file.ts'

/** A chronology that is to be loaded, and where. */
export interface Importing {
  readonly partnership: number
  readonly bytes: Uint8Array
  readonly name: string
  /** Whether the day on which an entry was written stands for its arrival; else it arrives now. */
  readonly replayed: boolean
  /** Whether everybody whom it names gets an account, before anybody is told anything. */
  readonly staff?: boolean
}

/** A record that a file was loaded into. */
export interface ImportedRecord {
  readonly record: string
  /** What the file calls it; nothing where it names no record. */
  readonly named: string | undefined
  readonly entries: number
  readonly told: number
  /** Whether the same file was loaded before: then nothing of it was taken again. */
  readonly again: boolean
}

export type ImportResult =
  | { readonly records: readonly ImportedRecord[]; readonly accounts: readonly NewAccount[] }
  | { readonly faults: readonly Fault[] }

/** The lines of one record of a file, as they are to be kept. */
interface Group {
  readonly named: string | undefined
  readonly record: string
  readonly form: string
  readonly lines: readonly Line[]
  readonly takesOver: boolean
}

type Pair = readonly [FileLine, Entry]

/** The one-time key of a record of a file: what was cut off half-way goes on where it was, and nothing is taken twice. */
const formOf = (bytes: Uint8Array, named: string | undefined): string =>
  `import-${hash('sha256', bytes).slice(0, 32)}-${hash('sha256', named ?? '').slice(0, 8)}`

const before = 'select form, record from chain where partnership = $1 and form = any ($2)'

const loadedBefore = (store: Store, partnership: number, forms: readonly string[]) =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ form: string; record: string }>(before, [partnership, forms])
    return new Map(rows.map(({ form, record }) => [form, record]))
  })

const takesOver = (entry: Entry): entry is Entry & { readonly otherRecord: string } =>
  entry.kind === 'taken-over' || entry.kind === 'taken-over-undone'

/**
 * A line as it is kept: without the name of its record, which has an id now, and under the same id as in the file, also
 * where that came from what the line says.
 */
const kept = ([{ raw }, entry]: Pair, records: ReadonlyMap<string | undefined, string>): Line => {
  const { record: _, ...own } = raw
  const other = takesOver(entry) ? records.get(entry.otherRecord) : undefined
  const line: Line = {
    ...own,
    ...(other === undefined ? {} : { otherRecord: other }),
    ...(entry.record === agenciesRecord ? { record: agenciesRecord } : {}),
  }
  const read = readEntry(line)
  return 'entry' in read && read.entry.id === entry.id ? line : { ...line, id: entry.id }
}

const inGroups = async (store: Store, { partnership, bytes }: Importing, pairs: readonly Pair[]) => {
  const byName = Map.groupBy(pairs, ([, entry]) => entry.record)
  const forms = new Map([...byName.keys()].map(named => [named, formOf(bytes, named)]))
  const old = await loadedBefore(store, partnership, [...forms.values()])
  const idOf = (named: string | undefined, form: string) =>
    named === agenciesRecord ? agenciesRecord : (old.get(form) ?? newId())
  const records = new Map([...forms].map(([named, form]) => [named, idOf(named, form)]))
  return [...byName].map(([named, own]): Group => {
    const place = { named, record: records.get(named) ?? newId(), form: forms.get(named) ?? '' }
    const lines = own.map(pair => kept(pair, records))
    return { ...place, lines, takesOver: own.some(([, entry]) => takesOver(entry)) }
  })
}

/** The agencies first, since every family is read with them; then those that nobody's words are taken over into. */
const rank = ({ record, takesOver: takes }: Group): number => (record === agenciesRecord ? 0 : takes ? 2 : 1)

const load = async (store: Store, { partnership, replayed }: Importing, group: Group): Promise<ImportedRecord> => {
  const { record, form, lines, named } = group
  const begins = record !== agenciesRecord
  const outcome = await append(store, { partnership, record, begins, lines, form, writer: 'import', replayed })
  if (!('number' in outcome)) throw new Error('lines that had been read were not taken')
  return { record: outcome.record, named, entries: lines.length, told: outcome.told, again: outcome.again }
}

/** Records of one file may take each other's words over: the first of them was written before the other was there. */
const lookAgain = async (store: Store, owner: pg.ClientConfig, partnership: number, groups: readonly Group[]) => {
  for (const { record } of groups.filter(group => group.takesOver)) {
    await rebuild(owner, { partnership, record, now: store.now() })
    store.shelf.records.drop(`${partnership}|${record}`)
    await refresh(store, partnership, record)
  }
}

/**
 * Loads a chronology file into a partnership: a new record for each family in it, and what the agencies keep into theirs.
 * All that is wrong with the file is told first, by line, and then nothing is taken. Each record is written whole or not
 * at all; a file that was loaded before is not taken again.
 */
export const importChronology = async (
  store: Store,
  owner: pg.ClientConfig,
  importing: Importing,
): Promise<ImportResult> => {
  const read = await readChronologyLines(importing.bytes, importing.name)
  if ('faults' in read) return read
  const real = await whyNotTaken(store, importing.partnership, read.entries)
  if (real.length > 0)
    return { faults: real.map(({ at, field, what }) => ({ line: 1, ...read.lines[at]?.place, field, what })) }
  const pairs = read.lines.flatMap((line, at): Pair[] =>
    read.entries[at] === undefined ? [] : [[line, read.entries[at]]],
  )
  const groups = (await inGroups(store, importing, pairs)).sort((one, other) => rank(one) - rank(other))
  const accounts = importing.staff === true ? await importStaff(store, importing.partnership, read.entries) : []
  const records: ImportedRecord[] = []
  for (const group of groups) records.push(await load(store, importing, group))
  await lookAgain(store, owner, importing.partnership, groups)
  return { records, accounts }
}
