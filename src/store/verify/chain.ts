import { createHash } from 'node:crypto'
import type { Finding, FindingCode } from './finding.ts'

/** Where a record stands. */
export interface Place {
  readonly partnership: number
  readonly record: string
}

/** A row of the chain, with the words that stand apart from it while they are there. */
export interface Link {
  readonly number: number
  /** When it arrived, in microseconds since 1970; nothing when it is no moment at all. */
  readonly micros: string | null
  readonly writer: string
  readonly before: Buffer
  readonly digest: Buffer
  readonly hash: Buffer
  readonly salt: Buffer | null
  readonly content: string | null
  readonly disposal: Disposal | null
}

/** Who destroyed the words of an entry, and why; the two are ids of practitioners. */
export interface Disposal {
  readonly on: string
  readonly reason: string
  readonly by: string
  readonly second: string
}

/** The digest of an entry's words: over the salt and the exact bytes. */
export const digestOf = (salt: Uint8Array, content: string): Buffer =>
  createHash('sha256').update(salt).update(content, 'utf8').digest()

/** The hash of a link, worked out here and by nothing of the database, so that neither can hide what the other did. */
export const hashOf = ({ partnership, record }: Place, link: Link, digest: Uint8Array): Buffer =>
  createHash('sha256')
    .update(link.before)
    .update([partnership, record, link.number, link.micros, link.writer].join('|'), 'utf8')
    .update(digest)
    .digest()

const said = {
  gap: 'is missing from the chain',
  'link-changed': 'the row of its chain was changed: its moment, its writer, its place or its hash',
  'digest-changed': 'the digest in its chain was changed; its text is the one that was written',
  'words-changed': 'its text or its salt was changed after it was written',
  'link-broken': 'it does not follow from the entry before it',
  'arrived-back': 'it arrived no later than the entry before it',
  'words-missing': 'its text is gone, and nobody disposed of it',
  'words-kept': 'it was disposed of, and its text is still there',
} satisfies Partial<Record<FindingCode, string>>

type Said = keyof typeof said

const disposed = ({ on, reason, by, second }: Disposal): string =>
  `disposed of on ${on} by ${by} and ${second}, for this reason: ${reason}`

const ownFaults = (place: Place, link: Link): readonly Said[] => {
  const real = link.salt === null || link.content === null ? undefined : digestOf(link.salt, link.content)
  const faults: Said[] = []
  const linked = hashOf(place, link, link.digest).equals(link.hash)
  const onlyDigest = !linked && real !== undefined && hashOf(place, link, real).equals(link.hash)
  if (!linked) faults.push(onlyDigest ? 'digest-changed' : 'link-changed')
  if (!onlyDigest && real !== undefined && !real.equals(link.digest)) faults.push('words-changed')
  if (real === undefined && link.disposal === null) faults.push('words-missing')
  if (real !== undefined && link.disposal !== null) faults.push('words-kept')
  return faults
}

const isLater = (link: Link, before: Link): boolean =>
  link.micros !== null && (before.micros === null || BigInt(link.micros) > BigInt(before.micros))

const nothingBefore = Buffer.alloc(0)

const followFaults = (link: Link, before: Link | undefined): readonly Said[] => {
  const faults: Said[] = []
  const follows = link.number === (before?.number ?? 0) + 1
  if (follows && !link.before.equals(before?.hash ?? nothingBefore)) faults.push('link-broken')
  if (link.micros === null || (before !== undefined && !isLater(link, before))) faults.push('arrived-back')
  return faults
}

const missing = (place: Place, from: number, to: number): readonly Finding[] =>
  Array.from({ length: Math.max(to - from, 0) }, (_, at) => ({
    ...place,
    code: 'gap',
    number: from + at,
    what: said.gap,
  }))

const ofLink = (place: Place, link: Link, before: Link | undefined): readonly Finding[] => {
  const { number, disposal } = link
  const faults = [...ownFaults(place, link), ...followFaults(link, before)]
  return [
    ...missing(place, (before?.number ?? 0) + 1, number),
    ...faults.map(code => ({ ...place, code, number, what: said[code] })),
    ...(disposal === null ? [] : [{ ...place, code: 'disposed' as const, number, what: disposed(disposal) }]),
  ]
}

/** Everything that is not right in the chain of one record, in the order of its numbers, and every disposal. */
export const checkChain = (place: Place, links: readonly Link[]): readonly Finding[] =>
  links.flatMap((link, at) => ofLink(place, link, links[at - 1]))

/** What a record says of its own chain. */
export interface Head {
  readonly last: number
  readonly head: Buffer
  readonly micros: string | null
}

const cutOff = (last: number, end: number): string =>
  end === 0
    ? `its whole chain is gone, and the record says that there are ${last} entries`
    : `its chain is cut off after entry ${end}, and the record says that there are ${last}`

/** Whether the record's own word on its last entry holds. */
export const checkHead = (place: Place, head: Head | undefined, links: readonly Link[]): readonly Finding[] => {
  const end = links.at(-1)
  const number = end?.number ?? 0
  if (head === undefined)
    return [{ ...place, code: 'record-missing', what: 'it has entries, and is in no list of records' }]
  if (head.last > number) return [{ ...place, code: 'cut-off', what: cutOff(head.last, number) }]
  const agrees = head.last === number && head.head.equals(end?.hash ?? nothingBefore)
  if (agrees && (end === undefined || head.micros === end.micros)) return []
  return [{ ...place, code: 'head-differs', what: 'what the record says of its last entry is not what its chain says' }]
}
