import { rm } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type FolderLock, isLocked, waitForLock } from './folder-lock.ts'
import { isHeld } from './holder.ts'
import { stopLeftover } from './leftover.ts'
import { prepareData } from './make-data.ts'
import { type Postmaster, startPostmaster } from './postmaster.ts'
import { refusalOf, ServerRefusal } from './refusal.ts'
import { alreadyRunning, announce, findAddress, withdraw } from './running.ts'
import { findPlace, type Place, type Seat, takeSeat } from './seat.ts'
import { superuserOf } from './superuser.ts'

/** The PostgreSQL that comes with Holdfast, while it runs on a folder. */
export interface Cluster {
  /** How the superuser connects, to the database `postgres`. */
  readonly superuser: pg.ClientConfig
  /** Where everything of it lies: the asked folder, or, for root, one that PostgreSQL's user gets to. */
  readonly folder: string
  /** Stops it, if this process started it. */
  stop(): Promise<void>
}

/** The cluster that this process started; no other has it until it is stopped or this process dies. */
export interface HeldCluster extends Cluster {
  /** Writes down where Holdfast answers, for a second start to name. */
  announce(address: string): Promise<void>
  /** The server has ended, asked to or not. */
  readonly ended: Promise<void>
}

export interface ClusterOptions {
  readonly folder: string
  /** Hears what takes long or was put right, a line each. */
  readonly say?: (line: string) => void
  /** False for tests: quick, and nothing survives a power cut. */
  readonly durable?: boolean
}

type Say = (line: string) => void

// Whoever asks whether a Holdfast runs has the lock for a moment. One that starts or stops has it for seconds.
const moment = 1000
const whileItStops = 15_000

const takeLock = async (seat: Seat): Promise<FolderLock> => {
  const answers = (await findAddress(seat)) !== undefined
  const lock = await waitForLock(seat.lock, waited => waited > (answers ? moment : whileItStops))
  if (lock === undefined) throw await alreadyRunning(seat)
  return lock
}

// A server of an earlier start may come to life, or its last processes die, while the first attempt is made.
const attempts = 5
const inTheWay = /lock file ".*" already exists|pre-existing shared memory block/u

const isInTheWay = (error: unknown): boolean =>
  error instanceof ServerRefusal && error.code === 'would-not-start' && inTheWay.test(error.message)

const startServer = async (seat: Seat, superuser: pg.ClientConfig, say: Say, durable: boolean): Promise<Postmaster> => {
  for (let left = attempts; ; left -= 1) {
    await stopLeftover(seat, say)
    // Whatever address is written there is that of a Holdfast which was killed.
    await withdraw(seat)
    try {
      return await startPostmaster(seat, superuser, durable)
    } catch (error) {
      if (left <= 1 || !isInTheWay(error)) throw error
      await wait(500)
    }
  }
}

const heldCluster = (seat: Seat, superuser: pg.ClientConfig, server: Postmaster, lock: FolderLock): HeldCluster => {
  const end = async () => {
    await withdraw(seat)
    await server.stop()
    await rm(seat.sockets, { recursive: true, force: true })
    lock.release()
  }
  let ending: Promise<void> | undefined
  const stop = (): Promise<void> => {
    ending ??= end()
    return ending
  }
  return { superuser, folder: seat.folder, ended: server.ended, announce: address => announce(seat, address), stop }
}

const startLocked = async (seat: Seat, lock: FolderLock, say: Say, durable: boolean): Promise<HeldCluster> => {
  await prepareData(seat, say, durable)
  const superuser = await superuserOf(seat)
  return heldCluster(seat, superuser, await startServer(seat, superuser, say, durable), lock)
}

/**
 * Starts PostgreSQL on a folder, makes its data if they are not there yet, and waits until it answers. A ServerRefusal says
 * what somebody can mend, with the code `already-running` where another Holdfast has the folder.
 */
export const startCluster = async ({
  folder,
  say = () => {},
  durable = true,
}: ClusterOptions): Promise<HeldCluster> => {
  const seat = await takeSeat(folder)
  const lock = await takeLock(seat)
  try {
    return await startLocked(seat, lock, say, durable)
  } catch (error) {
    lock.release()
    throw refusalOf(error, seat.folder)
  }
}

const joined = async (place: Place): Promise<Cluster | undefined> => {
  const superuser = await superuserOf(place)
  return (await isHeld(superuser)) ? { superuser, folder: place.folder, stop: async () => {} } : undefined
}

const join = async (place: Place): Promise<Cluster | undefined> => {
  for (let left = 100; left > 0; left -= 1) {
    if (!isLocked(place.lock)) return undefined
    const cluster = await joined(place)
    if (cluster !== undefined) return cluster
    await wait(100)
  }
  throw await alreadyRunning(place)
}

/** The cluster of a Holdfast that runs on a folder now, for a command beside it; nothing when none does. */
export const joinCluster = async (folder: string): Promise<Cluster | undefined> => {
  try {
    const place = findPlace(folder)
    return place === undefined ? undefined : await join(place)
  } catch (error) {
    throw refusalOf(error, folder)
  }
}
