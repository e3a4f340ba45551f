import pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { Connections } from './connections.ts'
import { type Shelf, shelf } from './shelf.ts'

/** An open store: a pool for each of the two roles that serve, the clock, and what is kept of recently used records. */
export interface Store {
  readonly reader: pg.Pool
  readonly recorder: pg.Pool
  readonly now: () => Moment
  readonly shelf: Shelf
  readonly close: () => Promise<void>
}

export interface StoreOptions {
  /** The clock; the machine's unless a test sets its own. */
  readonly now?: () => Moment
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

/** Opens a store that has been migrated. */
export const openStore = (connections: Connections, options: StoreOptions = {}): Store => {
  const reader = pool(connections.reader, mostReaders)
  const recorder = pool(connections.recorder, mostRecorders)
  return {
    reader,
    recorder,
    now: options.now ?? (() => Date.now() as Moment),
    shelf: shelf(),
    close: async () => {
      await Promise.all([reader.end(), recorder.end()])
    },
  }
}

/** Asks the database for nothing; throws when it does not answer. */
export const isWell = async ({ reader }: Store): Promise<void> => {
  await reader.query('select 1')
}
