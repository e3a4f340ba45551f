import { sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'

/** The name of the record in which agencies keep what is theirs: posts, leavers, absence, cover, adopted rules and limits. */
export const agenciesRecord = 'agencies'

type Absence = EntryOf<'worker-away' | 'worker-leaves' | 'cover'>
type Start = EntryOf<'worker-starts'>

const isAbsence = (entry: Entry): entry is Absence =>
  entry.kind === 'worker-away' || entry.kind === 'worker-leaves' || entry.kind === 'cover'

const agencyOf = (entry: Absence | Start) => entry.agency ?? entry.by

/** The children with whom the practitioner of an absence works, by this family's own entries. */
const touched = (starts: readonly Start[], absence: Absence): readonly PersonId[] | undefined => {
  const own = starts.filter(
    start =>
      start.practitioner === absence.practitioner &&
      start.day <= absence.day &&
      sameAgency(agencyOf(start), agencyOf(absence)),
  )
  return own.length === 0 ? undefined : own.flatMap(start => start.child ?? [])
}

const forFamily = (starts: readonly Start[], absence: Absence): readonly Entry[] => {
  const children = absence.practitioner === undefined ? undefined : touched(starts, absence)
  if (children === undefined) return []
  const role = absence.role ?? starts.find(start => start.practitioner === absence.practitioner)?.role
  const about = children.length === 0 ? {} : { child: [...new Set(children)] }
  return [{ ...absence, ...about, ...(role === undefined ? {} : { role }) }]
}

/**
 * A family's entries together with what the agencies' record says of the practitioners who work with it: one sick social
 * worker is one entry there, and is read here (design, "Two kinds of record").
 */
export const withAgencies = (family: readonly Entry[], agencies: readonly Entry[]): readonly Entry[] => {
  const absences = agencies.filter(isAbsence)
  if (absences.length === 0) return family
  const starts = family.filter(entry => entry.kind === 'worker-starts')
  return [...family, ...absences.flatMap(absence => forFamily(starts, absence))]
}
