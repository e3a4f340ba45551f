import type { Day } from '../calendar/day.ts'
import { sameAgency, serviceOfAgency } from '../people/service.ts'
import { type AgreedList, agreedListOf, saidOfMedicines } from './agreed-list.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import {
  type AboutMedicine,
  type Course,
  doseIn,
  foldMedicines,
  type Instruction,
  isOver,
  linesOf,
  plainDose,
  plainName,
  stop,
} from './medicine-standing.ts'
import { questionsAbout } from './questions.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** A word on a medicine that says how to give it, or to stop it. */
export type Word = Instruction | EntryOf<'instruction-settled'>

/**
 * What became of a prescriber's words: they stand; their last day is over; the same prescriber said something else since;
 * or something was settled or agreed since.
 */
export type Fate = 'stands' | 'over' | 'replaced' | 'settled'

/** What somebody said of a medicine, in the words in which it was written. */
export interface Said {
  readonly entry: Word
  readonly words: string
  readonly fate: Fate
  /** What took its place, when something did. */
  readonly by: AboutMedicine | undefined
}

/** All that was said of one medicine of a child. Nothing is put together: who said it in which words stands apart. */
export interface MedicineStanding {
  /** As it was written first. */
  readonly medicine: string
  /** What stands, the latest first. */
  readonly standing: readonly Said[]
  /** What stood before, the latest first. */
  readonly earlier: readonly Said[]
  /** What the family says that they give. */
  readonly family: readonly EntryOf<'instruction'>[]
  /** Whether what stands is not in the same words. Words alone are compared, never amounts. */
  readonly notTheSameWords: boolean
  /** Whether what stands is not what the signed list says. */
  readonly notAsListed: boolean
  /** Who says that two instructions differ, where that is not settled. */
  readonly conflict: EntryOf<'instruction-conflict'> | undefined
  /** The questions of the parents about it that are open. */
  readonly questions: readonly EntryOf<'question-asked'>[]
  readonly notCollected: readonly EntryOf<'medicine-not-collected'>[]
  /** Other medicines on the list whose names begin with the same word: perhaps the same one. */
  readonly alike: readonly string[]
  /** Whether anybody should ask before a dose is changed: words that differ, a conflict, a question. */
  readonly isOpen: boolean
  /** Whether all that stands says to stop it, or nothing stands any more. */
  readonly isStopped: boolean
}

/** The medicines of a child on a day. */
export interface Medicines {
  readonly child: PersonId
  readonly medicines: readonly MedicineStanding[]
  readonly agreed: AgreedList | undefined
  readonly allergies: readonly EntryOf<'allergy'>[]
  /** Whether any question about a medicine is open: then nobody is shown an agreed dose without it. */
  readonly isOpen: boolean
}

const isWord = (entry: AboutMedicine): entry is Word =>
  entry.kind === 'instruction' || entry.kind === 'medicine-stopped' || entry.kind === 'instruction-settled'

/** The words of an entry; a settling that does not say which dose holds has none of its own. */
export const wordsOf = (entry: Word): string =>
  entry.kind === 'instruction-settled' ? (entry.dose ?? '') : doseIn(entry)

const routeOf = (entry: Word): string | undefined =>
  entry.kind === 'instruction' && entry.route !== undefined ? plainName(entry.route) : undefined

/** Whether two sayings are in the same words: of the dose, and of the way where both name one. */
export const sameWords = (one: Word, other: Word): boolean => {
  const [way, otherWay] = [routeOf(one), routeOf(other)]
  const sameWay = way === undefined || otherWay === undefined || way === otherWay
  return plainDose(wordsOf(one)) === plainDose(wordsOf(other)) && sameWay
}

const holding = ({ kept, said, dose }: Course): ReadonlySet<AboutMedicine> => {
  const own = [...kept, ...said.map(one => one.entry)]
  return new Set((own.length === 0 && dose !== undefined ? [dose.entry] : own) as readonly AboutMedicine[])
}

const takesThePlaceOf = (one: Word, later: AboutMedicine, entries: readonly AboutMedicine[]): boolean => {
  if (later.kind === 'instruction' || later.kind === 'medicine-stopped')
    return sameAgency(later.by, one.by) && plainName(later.medicine) === plainName(one.medicine)
  if (later.kind === 'instruction-settled') return plainName(later.medicine) === plainName(one.medicine)
  if (later.kind !== 'medicines-agreed') return false
  return (
    later.instructions === undefined ||
    linesOf(later, entries).some(line => plainName(line.medicine) === plainName(one.medicine))
  )
}

const fateOf = (by: AboutMedicine | undefined): Fate =>
  by !== undefined && (by.kind === 'instruction' || by.kind === 'medicine-stopped') ? 'replaced' : 'settled'

interface Reading {
  readonly entries: readonly AboutMedicine[]
  readonly day: Day
  readonly holds: ReadonlySet<AboutMedicine>
}

const saidIn = (entry: Word, { entries, day, holds }: Reading): Said => {
  const words = wordsOf(entry)
  if (holds.has(entry)) return { entry, words, fate: isOver(entry, day) ? 'over' : 'stands', by: undefined }
  const later = entries.slice(entries.indexOf(entry) + 1)
  const by = later.find(one => takesThePlaceOf(entry, one, entries))
  return { entry, words, fate: fateOf(by), by }
}

