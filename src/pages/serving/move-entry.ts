import { isoDay } from '../../calendar/day.ts'
import type { Entry } from '../../record/entry.ts'
import type { EntryId, PersonId } from '../../record/field.ts'
import { movedLine } from '../../record/moved-line.ts'
import { readEntry } from '../../record/read-entry.ts'
import { sightOf } from '../../record/sight.ts'
import { isMoved, noteMoved } from '../../store/apart.ts'
import { append } from '../../store/append.ts'
import type { Asking } from '../../store/asking.ts'
import { layBeforeDesk } from '../../store/desk.ts'
import { type FoundChild, findChildren, findOneChild, type Sought } from '../../store/finding.ts'
import type { Line } from '../../store/line.ts'
import { recordNow } from '../../store/record-now.ts'
import { findKeptEntry, notify } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** An entry that was set apart in a record, by the id of its first version; `origin` holds it, where that is another one. */
export interface Wrongly {
  readonly record: string
  readonly entry: EntryId
  readonly origin?: string
}

/** What became of an entry that was to be written where it belongs. */
export type Became = 'written' | 'before the desk' | 'left'

interface Kept extends Wrongly {
  readonly line: Line
  readonly children: readonly PersonId[]
  readonly people: ReadonlySet<string>
}

const readWrong = async (store: Store, { partnership }: Asking, wrong: Wrongly): Promise<Kept | undefined> => {
  const origin = wrong.origin ?? wrong.record
  const kept = await findKeptEntry(store, partnership, origin, wrong.entry)
  const now = await recordNow(store, partnership, origin)
  if (kept === undefined || now === undefined) return undefined
  const { stands } = now
  const read = readEntry(kept.line)
  if ('problems' in read) return undefined
  const people = new Set<string>([...stands.people.keys(), ...stands.children])
  return { ...wrong, line: kept.line, children: read.entry.child ?? stands.subject, people }
}

const writeThere = async (
  store: Store,
  asking: Asking,
  wrong: Kept,
  { record, person }: FoundChild,
): Promise<boolean> => {
  const stands = record === wrong.record || record === wrong.origin
  const moved = stands ? undefined : movedLine(wrong.line, { ...wrong, to: person })
  if (moved === undefined) return false
  // Named by what it comes from, so that it is written there once, whoever presses how often.
  const form = `moved ${wrong.record} ${wrong.entry} ${record}`
  const writing = { partnership: asking.partnership, record, lines: [moved.line], writer: asking.practitioner, form }
  const outcome = await append(store, writing)
  if (!('number' in outcome)) return false
  if (!outcome.again) await noteMoved(store, asking, wrong, { record })
  return true
}

/** Whether only some may see an entry: then the desk may not. */
const isRestricted = (entry: Entry): boolean => sightOf(entry) !== undefined || entry.hiddenFrom !== undefined

const childOf = ({ born, ...child }: Sought) => ({ ...child, ...(born === undefined ? {} : { born: isoDay(born) }) })

const layDown = async (store: Store, asking: Asking, wrong: Kept, sought: Sought): Promise<boolean> => {
  const moved = movedLine(wrong.line, { ...wrong, to: 'child' as PersonId })
  if (moved === undefined || isRestricted(moved.entry) || (await isMoved(store, asking, wrong))) return false
  const { child: _, ...line } = moved.line
  const { item } = await layBeforeDesk(store, asking, { child: childOf(sought), lines: [line] })
  await noteMoved(store, asking, wrong, { item })
  const to = { role: 'duty-social-worker' }
  await notify(store, asking.partnership, { record: 'agencies', template: 'desk', to })
  return true
}

/**
 * Writes an entry that was set apart where it belongs: to the record in which the child is surely known, else before the
 * desk. What only some may see, and what cannot be parted from its record, is left to the information-governance lead.
 */
export const moveEntry = async (store: Store, asking: Asking, wrong: Wrongly, sought: Sought): Promise<Became> => {
  const kept = await readWrong(store, asking, wrong)
  if (kept === undefined) return 'left'
  const found = await findOneChild(store, asking.partnership, sought)
  if (found !== undefined && (await writeThere(store, asking, kept, found))) return 'written'
  return (await layDown(store, asking, kept, sought)) ? 'before the desk' : 'left'
}

/** The same for the information-governance lead, who may say in which of a child's records; false when nothing was written. */
export const moveEntryTo = async (
  store: Store,
  asking: Asking,
  wrong: Wrongly,
  { sought, record }: { readonly sought: Sought; readonly record: string | undefined },
): Promise<boolean> => {
  const kept = await readWrong(store, asking, wrong)
  const found =
    record === undefined
      ? await findOneChild(store, asking.partnership, sought)
      : (await findChildren(store, asking.partnership, sought)).find(one => one.record === record)
  return kept !== undefined && found !== undefined && writeThere(store, asking, kept, found)
}
