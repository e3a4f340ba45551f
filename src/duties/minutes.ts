import type { Day } from '../calendar/day.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { workingOn } from '../record/network-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { earliest, whenAllTold } from './reading.ts'

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

const daysHeld = (picture: Picture): readonly Day[] => [
  ...picture.discussions.map(({ first }) => first.day),
  ...picture.meetings.flatMap(({ held }) => (held === undefined ? [] : [held.day])),
  ...all(picture, 'conference-held').map(entry => entry.day),
]

/** Finds the minutes that went out after something was held: those that name it, or name nothing and follow it next. */
export const minutesOf = (picture: Picture): ((held: Held, child: PersonId) => readonly Minutes[]) => {
  const sent = all(picture, 'minutes-sent')
  const nameless = sent.filter(entry => entry.meeting === undefined)
  const days = nameless.length === 0 ? [] : daysHeld(picture)
  const follows = (entry: Minutes, day: Day) =>
    entry.day >= day && !days.some(other => other > day && other <= entry.day)
  return ({ id, day }, child) => [
    ...sent.filter(entry => entry.meeting === id && entry.day >= day),
    ...nameless.filter(entry => follows(entry, day) && isAbout(picture, entry, child)),
  ]
}

const alwaysTold = new Set(['gp', 'lead-paediatrician'])

/** Who is to have the minutes: whoever was there or was asked, and the GP and lead paediatrician at work with the child. */
export const minutesFor = (
  picture: Picture,
  child: PersonId,
  { day, by }: Held,
  asked: readonly Agency[],
): readonly Agency[] => {
  const health = workingOn(picture.network, child, day).filter(({ role }) => alwaysTold.has(role))
  return [...new Set([...asked, ...health.map(({ agency }) => agency)])].filter(
    agency => !sameAgency(agency, by) && serviceOfAgency(agency) !== 'family',
  )
}

/** The minutes by which everybody has them; minutes that do not say to whom they went are taken to have gone to all. */
export const minutesSent = (minutes: readonly Minutes[], since: Day, to: readonly Agency[]): Entry | undefined => {
  const [toAll, toSome] = [
    minutes.find(entry => entry.to === undefined),
    minutes.filter(entry => entry.to !== undefined),
  ]
  const others = to.filter(agency => !minutes.some(entry => sameAgency(entry.by, agency)))
  return earliest(toAll, whenAllTold(toSome, others, since))
}
