import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { type Entry, type EntryOf, type Kind, kinds, type Version } from './entry.ts'
import type { EntryId, PersonId } from './field.ts'
import { knownOn, knownTo } from './known.ts'
import { narrowed } from './narrow.ts'
import { type Reader, visibleTo } from './sight.ts'
import { takenOver } from './taken-over.ts'

/** What is asked of a record: on which day as known then, known to which agency, for which reader. All are optional. */
export interface Question {
  readonly knownOn?: Day
  readonly knownTo?: Agency
  readonly reader?: Reader
}

/** Of one day, causes come before what follows from them: kinds stand in `kinds` in that order. */
const rank: ReadonlyMap<Kind, number> = new Map(Object.keys(kinds).map((kind, index) => [kind as Kind, index]))
const rankOf = (entry: Entry): number => rank.get(entry.kind) ?? 0
const text = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const before = (one: Entry, other: Entry): number =>
  one.day - other.day ||
  rankOf(one) - rankOf(other) ||
  (one.at ?? 0) - (other.at ?? 0) ||
  one.written - other.written ||
  text(one.root, other.root)

const inOrder = (entries: readonly Entry[]): boolean => {
  for (let i = 1; i < entries.length; i++) if (before(entries[i - 1] as Entry, entries[i] as Entry) > 0) return false
  return true
}

const movers = new Set(['set-apart', 'set-apart-undone', 'same-person', 'not-same-person'])
const isPlain = (entry: Entry): boolean => entry.corrects === undefined && !movers.has(entry.kind)
const plainRecord = (entries: readonly Entry[]): boolean => entries.every(isPlain)

/** Most records are read as they are: nothing corrected or moved, no "about" days, all in order. One look at each tells. */
const asItIs = (entries: readonly Entry[]): boolean => {
  let last: Entry | undefined
  for (const entry of entries) {
    if (entry.from !== entry.day || !isPlain(entry)) return false
    if (last !== undefined && (last.day > entry.day || (last.day === entry.day && before(last, entry) > 0)))
      return false
    last = entry
  }
  return true
}

/** Of all versions of an entry, the one that arrived last; it knows when the first was written, and who may see the others. */
const latestVersions = (entries: readonly Entry[], roots: Roots): Entry[] => {
  const versions = Map.groupBy(entries, entry => roots.get(entry.id) ?? entry.id)
  return [...versions].map(([root, all]) => latestOf(root, all))
}

const latestOf = (root: EntryId, all: readonly Entry[]): Entry => {
  const [first] = all
  const latest = all.length === 1 && first !== undefined ? first : lastOf(all)
  if (latest.corrects === undefined && latest.root === root) return latest
  const firstWritten = Math.min(...all.map(entry => entry.written)) as Day
  const earlier = all.filter(entry => entry !== latest).map(sighted)
  return { ...latest, root, firstWritten, ...(earlier.length === 0 ? {} : { earlier }) } as Entry
}

/** The version that arrived last; of those of one day, the one that has most others behind it. */
const lastOf = (all: readonly Entry[]): Entry => {
  const byId = new Map(all.map(entry => [entry.id, entry]))
  const behind = ({ corrects }: Entry, left = all.length): number => {
    const before = corrects === undefined ? undefined : byId.get(corrects)
    return before === undefined || left === 0 ? 0 : 1 + behind(before, left - 1)
  }
  return all.reduce((held, entry) => (supersedes(entry, held, behind) ? entry : held))
}

const sighted = ({ kind, by, sight, hiddenFrom }: Entry): Version => ({
  ...{ kind, by },
  ...(sight === undefined ? {} : { sight }),
  ...(hiddenFrom === undefined ? {} : { hiddenFrom }),
})

type Roots = ReadonlyMap<EntryId, EntryId>

/** A correction of a correction goes back to the first version; a circle ends where it began. */
const rootsOf = (entries: readonly Entry[]): Roots => {
  const corrects = new Map<EntryId, EntryId>()
  for (const entry of entries) if (entry.corrects !== undefined) corrects.set(entry.id, entry.corrects)
  const roots = new Map<EntryId, EntryId>()
  for (const id of corrects.keys()) {
    const seen = new Set<EntryId>([id])
    let root = id
    for (let next = corrects.get(root); next !== undefined && !seen.has(next); next = corrects.get(root)) {
      seen.add(next)
      root = next
    }
    roots.set(id, root)
  }
  return roots
}

const supersedes = (one: Entry, held: Entry, behind: (entry: Entry) => number): boolean => {
  if ((one.corrects !== undefined) !== (held.corrects !== undefined)) return one.corrects !== undefined
  return one.arrived !== held.arrived
    ? one.arrived > held.arrived
    : behind(one) - behind(held) > 0 || (behind(one) === behind(held) && one.id > held.id)
}

