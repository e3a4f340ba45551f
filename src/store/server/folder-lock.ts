import { accessSync, closeSync, constants, existsSync, openSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'

/*
 * A lock on a file that the operating system itself gives up when the process dies, however it dies. Node cannot lock
 * a file, but the SQLite inside it can; nothing is ever written into it. A file with a process number in it would have
 * to be judged stale by the next start, and two starts that judge at the same time both win. Nobody else opens the file:
 * a process that closes it loses the lock.
 */

/** A lock on a file, held by this process until it is released or the process dies. */
export interface FolderLock {
  release(): void
}

// A lock that nothing points to any more would be collected, and given up with it.
const held = new Set<DatabaseSync>()

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (error.errcode === 5 || error.errcode === 6)

/** Makes the file for its owner alone: whoever may read it may stand in the way. */
const makeFile = (file: string): void => {
  // A file that is there is not opened here: closing it again would give up a lock of this process.
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
  else closeSync(openSync(file, 'a', 0o600))
}

const attempt = (file: string, statement: string): DatabaseSync | undefined => {
  makeFile(file)
  const database = new DatabaseSync(file, { timeout: 0 })
  try {
    // A journal in memory, or there would be a second file beside it.
    database.exec(`pragma journal_mode = memory; ${statement}`)
    return database
  } catch (error) {
    database.close()
    if (isTaken(error)) return undefined
    throw error
  }
}

/** Takes the lock for this process alone, or nothing while another has it. */
export const findLock = (file: string): FolderLock | undefined => {
  const database = attempt(file, 'begin exclusive')
  if (database === undefined) return undefined
  held.add(database)
  return {
    release: () => {
      if (held.delete(database)) database.close()
    },
  }
}

/** Whether a process has the lock now. Asking stands in the way of a start for a moment, and of another who asks never. */
export const isLocked = (file: string): boolean => {
  const database = attempt(file, 'begin; select count(*) from sqlite_schema')
  database?.close()
  return database === undefined
}

/** Tries for the lock until it is had or `giveUp`, which is told the milliseconds waited, says that it is enough. */
export const waitForLock = async (
  file: string,
  giveUp: (waited: number) => boolean,
): Promise<FolderLock | undefined> => {
  const start = performance.now()
  for (;;) {
    const lock = findLock(file)
    if (lock !== undefined || giveUp(performance.now() - start)) return lock
    await wait(50)
  }
}
