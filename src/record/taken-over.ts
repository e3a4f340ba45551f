import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'

type Takeover = EntryOf<'taken-over' | 'taken-over-undone'>

const isTakeover = (entry: Entry): entry is Takeover =>
  entry.kind === 'taken-over' || entry.kind === 'taken-over-undone'

const undoes = (entry: Takeover): number => (entry.kind === 'taken-over-undone' ? 1 : 0)

/** By day, then by arrival, then by the clock; where all are alike the undoing comes last, so that less is read rather than more. */
const isLater = (one: Takeover, held: Takeover): boolean => {
  const apart =
    one.day - held.day || one.arrived - held.arrived || (one.at ?? 0) - (held.at ?? 0) || undoes(one) - undoes(held)
  return apart === 0 ? one.id > held.id : apart > 0
}

/** The last word on each person of each other record, whatever the order of the entries. */
export const takeoversIn = (own: readonly Entry[]): readonly Takeover[] => {
  const last = new Map<string, Takeover>()
  for (const entry of own) {
    if (!isTakeover(entry)) continue
    const of = JSON.stringify([entry.person, entry.otherRecord])
    const held = last.get(of)
    if (held === undefined || isLater(entry, held)) last.set(of, entry)
  }
  return [...last.values()]
}

/** Whether an entry names a person: as one of its children, or as the person it is of. */
const isAbout = (entry: Entry, person: PersonId): boolean =>
  (entry.child ?? []).includes(person) || ('person' in entry && entry.person === person)

const readBy = (entries: readonly Entry[], by: Takeover): readonly Entry[] => {
  if (by.kind === 'taken-over-undone') return []
  const other = entries.filter(entry => entry.record === by.otherRecord)
  const last = by.upTo === undefined ? undefined : other.find(entry => entry.id === by.upTo)
  return other.filter(entry => isAbout(entry, by.person) && (last === undefined || entry.arrived <= last.arrived))
}

/** What a record, by its own entries, also reads of other records: what was taken over and not undone since (design, section 4). */
export const takenOver = (own: readonly Entry[], entries: readonly Entry[]): readonly Entry[] =>
  takeoversIn(own).flatMap(word => readBy(entries, word))
