import type { Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { type AboutMedicine, type Line, linesOf, medicinesOf } from './medicine-standing.ts'
import { receiptsOf } from './sick-day-plan.ts'
import type { Picture, ReceiptEntry } from './standing.ts'

/** One line of a signed list: which medicine, and the very words that were signed. */
export interface ListLine {
  readonly medicine: string
  readonly dose: string
  readonly by: Agency
  readonly entry: Line
  /** Whether its entry was corrected after the list was signed: then other words stand here than were signed. */
  readonly corrected: boolean
}

/** The list of all medicines that was last agreed. */
export interface AgreedList {
  readonly entry: EntryOf<'medicines-agreed'>
  readonly version: string | undefined
  readonly signedBy: Role | undefined
  /** Who has it, as the list itself says. */
  readonly to: readonly string[]
  /** Who was told of it, or had it, since. */
  readonly receipts: readonly ReceiptEntry[]
  /** What stands on it; nothing when the record says only that a list was agreed. */
  readonly lines: readonly ListLine[] | undefined
  /** How many of its lines the reader may not see. */
  readonly notShown: number
  /** What prescribers said since. */
  readonly since: readonly AboutMedicine[]
  /** The lists before it, the latest first. */
  readonly older: readonly EntryOf<'medicines-agreed'>[]
}

const lineOf = (entry: Line, named: ReadonlySet<string>): ListLine => ({
  medicine: entry.medicine,
  dose: entry.dose ?? '',
  by: entry.by,
  entry,
  corrected: !named.has(entry.id),
})

const isWord = ({ kind }: AboutMedicine): boolean => kind === 'instruction' || kind === 'medicine-stopped'

/** The entries about a child's medicines up to a day, in order. */
export const saidOfMedicines = (stands: Picture, child: PersonId, day: Day): readonly AboutMedicine[] =>
  (medicinesOf(stands).get(child) ?? []).filter(entry => entry.day <= day)

/** The list of all medicines of a child that stands on a day; nothing when none was agreed. */
export const agreedListOf = (stands: Picture, child: PersonId, day: Day): AgreedList | undefined => {
  const entries = saidOfMedicines(stands, child, day)
  const lists = entries.filter(entry => entry.kind === 'medicines-agreed')
  const entry = lists.at(-1)
  if (entry === undefined) return undefined
  const named = new Set<string>(entry.instructions ?? [])
  const lines = linesOf(entry, entries).map(one => lineOf(one, named))
  return {
    entry,
    version: entry.version,
    signedBy: entry.signedBy,
    to: entry.to ?? [],
    receipts: receiptsOf(stands, entry, day),
    lines: entry.instructions === undefined ? undefined : lines,
    notShown: Math.max(0, named.size - lines.length),
    since: entries.slice(entries.indexOf(entry) + 1).filter(isWord),
    older: lists.slice(0, -1).toReversed(),
  }
}
