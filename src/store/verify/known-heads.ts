import type { RecordHead } from '../heads.ts'
import type { Link, Place } from './chain.ts'
import type { Finding } from './finding.ts'

/** What was written down of a record outside the database, and on which day. */
export interface KnownHead extends RecordHead {
  readonly day: string
}

const knew = ({ day, last }: KnownHead): string => `the heads of ${day} knew ${last}`

const cutOff = (known: KnownHead, end: number): string =>
  end === 0 ? `its chain is gone; ${knew(known)}` : `its chain is cut off after entry ${end}; ${knew(known)}`

/** Whether a chain still holds what was known of it: it may only have grown, and no hash may be another. */
export const checkKnownHead = (place: Place, links: readonly Link[], known: KnownHead): readonly Finding[] => {
  const end = links.at(-1)?.number ?? 0
  if (end < known.last) return [{ ...place, code: 'cut-off', what: cutOff(known, end) }]
  const link = links.find(({ number }) => number === known.last)
  // A missing row is found as a gap.
  if (link === undefined || link.hash.toString('hex') === known.head) return []
  const what = `its chain was written anew up to this entry: the heads of ${known.day} knew another hash of it`
  return [{ ...place, code: 'rewritten', number: known.last, what }]
}

/** A record that was known and is in the database no more. */
export const goneRecord = (place: Place, known: KnownHead): Finding => ({
  ...place,
  code: 'record-missing',
  what: `it is gone; ${knew(known)} entries of it`,
})
