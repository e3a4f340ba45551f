import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { sameAgency } from '../people/service.ts'
import { recordOf } from './chronology.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { postOf } from './network-standing.ts'

/** The name of the record in which agencies keep what is theirs: posts, leavers, absence, cover, adopted rules and limits. */
export const agenciesRecord = 'agencies'

/** Somebody is away, or has left for good. */
export type Absence = EntryOf<'worker-away' | 'worker-leaves'>
/** Somebody stands in for one who is away or has left. */
export type Cover = EntryOf<'cover'>
type Start = EntryOf<'worker-starts'>

/** Whether an entry says that somebody is away or has left. */
export const isAbsence = (entry: Entry): entry is Absence =>
  entry.kind === 'worker-away' || entry.kind === 'worker-leaves'
const isCover = (entry: Entry): entry is Cover => entry.kind === 'cover'

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

const about = (children: readonly PersonId[]): { readonly child?: readonly PersonId[] } =>
  children.length === 0 ? {} : { child: [...new Set(children)] }

const forFamily = (starts: readonly Start[], absence: Absence): readonly Absence[] => {
  const children = absence.practitioner === undefined ? undefined : touched(starts, absence)
  if (children === undefined) return []
  const role = absence.role ?? starts.find(start => start.practitioner === absence.practitioner)?.role
  return [{ ...absence, ...about(children), ...(role === undefined ? {} : { role }) }]
}

/** Cover may be agreed so many working days before somebody goes, and for one who left so many after. */
const near = 5

/** The last day on which cover is for an absence; whoever covers months after a leaver covers for somebody else. */
const lastDay = (absence: Absence): Day =>
  absence.kind === 'worker-leaves'
    ? addWorkingDays(absence.day, near)
    : (absence.until ?? (Number.POSITIVE_INFINITY as Day))

/** Whether cover is for an absence: of the same agency and role, agreed in its days or a little before. */
export const isCoverFor = (cover: Cover, absence: Absence): boolean =>
  (cover.role === undefined || cover.role === postOf(absence).role) &&
  sameAgency(postOf(cover).agency, postOf(absence).agency) &&
  cover.day >= addWorkingDays(absence.day, -near) &&
  cover.day <= lastDay(absence)

/** Cover that was agreed on the day on which somebody else of that post went is for her, and not for whoever left that week. */
const isForAnother = (cover: Cover, own: readonly Absence[], agencies: readonly Absence[]): boolean => {
  if (own.some(absence => absence.day === cover.day)) return false
  const names = new Set(own.map(({ practitioner }) => practitioner))
  return agencies.some(
    absence => absence.day === cover.day && !names.has(absence.practitioner) && isCoverFor(cover, absence),
  )
}

/** Cover names who stands in, whom no family knows yet: it reaches those whom the absence touches, by agency, role and days. */
const coverForFamily = (
  absences: readonly Absence[],
  cover: Cover,
  ofAgencies: readonly Absence[],
): readonly Entry[] => {
  const own = absences.filter(absence => isCoverFor(cover, absence))
  const [first] = own
  if (first === undefined || isForAnother(cover, own, ofAgencies)) return []
  const named = own.every(absence => absence.child !== undefined)
  return [{ ...cover, role: postOf(first).role, ...about(named ? own.flatMap(absence => absence.child ?? []) : []) }]
}

type Wording = EntryOf<'harm-wording'>

const plain = (words: string): string => words.trim().toLowerCase().replace(/\s+/gu, ' ')

/** Whether what a clinic wrote of a missed appointment is about a series: of the same agency, under the same words. */
export const isWordingFor = (wording: Wording, { clinic, agency, by }: EntryOf<'series-started'>): boolean =>
  clinic !== undefined &&
  sameAgency(wording.by, agency ?? by) &&
  [wording.clinic, ...(wording.other ?? [])].some(words => plain(words) === plain(clinic))

/** What the clinics of a family's series wrote once for all. */
const wordingsFor = (family: readonly Entry[], agencies: readonly Entry[]): readonly Wording[] => {
  const wordings = agencies.filter((entry): entry is Wording => entry.kind === 'harm-wording')
  if (wordings.length === 0) return []
  const series = family.filter(entry => entry.kind === 'series-started')
  return wordings.filter(wording => series.some(started => isWordingFor(wording, started)))
}

/**
 * A family's entries together with what the agencies' record says of the practitioners who work with it: one sick social
 * worker is one entry there, and is read here (design, "Two kinds of record").
 */
export const withAgencies = (family: readonly Entry[], agencies: readonly Entry[]): readonly Entry[] => {
  const starts = family.filter(entry => entry.kind === 'worker-starts')
  const ofAgencies = agencies.filter(isAbsence)
  const reached = ofAgencies.flatMap(absence => forFamily(starts, absence))
  const absences = [...family.filter(isAbsence), ...reached]
  const covers =
    absences.length === 0 ? [] : agencies.filter(isCover).flatMap(cover => coverForFamily(absences, cover, ofAgencies))
  const wordings = wordingsFor(family, agencies)
  const read = [...reached, ...covers, ...wordings]
  return read.length === 0 ? family : [...family, ...read]
}

/** What of the agencies' record asks for something of an agency itself, and not for a family. */
const ofThemselves: ReadonlySet<Entry['kind']> = new Set([
  'post',
  'recommendation',
  'recommendation-kept',
  'practice-audited',
  'training',
  'quarterly-return',
  'rule-adopted',
  'done-elsewhere',
  'set-aside',
  'set-apart',
  'set-apart-undone',
])

/** Whether agencies may owe something themselves by an entry of their record, and not for a family. */
export const isOfThemselves = ({ kind }: Entry): boolean => ofThemselves.has(kind)

/** The entries of the agencies' own record from which agencies owe something themselves: training, returns, what a review recommends. */
export const ownOfAgencies = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(entry => entry.record === agenciesRecord && isOfThemselves(entry))

/** The records that entries hold, one for each family, each read with what the agencies' record says of its practitioners. */
export const familiesIn = (
  entries: readonly Entry[],
  agencies: readonly Entry[] = [],
): readonly { readonly record: string | undefined; readonly entries: readonly Entry[] }[] => {
  const names = [...new Set(entries.map(entry => entry.record))].filter(name => name !== agenciesRecord)
  const ofAgencies = [...agencies, ...entries.filter(entry => entry.record === agenciesRecord)]
  return names.map(record => ({ record, entries: withAgencies(recordOf(entries, record), ofAgencies) }))
}
