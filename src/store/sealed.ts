import {
  createCipheriv,
  createDecipheriv,
  createHash,
  hkdfSync,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

/*
 * A sealed file: it can be read by whoever has the passphrase, and by nobody else, and nothing of it can be changed, moved,
 * left out or added unseen.
 *
 *   64 bytes   "holdfast-sealed\n", the form of the file (1), log2 of N, r, p, 16 of salt, 16 by which the passphrase is
 *              known, and the first 12 of the SHA-256 of all before
 *   frames     one byte (0: more follows, 1: the last), four for the length, the words, and 16 for their tag
 *
 * The key is made of the passphrase by scrypt, anew for every file. Each frame is sealed with AES-256-GCM under its own
 * number, and with it the 64 bytes at the start and its own five.
 */

const magic = Buffer.from('holdfast-sealed\n', 'latin1')
const form = 1
// N = 2^17 takes 128 MiB and most of a second for each passphrase that somebody tries (OWASP's least for scrypt).
const cost = { logN: 17, r: 8, p: 1 } as const
const dearest = 20
const headLength = 64
const tagLength = 16
const frameLength = 65_536
const mostInFrame = 1_048_576

export type SealCode = 'no-sealed-file' | 'other-form' | 'wrong-passphrase' | 'cut-off' | 'changed'

/** Why a sealed file cannot be read; the message says what is wrong with it and holds nothing of it. */
export class SealRefusal extends Error {
  readonly code: SealCode

  constructor(code: SealCode, message: string) {
    super(message)
    this.name = 'SealRefusal'
    this.code = code
  }
}

interface Cost {
  readonly logN: number
  readonly r: number
  readonly p: number
}

const scrypted = (passphrase: string, salt: Buffer, { logN, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const N = 2 ** logN
    const options = { N, r, p, maxmem: 256 * N * r }
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })

/** The key of one file, and the bytes by which a wrong passphrase is told from a changed file. */
const keysOf = async (passphrase: string, salt: Buffer, asked: Cost) => {
  const root = await scrypted(passphrase, salt, asked)
  const part = (what: string, length: number) => Buffer.from(hkdfSync('sha256', root, salt, `holdfast ${what}`, length))
  return { key: part('sealed file', 32), check: part('passphrase', 16) }
}

const sumOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest().subarray(0, 12)

const newHead = async (passphrase: string, logN: number): Promise<Seal> => {
  const salt = randomBytes(16)
  const { key, check } = await keysOf(passphrase, salt, { ...cost, logN })
  const front = Buffer.concat([magic, Buffer.from([form, logN, cost.r, cost.p]), salt, check])
  return { key, head: Buffer.concat([front, sumOf(front)]) }
}

const nonceOf = (frame: number): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(frame), 4)
  return nonce
}

interface Seal {
  readonly key: Buffer
  readonly head: Buffer
}

const sealed = ({ key, head }: Seal, frame: number, words: Buffer, last: boolean): Buffer => {
  const front = Buffer.alloc(5)
  front.writeUInt8(last ? 1 : 0, 0)
  front.writeUInt32BE(words.length, 1)
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(frame))
  cipher.setAAD(Buffer.concat([head, front]))
  return Buffer.concat([front, cipher.update(words), cipher.final(), cipher.getAuthTag()])
}

/** Seals what comes, piece by piece, for whoever has the passphrase; a test may make it cheaper to try one. */
export async function* seal(
  passphrase: string,
  words: AsyncIterable<Buffer>,
  logN: number = cost.logN,
): AsyncGenerator<Buffer> {
  const own = await newHead(passphrase, logN)
  yield own.head
  let frame = 0
  let held: Buffer = Buffer.alloc(0)
  for await (const more of words) {
    held = held.length === 0 ? more : Buffer.concat([held, more])
    // One is always kept back, for the last must know that it is the last.
    for (; held.length > frameLength; held = held.subarray(frameLength)) {
      yield sealed(own, frame, held.subarray(0, frameLength), false)
      frame += 1
    }
  }
  yield sealed(own, frame, held, true)
}

