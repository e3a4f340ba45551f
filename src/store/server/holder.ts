import { Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/*
 * A running Holdfast holds a lock inside the database too. The lock of the folder alone would do while nobody touches its
 * file; this one cannot be deleted by hand. It is held in the database `postgres`, so that `holdfast` may be dropped and
 * brought back meanwhile.
 */

// "holdfast" in ASCII, halved: only Holdfast takes this lock.
const [first, second] = [0x686f6c64, 0x66617374] as const

const taken = `
  select from pg_locks
  where locktype = 'advisory' and granted and classid = ${first} and objid = ${second} and objsubid = 2
    and database = (select oid from pg_database where datname = current_database())`

/** The lock, held until it is released, this process dies or the server ends. */
export interface Holder {
  release(): Promise<void>
}

interface Connection {
  readonly client: pg.Client
  readonly socket: Socket
}

const lockedConnection = async (superuser: pg.ClientConfig): Promise<Connection> => {
  const socket = new Socket()
  const client = new pg.Client({ ...superuser, application_name: 'holdfast holder', stream: () => socket })
  // It ends with the server; whoever uses the server hears of that by its own connection.
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [first, second])
  if (rows[0]?.got !== true) throw new Error('Somebody else holds the database that this process has just started')
  socket.unref()
  return { client, socket }
}

const untilLocked = async (superuser: pg.ClientConfig, enough: () => boolean): Promise<Connection | undefined> => {
  while (!enough()) {
    try {
      return await lockedConnection(superuser)
    } catch {
      await wait(200, undefined, { ref: false })
    }
  }
  return undefined
}

/** Takes the lock on a connection of its own, which keeps no process from ending. */
export const hold = async (superuser: pg.ClientConfig): Promise<Holder> => {
  let released = false
  let connection: Connection | undefined
  const watch = (now: Connection | undefined): void => {
    connection = now
    // When one of its processes crashes, PostgreSQL ends every connection and goes on.
    now?.client.once('end', async () => watch(await untilLocked(superuser, () => released)))
  }
  watch(await lockedConnection(superuser))
  const release = async () => {
    released = true
    connection?.socket.ref()
    await connection?.client.end().catch(() => {})
  }
  return { release }
}

/** Whether a live Holdfast holds the lock; no when nothing answers. */
export const isHeld = async (superuser: pg.ClientConfig): Promise<boolean> => {
  const client = new pg.Client({ ...superuser, connectionTimeoutMillis: 2000, query_timeout: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return ((await client.query(taken)).rowCount ?? 0) > 0
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the lock is still held after a second: the server needs a moment to see that a Holdfast was killed. */
export const staysHeld = async (superuser: pg.ClientConfig): Promise<boolean> => {
  for (let left = 20; left > 0; left -= 1) {
    if (!(await isHeld(superuser))) return false
    await wait(50)
  }
  return true
}
