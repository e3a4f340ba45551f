import { addDays, type Day } from '../calendar/day.ts'
import { dueFrom } from '../calendar/limit.ts'
import type { AppointmentStanding } from '../record/appointment-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { homeOn, plainAddress } from '../record/person-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstFromDay, firstSince } from './attendance.ts'
import { earliest, endedBy } from './reading.ts'
import { readOnce } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** An appointment that was booked for a day. */
type Booked = AppointmentStanding & { readonly when: NonNullable<AppointmentStanding['when']>; readonly booked: Entry }

const isBooked = (one: AppointmentStanding): one is Booked => one.when !== undefined && one.booked !== undefined

const hour = 3_600_000

/** Two sites within two hours, or one site within half an hour; two days on which only the day is known clash at two sites. */
const clashes = (one: Booked, other: Booked): boolean => {
  const sameSite = one.agency === other.agency
  const [a, b] = [one.when.at, other.when.at]
  if (a === undefined || b === undefined) return !sameSite
  return Math.abs(a - b) < (sameSite ? hour / 2 : 2 * hour)
}

const plannedLast = (one: Booked): Entry => one.moves.at(-1) ?? one.booked
const isKnownBefore = (one: Booked): boolean => plannedLast(one).day < one.when.to

/** Of the appointments of one day, those of one child that clash, with the later booking last. */
const pairsOf = readOnce((picture): readonly (readonly [Booked, Booked])[] => {
  // Few days have two appointments, so that only those get a list.
  const first = new Map<Day, Booked>()
  const crowded = new Map<Day, Booked[]>()
  for (const one of picture.appointments) {
    if (!isBooked(one) || one.person !== undefined) continue
    const day = one.when.to
    const before = first.get(day)
    const held = crowded.get(day)
    if (before === undefined) first.set(day, one)
    else if (held === undefined) crowded.set(day, [before, one])
    else held.push(one)
  }
  return [...crowded.values()].flatMap(crowd => {
    const ofDay = crowd.filter(isKnownBefore)
    return ofDay.flatMap((one, place) =>
      ofDay
        .slice(place + 1)
        .filter(other => other.children.some(child => one.children.includes(child)) && clashes(one, other))
        .map(other => inOrder(one, other)),
    )
  })
})

const inOrder = (one: Booked, other: Booked): readonly [Booked, Booked] =>
  plannedLast(one).day <= plannedLast(other).day ? [one, other] : [other, one]

/** One of the two was moved or called off; when the day has come it is too late to change either. */
const changed = (pair: readonly [Booked, Booked], since: Day): Entry | undefined =>
  earliest(...pair.flatMap(one => (one.cancelled !== undefined && one.cancelled.day >= since ? [one.cancelled] : [])))

const cameTo = (pair: readonly [Booked, Booked]): Entry | undefined =>
  earliest(...pair.flatMap(({ attended, missed, absent }) => attended ?? missed ?? absent ?? []))

/** The clashes that a later move has ended are gone from what stands, so that only those that were left are found here. */
const clashSettled = rule({
  name: 'clash-settled',
  catalogue: 'R-APT-8',
  says: 'Settle which of two appointments is moved: both cannot be kept',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault(
    'three working days, and before the day itself, on the provider’s side; the clash counts against no family',
  ),
  limit: { workingDays: 3 },
  clock: 'within three working days, and before the day itself',
  owner: 'lead-health-practitioner',
  ladder: ['clinic-manager', 'named-nurse'],
  find: (picture, owe) => {
    for (const pair of pairsOf(picture)) {
      const [first, second] = pair
      const since = plannedLast(second).day
      const due = Math.max(since, Math.min(dueFrom(since, { workingDays: 3 }).day, addDays(second.when.to, -1))) as Day
      for (const child of first.children.filter(one => second.children.includes(one)))
        owe({
          ...{ child, thing: [first.id, second.id].sort().join(' and '), since },
          because: [plannedLast(second), plannedLast(first)],
          ...{ due: { day: due, basis: 'table' }, agency: second.agency },
          ...endedBy(changed(pair, since), cameTo(pair)),
        })
    }
  },
})

