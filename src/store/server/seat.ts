import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { getAccount } from './account.ts'
import { type Binaries, copiedBinaries, packageBinaries } from './binaries.ts'
import { noFolder, refusalOf, ServerRefusal } from './refusal.ts'
import type { Account } from './run.ts'

/** Where a cluster lies. */
export interface Place {
  /** Everything is below this. */
  readonly folder: string
  /** PostgreSQL's own files; here only when they are whole. */
  readonly data: string
  readonly logs: string
  readonly sockets: string
  readonly lock: string
}

/** A place, and as whom and with which programs PostgreSQL runs there. */
export interface Seat extends Place {
  readonly account: Account | undefined
  readonly binaries: Binaries
}

const base = '/var/lib/holdfast'
const isRoot = (): boolean => process.getuid?.() === 0
const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12)

// The operating system cuts the path of a socket off at 104 or 108 bytes, and the socket's own name takes 16 of them.
const longestSocketFolder = 87

const socketsOf = (folder: string): string => {
  const own = join(folder, 'socket')
  if (Buffer.byteLength(own) <= longestSocketFolder) return own
  return `/tmp/holdfast-${hash(folder)}-${process.getuid?.() ?? 0}`
}

const placeAt = (folder: string): Place => ({
  folder,
  data: join(folder, 'postgres'),
  logs: join(folder, 'log'),
  sockets: socketsOf(folder),
  lock: join(folder, 'holdfast.lock'),
})

/** The place of an asked folder that is there. PostgreSQL cannot run as root, so what root asks for lies where its user gets to. */
const placeOf = (asked: string): Place => placeAt(isRoot() ? join(base, hash(asked)) : asked)

const findStat = (path: string) => lstatSync(path, { throwIfNoEntry: false })

/** The place of a folder, when there is or was a cluster in it. */
export const findPlace = (asked: string): Place | undefined => {
  if (findStat(resolve(asked)) === undefined) return undefined
  const place = placeOf(realpathSync(asked))
  return findStat(place.data) === undefined ? undefined : place
}

const otherOwner = (path: string): ServerRefusal =>
  new ServerRefusal(
    'other-owner',
    `The data of ${path} belong to another user of this machine, perhaps root. Start Holdfast as that user, or choose another folder for the data.`,
  )

/** The user whose the data are already, so that the choice made at the first start holds. */
const accountFor = (place: Place): Account | undefined => {
  const found = findStat(place.data)
  if (!isRoot()) {
    if (found !== undefined && found.uid !== process.getuid?.()) throw otherOwner(place.data)
    return undefined
  }
  return found === undefined ? getAccount() : { uid: found.uid, gid: found.gid }
}

/** A folder that only PostgreSQL's user may enter. In /tmp somebody else may have been there before. */
const ownFolder = (path: string, account: Account | undefined): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  if (account !== undefined) chownSync(path, account.uid, account.gid)
  const found = lstatSync(path)
  if (!found.isDirectory() || found.uid !== (account?.uid ?? process.getuid?.())) throw otherOwner(path)
  chmodSync(path, 0o700)
}

const noteName = 'where-the-data-lie.txt'
const whereNote = (place: Place): string =>
  `The data of this Holdfast lie in ${place.folder}: it was started as root, and PostgreSQL does not run as root.\n`

const makeFolders = (asked: string, place: Place, account: Account | undefined): void => {
  if (isRoot()) {
    mkdirSync(place.folder, { recursive: true })
    chmodSync(base, 0o755)
    // Its user goes through to what is its own, and sees nothing else.
    chmodSync(place.folder, 0o711)
    writeFileSync(join(asked, noteName), whereNote(place))
  }
  ownFolder(place.logs, account)
  ownFolder(place.sockets, account)
}

const makeAsked = (folder: string): void => {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  // Where the system itself lets nobody make folders (/proc), Node would try for ever to make this one with its parents.
  if (findStat(folder) === undefined) mkdirSync(folder, { mode: 0o700 })
}

const askedFolder = (folder: string): string => {
  makeAsked(folder)
  const asked = realpathSync(folder)
  if (!statSync(asked).isDirectory()) throw noFolder(folder)
  // Root's data lie elsewhere than a user's. Whoever comes second would find an empty database, and think the other gone.
  const others = join(asked, isRoot() ? 'postgres' : noteName)
  if (findStat(others) !== undefined) throw otherOwner(asked)
  return asked
}

const seatAt = async (asked: string): Promise<Seat> => {
  const place = placeOf(asked)
  const account = accountFor(place)
  makeFolders(asked, place, account)
  return { ...place, account, binaries: isRoot() ? await copiedBinaries(base) : packageBinaries() }
}

const mended = async <T>(folder: string, act: () => T | Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    throw refusalOf(error, folder)
  }
}

/** Makes the place of a folder ready, and finds what runs there. */
export const takeSeat = async (folder: string): Promise<Seat> => {
  const asked = await mended(resolve(folder), () => askedFolder(resolve(folder)))
  return mended(isRoot() ? base : asked, () => seatAt(asked))
}
