import type { Role } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import { type Entry, kinds } from './entry.ts'
import type { EntryId, PersonId } from './field.ts'

/** Who is reading: a practitioner by agency and role, or a family member by person, with all for whom that person acts. */
export interface Reader {
  readonly agency?: Agency
  readonly role?: Role
  readonly person?: PersonId
  readonly actsFor?: readonly PersonId[]
}

const named = (reader: Reader, sight: readonly string[]): boolean =>
  sight.some(
    word =>
      word === reader.role ||
      word === reader.agency ||
      (reader.agency !== undefined && word === serviceOfAgency(reader.agency)),
  )

const hidden = (reader: Reader, people: readonly PersonId[]): boolean =>
  people.some(person => person === reader.person || (reader.actsFor ?? []).includes(person))

/** Whether a reader may see one version of an entry. An entry's own sight goes before its kind's; the agency that wrote it always sees it. */
const maySeeOne = (reader: Reader, entry: Entry): boolean => {
  if (entry.hiddenFrom !== undefined && hidden(reader, entry.hiddenFrom)) return false
  if (reader.agency !== undefined && reader.agency === entry.by) return true
  const sight = entry.sight ?? kinds[entry.kind].options.sight
  return sight === undefined ? true : named(reader, sight)
}

/**
 * The entries that a reader may see. A correction and what it corrects are one: whoever may not see one version sees none.
 * What moves entries (set apart) has no facts of its own and always works, so that nobody sees what was taken out.
 */
export const visibleTo = (entries: readonly Entry[], reader: Reader): readonly Entry[] => {
  const barred = new Set<EntryId>()
  for (const entry of entries) if (!moves(entry) && !maySeeOne(reader, entry)) barred.add(entry.root)
  return entries.filter(entry => moves(entry) || (!barred.has(entry.root) && !barred.has(entry.id)))
}

const moves = (entry: Entry): boolean => entry.kind === 'set-apart' || entry.kind === 'set-apart-undone'
