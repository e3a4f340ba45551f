import type { Day } from '../calendar/day.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isAtWork } from '../record/network-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'

type Minutes = EntryOf<'minutes-sent'>

/** A strategy discussion, meeting or conference that was held: its id, its day, and who wrote that it was. */
export interface Held {
  readonly id: string
  readonly day: Day
  readonly by: Agency
}

/** The id of a conference that was held: its own, else that of the road that led to it. */
export const conferenceIdOf = (picture: Picture, held: EntryOf<'conference-held'>): string =>
  held.conference ?? picture.conferences.find(conference => conference.held === held)?.id ?? held.root

/** The days on which conferences were held, in order. */
const daysOfConferences = (picture: Picture): readonly Day[] => all(picture, 'conference-held').map(entry => entry.day)

/** The days on which anything was held, in order. */
const daysHeld = (picture: Picture): readonly Day[] => {
  const days = picture.discussions.map(({ first }) => first.day)
  for (const { held } of picture.meetings) if (held !== undefined) days.push(held.day)
  for (const entry of all(picture, 'conference-held')) days.push(entry.day)
  return days.sort((one, other) => one - other)
}

/** Minutes by what they name; those that name nothing, by the last day before them on which anything was held. */
interface Sent {
  readonly byName: ReadonlyMap<string, readonly Minutes[]>
  readonly byDay: ReadonlyMap<Day, readonly Minutes[]>
}

const put = <K>(held: Map<K, Minutes[]>, key: K, entry: Minutes): void => {
  const before = held.get(key)
  if (before === undefined) held.set(key, [entry])
  else before.push(entry)
}

const read = (picture: Picture): Sent => {
  const [byName, byDay] = [new Map<string, Minutes[]>(), new Map<Day, Minutes[]>()]
  let days: readonly Day[] | undefined
  for (const entry of all(picture, 'minutes-sent'))
    if (entry.meeting !== undefined) put(byName, entry.meeting, entry)
    else {
      days ??= daysHeld(picture)
      // Minutes of the conference unit are of a conference, though a core group met in between.
      const ofUnit = serviceOfAgency(entry.by) === 'conference-unit' ? daysOfConferences(picture) : days
      const last = (ofUnit.length === 0 ? days : ofUnit).findLast(day => day <= entry.day)
      if (last !== undefined) put(byDay, last, entry)
    }
  return { byName, byDay }
}

const none: readonly Minutes[] = []

/** Finds the minutes that went out after something was held: those that name it, or name nothing and follow it next. */
export const minutesOf = (picture: Picture): ((held: Held, child: PersonId) => readonly Minutes[]) => {
  const { byName, byDay } = read(picture)
  return ({ id, day }, child) => {
    const named = byName.get(id) ?? none
    const nameless = byDay.get(day)?.filter(entry => isAbout(picture, entry, child)) ?? none
    const either = nameless.length === 0 ? named : [...named, ...nameless].sort((one, other) => one.day - other.day)
    return either.every(entry => entry.day >= day) ? either : either.filter(entry => entry.day >= day)
  }
}

const alwaysTold = new Set(['gp', 'lead-paediatrician'])

/** Who is to have the minutes: whoever was there or was asked, and the GP and lead paediatrician at work with the child. */
export const minutesFor = (
  picture: Picture,
  child: PersonId,
  { day, by }: Held,
  asked: readonly Agency[],
): readonly Agency[] => {
  const agencies: Agency[] = []
  // A few agencies in a list are sooner looked through than put into a set, and there are hundreds of meetings.
  const add = (agency: Agency) => {
    if (!agencies.includes(agency) && !sameAgency(agency, by) && serviceOfAgency(agency) !== 'family')
      agencies.push(agency)
  }
  for (const agency of asked) add(agency)
  for (const one of picture.network) if (alwaysTold.has(one.role) && isAtWork(one, child, day)) add(one.agency)
  return agencies
}

const isSentTo = ({ to, by }: Minutes, agency: Agency): boolean =>
  to === undefined || to.includes(agency) || to.some(one => sameAgency(one, agency)) || sameAgency(by, agency)

/**
 * The minutes by which the last of them has them, nothing while somebody does not. Minutes that do not say to whom they
 * went are taken to have gone to all; whoever sends minutes has them.
 */
export const minutesSent = (minutes: readonly Minutes[], to: readonly Agency[]): Minutes | undefined => {
  let last = minutes[0]
  for (const agency of to) {
    const first = minutes.find(entry => isSentTo(entry, agency))
    if (first === undefined || last === undefined) return undefined
    if (first.day > last.day) last = first
  }
  return last
}
