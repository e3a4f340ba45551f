import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdtemp, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { keepFile, syncFolder } from './kept-file.ts'
import { findRefusal, ServerRefusal } from './refusal.ts'
import { run } from './run.ts'
import type { Seat } from './seat.ts'
import { initFlags } from './settings.ts'
import { passwordFile, superuserName } from './superuser.ts'

const making = 'making-'

/**
 * Takes away what a start that was cut off had begun. Its initdb may still run, so each start makes its data under a
 * name of its own, and what is left is removed as often as that one still writes.
 */
const clearHalfMade = async (folder: string): Promise<void> => {
  const left = (await readdir(folder)).filter(name => name.startsWith(making))
  for (const name of left)
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** A file that the program reads the password from, in its own folder: it may belong to another user than we are. */
const writePassword = async (path: string, password: string, { account }: Seat): Promise<void> => {
  const handle = await open(path, 'wx', 0o600)
  try {
    await handle.writeFile(password)
    if (account !== undefined) await handle.chown(account.uid, account.gid)
  } finally {
    await handle.close()
  }
}

const initFlagsFor = (data: string, password: string, durable: boolean): readonly string[] => [
  `--pgdata=${data}`,
  `--username=${superuserName}`,
  `--pwfile=${password}`,
  '--auth=scram-sha-256',
  // The same letters, order and time on every machine, whatever its language.
  '--encoding=UTF8',
  '--no-locale',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  ...initFlags(),
  ...(durable ? [] : ['--no-sync']),
]

const initialise = async (seat: Seat, folder: string, password: string, durable: boolean): Promise<string> => {
  const data = join(folder, 'data')
  const file = join(folder, 'password')
  await writePassword(file, password, seat)
  const { code, said } = await run(seat.binaries.initdb, initFlagsFor(data, file, durable), seat.account, '/')
  if (code === 0) return data
  throw (
    findRefusal(said, seat.folder) ?? new ServerRefusal('would-not-start', `The database was not made:\n${said.trim()}`)
  )
}

const makeData = async (seat: Seat, durable: boolean): Promise<void> => {
  const folder = await mkdtemp(join(seat.folder, making))
  if (seat.account !== undefined) await chown(folder, seat.account.uid, seat.account.gid)
  const password = randomBytes(24).toString('base64url')
  // First the password, then the data under their own name: data without a password would be lost.
  await keepFile(passwordFile(seat), password)
  await rename(await initialise(seat, folder, password, durable), seat.data)
  await syncFolder(seat.folder)
}

const mustFit = async ({ data, binaries }: Seat): Promise<void> => {
  if (!existsSync(join(data, 'PG_VERSION')))
    throw new ServerRefusal('damaged', `${data} holds no database. Move it away, or bring it back from a backup.`)
  const made = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim()
  const { said } = await run(binaries.postgres, ['--version'], undefined, '/')
  const ours = /\d+/u.exec(said)?.[0]
  if (made === ours) return
  throw new ServerRefusal(
    'other-version',
    `The data in ${data} were made by PostgreSQL ${made}, and this Holdfast brings ${ours}. Write a backup with the Holdfast that made them, and restore it here into another folder.`,
  )
}

/** The data of a cluster are there and whole: made now if they are not, begun anew if making them was cut off. */
export const prepareData = async (seat: Seat, say: (line: string) => void, durable: boolean): Promise<void> => {
  await clearHalfMade(seat.folder)
  if (existsSync(seat.data)) return mustFit(seat)
  say(`Making the database in ${seat.folder}, once: this takes a few seconds.`)
  try {
    await makeData(seat, durable)
  } finally {
    await clearHalfMade(seat.folder)
  }
}