const noSealedFile = () => new SealRefusal('no-sealed-file', 'The file is none that Holdfast has sealed.')
const wrongPassphrase = () => new SealRefusal('wrong-passphrase', 'The file was sealed with another passphrase.')
const otherForm = () => new SealRefusal('other-form', 'The file was sealed by a newer Holdfast: use that one.')
const cutOff = (at: number) =>
  new SealRefusal('cut-off', `The file is cut off: it ends after byte ${at}, and not where it was closed.`)
const changed = (at: number) => new SealRefusal('changed', `The file was changed after it was sealed: near byte ${at}.`)

/** Bytes of a file at a place; fewer where it ends. */
const bytesAt = async (file: FileHandle, at: number, length: number): Promise<Buffer> => {
  const bytes = Buffer.alloc(length)
  let got = 0
  while (got < length) {
    const { bytesRead } = await file.read(bytes, got, length - got, at + got)
    if (bytesRead === 0) break
    got += bytesRead
  }
  return bytes.subarray(0, got)
}

const readHead = async (file: FileHandle, passphrase: string): Promise<Seal> => {
  const head = await bytesAt(file, 0, headLength)
  const start = head.subarray(0, magic.length)
  if (start.length === 0 || !start.equals(magic.subarray(0, start.length))) throw noSealedFile()
  if (head.length < headLength) throw cutOff(head.length)
  const [own = 0, logN = 0, r = 0, p = 0] = head.subarray(16, 20)
  if (own !== form) throw otherForm()
  if (!sumOf(head.subarray(0, 52)).equals(head.subarray(52))) throw changed(0)
  if (logN > dearest || r !== cost.r || p !== cost.p) throw otherForm()
  const { key, check } = await keysOf(passphrase, head.subarray(20, 36), { logN, r, p })
  if (!timingSafeEqual(check, head.subarray(36, 52))) throw wrongPassphrase()
  return { key, head }
}

const opened = ({ key, head }: Seal, frame: number, front: Buffer, body: Buffer): Buffer | undefined => {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(frame))
  decipher.setAAD(Buffer.concat([head, front]))
  decipher.setAuthTag(body.subarray(-tagLength))
  const words = decipher.update(body.subarray(0, -tagLength))
  try {
    return Buffer.concat([words, decipher.final()])
  } catch {
    return undefined
  }
}

/** A sealed file that the passphrase fits; it can be read through as often as is wanted. */
export interface SealedFile {
  /** What was sealed, piece by piece. Throws SealRefusal at the first frame that is not as it was sealed. */
  readonly words: () => AsyncGenerator<Buffer>
  readonly close: () => Promise<void>
}

async function* frames(file: FileHandle, own: Seal): AsyncGenerator<Buffer> {
  let at = headLength
  for (let frame = 0; ; frame += 1) {
    const front = await bytesAt(file, at, 5)
    if (front.length < 5) throw cutOff(at + front.length)
    const length = front.readUInt32BE(1)
    if (length > mostInFrame) throw changed(at)
    const body = await bytesAt(file, at + 5, length + tagLength)
    if (body.length < length + tagLength) throw cutOff(at + 5 + body.length)
    const words = opened(own, frame, front, body)
    if (words === undefined) throw changed(at)
    yield words
    at += 5 + body.length
    if (front[0] === 1) break
  }
  if ((await bytesAt(file, at, 1)).length > 0) throw changed(at)
}

/** Opens a sealed file. Throws SealRefusal when it is none, or the passphrase is another. */
export const openSealed = async (path: string, passphrase: string): Promise<SealedFile> => {
  const file = await open(path, 'r')
  try {
    const own = await readHead(file, passphrase)
    return { words: () => frames(file, own), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw error
  }
}
