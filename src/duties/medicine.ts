import type { Day } from '../calendar/day.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { complexNeeds } from './complex-needs.ts'
import { inTurn } from './in-turn.ts'
import { type Owe, ownDefault, type Rule, rule } from './rule.ts'

type AboutMedicine = EntryOf<'instruction' | 'instruction-conflict' | 'instruction-settled' | 'medicines-agreed'>
type Instruction = EntryOf<'instruction'>

const plainName = (medicine: string): string => medicine.trim().toLowerCase().replace(/\s+/gu, ' ')
/** "2.5 mg" and "2.5MG" are one dose. */
const plainDose = (dose: string): string => dose.toLowerCase().replace(/\s+/gu, '')

/** The entries about medicines of each child who has any instruction, in order. What a family says is not a prescriber's word. */
const medicinesOf = (picture: Picture): ReadonlyMap<PersonId, readonly AboutMedicine[]> => {
  const told = all(picture, 'instruction').filter(entry => serviceOfAgency(entry.by) !== 'family')
  const conflicts = all(picture, 'instruction-conflict')
  const entries = new Map<PersonId, AboutMedicine[]>()
  if (told.length === 0 && conflicts.length === 0) return entries
  const settled = [...all(picture, 'instruction-settled'), ...all(picture, 'medicines-agreed')]
  for (const entry of [...told, ...conflicts, ...settled].sort((one, other) => one.day - other.day))
    for (const child of childrenOf(picture, entry)) {
      const held = entries.get(child)
      if (held === undefined) entries.set(child, [entry])
      else held.push(entry)
    }
  return entries
}

/** What each agency last said of one medicine. */
type Doses = Map<Agency, string>

/**
 * The changes that ask for one list: a conflict that somebody reports, a new dose of a medicine of which another agency
 * has an instruction too, or of any medicine once the child has complex needs. Another medicine of another child, the
 * antibiotic of five days, asks for nothing.
 */
const changesIn = (entries: readonly AboutMedicine[], complex: Entry | undefined): readonly AboutMedicine[] => {
  const medicines = new Map<string, Doses>()
  return entries.filter(entry => {
    if (entry.kind !== 'instruction') return entry.kind === 'instruction-conflict'
    const name = plainName(entry.medicine)
    const doses: Doses = medicines.get(name) ?? new Map()
    const isNew = doses.get(entry.by) !== plainDose(entry.dose)
    medicines.set(name, doses.set(entry.by, plainDose(entry.dose)))
    const isComplex = complex !== undefined && complex.day <= entry.day
    const together = isComplex ? [...medicines.values()].flatMap(one => [...one.keys()]) : [...doses.keys()]
    return isNew && together.some(agency => !sameAgency(agency, entry.by))
  })
}

const sameEntry = (entry: Entry): Entry => entry

const oneList = rule({
  name: 'medicines-agreed',
  catalogue: 'R-MED-1',
  says: 'Agree one list of all medicines, sign it, and give it to everybody and to the parents',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault(
    'two working days after a second agency speaks of one medicine, somebody reports a conflict, or a medicine of a child with complex needs changes; after NICE on one complete list of medicines at a transfer of care',
  ),
  limit: { workingDays: 2 },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const [child, entries] of medicinesOf(picture))
      inTurn(changesIn(entries, complexNeeds(picture, child)), sameEntry, (change, ordinal) => {
        const { day } = change
        const done = firstSince(picture, 'medicines-agreed', { child, day })
        return owe({ child, thing: 'medicines', step: `${ordinal}`, because: [change], since: day, done })
      })
  },
})

/** What stands for one medicine, and the conflict that is not settled. */
interface Course {
  said: readonly { readonly by: Agency; readonly dose: string; readonly entry: Entry }[]
  open: Conflict | undefined
}
interface Conflict {
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

const opened = (course: Course, entry: EntryOf<'instruction' | 'instruction-conflict'>, others: readonly Entry[]) => {
  if (course.open !== undefined) return undefined
  course.open = { medicine: entry.medicine, because: [entry, ...others], since: entry.day }
  return course.open
}

/** A new instruction of an agency takes the place of its own earlier one. It opens a conflict with others, or ends one. */
const instruct = (course: Course, entry: Instruction): Conflict | undefined => {
  const dose = plainDose(entry.dose)
  const others = course.said.filter(one => !sameAgency(one.by, entry.by))
  course.said = [...others, { by: entry.by, dose, entry }]
  if (agree(course)) close(course, entry)
  const against = others.filter(one => one.dose !== dose).map(one => one.entry)
  return against.length === 0 ? undefined : opened(course, entry, against)
}

const settle = (course: Course, entry: EntryOf<'instruction-settled' | 'medicines-agreed'>): undefined => {
  close(course, entry)
  const dose = entry.kind === 'instruction-settled' ? entry.dose : undefined
  course.said = dose === undefined ? [] : [{ by: entry.by, dose: plainDose(dose), entry }]
  return undefined
}

const follow = (course: Course, entry: AboutMedicine): Conflict | undefined => {
  switch (entry.kind) {
    case 'instruction':
      return instruct(course, entry)
    case 'instruction-conflict':
      return opened(
        course,
        entry,
        course.said.map(one => one.entry),
      )
    case 'instruction-settled':
    case 'medicines-agreed':
      return settle(course, entry)
  }
}

const courseOf = (courses: Map<string, Course>, medicine: string): Course => {
  const held = courses.get(medicine) ?? { said: [], open: undefined }
  courses.set(medicine, held)
  return held
}

/** The conflicts over a child's medicines, each with the entry that settled it. An agreed list settles all. */
const conflictsIn = (entries: readonly AboutMedicine[]): readonly Conflict[] => {
  const courses = new Map<string, Course>()
  const conflicts: Conflict[] = []
  for (const entry of entries) {
    const touched =
      entry.kind === 'medicines-agreed' ? courses.values() : [courseOf(courses, plainName(entry.medicine))]
    for (const course of touched) {
      const conflict = follow(course, entry)
      if (conflict !== undefined) conflicts.push(conflict)
    }
  }
  return conflicts
}

const oweConflicts = (owe: Owe, child: PersonId, conflicts: readonly Conflict[]): void => {
  const times = new Map<string, number>()
  for (const { medicine, because, since, done } of conflicts) {
    const thing = plainName(medicine)
    const ordinal = (times.get(thing) ?? 0) + 1
    times.set(thing, ordinal)
    owe({ child, thing, step: `${ordinal}`, because, since, done, of: medicine })
  }
}

const conflictSettled = rule({
  name: 'instruction-settled',
  catalogue: 'R-MED-2',
  says: 'Settle which instruction holds, and tell the parents in writing',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('the same day, since it is about a dose'),
  limit: { sameDay: true },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const [child, entries] of medicinesOf(picture)) oweConflicts(owe, child, conflictsIn(entries))
  },
})

/** Medicines: one list, and never two doses (review 3.5, 3.9). */
export const medicineRules: readonly Rule[] = [oneList, conflictSettled]
