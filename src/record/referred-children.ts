import type { Entry, EntryOf, Kind } from './entry.ts'
import type { PersonId } from './field.ts'
import { all } from './standing.ts'

type ByKind = ReadonlyMap<Kind, readonly Entry[]>

/** Days within which an agency refers what it wrote down. */
const near = 3

const seen = ['incident', 'injury', 'concern'] as const

/** What an agency wrote of several children, or of a brother or sister of the child of the record. */
const ofOthers = (byKind: ByKind, subject: PersonId): readonly Entry[] =>
  seen.flatMap(kind => all<Kind>({ byKind }, kind).filter(entry => entry.child?.some(child => child !== subject)))

/**
 * A referral that names no child is about the children of what its agency wrote in the days before: police who refer the
 * incident with both children refer both. It is about the child of the record as well, as any entry that names none.
 */
export const referredChildren = (entries: readonly Entry[], byKind: ByKind, subject: PersonId): readonly Entry[] => {
  const unnamed = all({ byKind }, 'referral-made').filter(entry => entry.child === undefined)
  if (unnamed.length === 0) return entries
  const others = ofOthers(byKind, subject)
  if (others.length === 0) return entries
  const read = new Map<Entry, Entry>()
  for (const made of unnamed) {
    const child = childrenWith(made, others, subject)
    if (child.length > 1) read.set(made, { ...made, child })
  }
  return read.size === 0 ? entries : entries.map(entry => read.get(entry) ?? entry)
}

const childrenWith = (
  made: EntryOf<'referral-made'>,
  others: readonly Entry[],
  subject: PersonId,
): readonly PersonId[] => [
  ...new Set([
    subject,
    ...others
      .filter(entry => entry.by === made.by && entry.day <= made.day && made.day - entry.day <= near)
      .flatMap(entry => entry.child ?? []),
  ]),
]
