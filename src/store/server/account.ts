import { spawnSync } from 'node:child_process'
import { otherServer, ServerRefusal } from './refusal.ts'
import { type Account, environment } from './run.ts'

/* PostgreSQL refuses to run as root, so root lends it another user. */

const numberOf = (name: string, which: '-u' | '-g'): number => {
  const { status, stdout } = spawnSync('id', [which, name], { encoding: 'utf8' })
  return status === 0 ? Number(stdout.trim()) : Number.NaN
}

const findAccount = (name: string): Account | undefined => {
  const account = { uid: numberOf(name, '-u'), gid: numberOf(name, '-g') }
  return account.uid > 0 && account.gid >= 0 ? account : undefined
}

const own = 'holdfast'
const ways: readonly (readonly [string, ...string[]])[] = [
  [
    'useradd',
    '--system',
    '--user-group',
    '--no-create-home',
    '--home-dir',
    '/nonexistent',
    '--shell',
    '/usr/sbin/nologin',
    own,
  ],
  // BusyBox knows no useradd.
  ['adduser', '-S', '-D', '-H', own],
]

// The path of somebody who has only become root often lacks these folders.
const env = { PATH: `${environment.PATH}:/usr/sbin:/sbin` }

const makeAccount = (): Account | undefined => {
  for (const [program, ...args] of ways) {
    if (spawnSync(program, args, { stdio: 'ignore', env }).status === 0) return findAccount(own)
  }
  return undefined
}

/** The user as whom root lets PostgreSQL run: that of an installed PostgreSQL, one of our own, or nobody; else a refusal. */
export const getAccount = (): Account => {
  const account = findAccount('postgres') ?? findAccount(own) ?? makeAccount() ?? findAccount('nobody')
  if (account !== undefined) return account
  throw new ServerRefusal(
    'no-user',
    `PostgreSQL does not run as root, and no other user was found for it. Start Holdfast as an ordinary user. ${otherServer}`,
  )
}
