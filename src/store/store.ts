import pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { Connections } from './connections.ts'
import { type Sealing, sealing } from './sealing.ts'
import { type Shelf, shelf } from './shelf.ts'

/** An open store: a pool for each of the two roles that serve, the clock, and what is kept of recently used records. */
export interface Store {
  readonly reader: pg.Pool
  readonly recorder: pg.Pool
  readonly now: () => Moment
  readonly shelf: Shelf
  /** What seals the messages of other systems; throws where the store was opened without their key. */
  readonly sealing: () => Sealing
  /** Who hears that messages came. */
  readonly received: Set<() => void>
  readonly close: () => Promise<void>
}

export interface StoreOptions {
  /** The clock; the machine's unless a test sets its own. */
  readonly now?: () => Moment
  /** The key of 32 bytes that seals the messages of other systems (`sealingKey`); without it no message is taken or read. */
  readonly sealingKey?: Buffer | undefined
}

const mostReaders = 20
const mostRecorders = 12

// A connection that the server ended is no fault of ours: the pool makes another. Where somebody used it, the statement
// fails; nobody else need hear of it, and the program does not end of it.
const pool = (config: pg.PoolConfig, max: number): pg.Pool => {
  const made = new pg.Pool({ max, ...config })
  made.on('error', () => {})
  made.on('connect', client => {
    client.on('error', () => {})
  })
  return made
}

const sealingOf = (key: Buffer | undefined): (() => Sealing) => {
  const made = key && sealing(key)
  return () => {
    if (made === undefined) throw new Error('the store was opened without the key that seals messages')
    return made
  }
}

/** Opens a store that has been migrated. */
export const openStore = (connections: Connections, options: StoreOptions = {}): Store => {
  const reader = pool(connections.reader, mostReaders)
  const recorder = pool(connections.recorder, mostRecorders)
  return {
    reader,
    recorder,
    now: options.now ?? (() => Date.now() as Moment),
    shelf: shelf(),
    sealing: sealingOf(options.sealingKey),
    received: new Set(),
    close: async () => {
      await Promise.all([reader.end(), recorder.end()])
    },
  }
}

/** Asks the database for nothing; throws when it does not answer. */
export const isWell = async ({ reader }: Store): Promise<void> => {
  await reader.query('select 1')
}
