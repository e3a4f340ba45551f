import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { findKept, keepFile, syncFolder } from './server/kept-file.ts'

/*
 * What other systems send is sealed before it is stored, by a key that is not in the database:
 *
 *   1 byte     the form of the seal (1)
 *   16         of chance, of which and the key the key of this one message is made
 *   the words, and 16 for their tag (AES-256-GCM)
 *
 * Each message has a key of its own, so that however many there are, no two are sealed alike.
 */

const form = 1
const saltLength = 16
const tagLength = 16
const nonce = Buffer.alloc(12)

/** Thrown when something sealed cannot be opened: it was changed, or sealed by another key. It names no word of it. */
export class CannotOpen extends Error {
  readonly code = 'store.cannot-open'

  constructor() {
    super('something sealed cannot be opened: it was changed, or was sealed with another key')
    this.name = 'CannotOpen'
  }
}

/** Seals and opens by one key; `bound` is what it belongs to, and opened as something else it is refused. */
export interface Sealing {
  readonly seal: (words: Uint8Array, bound: string) => Buffer
  /** Throws CannotOpen. */
  readonly open: (sealed: Uint8Array, bound: string) => Buffer
  /** A mark by which a text is known again, and from which without the key nobody finds the text. */
  readonly blind: (text: string) => Buffer
}

const keyOf = (key: Buffer, what: string, salt: Uint8Array): Buffer =>
  createHmac('sha256', key).update(what).update(salt).digest()

const sealWith = (key: Buffer, words: Uint8Array, bound: string): Buffer => {
  const salt = randomBytes(saltLength)
  const cipher = createCipheriv('aes-256-gcm', keyOf(key, 'holdfast message', salt), nonce)
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([Buffer.from([form]), salt, cipher.update(words), cipher.final(), cipher.getAuthTag()])
}

const openWith = (key: Buffer, sealed: Uint8Array, bound: string): Buffer => {
  if (sealed[0] !== form || sealed.length < 1 + saltLength + tagLength) throw new CannotOpen()
  const salt = sealed.subarray(1, 1 + saltLength)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(key, 'holdfast message', salt), nonce)
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + saltLength, -tagLength)), decipher.final()])
  } catch {
    throw new CannotOpen()
  }
}

/** Seals by a key of 32 bytes. */
export const sealing = (key: Buffer): Sealing => {
  if (key.length !== 32) throw new Error('a key for sealing has 32 bytes')
  const blinding = keyOf(key, 'holdfast blind', Buffer.alloc(0))
  return {
    seal: (words, bound) => sealWith(key, words, bound),
    open: (sealed, bound) => openWith(key, sealed, bound),
    blind: text => createHmac('sha256', blinding).update(text).digest(),
  }
}

const keyFile = 'message-key'

/** Makes the key unless somebody else has made it meanwhile: of two that start at once one wins, and both use that. */
const makeKey = async (path: string): Promise<void> => {
  const half = `${path}.${randomBytes(6).toString('hex')}.half`
  const handle = await open(half, 'wx', 0o600)
  try {
    await handle.writeFile(`${randomBytes(32).toString('hex')}\n`)
    await handle.sync()
    await link(half, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await handle.close()
    await rm(half, { force: true })
  }
  await syncFolder(dirname(path))
}

/** The key that seals messages, out of a file in the data folder that only this user may read; made when there is none. */
export const sealingKey = async (folder: string): Promise<Buffer> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, keyFile)
  if ((await findKept(path)) === undefined) await makeKey(path)
  const key = Buffer.from(((await findKept(path)) ?? '').trim(), 'hex')
  if (key.length !== 32) throw new Error(`the file ${keyFile} in the data folder holds no key`)
  return key
}

/** Puts the key of a backup into a data folder; another that is there is kept beside it, since somebody may still need it. */
export const putSealingKey = async (folder: string, key: Buffer): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, keyFile)
  const held = await findKept(path)
  if (held?.trim() === key.toString('hex')) return
  if (held !== undefined) await rename(path, `${path}.before-restore`)
  await keepFile(path, `${key.toString('hex')}\n`)
}