const firstWord = (medicine: string): string => plainName(medicine).split(/[\s(,]/u)[0] ?? ''

interface Of {
  readonly stands: Picture
  readonly child: PersonId
  readonly day: Day
  readonly entries: readonly AboutMedicine[]
  readonly names: readonly string[]
  readonly agreed: AgreedList | undefined
}

const named = (medicine: string) => (one: { readonly medicine?: string | undefined }) =>
  one.medicine !== undefined && plainName(one.medicine) === plainName(medicine)

const familySays = ({ stands, child, day }: Of): readonly EntryOf<'instruction'>[] =>
  all(stands, 'instruction').filter(
    one => serviceOfAgency(one.by) === 'family' && one.day <= day && isAbout(stands, one, child),
  )

const uncollected = ({ stands, child, day }: Of): readonly EntryOf<'medicine-not-collected'>[] =>
  all(stands, 'medicine-not-collected').filter(one => one.day <= day && isAbout(stands, one, child))

const lastConflict = ({ entries }: Of, medicine: string): EntryOf<'instruction-conflict'> | undefined =>
  entries.findLast(one => one.kind === 'instruction-conflict' && named(medicine)(one)) as
    | EntryOf<'instruction-conflict'>
    | undefined

/** Whether what stands departs from the line of the signed list. */
const departs = ({ agreed }: Of, medicine: string, standing: readonly Said[]): boolean => {
  const lines = agreed?.lines?.filter(named(medicine)) ?? []
  return (
    lines.some(line => line.corrected) ||
    (lines.length > 0 && !standing.every(one => lines.some(line => sameWords(one.entry, line.entry))))
  )
}

const standingOf = (of: Of, medicine: string, course: Course | undefined): MedicineStanding => {
  const own = of.entries.filter(isWord).filter(named(medicine))
  const reading = { entries: of.entries, day: of.day, holds: course === undefined ? new Set<never>() : holding(course) }
  const said = own
    .filter(one => one.kind !== 'instruction-settled' || one.dose !== undefined)
    .map(one => saidIn(one, reading))
    .toReversed()
  const standing = said.filter(one => one.fate === 'stands')
  const questions = questionsAbout(of.stands, of.child, of.names, medicine)
  const differs = standing.some(one => standing.some(other => !sameWords(one.entry, other.entry)))
  const notAsListed = departs(of, medicine, standing)
  const disputed = course?.open !== undefined || course?.unsure === true
  return {
    medicine,
    standing,
    earlier: said.filter(one => one.fate !== 'stands'),
    family: familySays(of).filter(named(medicine)),
    notTheSameWords: differs,
    notAsListed,
    conflict: course?.open === undefined ? undefined : lastConflict(of, medicine),
    questions,
    notCollected: uncollected(of).filter(named(medicine)),
    alike: of.names.filter(one => plainName(one) !== plainName(medicine) && firstWord(one) === firstWord(medicine)),
    isOpen: differs || notAsListed || disputed || questions.length > 0,
    isStopped: standing.every(one => plainName(one.words) === stop),
  }
}

const byName = (one: MedicineStanding, other: MedicineStanding): number =>
  Number(one.isStopped && !one.isOpen) - Number(other.isStopped && !other.isOpen) ||
  plainName(one.medicine).localeCompare(plainName(other.medicine), 'en-GB')

const namesIn = (of: Omit<Of, 'names'>, courses: readonly Course[]): readonly string[] => {
  const written = [
    ...courses.map(one => one.medicine),
    ...familySays({ ...of, names: [] }).map(one => one.medicine),
    ...uncollected({ ...of, names: [] }).flatMap(one => one.medicine ?? []),
  ]
  return [...new Map(written.toReversed().map(name => [plainName(name), name])).values()]
}

/**
 * The medicines of a child on a day: every instruction with who said it, in which words and when, and whether they are the
 * same; the signed list; allergies. The program puts nothing together and never says which dose is right.
 */
export const medicinesOn = (stands: Picture, child: PersonId, day: Day): Medicines => {
  const entries = saidOfMedicines(stands, child, day)
  const { courses } = foldMedicines(entries)
  const agreed = agreedListOf(stands, child, day)
  const of = { stands, child, day, entries, agreed }
  const names = namesIn(of, courses)
  const course = (name: string) => courses.find(one => plainName(one.medicine) === plainName(name))
  const medicines = names.map(name => standingOf({ ...of, names }, name, course(name))).sort(byName)
  return {
    child,
    medicines,
    agreed,
    allergies: allergiesOf(stands, child, day),
    isOpen: medicines.some(one => one.isOpen),
  }
}

/** The allergies of a child on a day: the last word on each, without what was ruled out; that none is known only while that is all. */
export const allergiesOf = (stands: Picture, child: PersonId, day: Day): readonly EntryOf<'allergy'>[] => {
  const last = new Map<string, EntryOf<'allergy'>>()
  for (const entry of all(stands, 'allergy'))
    if (entry.day <= day && isAbout(stands, entry, child)) last.set(plainName(entry.substance ?? ''), entry)
  const known = [...last.values()].filter(one => one.state !== 'ruled-out')
  const some = known.filter(one => one.state !== 'none-known')
  return some.length > 0 ? some : known
}
