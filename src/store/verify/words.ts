import type { Moment } from '../../calendar/day.ts'
import { isoDay } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { Entry } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import { sightOf } from '../../record/sight.ts'
import { digestOf, type Link, type Place } from './chain.ts'
import type { Finding } from './finding.ts'

/** What stands beside the text of an entry, read from it for the policies and the search. */
export interface Columns {
  readonly entry: string
  readonly root: string
  readonly kind: string
  readonly by: string
  readonly sight: readonly string[] | null
  readonly known: string
}

/** An entry's words with what was read from them. */
export type Words = Link & { readonly columns: Columns | null }

const parsed = (content: string): Entry | undefined => {
  try {
    const read = readEntry(JSON.parse(content))
    return 'entry' in read ? read.entry : undefined
  } catch {
    return undefined
  }
}

const arrivedOn = (micros: string | null): string | undefined =>
  micros === null ? undefined : isoDay(londonDay(Math.floor(Number(micros) / 1000) as Moment))

const sameWords = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The first version that an entry goes back to, as far as the entries before it tell; nothing when they do not. */
const rootOf = (entry: Entry, roots: ReadonlyMap<string, string>, gone: boolean): string | undefined => {
  if (entry.corrects === undefined) return entry.id
  return roots.get(entry.corrects) ?? (gone ? undefined : entry.corrects)
}

const knownAs = (entry: Entry, link: Link, replayed: number): readonly (string | undefined)[] => [
  arrivedOn(link.micros),
  ...(link.number <= replayed ? [isoDay(entry.written)] : []),
]

const changed = (entry: Entry, own: Columns, root: string | undefined, known: readonly (string | undefined)[]) =>
  Object.entries({
    entry: own.entry === entry.id,
    root: root === undefined || own.root === root,
    kind: own.kind === entry.kind,
    by: own.by === entry.by,
    sight: sameWords(own.sight, sightOf(entry) ?? null),
    known: known.includes(own.known),
  })
    .filter(([, same]) => !same)
    .map(([name]) => name)

const differ = (names: readonly string[]): string =>
  `what stands beside its text does not match it: ${names.join(', ')}`

const ofEntry = (
  place: Place,
  { words, columns }: { readonly words: Words; readonly columns: Columns },
  roots: Map<string, string>,
  { replayed, gone }: { readonly replayed: number; readonly gone: boolean },
): readonly Finding[] => {
  const { number } = words
  const entry = parsed(words.content ?? '')
  if (entry === undefined) return [{ ...place, code: 'unreadable', number, what: unreadable }]
  const root = rootOf(entry, roots, gone)
  roots.set(entry.id, root ?? columns.root)
  const names = changed(entry, columns, root, knownAs(entry, words, replayed))
  return names.length === 0 ? [] : [{ ...place, code: 'columns-changed', number, what: differ(names) }]
}

const unreadable = 'its text cannot be read by this version of Holdfast'

const isAsWritten = ({ salt, content, digest }: Words): boolean =>
  salt !== null && content !== null && digestOf(salt, content).equals(digest)

/**
 * Every entry of a record of which something that the database goes by (who wrote it, who may see it, what it corrects,
 * when it was known) is not what its text says. An entry whose text was changed is not asked: it is found by its digest.
 */
export const checkWords = (place: Place, all: readonly Words[], replayed: number): readonly Finding[] => {
  const roots = new Map<string, string>()
  const gone = all.some(({ content }) => content === null)
  return all.flatMap(words =>
    words.columns === null || !isAsWritten(words)
      ? []
      : ofEntry(place, { words, columns: words.columns }, roots, { replayed, gone }),
  )
}
