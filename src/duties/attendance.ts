import { addMonths, type Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import { type Agency, type Service, serviceOfAgency } from '../people/service.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import { countableMiss, missToFollowUp } from '../record/counted.ts'
import type { Entry, EntryOf, Kind } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import { usualRole } from '../record/network-standing.ts'
import { all, isAbout, openToSocialCareOn, type Picture } from '../record/standing.ts'
import { isFor } from './reading.ts'
import { readOnce } from './rounds.ts'
import type { Owed } from './rule.ts'

/** A miss that counts, for one child. */
export interface Miss {
  readonly child: PersonId
  readonly appointment: AppointmentStanding
  readonly entry: EntryOf<'was-not-brought'>
  readonly day: Day
  /** Whether one miss may do serious harm, as it was known on the day. */
  readonly critical: boolean
}

/** An appointment of one child that was kept, or missed in a way that counts; all others say nothing about the family. */
export interface Visit {
  readonly day: Day
  readonly id: ThingId
  readonly series: ThingId | undefined
  /** None when the child was brought. */
  readonly miss: Miss | undefined
}

/** The visits of each child who missed any, in order of the day, so that every rule about misses reads them once. */
export type Attendance = ReadonlyMap<PersonId, readonly Visit[]>

type Declared = EntryOf<'series-started' | 'series-importance'>

/** What was said of each series, in order of the day: a series that is called critical later was not so before. */
const declaredIn = (picture: Picture): ReadonlyMap<ThingId, readonly Declared[]> => {
  const declared = new Map<ThingId, Declared[]>()
  const said = [...all(picture, 'series-started'), ...all(picture, 'series-importance')]
  for (const entry of said.sort((one, other) => one.day - other.day)) {
    const held = declared.get(entry.series)
    if (held === undefined) declared.set(entry.series, [entry])
    else held.push(entry)
  }
  return declared
}

const isCritical = (
  declared: ReadonlyMap<ThingId, readonly Declared[]>,
  { critical, series }: AppointmentStanding,
  day: Day,
): boolean =>
  critical ||
  (series !== undefined &&
    declared.get(series)?.findLast(entry => entry.critical !== undefined && entry.day <= day)?.critical === true)

const add = (visits: Map<PersonId, Visit[]>, child: PersonId, visit: Visit): void => {
  const held = visits.get(child)
  if (held === undefined) visits.set(child, [visit])
  else held.push(visit)
}

/** The misses that a question finds among the appointments, one for each child. */
const eachMiss = (picture: Picture, missOf: typeof countableMiss): readonly Miss[] => {
  const declared = declaredIn(picture)
  return picture.appointments.flatMap(appointment => {
    const entry = missOf(appointment)
    if (entry === undefined) return []
    const { day } = entry
    const critical = isCritical(declared, appointment, day)
    return appointment.children.map(child => ({ child, appointment, entry, day, critical }))
  })
}

const addMisses = (picture: Picture, visits: Map<PersonId, Visit[]>): void => {
  for (const miss of eachMiss(picture, countableMiss)) {
    const { child, day, appointment } = miss
    add(visits, child, { day, id: appointment.id, series: appointment.series, miss })
  }
}

const addKept = (picture: Picture, visits: Map<PersonId, Visit[]>): void => {
  for (const { attended, person, children, id, series } of picture.appointments) {
    if (attended === undefined || person !== undefined) continue
    for (const child of children)
      if (visits.has(child)) add(visits, child, { day: attended.day, id, series, miss: undefined })
  }
}

const nobody: Attendance = new Map()

const read = (picture: Picture): Attendance => {
  if (all(picture, 'was-not-brought').length === 0) return nobody
  const visits = new Map<PersonId, Visit[]>()
  addMisses(picture, visits)
  addKept(picture, visits)
  for (const held of visits.values()) held.sort((one, other) => one.day - other.day || (one.id < other.id ? -1 : 1))
  return visits
}

/** What children were brought to and what they missed. */
export const attendanceOf = readOnce(read)

/** Every miss that counts, child by child, in order of the day. */
export const missesOf = readOnce((picture): readonly Miss[] =>
  [...attendanceOf(picture).values()].flatMap(visits => visits.flatMap(visit => visit.miss ?? [])),
)

/** Every miss after which the family is rung, counted or hard to come to, in order of the day. */
export const missesToFollowUp = readOnce((picture): readonly Miss[] =>
  all(picture, 'was-not-brought').length === 0
    ? []
    : eachMiss(picture, missToFollowUp).toSorted((one, other) => one.day - other.day),
)

/**
 * The misses that ask for more than a call: of a child open to social care, one that may do serious harm, or not the
 * first in twelve months. The policy that the review cites (4.2) has a review of the notes after every miss; but a single
 * miss of a child with no plan is a follow-up call and no more (beyond.md, "What must stay silent").
 */
export const graveMissesOf = readOnce((picture): readonly Miss[] => {
  const last = new Map<PersonId, Day>()
  return missesOf(picture).filter(miss => {
    const before = last.get(miss.child)
    last.set(miss.child, miss.day)
    const again = before !== undefined && before > addMonths(miss.day, -12)
    return miss.critical || again || openToSocialCareOn(picture, miss.child, miss.day)
  })
})

/** The place of the first entry on or after a day, in entries that stand in order. */
export const placeOf = (entries: readonly { readonly day: Day }[], day: Day): number => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.day ?? day) < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The first of entries that stand in order, on or after a day: found without reading all that came before. */
export const firstFromDay = <E extends Entry>(
  entries: readonly E[],
  day: Day,
  fits: (entry: E) => boolean,
): E | undefined => {
  for (let place = placeOf(entries, day); place < entries.length; place += 1) {
    const entry = entries[place]
    if (entry !== undefined && fits(entry)) return entry
  }
  return undefined
}

/** The first entry of a kind about a child on or after a day. */
export const firstSince = <K extends Kind>(
  picture: Picture,
  kind: K,
  { child, day }: { readonly child: PersonId; readonly day: Day },
  fits: (entry: EntryOf<K>) => boolean = () => true,
): EntryOf<K> | undefined =>
  firstFromDay(all(picture, kind), day, entry => isAbout(picture, entry, child) && fits(entry))

/** Whether an entry is about a miss by its name: the appointment's or the outcome's; nothing when it names nothing. */
export const isAboutMiss = (
  picture: Picture,
  entry: Entry,
  name: string | undefined,
  miss: Miss,
): boolean | undefined => {
  const { appointment, child, entry: outcome } = miss
  if (name === undefined) return undefined
  const named = name === appointment.id || name === outcome.id || name === outcome.root
  return named && isFor(picture, entry, appointment.children, child)
}

/** What every duty after a miss says: for whom, of which appointment, from when, and whose clinic it was. */
export const missBase = ({
  child,
  appointment,
  entry,
  day,
}: Miss): Pick<Owed, 'child' | 'thing' | 'because' | 'since' | 'agency'> => ({
  child,
  thing: appointment.id,
  because: [entry],
  since: day,
  agency: appointment.agency,
})

/** Whether an agency is a GP practice. */
export const isGp = (agency: Agency): boolean => serviceOfAgency(agency) === 'gp'

const ownCaseload: ReadonlySet<Service> = new Set([
  'gp',
  'health-visiting',
  'school-nursing',
  'community-nursing',
  'midwifery',
])

/** Who asks after a miss: a nurse, midwife or GP for what they offer themselves, else the clinic. */
export const askerAfterMiss = (agency: Agency): Role =>
  ownCaseload.has(serviceOfAgency(agency)) ? usualRole(agency) : 'clinic'
