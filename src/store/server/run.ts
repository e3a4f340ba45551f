import { spawn } from 'node:child_process'
import { otherServer, ServerRefusal } from './refusal.ts'

/** The user as whom a program of PostgreSQL runs, when it is not the one who runs Holdfast. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const { PATH = '/usr/bin:/bin' } = process.env

/** The environment of a program of PostgreSQL: a LANG or PGDATA of the person at the terminal changes nothing. */
export const environment = { PATH, LC_ALL: 'C', TZ: 'UTC' } as const

/** What it is started with. In a session of its own it does not hear the terminal's Ctrl-C: Holdfast stops it in its turn. */
export const startedWith = (account: Account | undefined, cwd: string) => ({
  ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  cwd,
  env: environment,
  detached: true,
})

/** What is thrown when a program cannot be started: a container may allow root no other user. */
export const startRefusal = (error: Error, account: Account | undefined): Error =>
  account !== undefined && 'code' in error && (error.code === 'EPERM' || error.code === 'EINVAL')
    ? new ServerRefusal(
        'no-user',
        `PostgreSQL does not run as root, and root may run nothing as another user here. Start Holdfast as an ordinary user. ${otherServer}`,
      )
    : error

/** How a program ended, and everything that it said. */
export interface Ended {
  readonly code: number | null
  readonly said: string
}

/** Runs a program to its end; it throws only where it cannot be run at all. */
export const run = (
  program: string,
  args: readonly string[],
  account: Account | undefined,
  cwd: string,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { ...startedWith(account, cwd), stdio: ['ignore', 'pipe', 'pipe'] })
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => said.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', error => reject(startRefusal(error, account)))
    child.on('close', code => resolve({ code, said: Buffer.concat(said).toString() }))
  })
