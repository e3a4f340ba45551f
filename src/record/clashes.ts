import type { Day } from '../calendar/day.ts'
import { sameAgency } from '../people/service.ts'
import type { PersonId } from './field.ts'
import { homeOf } from './household.ts'
import type { Planned } from './planned.ts'
import type { Picture } from './standing.ts'

/** What a partnership takes for its own: all are local settings. */
export interface PlanningSettings {
  /** From one site to another by bus, in minutes. */
  readonly travelMinutes: number
  /** How long an appointment takes where nobody says, in minutes. */
  readonly lengthMinutes: number
  /** Within how many weeks the same test at two places is worth asking about. */
  readonly sameTestWeeks: number
  /** Within how many days appointments at one site may be put together. */
  readonly bundleDays: number
}

/** The settings of Holdfast, where a partnership says nothing else. */
export const planningDefaults: PlanningSettings = {
  travelMinutes: 60,
  lengthMinutes: 30,
  sameTestWeeks: 6,
  bundleDays: 14,
}

/** Two appointments that cannot both be kept, or only just. */
export interface Clash {
  readonly why: 'same-time' | 'no-time-to-travel' | 'time-not-known'
  readonly one: Planned
  readonly other: Planned
  /** The child who is to be in two places, or nothing where it is whoever brings two people. */
  readonly child: PersonId | undefined
  /** From the end of the first to the beginning of the second, where both times are known. */
  readonly minutesBetween: number | undefined
}

const minute = 60_000

/** One site: the same agency, and not two buildings of it that are named. */
export const isOneSite = ({ appointment: one }: Planned, { appointment: other }: Planned): boolean =>
  sameAgency(one.agency, other.agency) &&
  one.agency === other.agency &&
  (one.site === undefined || other.site === undefined || one.site.toLowerCase() === other.site.toLowerCase())

/** Whether one person is needed at both: the same child, or two people of one home. Whose home is not known is of this one. */
const needsOne = (stands: Picture, one: Planned, other: Planned, day: Day): boolean =>
  one.people.some(person =>
    other.people.some(with_ => {
      const [home, theirs] = [homeOf(stands, person, day), homeOf(stands, with_, day)]
      return person === with_ || home === undefined || theirs === undefined || home === theirs
    }),
  )

const minutesBetween = ({ at: one }: Planned, { at: other }: Planned, length: number): number | undefined =>
  one === undefined || other === undefined ? undefined : (other - one) / minute - length

const whyOf = (
  one: Planned,
  other: Planned,
  gap: number | undefined,
  settings: PlanningSettings,
): Clash['why'] | undefined => {
  const isHere = isOneSite(one, other)
  if (gap === undefined) return isHere ? undefined : 'time-not-known'
  if (gap < 0) return 'same-time'
  return !isHere && gap < settings.travelMinutes ? 'no-time-to-travel' : undefined
}

/** Each pair of one day that cannot both be kept, or only just. Appointments come in order. */
export const clashesOf = (
  stands: Picture,
  planned: readonly Planned[],
  settings: PlanningSettings = planningDefaults,
): readonly Clash[] =>
  planned.flatMap((one, place) =>
    planned.slice(place + 1).flatMap(other => {
      if (other.day !== one.day || !needsOne(stands, one, other, one.day)) return []
      const gap = minutesBetween(one, other, settings.lengthMinutes)
      const why = whyOf(one, other, gap, settings)
      const child = one.people.find(person => other.people.includes(person))
      return why === undefined ? [] : [{ why, one, other, child, minutesBetween: gap }]
    }),
  )

/** Appointments at one site on several days that might be put on one. */
export interface Bundle {
  readonly planned: readonly Planned[]
}

/** What might be put together: two or more at one site, on different days that lie near each other, for one home. */
export const bundlesOf = (
  stands: Picture,
  planned: readonly Planned[],
  { bundleDays }: PlanningSettings = planningDefaults,
): readonly Bundle[] => {
  const taken = new Set<Planned>()
  return planned.flatMap(first => {
    if (taken.has(first)) return []
    const near = planned.filter(
      one =>
        !taken.has(one) &&
        one.day >= first.day &&
        one.day - first.day <= bundleDays &&
        isOneSite(first, one) &&
        needsOne(stands, first, one, first.day),
    )
    if (new Set(near.map(({ day }) => day)).size < 2) return []
    for (const one of near) taken.add(one)
    return [{ planned: near }]
  })
}
