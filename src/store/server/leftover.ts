import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { staysHeld } from './holder.ts'
import { ServerRefusal } from './refusal.ts'
import { run } from './run.ts'
import { alreadyRunning } from './running.ts'
import type { Place, Seat } from './seat.ts'
import { superuserOf } from './superuser.ts'

/* What a Holdfast that was killed leaves behind: a PostgreSQL that still runs, or the marks of one that does not. */

const findText = (read: () => string): string | undefined => {
  try {
    return read()
  } catch {
    return undefined
  }
}

const commandOf = (pid: number): string =>
  spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''

/**
 * Whether a process is the PostgreSQL of these data. The number alone does not say so: after a restart of the machine, or
 * in a container, it is soon somebody else's, and that process must not be stopped. PostgreSQL works in its data folder.
 */
const worksOn = (pid: number, data: string): boolean =>
  existsSync('/proc/self/cwd')
    ? findText(() => readlinkSync(`/proc/${pid}/cwd`)) === data
    : commandOf(pid).includes(`-D ${data}`)

/** The process that has these data open, if one has. */
export const findPostmaster = ({ data }: Place): number | undefined => {
  const pid = Number(findText(() => readFileSync(join(data, 'postmaster.pid'), 'utf8'))?.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 && worksOn(pid, data) ? pid : undefined
}

const clearMarks = ({ data, sockets }: Place): void => {
  // PostgreSQL takes any living process of this number for the old server, and would not start.
  rmSync(join(data, 'postmaster.pid'), { force: true })
  for (const name of existsSync(sockets) ? readdirSync(sockets) : [])
    if (name.startsWith('.s.PGSQL.')) rmSync(join(sockets, name), { force: true })
}

const kill = async (pid: number): Promise<void> => {
  process.kill(pid, 'SIGKILL')
  await wait(200)
}

const stop = async (seat: Seat, pid: number): Promise<void> => {
  for (const [mode, seconds] of [
    ['fast', 30],
    ['immediate', 10],
  ] as const) {
    const args = ['stop', '-D', seat.data, '-m', mode, '-w', '-t', String(seconds)]
    await run(seat.binaries.pgCtl, args, seat.account, '/')
    if (findPostmaster(seat) === undefined) return
  }
  if (worksOn(pid, seat.data)) await kill(pid)
  if (findPostmaster(seat) === undefined) return
  throw new ServerRefusal(
    'would-not-stop',
    `A PostgreSQL of an earlier start (process ${pid}) does not stop. Stop it by hand.`,
  )
}

/** Stops the server of an earlier start and clears its marks; a refusal where a live Holdfast uses it. */
export const stopLeftover = async (seat: Seat, say: (line: string) => void): Promise<void> => {
  const pid = findPostmaster(seat)
  if (pid !== undefined) {
    if (await staysHeld(await superuserOf(seat))) throw await alreadyRunning(seat)
    say('The database still runs from a start that was cut off. It is stopped first.')
    await stop(seat, pid)
  }
  clearMarks(seat)
}
