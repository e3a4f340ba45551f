import { type Agency, sameAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import {
  type AboutMedicine,
  type Conflict,
  doseIn,
  foldMedicines,
  medicinesOf,
  plainDose,
  plainName,
} from '../record/medicine-standing.ts'
import { firstSince } from './attendance.ts'
import { complexNeeds } from './complex-needs.ts'
import { inTurn } from './in-turn.ts'
import { type Owe, ownDefault, type Rule, rule } from './rule.ts'

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
    if (entry.kind !== 'instruction' && entry.kind !== 'medicine-stopped') return entry.kind === 'instruction-conflict'
    const name = plainName(entry.medicine)
    const doses: Doses = medicines.get(name) ?? new Map()
    const dose = plainDose(doseIn(entry))
    const isNew = doses.get(entry.by) !== dose
    medicines.set(name, doses.set(entry.by, dose))
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
  heard: 'at-once',
  find: (picture, owe) => {
    for (const [child, entries] of medicinesOf(picture)) oweConflicts(owe, child, foldMedicines(entries).conflicts)
  },
})

/** Medicines: one list, and never two doses (review 3.5, 3.9). */
export const medicineRules: readonly Rule[] = [oneList, conflictSettled]
