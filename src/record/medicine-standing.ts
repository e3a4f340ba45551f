import type { Day, Moment } from '../calendar/day.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { all, childrenOf, type Picture } from './standing.ts'

/** What is said of medicines: an instruction, that two differ, what was settled, the list of all. */
export type AboutMedicine = EntryOf<
  'instruction' | 'medicine-stopped' | 'instruction-conflict' | 'instruction-settled' | 'medicines-agreed'
>
/** A prescriber's word on a medicine: how to give it, or to stop it. */
export type Instruction = EntryOf<'instruction' | 'medicine-stopped'>
type Settling = EntryOf<'instruction-settled' | 'medicines-agreed'>

/** A medicine's name without what people write in different ways. */
export const plainName = (medicine: string): string => medicine.trim().toLowerCase().replace(/\s+/gu, ' ')
/** "2.5 mg" and "2.5MG" are one dose; "1 1/2" and "11/2" are not. */
export const plainDose = (dose: string): string => plainName(dose).replace(/(?<=\d) (?=\p{L})/gu, '')

/** The words for a medicine that is given no more. */
export const stop = 'stop'

/** What a prescriber says: the dose as it was written, or to stop. */
export const doseIn = (entry: Instruction): string => (entry.kind === 'instruction' ? entry.dose : stop)

/** Whether an instruction had ended by itself before a day. */
export const isOver = (entry: Entry, day: Day): boolean =>
  entry.kind === 'instruction' && entry.until !== undefined && entry.until < day

/** The prescribers' words that stand on a signed list, out of what is said of a child's medicines. */
export const linesOf = (
  { instructions = [] }: EntryOf<'medicines-agreed'>,
  entries: readonly AboutMedicine[],
): readonly Line[] => {
  const named = new Set<string>(instructions)
  return entries.filter((one): one is Line => isLine(one) && (named.has(one.id) || named.has(one.root)))
}

/** An entry that can be a line of a list: it says which medicine, and how. */
export type Line = EntryOf<'instruction' | 'instruction-settled'>
const isLine = (entry: AboutMedicine): entry is Line =>
  entry.kind === 'instruction' || entry.kind === 'instruction-settled'

const settles = (entry: AboutMedicine): entry is Settling =>
  entry.kind === 'instruction-settled' || entry.kind === 'medicines-agreed'

/** The clock of an entry on its day: when it happened, or else when it was written on that day. */
const clockOf = ({ at, day, written, writtenAt }: Entry): Moment | undefined =>
  at ?? (written === day ? writtenAt : undefined)

/** By the clock where it is known; what settles comes last on its day, since most is settled the day it comes up. */
const clock = (entry: AboutMedicine): number =>
  clockOf(entry) ?? (settles(entry) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)

const inOrder = (one: AboutMedicine, other: AboutMedicine): number => {
  if (one.day !== other.day) return one.day - other.day
  const [at, otherAt] = [clock(one), clock(other)]
  return at === otherAt ? 0 : at < otherAt ? -1 : 1
}

/** All that is said of medicines, in order. What a family says is not a prescriber's word. */
const saidOfMedicines = (stands: Picture): readonly AboutMedicine[] => [
  ...[...all(stands, 'instruction'), ...all(stands, 'medicine-stopped')].filter(
    entry => serviceOfAgency(entry.by) !== 'family',
  ),
  ...all(stands, 'instruction-conflict'),
  ...all(stands, 'instruction-settled'),
  ...all(stands, 'medicines-agreed'),
]

/** The entries about medicines of each child, in order. */
export const medicinesOf = (stands: Picture): ReadonlyMap<PersonId, readonly AboutMedicine[]> => {
  const entries = new Map<PersonId, AboutMedicine[]>()
  for (const entry of [...saidOfMedicines(stands)].sort(inOrder))
    for (const child of childrenOf(stands, entry)) {
      const held = entries.get(child)
      if (held === undefined) entries.set(child, [entry])
      else held.push(entry)
    }
  return entries
}

/** A dose, as it was written. */
export interface Dose {
  readonly dose: string
  readonly entry: Instruction | EntryOf<'instruction-settled'>
}

/** What stands for one medicine. */
export interface Course {
  readonly medicine: string
  /** The words that a list without lines found undisputed, and left as they were. */
  kept: readonly Instruction[]
  /** What each agency last said of it. */
  said: readonly { readonly by: Agency; readonly dose: string; readonly entry: Entry }[]
  /** The dose that was said last; nothing when a list settled a dispute and the record does not say which dose holds. */
  dose: Dose | undefined
  /** What was last settled, or agreed on a list: which dose, where that is known, and whose it is to change. */
  settled: { readonly by: readonly Agency[]; readonly dose: string | undefined } | undefined
  /** Whether somebody whose dose it is not has said another one since. Nobody has called it a conflict; nobody has agreed it. */
  unsure: boolean
  /** The conflict that is not settled. */
  open: Conflict | undefined
}

/** Two instructions of one medicine that differ, and what settled it. */
export interface Conflict {
  readonly medicine: string
  readonly because: readonly [Entry, ...Entry[]]
  readonly since: Day
  done?: Entry
}

const agree = ({ said: [first, ...others] }: Course): boolean =>
  first !== undefined && others.length > 0 && others.every(one => one.dose === first.dose)

const close = (course: Course, entry: Entry): void => {
  if (course.open !== undefined) course.open.done = entry
  course.open = undefined
}

const opened = (course: Course, entry: Instruction | EntryOf<'instruction-conflict'>, others: readonly Entry[]) => {
  if (course.open !== undefined) return undefined
  course.open = { medicine: entry.medicine, because: [entry, ...others], since: entry.day }
  return course.open
}

