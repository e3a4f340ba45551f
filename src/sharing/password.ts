import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** How hard a hash is to make: memory in KiB, passes over it, lanes at once. */
interface Cost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

// The least that OWASP's Password Storage Cheat Sheet takes for argon2id: 19 MiB, two passes, one lane.
const cost: Cost = { memory: 19_456, passes: 2, lanes: 1 }
const saltLength = 16
const tagLength = 32

const work = promisify(argon2)

const tagOf = (text: string, salt: Buffer, { memory, passes, lanes }: Cost, length: number): Promise<Buffer> =>
  work('argon2id', { message: sameText(text), nonce: salt, parallelism: lanes, tagLength: length, memory, passes })

// One keyboard sends é as one sign, another as two: both are the same password (NIST SP 800-63B, 3.1.1.2).
const sameText = (text: string): string => text.normalize('NFKC')

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/u, '')

/** The hash of a password, with its salt and its cost, as one text in the form of the PHC string format. */
export async function hashPassword(text: string): Promise<string> {
  const salt = randomBytes(saltLength)
  const tag = await tagOf(text, salt, cost, tagLength)
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.lanes}$${base64(salt)}$${base64(tag)}`
}

interface Held {
  readonly cost: Cost
  readonly salt: Buffer
  readonly tag: Buffer
}

const shape =
  /^\$argon2id\$v=19\$m=(?<memory>\d{1,7}),t=(?<passes>\d{1,3}),p=(?<lanes>\d{1,2})\$(?<salt>[\w+/]{11,86})\$(?<tag>[\w+/]{22,86})$/u

function findHeld(hash: string): Held | undefined {
  const parts = shape.exec(hash)?.groups
  if (parts === undefined) return undefined
  const { memory, passes, lanes, salt = '', tag = '' } = parts
  return {
    cost: { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
}

let dummy: Promise<string> | undefined

/** The hash of a password that nobody has; made once a process, best before the first visitor comes. */
export function dummyHash(): Promise<string> {
  dummy ??= hashPassword(base64(randomBytes(tagLength)))
  return dummy
}

/**
 * Whether a password is the one that was hashed. Without a hash, for a sign-in name that nobody has, the answer is no
 * and takes as long, so that the time says nothing of who has an account. A hash that cannot be read is a fault.
 */
export async function isPassword(text: string, hash: string | undefined): Promise<boolean> {
  const held = findHeld(hash ?? (await dummyHash()))
  if (held === undefined) throw new Error('a stored password hash is not in the form that Holdfast writes')
  const tag = await tagOf(text, held.salt, held.cost, held.tag.length)
  return timingSafeEqual(tag, held.tag) && hash !== undefined
}

/** Whether a hash was made at another cost than today's, so that it is made anew at the next good sign-in. */
export function needsNewHash(hash: string): boolean {
  const held = findHeld(hash)
  if (held === undefined || held.tag.length !== tagLength) return true
  const { memory, passes, lanes } = held.cost
  return memory !== cost.memory || passes !== cost.passes || lanes !== cost.lanes
}