/** By day, then by arrival, then by the clock: an entry may be set apart again on the day on which it was put back. */
const byWord = (one: Entry, held: Entry): number =>
  one.day - held.day || one.arrived - held.arrived || (one.at ?? 0) - (held.at ?? 0) || before(one, held)
const isLaterWord = (one: Entry, held: Entry): boolean => byWord(one, held) > 0

const isWord = (entry: Entry): entry is EntryOf<'set-apart' | 'set-apart-undone'> =>
  entry.kind === 'set-apart' || entry.kind === 'set-apart-undone'

/** The entries that were set apart and not put back, by the latest word on each; whichever version it names, all are meant. */
const apart = (entries: readonly Entry[], roots: Roots): ReadonlySet<EntryId> => {
  const words = new Map<EntryId, Entry>()
  for (const entry of entries) {
    if (!isWord(entry)) continue
    const root = roots.get(entry.entry) ?? entry.entry
    const held = words.get(root)
    if (held === undefined || isLaterWord(entry, held)) words.set(root, entry)
  }
  return new Set([...words].filter(([, entry]) => entry.kind === 'set-apart').map(([root]) => root))
}

/** The entries that are set apart now, by the ids of their first versions. */
export const setApartIn = (entries: readonly Entry[]): readonly EntryId[] =>
  entries.some(isWord) ? [...apart(entries, rootsOf(entries))] : []

/** For each id that was joined to another, the id that stays. */
const joined = (entries: readonly Entry[]): ReadonlyMap<PersonId, PersonId> => {
  const stays = new Map<PersonId, PersonId>()
  for (const entry of [...entries].sort(byWord)) {
    if (entry.kind === 'same-person' && entry.person !== entry.as) stays.set(entry.person, entry.as)
    if (entry.kind === 'not-same-person') stays.delete(entry.person)
  }
  const last = (id: PersonId, seen: readonly PersonId[] = []): PersonId => {
    const next = stays.get(id)
    return next === undefined || seen.includes(next) ? id : last(next, [...seen, id])
  }
  return new Map([...stays.keys()].map(id => [id, last(id)]))
}

const personFields = [
  'person',
  'child',
  'with',
  'seen',
  'mother',
  'father',
  'unborn',
  'baby',
  'alleged',
  'adult',
  'parent',
  'household',
  'considered',
  'family',
  'alsoThere',
  'overnight',
  'intoxicated',
  'awayFrom',
  'hiddenFrom',
  'as',
] as const

/** Everybody whom an entry names, by id; the child of the record is not named by an entry that names no child. */
export const peopleIn = (entry: Entry): readonly PersonId[] => {
  const fields = entry as unknown as Readonly<Record<string, PersonId | readonly PersonId[] | undefined>>
  const other = entry.kind === 'relationship' ? [entry.of] : []
  return [...personFields.flatMap(field => fields[field] ?? []), ...other]
}

const renamed = (entry: Entry, names: ReadonlyMap<PersonId, PersonId>): Entry => {
  if (entry.kind === 'same-person' || entry.kind === 'not-same-person') return entry
  const changed: Record<string, unknown> = { ...entry }
  const rename = (id: unknown) => names.get(id as PersonId) ?? id
  for (const field of personFields) {
    const value = changed[field]
    if (value !== undefined) changed[field] = Array.isArray(value) ? [...new Set(value.map(rename))] : rename(value)
  }
  if (entry.kind === 'relationship') changed['of'] = rename(changed['of'])
  return changed as unknown as Entry
}

const standing = (entries: readonly Entry[]): readonly Entry[] => {
  const roots = rootsOf(entries)
  const gone = apart(entries, roots)
  const left = latestVersions(entries, roots).filter(entry => !gone.has(entry.id) && !gone.has(entry.root))
  const names = joined(left)
  return names.size === 0 ? left : left.map(entry => renamed(entry, names))
}

const asked = (entries: readonly Entry[], question: Question): readonly Entry[] => {
  let seen = entries
  if (question.knownOn !== undefined) seen = knownOn(seen, question.knownOn)
  if (question.knownTo !== undefined) seen = knownTo(seen, question.knownTo)
  return question.reader === undefined ? seen : visibleTo(seen, question.reader)
}

/**
 * The record in order, for reading: what a question may see, in its latest version, without what was set apart, by day.
 * The order of arrival makes no difference to it.
 */
export const chronology = (entries: readonly Entry[], question: Question = {}): readonly Entry[] => {
  const seen = asked(entries, question)
  if (asItIs(seen)) return seen
  const stand = narrowed(plainRecord(seen) ? seen : standing(seen))
  return inOrder(stand) ? stand : [...stand].sort(before)
}

/** The entries of one record out of all: its own, and those of a person that it has taken over from another. */
export const recordOf = (entries: readonly Entry[], record: string | undefined): readonly Entry[] => {
  const own = entries.filter(entry => entry.record === record)
  const taken = takenOver(own, entries)
  return taken.length === 0 ? own : [...new Set([...own, ...taken])]
}
