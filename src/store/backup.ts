import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { isoMoment, londonDay } from '../calendar/moment.ts'
import { asOwner, atOneMoment } from './as-owner.ts'
import { findHeads } from './heads.ts'
import { inBatches } from './in-batches.ts'
import { type KeptTable, keptTables } from './kept-tables.ts'
import { seal } from './sealed.ts'

/*
 * A backup is a sealed file of gzipped lines. A line that begins with # is the backup's own: what it is, which table
 * comes now with which columns, the heads, and at the end how many rows of each there were. Every other line is a row, as
 * PostgreSQL writes it in JSON, so that nothing of it (microseconds, bytes) goes through the hands of this program.
 */

/** How many rows of each table a backup holds. */
export type Counts = Readonly<Record<string, number>>

/** The first line of a backup. */
export interface BackupStart {
  readonly holdfast: 'backup'
  readonly form: 1
  /** When it was made, as YYYY-MM-DDTHH:MM in London. */
  readonly made: string
  /** The last migration that its database had had. */
  readonly migration: number
  /** The key that seals the messages of other systems, in hexadecimal: without it none of them can be opened. */
  readonly messageKey?: string
}

export type BackupCode = 'file-there' | 'no-backup' | 'newer' | 'not-empty' | 'older-backup'

/** Why there is no backup, or it is not put back; the message says what to do. */
export class BackupRefusal extends Error {
  readonly code: BackupCode

  constructor(code: BackupCode, message: string) {
    super(message)
    this.name = 'BackupRefusal'
    this.code = code
  }
}

const own = (line: object): string => `#${JSON.stringify(line)}\n`

const columns = `select array_agg(attname::text order by attnum) as names from pg_attribute
  where attrelid = to_regclass('public.' || $1) and attnum > 0 and not attisdropped and attgenerated = ''`

/** The columns of a table; none where the database has yet to be brought up to date, and has no such table. */
const columnsOf = async (client: pg.ClientBase, table: KeptTable): Promise<readonly string[]> => {
  const { rows } = await client.query<{ names: readonly string[] | null }>(columns, [table])
  return rows[0]?.names ?? []
}

async function* tableLines(
  client: pg.ClientBase,
  table: KeptTable,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const names = await columnsOf(client, table)
  if (names.length === 0) return
  yield own({ table, columns: names })
  const question = `select row_to_json(t)::text as row from public.${table} t ${keptTables[table]}`
  for await (const rows of inBatches<{ row: string }>(client, question)) {
    counts[table] = (counts[table] ?? 0) + rows.length
    yield rows.map(({ row }) => `${row}\n`).join('')
  }
}

async function* lines(
  client: pg.ClientBase,
  { now, messageKey }: { readonly now: Moment; readonly messageKey: Buffer | undefined },
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const { rows } = await client.query<{ migration: number }>('select max(number) as migration from migration')
  const start: BackupStart = { holdfast: 'backup', form: 1, made: isoMoment(now), migration: rows[0]?.migration ?? 0 }
  yield own(messageKey === undefined ? start : { ...start, messageKey: messageKey.toString('hex') })
  for (const table of Object.keys(keptTables) as readonly KeptTable[]) yield* tableLines(client, table, counts)
  yield own({ heads: await findHeads(client, londonDay(now)) })
  yield own({ end: counts })
}

export interface BackupOptions {
  readonly now?: Moment
  /** How dear each try at the passphrase is, as `seal` takes it. */
  readonly logN?: number
  /** The key that seals the messages of other systems. */
  readonly messageKey?: Buffer
}

const isThere = async (file: string): Promise<boolean> => {
  try {
    await stat(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/**
 * Writes a whole database, all partnerships of it, into one sealed file that only this user may read; gives how many rows
 * of each table. It is read at one moment and a little at a time, while others go on writing. A file that is there already
 * is left alone (BackupRefusal `file-there`); one that could not be finished is taken away.
 */
export const backup = async (
  owner: pg.ClientConfig,
  file: string,
  passphrase: string,
  { now = Date.now() as Moment, logN, messageKey }: BackupOptions = {},
): Promise<Counts> => {
  if (await isThere(file))
    throw new BackupRefusal('file-there', `There is a file "${file}" already: give another name.`)
  const half = `${file}.${process.pid}.part`
  const counts: Record<string, number> = {}
  const write = (client: pg.ClientBase) =>
    pipeline(
      lines(client, { now, messageKey }, counts),
      createGzip(),
      gzipped => seal(passphrase, gzipped, logN),
      createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }),
    )
  try {
    await asOwner(owner, client => atOneMoment(client, () => write(client)))
    await rename(half, file)
    return counts
  } finally {
    await rm(half, { force: true })
  }
}
