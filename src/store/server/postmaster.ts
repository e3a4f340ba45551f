import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { type Holder, hold } from './holder.ts'
import { findRefusal, otherServer, ServerRefusal } from './refusal.ts'
import { startedWith, startRefusal } from './run.ts'
import type { Seat } from './seat.ts'
import { startFlags } from './settings.ts'

/** A server that this process started. */
export interface Postmaster {
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const startLog = (seat: Seat): string => join(seat.folder, 'start.log')

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const launch = (seat: Seat, durable: boolean): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const log = openSync(startLog(seat), 'w', 0o600)
    const args = ['-D', seat.data, ...startFlags(seat, durable)]
    const options = { ...startedWith(seat.account, '/'), stdio: ['ignore', log, log] as ['ignore', number, number] }
    const child = spawn(seat.binaries.postgres, args, options)
    closeSync(log)
    child.once('error', error => reject(startRefusal(error, seat.account)))
    child.once('spawn', () => resolve(child))
  })

/** Errors with which a server says that it will answer soon: it recovers, has no socket yet, or has not opened it. */
const notYet = new Set(['57P03', 'ENOENT', 'ECONNREFUSED'])

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const wrongPassword = (seat: Seat): ServerRefusal =>
  new ServerRefusal(
    'wrong-password',
    `The password kept in ${seat.folder} is not that of the database there. Put the whole folder back from a copy.`,
  )

/** What the server said in this start: at first to us, and once it has said so, to the file of the day. */
const saidAtStart = (seat: Seat): string => {
  const first = readFileSync(startLog(seat), 'utf8')
  return first.includes('redirecting log output') ? `${first}${saidLast(seat)}` : first
}

const saidLast = (seat: Seat): string => {
  const days = readdirSync(seat.logs).map(name => join(seat.logs, name))
  const [last] = days.sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs)
  const ofTheDay = last === undefined ? '' : readFileSync(last, 'utf8')
  const start = ofTheDay.lastIndexOf('starting PostgreSQL')
  return ofTheDay.slice(Math.max(start, 0))
}

const notStarted = (seat: Seat): ServerRefusal => {
  const said = saidAtStart(seat).trim().slice(-2000)
  return (
    findRefusal(said, seat.folder) ??
    new ServerRefusal(
      'would-not-start',
      `The database does not start. What it said is in ${startLog(seat)} and ${seat.logs}:\n${said}\n${otherServer}`,
    )
  )
}

// After an unclean end a server reads its log through before it answers. That may take long and is not to be cut off.
const patience = 10 * 60_000

const untilItAnswers = async (seat: Seat, child: ChildProcess, superuser: pg.ClientConfig): Promise<Holder> => {
  const start = performance.now()
  for (;;) {
    if (hasEnded(child)) throw notStarted(seat)
    try {
      return await hold(superuser)
    } catch (error) {
      if (codeOf(error) === '28P01') throw wrongPassword(seat)
      if (!notYet.has(codeOf(error)) || performance.now() - start > patience) throw error
    }
    await wait(20)
  }
}

const signals = [
  // PostgreSQL's own: fast, immediate, and the end of all patience.
  ['SIGINT', 30_000],
  ['SIGQUIT', 10_000],
  ['SIGKILL', 10_000],
] as const

const stopChild = async (child: ChildProcess, ended: Promise<void>, durable: boolean): Promise<void> => {
  child.ref()
  for (const [signal, limit] of durable ? signals : signals.slice(1)) {
    if (hasEnded(child)) return
    child.kill(signal)
    const enough = new AbortController()
    await Promise.race([ended, wait(limit, undefined, { signal: enough.signal }).catch(() => {})])
    enough.abort()
  }
}

const endOf = (child: ChildProcess): Promise<void> =>
  new Promise(resolve => {
    if (hasEnded(child)) resolve()
    else child.once('exit', () => resolve())
  })

/** Starts the server and waits until it answers. A server that does not come to answer is stopped again. */
export const startPostmaster = async (
  seat: Seat,
  superuser: pg.ClientConfig,
  durable: boolean,
): Promise<Postmaster> => {
  const child = await launch(seat, durable)
  const ended = endOf(child)
  try {
    const holder = await untilItAnswers(seat, child, superuser)
    child.unref()
    const stop = async () => {
      await holder.release()
      await stopChild(child, ended, durable)
    }
    return { ended, stop }
  } catch (error) {
    await stopChild(child, ended, durable)
    throw error
  }
}
