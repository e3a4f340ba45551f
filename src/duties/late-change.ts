import { addMonths, type Day } from '../calendar/day.ts'
import { sameAgency } from '../people/service.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import { countableChanges } from '../record/counted.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { firstFromDay } from './attendance.ts'
import { isFor } from './reading.ts'
import { readOnce, roundsOf } from './rounds.ts'
import { type Duty, type Owe, ownDefault, type Rule, rule } from './rule.ts'

/** An appointment that the family called off or moved at short notice. */
interface LateChange {
  readonly child: PersonId
  readonly day: Day
  readonly entry: Entry
  readonly appointment: AppointmentStanding
}

/** The late changes of each child that count, in order of the day. */
const lateChangesOf = (picture: Picture): ReadonlyMap<PersonId, readonly LateChange[]> => {
  const late = new Map<PersonId, LateChange[]>()
  for (const appointment of picture.appointments)
    for (const { entry } of countableChanges(picture, appointment))
      for (const child of appointment.children)
        late.set(child, [...(late.get(child) ?? []), { child, day: entry.day, entry, appointment }])
  for (const changes of late.values()) changes.sort((one, other) => one.day - other.day)
  return late
}

type Counted = readonly [LateChange, ...LateChange[]]

/** What was offered of each child's appointments and says something of the family: kept, missed so that it counts, changed late. */
const offeredOf = readOnce((picture): ReadonlyMap<PersonId, readonly Offer[]> => {
  const offered = new Map<PersonId, Offer[]>()
  for (const { attended, missed, excuse, person, children, series } of picture.appointments) {
    const day = attended?.day ?? (excuse === undefined ? missed?.day : undefined)
    if (day === undefined || person !== undefined) continue
    for (const child of children) {
      const held = offered.get(child)
      if (held === undefined) offered.set(child, [{ day, series }])
      else held.push({ day, series })
    }
  }
  return offered
})

interface Offer {
  readonly day: Day
  readonly series: ThingId | undefined
}

/** Whether so many are a fifth or more of all in these months: a child with sixty clinics is not flagged for having sixty. */
const isAFifth = (
  picture: Picture,
  count: number,
  { child, day, appointment }: LateChange,
  months: number,
): boolean => {
  const from = addMonths(day, -months)
  const { series } = appointment
  const others = (offeredOf(picture).get(child) ?? []).filter(
    one => one.day > from && one.day <= day && (months === 6 || one.series === series),
  )
  return count * 5 >= others.length + count
}

/** Two in one series within a year, or three within six months in all, when they are a fifth or more of what was offered. */
const full = (picture: Picture, changes: readonly LateChange[], place: number, after: Day): Counted | undefined => {
  const last = changes[place]
  if (last === undefined) return undefined
  const since = (months: number) =>
    changes
      .slice(0, place)
      .filter(one => one.day > after && one.day > addMonths(last.day, -months))
      .reverse()
  const { series } = last.appointment
  const ofSeries = series === undefined ? [] : since(12).filter(one => one.appointment.series === series)
  const [inSeries] = ofSeries
  if (inSeries !== undefined && isAFifth(picture, ofSeries.length + 1, last, 12)) return [last, inSeries]
  const lately = since(6)
  return lately.length >= 2 && isAFifth(picture, lately.length + 1, last, 6) ? [last, ...lately.slice(0, 2)] : undefined
}

/** A review of the notes at one of these clinics, or one that names one of these appointments. */
const reviewed = (picture: Picture, counted: Counted): Entry | undefined => {
  const [{ child, day }] = counted
  return firstFromDay(all(picture, 'notes-reviewed'), day, entry => {
    const named = counted.find(({ appointment }) => appointment.id === entry.appointment)
    if (named !== undefined) return isFor(picture, entry, named.appointment.children, child)
    if (entry.appointment !== undefined || !isAbout(picture, entry, child)) return false
    return counted.some(({ appointment }) => sameAgency(appointment.agency, entry.by))
  })
}

const oweReview = (picture: Picture, owe: Owe, counted: Counted, ordinal: number): Duty | undefined => {
  const [last, ...others] = counted
  return owe({
    child: last.child,
    thing: 'late-changes',
    step: `${ordinal}`,
    because: [last.entry, ...others.map(one => one.entry)],
    since: last.day,
    agency: last.appointment.agency,
    done: reviewed(picture, counted),
  })
}

const changesReviewed = rule({
  name: 'notes-reviewed-after-late-changes',
  catalogue: 'R-APT-7',
  says: 'Review the notes after repeated late changes: what this does to the child, and what would help the family',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'five working days after two changes in one series within a year or three in six months, each within two working days of the appointment and together a fifth or more of what was offered then; that notes are reviewed when appointments are repeatedly cancelled or re-arranged is the policy of the acute trust in the review (4.2)',
  ),
  limit: { workingDays: 5 },
  owner: 'consultant',
  ladder: ['clinical-lead', 'named-doctor'],
  find: (picture, owe) => {
    for (const events of lateChangesOf(picture).values())
      roundsOf<LateChange, LateChange>({
        events,
        full: (_, place, after) => full(picture, events, place, after),
        answered: (counted, ordinal) => oweReview(picture, owe, counted, ordinal)?.ended?.day,
      })
  },
})

/** Appointments that the family calls off or moves again and again at short notice (review 4.2, 5.5). */
export const lateChangeRules: readonly Rule[] = [changesReviewed]
