import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { asOwner, inTransaction } from './as-owner.ts'
import { BackupRefusal, type Counts } from './backup.ts'
import { partsOf, type Survey, survey } from './backup-lines.ts'
import type { KeptTable } from './kept-tables.ts'
import { lastMigration, migrate } from './migrate.ts'
import { type Rebuilt, rebuild } from './rebuild.ts'
import { openSealed, type SealedFile } from './sealed.ts'
import { type Verified, verify } from './verify.ts'

/** What came back, and what verify says of it. */
export interface Restored {
  readonly made: string
  readonly counts: Counts
  readonly rebuilt: Rebuilt
  readonly verified: Verified
  /** The key that seals the messages of other systems, where the backup holds it. */
  readonly messageKey: Buffer | undefined
}

const notEmpty = () =>
  new BackupRefusal(
    'not-empty',
    'There is something in this database already, and a backup is put back only into an empty one: name another folder with --data, or another database.',
  )

const olderBackup = (had: number, wanted: number) =>
  new BackupRefusal(
    'older-backup',
    `The backup is older than this database (migration ${wanted} against ${had}): put it back into one in which nothing was ever made, and it is brought up to date there.`,
  )

const migrated = `select case when to_regclass('public.migration') is null then 0 else 1 end as any`

const lastHad = async (client: pg.ClientBase): Promise<number> => {
  const { rows } = await client.query<{ any: number }>(migrated)
  if (rows[0]?.any !== 1) return 0
  const had = await client.query<{ last: number | null }>('select max(number) as last from migration')
  return had.rows[0]?.last ?? 0
}

const makeReady = async (owner: pg.ClientConfig, { start }: Survey): Promise<void> => {
  if (start.migration > (await lastMigration()))
    throw new BackupRefusal('newer', 'The backup was made by a newer Holdfast: put it back with that one.')
  const had = await asOwner(owner, lastHad)
  if (had > start.migration) {
    const empty = await asOwner(owner, isEmpty)
    throw empty ? olderBackup(had, start.migration) : notEmpty()
  }
  await migrate(owner, start.migration)
}

const first: readonly KeptTable[] = ['partnership', 'account', 'record']

const isEmpty = async (client: pg.ClientBase): Promise<boolean> => {
  const any = first.map(table => `exists (select from ${table})`).join(' or ')
  const { rows } = await client.query<{ any: boolean }>(`select ${any} as any`)
  return rows[0]?.any === false
}

const inBatch = 250
const mostSigns = 4_000_000

/** Rows of one table that wait to be written together. */
interface Waiting {
  table: KeptTable
  columns: readonly string[]
  rows: string[]
  signs: number
}

const insert = async (client: pg.ClientBase, { table, columns, rows }: Waiting): Promise<void> => {
  const names = columns.map(name => `"${name.replaceAll('"', '""')}"`).join(', ')
  const statement = `insert into ${table} (${names}) overriding system value
    select ${names} from json_populate_recordset(null::public.${table}, $1::json)`
  await client.query(statement, [`[${rows.join(',')}]`])
}

const flush = async (client: pg.ClientBase, waiting: Waiting): Promise<void> => {
  if (waiting.rows.length > 0) await insert(client, waiting)
  waiting.rows = []
  waiting.signs = 0
}

/** Writes every row; gives those of the partnerships. */
const load = async (client: pg.ClientBase, file: SealedFile): Promise<readonly string[]> => {
  const waiting: Waiting = { table: 'partnership', columns: [], rows: [], signs: 0 }
  const partnerships: string[] = []
  for await (const part of partsOf(file)) {
    if ('row' in part) {
      waiting.rows.push(part.row)
      waiting.signs += part.row.length
      if (waiting.table === 'partnership') partnerships.push(part.row)
      if (waiting.rows.length >= inBatch || waiting.signs > mostSigns) await flush(client, waiting)
    } else await flush(client, waiting)
    if ('table' in part) Object.assign(waiting, part)
  }
  return partnerships
}

const identities = `select table_name as table, column_name as name from information_schema.columns
  where table_schema = 'public' and is_identity = 'YES'`

/** What is numbered from now on comes after what was. */
const goOnCounting = async (client: pg.ClientBase): Promise<void> => {
  const { rows } = await client.query<{ table: string; name: string }>(identities)
  for (const { table, name } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${name}), 1), max(${name}) is not null) from ${table}`,
      [table, name],
    )
}

// It grew again with every practitioner that was put back.
const staff = `update partnership p set staff = o.staff from json_populate_recordset(null::partnership, $1::json) o
  where p.partnership = o.partnership`

const write = async (client: pg.ClientBase, file: SealedFile): Promise<void> => {
  await client.query('lock table partnership, account, record in access exclusive mode')
  if (!(await isEmpty(client))) throw notEmpty()
  const partnerships = await load(client, file)
  await client.query(staff, [`[${partnerships.join(',')}]`])
  await goOnCounting(client)
  // Whoever opens it before it was made anew makes it anew.
  await client.query('update record set rules = null')
}

const putBack = async (owner: pg.ClientConfig, file: SealedFile, now: Moment): Promise<Restored> => {
  const held = await survey(file)
  await makeReady(owner, held)
  await asOwner(owner, client => inTransaction(client, () => write(client, file)))
  await migrate(owner)
  const rebuilt = await rebuild(owner, { now })
  const verified = await verify(owner, { heads: held.heads, now })
  const { made, messageKey } = held.start
  const key = messageKey === undefined ? undefined : Buffer.from(messageKey, 'hex')
  return { made, counts: held.counts, rebuilt, verified, messageKey: key }
}

/**
 * Puts a whole backup back into an empty database, as its owner. The file is read to its end before anything is written,
 * and all is written in one transaction; then what is read from the entries is made anew, and everything verified, with the
 * heads that the backup holds. Throws SealRefusal and BackupRefusal, and then nothing was written.
 */
export const restore = async (
  owner: pg.ClientConfig,
  path: string,
  passphrase: string,
  { now = Date.now() as Moment }: { readonly now?: Moment } = {},
): Promise<Restored> => {
  const file = await openSealed(path, passphrase)
  try {
    return await putBack(owner, file, now)
  } finally {
    await file.close()
  }
}