/** Whether an instruction departs from what was settled, without being of those whose dose that is. */
const departs = ({ settled }: Course, { by }: Instruction, dose: string): boolean =>
  settled !== undefined && settled.dose !== dose && !settled.by.some(agency => sameAgency(agency, by))

/** A new instruction of an agency takes the place of its own earlier one. It opens a conflict with others, or ends one. */
const instruct = (course: Course, entry: Instruction): Conflict | undefined => {
  const dose = plainDose(doseIn(entry))
  const others = course.said.filter(one => !sameAgency(one.by, entry.by) && !isOver(one.entry, entry.day))
  course.kept = course.kept.filter(one => !sameAgency(one.by, entry.by))
  course.said = [...others, { by: entry.by, dose, entry }]
  course.dose = { dose: doseIn(entry), entry }
  course.unsure = !agree(course) && dose !== course.settled?.dose && (course.unsure || departs(course, entry, dose))
  if (agree(course)) close(course, entry)
  const against = others.filter(one => one.dose !== dose).map(one => one.entry)
  return against.length === 0 ? undefined : opened(course, entry, against)
}

type List = EntryOf<'medicines-agreed'>

/** Whether an entry of the day of a list may have been written after it was signed, and nobody says that it was looked at. */
const maybeAfter = (list: List, entry: Entry): boolean => {
  const seen: readonly string[] = list.instead ?? []
  const unordered = clockOf(list) === undefined || clockOf(entry) === undefined
  return entry.day === list.day && unordered && !seen.includes(entry.id) && !seen.includes(entry.root)
}

/** What was said on the day of a list in other words than were signed, and was perhaps not looked at: it stands beside them. */
const notLookedAt = (course: Course, list: List, signed: string): Course['said'] => {
  const kept = course.kept.map(entry => ({ by: entry.by, dose: plainDose(doseIn(entry)), entry }))
  return [...kept, ...course.said].filter(one => one.dose !== signed && maybeAfter(list, one.entry))
}

/** A signed list settles a medicine in the very words of its lines, unless these differ too. */
const settleByLines = (course: Course, entry: List, lines: readonly Line[]): undefined => {
  const own = lines.flatMap(one =>
    one.dose !== undefined && plainName(one.medicine) === plainName(course.medicine)
      ? [{ by: one.by, dose: plainDose(one.dose), words: one.dose, entry: one }]
      : [],
  )
  const [first] = own
  if (first === undefined || own.some(one => one.dose !== first.dose)) return undefined
  const others = notLookedAt(course, entry, first.dose)
  if (others.length === 0) close(course, entry)
  course.kept = []
  course.said = [...own, ...others]
  course.dose = { dose: first.words, entry: first.entry }
  course.settled = { by: [entry.by, ...own.map(one => one.by)], dose: first.dose }
  course.unsure = others.length > 0
  return undefined
}

const undisputed = ({ kept, said }: Course): readonly Instruction[] => [
  ...kept,
  ...said.flatMap(({ entry }) => (entry.kind === 'instruction' || entry.kind === 'medicine-stopped' ? [entry] : [])),
]

const settle = (course: Course, entry: Settling): undefined => {
  const dose = entry.kind === 'instruction-settled' ? entry.dose : undefined
  course.kept = dose === undefined && course.open === undefined && !course.unsure ? undisputed(course) : []
  if (entry.kind === 'instruction-settled' && dose !== undefined) course.dose = { dose, entry }
  else if (course.open !== undefined) course.dose = undefined
  close(course, entry)
  course.settled = {
    by: [entry.by, ...(course.dose === undefined ? [] : [course.dose.entry.by])],
    dose: course.dose && plainDose(course.dose.dose),
  }
  course.unsure = false
  course.said = dose === undefined ? [] : [{ by: entry.by, dose: plainDose(dose), entry }]
  return undefined
}

const follow = (course: Course, entry: AboutMedicine, lines: readonly Line[]): Conflict | undefined => {
  switch (entry.kind) {
    case 'instruction':
    case 'medicine-stopped':
      return instruct(course, entry)
    case 'instruction-conflict':
      return opened(
        course,
        entry,
        course.said.map(one => one.entry),
      )
    case 'instruction-settled':
      return settle(course, entry)
    case 'medicines-agreed':
      return entry.instructions === undefined ? settle(course, entry) : settleByLines(course, entry, lines)
  }
}

const courseOf = (courses: Map<string, Course>, medicine: string): Course => {
  const name = plainName(medicine)
  const nothing: Course = {
    ...{ medicine, kept: [], said: [], dose: undefined, settled: undefined, unsure: false, open: undefined },
  }
  const held = courses.get(name) ?? nothing
  courses.set(name, held)
  return held
}

const touchedBy = (courses: Map<string, Course>, entry: AboutMedicine): readonly Course[] =>
  entry.kind === 'medicines-agreed' ? [...courses.values()] : [courseOf(courses, entry.medicine)]

/**
 * A child's medicines as they stand, and every conflict over them with the entry that settled it. An agreed list settles
 * all; one that names its lines settles what stands on it.
 */
export const foldMedicines = (
  entries: readonly AboutMedicine[],
): { readonly courses: readonly Course[]; readonly conflicts: readonly Conflict[] } => {
  const courses = new Map<string, Course>()
  const conflicts: Conflict[] = []
  for (const entry of entries) {
    const lines = entry.kind === 'medicines-agreed' ? linesOf(entry, entries) : []
    for (const course of touchedBy(courses, entry)) {
      const conflict = follow(course, entry, lines)
      if (conflict !== undefined) conflicts.push(conflict)
    }
  }
  return { courses: [...courses.values()], conflicts }
}
