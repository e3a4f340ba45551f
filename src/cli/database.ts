import { type Connections, embeddedConnections, urlConnections } from '../store/connections.ts'
import { migrate } from '../store/migrate.ts'
import { readPartnerships } from '../store/records.ts'
import { sealingKey } from '../store/sealing.ts'
import { dataFolder } from '../store/server/data-folder.ts'
import { joinCluster, startCluster } from '../store/server/embedded.ts'
import { findPlace } from '../store/server/seat.ts'
import { openStore, type Store } from '../store/store.ts'
import { Refusal } from './start/refusal.ts'

/** A database that a command works on. */
export interface Database {
  readonly connections: Connections
  /** Where a Holdfast with this database keeps what lies outside it. */
  readonly folder: string
}

export interface Wanted {
  readonly data?: string | undefined
  /** Whether it may be made, where there is none yet. */
  readonly begins?: boolean
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Runs something, and stops the database that was started for it, also when the terminal says stop. */
const thenStop = async <T>(stop: () => Promise<void>, run: () => Promise<T>): Promise<T> => {
  const onSignal = () => {
    stop().finally(() => process.exit(130))
  }
  for (const signal of signals) process.once(signal, onSignal)
  try {
    return await run()
  } finally {
    for (const signal of signals) process.removeListener(signal, onSignal)
    await stop()
  }
}

const noData = (folder: string): Refusal =>
  new Refusal(
    `Nothing is kept in ${folder} yet. Name another folder with --data, or begin with: holdfast partnership add NAME`,
  )

/**
 * Gives a command its database: that of DATABASE_URL, else the one of the data folder, beside a Holdfast that runs on it
 * or, where none does, started for as long as the command takes.
 */
export const withDatabase = async <T>(
  { data, begins = false }: Wanted,
  run: (database: Database) => Promise<T>,
): Promise<T> => {
  const folder = dataFolder(data)
  const { DATABASE_URL } = process.env
  if (DATABASE_URL) return run({ connections: urlConnections(DATABASE_URL), folder })
  const running = await joinCluster(folder)
  if (running === undefined && !begins && findPlace(folder) === undefined) throw noData(folder)
  const cluster = running ?? (await startCluster({ folder, say }))
  return thenStop(cluster.stop, async () => run({ connections: await embeddedConnections(cluster), folder }))
}

/** The same with a store that is brought up to date and opened. */
export const withStore = <T>(
  wanted: Wanted,
  run: (opened: Database & { readonly store: Store }) => Promise<T>,
): Promise<T> =>
  withDatabase(wanted, async database => {
    await migrate(database.connections.owner)
    const store = openStore(database.connections, { sealingKey: await sealingKey(database.folder) })
    try {
      return await run({ ...database, store })
    } finally {
      await store.close()
    }
  })

const listed = (all: readonly { readonly partnership: number; readonly name: string }[]): string =>
  all.map(({ partnership, name }) => `  ${partnership}  ${name}`).join('\n')

/** The number of the partnership that is asked for; the only one where nothing is said. Throws Refusal when there is no such one. */
export const getPartnership = async (store: Store, asked: string | undefined): Promise<number> => {
  const all = await readPartnerships(store)
  if (all.length === 0) throw new Refusal('There is no partnership yet. Begin with: holdfast partnership add NAME')
  const [only] = all
  if (asked === undefined && all.length === 1 && only !== undefined) return only.partnership
  const found = all.find(({ partnership }) => String(partnership) === asked)
  if (found !== undefined) return found.partnership
  throw new Refusal(
    `${asked === undefined ? 'Say which partnership' : `There is no partnership ${asked}`}: --partnership N, one of these.\n${listed(all)}`,
  )
}
