import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { workingDayFrom } from '../duties/digest.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import { addPractitioner } from './accounts.ts'
import { append } from './append.ts'
import { asOwner } from './as-owner.ts'
import type { Connections } from './connections.ts'
import type { Line } from './line.ts'
import { newPartnership } from './records.ts'
import { openStore, type Store } from './store.ts'
import { tick } from './tick.ts'
import { trialKey, trialStore } from './trial.ts'

/* One invented family in a database for a test: a record that was replayed, two practitioners, duties and notices. */

export interface TrialFamily {
  readonly connections: Connections
  readonly store: Store
  readonly partnership: number
  readonly record: string
  /** A social worker and her team manager. */
  readonly worker: PractitionerId
  readonly manager: PractitionerId
  readonly now: Moment
  /** Asks as the owner, whom no policy binds. */
  readonly ask: (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>
  /** Changes tables that refuse to be changed, as somebody with the database in hand could, looks, and undoes it all. */
  readonly behind: <T>(statements: readonly string[], look: (client: pg.Client) => Promise<T>) => Promise<T>
  readonly write: (...lines: readonly Line[]) => Promise<number>
  readonly drop: () => Promise<void>
}

const examples = join(import.meta.dirname, '..', '..', 'examples')

/** The lines of an example, and what the agencies keep in the one that is named `partnership`. */
export const exampleLines = async (name: string): Promise<readonly Line[]> =>
  (await readFile(join(examples, `${name}.jsonl`), 'utf8'))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

const post = (agency: string, role: string): Post => ({ agency, role }) as Post

const guarded = ['chain', 'content', 'disposal', 'notice', 'told', 'sending'] as const

const undone = async <T>(client: pg.Client, statements: readonly string[], look: (client: pg.Client) => Promise<T>) => {
  await client.query('begin')
  for (const table of guarded) await client.query(`alter table ${table} disable trigger user`)
  for (const statement of statements) await client.query(statement)
  const seen = await look(client)
  await client.query('rollback')
  return seen
}

const asOwnerOf = (connections: Connections): Pick<TrialFamily, 'ask' | 'behind'> => ({
  ask: (sql, values = []) => asOwner(connections.owner, async client => (await client.query(sql, [...values])).rows),
  behind: (statements, look) => asOwner(connections.owner, client => undone(client, statements, look)),
})

const record = 'alfie'

/** The same hour of the next day on which people work, that day included: at a weekend most notices wait. */
export const onWorkingDay = (now: Moment): Moment => {
  const day = londonDay(now)
  return (now + (workingDayFrom(day) - day) * 86_400_000) as Moment
}

const fill = async (store: Store, partnership: number) => {
  await append(store, { partnership, record: 'agencies', lines: await exampleLines('partnership'), writer: 'import' })
  const worker = await addPractitioner(store, partnership, {
    ...{ name: 'Tomasz Wrona', signIn: 'tomasz.wrona', posts: [post('social-care/rowan-team', 'social-worker')] },
  })
  const manager = await addPractitioner(store, partnership, {
    ...{ name: 'Siobhan Keane', signIn: 'siobhan.keane', posts: [post('social-care/rowan-team', 'team-manager')] },
  })
  const lines = await exampleLines('02')
  await append(store, { partnership, record, begins: true, lines, writer: 'import', replayed: true })
  return { worker, manager }
}

/** A database for a test with one family in it, as a running Holdfast leaves it. */
export const trialFamily = async (): Promise<TrialFamily> => {
  const { connections, drop } = await trialStore()
  const now = onWorkingDay(Date.now() as Moment)
  const store = openStore(connections, { now: () => now, sealingKey: trialKey })
  const partnership = await newPartnership(store, 'Northmoor')
  const { worker, manager } = await fill(store, partnership)
  await tick(store)
  const write = async (...lines: readonly Line[]) => {
    const outcome = await append(store, { partnership, record, lines, writer: worker })
    if (!('number' in outcome)) throw new Error('the lines were not taken')
    return outcome.number
  }
  const end = async () => {
    await store.close()
    await drop()
  }
  return { ...asOwnerOf(connections), connections, store, partnership, record, worker, manager, now, write, drop: end }
}
