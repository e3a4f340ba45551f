import type { Day } from '../calendar/day.ts'
import type { Entry, EntryOf, Kind } from './entry.ts'
import type { PersonId } from './field.ts'
import { type People, personIn } from './person-standing.ts'
import { all, type PregnancyStanding } from './standing.ts'

/** The id of the unborn child of a pregnancy that names none: told from the mother, and from which of her pregnancies. */
const unbornOf = (entry: EntryOf<'pregnancy'>, ordinal: number): PersonId =>
  entry.unborn ?? (`unborn-${ordinal}-of-${entry.mother}` as PersonId)

/** The pregnancies of a record, followed to their end or the birth; each unborn child is put among its people. */
export const foldPregnancies = (byKind: ReadonlyMap<Kind, readonly Entry[]>, people: People): PregnancyStanding[] => {
  const pregnancies: PregnancyStanding[] = []
  for (const known of all({ byKind }, 'pregnancy')) {
    const open = pregnancies.find(
      one =>
        one.unborn === known.unborn ||
        (known.unborn === undefined && one.mother === known.mother && isOneWith(one, known)),
    )
    if (open !== undefined) continue
    const unborn = unbornOf(known, pregnancies.filter(one => one.mother === known.mother).length + 1)
    pregnancies.push({ unborn, mother: known.mother, father: known.father, known, expected: known.expected })
    expectChild(people, unborn, known)
  }
  followPregnancies(byKind, people, pregnancies)
  return pregnancies
}

/** An assessment before birth that names no child is of the child who is expected then, not of the child of the record. */
export const unbornMeant = (
  entry: Entry,
  pregnancies: readonly PregnancyStanding[],
): readonly [PersonId] | undefined => {
  if (entry.kind !== 'assessment-opened' || entry.type !== 'pre-birth' || entry.child !== undefined) return undefined
  const one = pregnancies.findLast(
    ({ known, ended, birth }) =>
      known.day <= entry.day &&
      (ended === undefined || ended.day > entry.day) &&
      (birth === undefined || birth.day >= entry.day),
  )
  return one === undefined ? undefined : [one.unborn]
}

/** Two agencies may each write that a pregnancy is known: within 280 days of the first it is the same one. */
const isOneWith = (one: PregnancyStanding, known: EntryOf<'pregnancy'>): boolean => known.day - one.known.day < 280

const expectChild = (people: People, unborn: PersonId, known: EntryOf<'pregnancy'>): void => {
  const child = personIn(people, unborn)
  child.as ??= 'unborn'
  child.mother ??= known.mother
  if (known.father !== undefined) child.father ??= known.father
  if (known.expected !== undefined) child.expected ??= known.expected
}

const followPregnancies = (
  byKind: ReadonlyMap<Kind, readonly Entry[]>,
  people: People,
  pregnancies: readonly PregnancyStanding[],
): void => {
  const meant = (entry: { day: Day; unborn?: PersonId | undefined; mother?: PersonId | undefined }) =>
    pregnancies.findLast(
      one =>
        one.known.day <= entry.day &&
        (entry.unborn === undefined
          ? entry.mother === undefined || one.mother === entry.mother
          : one.unborn === entry.unborn),
    )
  for (const entry of all({ byKind }, 'antenatal-booking')) {
    const one = meant(entry)
    if (one !== undefined) one.booking ??= entry
  }
  for (const entry of all({ byKind }, 'pregnancy-ended')) {
    const one = meant(entry)
    if (one === undefined) continue
    one.ended ??= entry
    personIn(people, one.unborn).gone ??= entry
  }
  for (const entry of all({ byKind }, 'birth')) bear(people, meant(entry), entry)
}

const bear = (people: People, pregnancy: PregnancyStanding | undefined, entry: EntryOf<'birth'>): void => {
  if (pregnancy !== undefined) pregnancy.birth ??= entry
  const id = entry.baby ?? entry.unborn ?? pregnancy?.unborn
  if (id === undefined) return
  const child = personIn(people, id)
  child.born ??= entry.day
  child.birth ??= entry
  if (child.as === undefined || child.as === 'unborn') child.as = 'child'
  if (pregnancy !== undefined) child.mother ??= pregnancy.mother
}
