import { ageOn } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import { type Bundle, bundlesOf, type Clash, clashesOf, type PlanningSettings, planningDefaults } from './clashes.ts'
import type { PersonId } from './field.ts'
import { type Planned, plannedFrom } from './planned.ts'
import { deskPosts, type postsIn } from './posts.ts'
import { type SameTest, sameTests } from './same-test.ts'
import { all, type Picture } from './standing.ts'

/** A meeting of the family with services on a day of appointments; the record knows its day and no time. */
export interface MeetingThatDay {
  readonly day: Day
  readonly what: 'meeting' | 'conference'
  readonly planned: readonly Planned[]
}

/** All that lies ahead of a family, and what a person might settle about it. Holdfast names it and moves nothing. */
export interface Ahead {
  readonly planned: readonly Planned[]
  readonly clashes: readonly Clash[]
  readonly sameTests: readonly SameTest[]
  readonly bundles: readonly Bundle[]
  readonly meetings: readonly MeetingThatDay[]
  readonly settings: PlanningSettings
}

const meetingDays = (stands: Picture): readonly Pick<MeetingThatDay, 'day' | 'what'>[] => [
  ...stands.meetings.flatMap(({ when, held, cancelled, type }) =>
    when === undefined || held !== undefined || cancelled !== undefined || type === 'professionals'
      ? []
      : [{ day: when, what: 'meeting' as const }],
  ),
  ...stands.conferences.flatMap(({ booked, held }) => {
    const last = booked.at(-1)
    return last === undefined || held !== undefined ? [] : [{ day: last.when, what: 'conference' as const }]
  }),
]

const meetingsOf = (stands: Picture, planned: readonly Planned[]): readonly MeetingThatDay[] =>
  meetingDays(stands).flatMap(({ day, what }) => {
    const thatDay = planned.filter(one => one.day === day)
    return thatDay.length === 0 ? [] : [{ day, what, planned: thatDay }]
  })

/** All that lies ahead of a family from a day on, read from as much of its record as the picture holds. */
export const aheadOf = (stands: Picture, today: Day, settings: PlanningSettings = planningDefaults): Ahead => {
  const planned = plannedFrom(stands, today)
  return {
    planned,
    clashes: clashesOf(stands, planned, settings),
    sameTests: sameTests(stands, planned, settings),
    bundles: bundlesOf(stands, planned, settings),
    meetings: meetingsOf(stands, planned),
    settings,
  }
}

/** From which age a young person's appointments are theirs, and shown to a parent only when they say so; a local setting. */
const ownFrom = 16

const confidential = /\bsexual\b|contracepti|terminat|abortion|\bgum clinic|\bhiv\b|genito.?urinary/iu

/** Whether a clinic is one of which nobody tells another of the family, by its name or what it is for. */
export const isConfidential = ({ appointment, purpose }: Planned): boolean =>
  confidential.test(`${appointment.clinic ?? ''} ${purpose ?? ''} ${appointment.series ?? ''}`)

/** A young person said that this parent, or every parent, may see their appointments; the last word counts. */
const agreed = (stands: Picture, young: PersonId, parent: PersonId): boolean =>
  all(stands, 'young-person-asked').findLast(
    one => one.person === young && (one.parent === undefined || one.parent === parent),
  )?.agrees === true

const isYoung = (stands: Picture, id: PersonId, day: Day): boolean => {
  const born = stands.people.get(id)?.born
  return stands.children.includes(id) && (born === undefined || ageOn(born, day).years < ownFrom)
}

/**
 * What of it somebody of the family may be shown: their own, and the children's. Never another adult's, a confidential
 * clinic's, or that of a young person of sixteen or more who has not said yes, which stands in the whole record alone.
 * Give it only what was folded for this person as its reader.
 */
export const aheadFor = (
  stands: Picture,
  ahead: Ahead,
  person: PersonId,
  whole: Picture = stands,
): readonly Planned[] =>
  ahead.planned.filter(
    one =>
      one.people.includes(person) ||
      (!isConfidential(one) &&
        one.appointment.person === undefined &&
        one.people.every(id => isYoung(stands, id, one.day) || agreed(whole, id, person))),
  )

/** Whom to ask at an agency for another day: its booking desk, else the secretary, else whoever manages its clinics. */
export const deskOf = (posts: ReturnType<typeof postsIn>, agency: Agency) =>
  deskPosts(posts, 'clinic', agency)[0] ??
  deskPosts(posts, 'medical-secretary', agency)[0] ??
  deskPosts(posts, 'clinic-manager', agency)[0]