type Reviewed = EntryOf<'notes-reviewed'>

/** A new day for the same child and clinic: booked, moved to, or already come to. */
const rebooked = (picture: Picture, missed: AppointmentStanding, review: Reviewed): Entry | undefined =>
  earliest(
    ...(['appointment-booked', 'appointment-moved', 'attended'] as const).flatMap(kind =>
      missed.children.map(child =>
        firstSince(picture, kind, { child, day: missed.missed?.day ?? review.day }, one => {
          if (one.kind === 'appointment-booked' && one.accepted === false) return false
          return missed.series !== undefined && one.series !== undefined
            ? one.series === missed.series
            : (one.agency ?? one.by) === missed.agency
        }),
      ),
    ),
  )

const missReviewed = (picture: Picture, review: Reviewed): AppointmentStanding | undefined =>
  review.appointment === undefined
    ? picture.appointments.findLast(
        one =>
          one.missed !== undefined &&
          one.missed.day <= review.day &&
          childrenOf(picture, review).some(child => one.children.includes(child)),
      )
    : picture.appointments.find(({ id }) => id === review.appointment)

const appointmentRebooked = rule({
  name: 'appointment-rebooked',
  catalogue: 'R-APT-11',
  says: 'Book a new appointment that the parent accepts, as the review of the notes asked',
  label: 'local setting',
  source: ownDefault('three weeks after the notes were reviewed'),
  limit: { weeks: 3 },
  owner: 'clinic',
  ladder: ['clinic-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    const seen = new Set<string>()
    for (const review of all(picture, 'notes-reviewed')) {
      if (review.next !== 'rebook') continue
      const missed = missReviewed(picture, review)
      if (missed === undefined || seen.has(missed.id)) continue
      seen.add(missed.id)
      const done = rebooked(picture, missed, review)
      const before = done !== undefined && done.day < review.day ? { doneOn: review.day } : {}
      for (const child of missed.children)
        owe({
          ...{ child, thing: missed.id, because: [review], since: review.day },
          ...{ agency: missed.agency, done, ...before },
        })
    }
  },
})

type Returned = EntryOf<'letter-returned'>

const wordsOf = (returned: Returned): readonly string[] => [returned.about ?? [], returned.letter ?? []].flat()

/** Sent again, to where the family lives now, or told in another way. */
const sentAgain = (picture: Picture, returned: Returned): Entry | undefined => {
  const [child] = childrenOf(picture, returned)
  const person = child === undefined ? undefined : picture.people.get(child)
  const names = wordsOf(returned)
  const old = returned.address === undefined ? undefined : plainAddress(returned.address)
  const letter = firstFromDay(all(picture, 'letter-sent'), returned.day, one => {
    const to = one.address === undefined ? undefined : plainAddress(one.address)
    const home = person === undefined ? undefined : homeOn(person, one.day)
    const right = to === undefined || (to !== old && (home === undefined || to === home))
    return right && (names.length === 0 || one.about === undefined || names.includes(one.about))
  })
  const told =
    child === undefined
      ? undefined
      : firstSince(
          picture,
          'contact',
          { child, day: returned.day },
          one => one.by === returned.by && one.reached !== false,
        )
  return earliest(letter, told)
}

const lettersSentAgain = rule({
  name: 'letters-sent-again',
  catalogue: 'R-APT-16',
  says: 'Find out where the family lives, and send again all letters since the last address that was safe',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('two working days after a letter comes back; misses in between are not safe to count'),
  limit: { workingDays: 2 },
  owner: 'medical-secretary',
  ladder: ['clinic-manager'],
  find: (picture, owe) => {
    for (const returned of all(picture, 'letter-returned'))
      for (const child of childrenOf(picture, returned))
        owe({
          ...{ child, thing: returned.root, because: [returned], since: returned.day, agency: returned.by },
          done: sentAgain(picture, returned),
        })
  },
})

/** Appointments ahead: no two at once, a new one after a miss, letters that arrive (R-APT-8, R-APT-11, R-APT-16). */
export const appointmentAheadRules: readonly Rule[] = [clashSettled, appointmentRebooked, lettersSentAgain]
