import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

const folder = join(import.meta.dirname, 'migrations')
// Any number will do, as long as everybody who migrates asks for the same.
const lock = 480_201

const named = /^(\d{4})-[a-z0-9-]+\.sql$/u

const migrations = async (): Promise<readonly { readonly number: number; readonly sql: string }[]> => {
  const names = (await readdir(folder)).filter(name => named.test(name)).sort()
  return Promise.all(
    names.map(async name => ({ number: Number(name.slice(0, 4)), sql: await readFile(join(folder, name), 'utf8') })),
  )
}

const apply = async (client: pg.Client, number: number, sql: string): Promise<void> => {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (number) values ($1)', [number])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The number of the last migration that this program knows. */
export const lastMigration = async (): Promise<number> => (await migrations()).at(-1)?.number ?? 0

/**
 * Brings a database up to date, as its owner: every migration that it has not had, in order, each as a whole. A backup is
 * put back into a database that is no newer than itself, so that one may be named beyond which it does not go.
 */
export const migrate = async (owner: pg.ClientConfig, upTo = Number.POSITIVE_INFINITY): Promise<void> => {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(
      'create table if not exists migration (number int primary key, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ number: number }>('select number from migration')
    const had = new Set(rows.map(row => row.number))
    for (const { number, sql } of await migrations())
      if (!had.has(number) && number <= upTo) await apply(client, number, sql)
  } finally {
    await client.end()
  }
}
