import type { Post } from '../people/practitioner.ts'
import { serviceOfAgency, services } from '../people/service.ts'
import { type Entry, kinds, type Version } from './entry.ts'
import type { EntryId, PersonId } from './field.ts'

/** Who is reading: a practitioner by the posts she holds, or a family member by person, with all for whom that person acts. */
export interface Reader {
  readonly posts?: readonly Post[]
  readonly person?: PersonId
  readonly actsFor?: readonly PersonId[]
}

/** The sight that holds for an entry: its own, else that of its kind; nothing when all in the network may see it. */
export const sightOf = (entry: Pick<Version, 'kind' | 'sight'>): readonly string[] | undefined =>
  entry.sight ?? kinds[entry.kind].options.sight

/** `gp` and `other` are a role and a service by one word. In a sight they mean the service, so that no role opens what a service keeps. */
const namesService = (word: string): boolean => Object.hasOwn(services, word)

const wordsFor = ({ agency, role }: Post): readonly string[] => [
  ...(namesService(role) ? [] : [role]),
  agency,
  serviceOfAgency(agency),
]

/**
 * Every word under which these posts are named in a sight: role, agency, and the service of the agency. An entry is
 * theirs to see when it has no sight, when its sight holds one of these words, or when one of them wrote it. What the
 * bare service wrote may be any place of it, so each of them sees that.
 */
export const audienceOf = (posts: readonly Post[]): readonly string[] => [...new Set(posts.flatMap(wordsFor))]

/** A reader with what is asked of every entry worked out once. */
interface Reading {
  readonly audience: ReadonlySet<string>
  readonly people: ReadonlySet<PersonId>
}

const readingOf = ({ posts = [], person, actsFor = [] }: Reader): Reading => ({
  audience: new Set(audienceOf(posts)),
  people: new Set(person === undefined ? actsFor : [person, ...actsFor]),
})

/** Whether one version may be seen. An entry's own sight goes before its kind's; the agency that wrote it always sees it. */
const seesVersion = ({ audience, people }: Reading, version: Version): boolean => {
  if (version.hiddenFrom?.some(person => people.has(person))) return false
  const sight = sightOf(version)
  return sight === undefined || audience.has(version.by) || sight.some(word => audience.has(word))
}

/**
 * Tells for one reader of any entry, as it stands in a picture, whether it may be seen: in this version and in all
 * before it, since a correction and what it corrects are one.
 */
export const sightFor = (reader: Reader): ((entry: Entry) => boolean) => {
  const reading = readingOf(reader)
  return entry =>
    seesVersion(reading, entry) &&
    (entry.earlier === undefined || entry.earlier.every(version => seesVersion(reading, version)))
}

/** Every version of the entries of which a reader may not see one, by id: a correction may be corrected again. */
const barredIn = (entries: readonly Entry[], maySee: (entry: Entry) => boolean): ReadonlySet<EntryId> => {
  const barred = new Set<EntryId>()
  for (const entry of entries) if (!isMover(entry) && !maySee(entry)) barred.add(entry.id).add(entry.root)
  for (let before = 0; before < barred.size; ) {
    before = barred.size
    for (const { id, root } of entries) if (barred.has(id) || barred.has(root)) barred.add(id).add(root)
  }
  return barred
}

/**
 * The entries that a reader may see. A correction and what it corrects are one: whoever may not see one version sees none.
 * What moves entries (set apart) has no facts of its own and always works, so that nobody sees what was taken out.
 */
export const visibleTo = (entries: readonly Entry[], reader: Reader): readonly Entry[] => {
  const barred = barredIn(entries, sightFor(reader))
  if (barred.size === 0) return entries
  return entries.filter(entry => isMover(entry) || (!barred.has(entry.root) && !barred.has(entry.id)))
}

/** Whether an entry only says what is read: it holds no fact of its own, and stands on no page of a family. */
export const isMover = (entry: Entry): boolean => entry.kind === 'set-apart' || entry.kind === 'set-apart-undone'
