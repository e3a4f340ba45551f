import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Moment } from '../../../calendar/day.ts'
import type { Pair } from '../../../giving/fhir/search.ts'

/** How long the link to a further page holds. */
const pageLength = 60 * 60_000

/** A list that somebody goes on with: what it was asked by, and after which id the page begins. */
export interface Onward {
  /** The place that was asked: a type, or a patient's everything. */
  readonly place: string
  readonly pairs: readonly Pair[]
  readonly after: string
  readonly count: number
}

const algorithm = 'aes-256-gcm'

/**
 * What stands in the address of a further page: sealed, so that a name or number by which somebody was sought goes into no
 * address and no log, and so that nobody but the system that asked can go on with its list.
 */
export const sealPage = (seal: Buffer, onward: Onward, now: Moment): string => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, seal, nonce)
  const text = JSON.stringify({ ...onward, until: now + pageLength })
  const packed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(packed).toString('base64url')
}

/** The list that a link goes on with; nothing when it has run out, or was given to another system. */
export const openPage = (seal: Buffer, page: string, now: Moment): Onward | undefined => {
  const bytes = Buffer.from(page, 'base64url')
  if (bytes.length < 29) return undefined
  try {
    const cipher = createDecipheriv(algorithm, seal, bytes.subarray(0, 12))
    cipher.setAuthTag(bytes.subarray(-16))
    const text = Buffer.concat([cipher.update(bytes.subarray(12, -16)), cipher.final()]).toString('utf8')
    const { until, ...onward }: Onward & { readonly until: number } = JSON.parse(text)
    return until > now ? onward : undefined
  } catch {
    return undefined
  }
}
