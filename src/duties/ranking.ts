import { type Day, daysBetween } from '../calendar/day.ts'
import { climbsOn } from './climb.ts'
import { stateOn } from './derive.ts'
import type { Duty } from './rule.ts'

/*
 * The one order of what is owed now: on a family's page, on Today, in a notice, in the inbox. It goes by what the duty is and
 * how it stands, and never by anything that is counted of a child or a family. The longest late does not go first: a plan
 * that was forgotten a year ago must not stand before a conference that was decided on Monday.
 */

const standings = [
  'a child may come to harm today',
  'an agreed condition was met',
  'statutory and late',
  'statutory and due soon',
  'on the road to a conference',
  'late',
  'due today',
  'due soon',
  'due later',
  'no longer owed',
] as const

/** How a duty stands on a day, of which the order goes by the first that holds. */
export type Standing = (typeof standings)[number]

/** Two weeks: what falls due after that is not of now. A local setting of ours. */
export const soonDays = 14

const isSoon = ({ due }: Duty, day: Day): boolean => daysBetween(day, due.day) <= soonDays

const isConferenceRoad = ({ rule }: Duty): boolean => rule.catalogue.startsWith('R-ICPC')

// A conference that is decided is of now from that day on, though it may be held three weeks later: its steps are not far.
const pressing = (duty: Duty, late: boolean, soon: boolean): Standing | undefined => {
  const { rule } = duty
  if (rule.heard === 'at-once') return 'a child may come to harm today'
  if (rule.shape === 'if-then') return 'an agreed condition was met'
  if (rule.label === 'statutory' && late) return 'statutory and late'
  if (rule.label === 'statutory' && soon) return 'statutory and due soon'
  return isConferenceRoad(duty) ? 'on the road to a conference' : undefined
}

const timely = (duty: Duty, day: Day, late: boolean, soon: boolean): Standing => {
  if (late) return 'late'
  if (!soon) return 'due later'
  return duty.due.day === day ? 'due today' : 'due soon'
}

/** How a duty stands on a day. */
export const standingOf = (duty: Duty, day: Day): Standing => {
  const state = stateOn(duty, day)
  if (state !== 'late' && state !== 'open') return 'no longer owed'
  const [late, soon] = [state === 'late', isSoon(duty, day)]
  return pressing(duty, late, soon) ?? timely(duty, day, late, soon)
}

/** How many rungs of its ladder the lateness of a duty has climbed by a day. */
const climbed = (duty: Duty, day: Day): number =>
  duty.rule.ladder.filter((_, index) => climbsOn(duty, index + 1) <= day).length

const newestFirst: ReadonlySet<Standing> = new Set(['a child may come to harm today', 'an agreed condition was met'])

/** The order in words of numbers: the first that differs decides. */
const placeOf = (duty: Duty, day: Day): readonly number[] => {
  const standing = standingOf(duty, day)
  const within = standing === 'late' ? -climbed(duty, day) : newestFirst.has(standing) ? -duty.opens : 0
  return [standings.indexOf(standing), within, duty.due.day]
}

interface Placed<Thing> {
  readonly thing: Thing
  readonly key: string
  readonly place: readonly number[]
}

const compare = (one: Placed<unknown>, other: Placed<unknown>): number => {
  for (const [at, number] of one.place.entries()) {
    const difference = number - (other.place[at] ?? 0)
    if (difference !== 0) return difference
  }
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0
}

/** Things in the order in which their duties stand on a day, the worst first; each is placed once. */
export const worstFirst = <Thing>(
  things: readonly Thing[],
  dutyOf: (thing: Thing) => Duty,
  day: Day,
): readonly Thing[] =>
  things
    .map(thing => ({ thing, key: dutyOf(thing).key, place: placeOf(dutyOf(thing), day) }))
    .sort(compare)
    .map(({ thing }) => thing)

const unfolded: ReadonlySet<Standing> = new Set([
  'a child may come to harm today',
  'statutory and late',
  'statutory and due soon',
  'due today',
])

/** Whether it stands in sight however long the list is: what is statutory, and what is due the same day. */
export const isNeverFolded = (duty: Duty, day: Day): boolean =>
  unfolded.has(standingOf(duty, day)) || (duty.due.day === day && stateOn(duty, day) === 'open')

/** How many things stand at the top of a page as what is to be done now. */
export const mostNow = 5

/** Of things in order, what is to be done now: five, and beyond them what is never folded away; and the rest. */
export const nowAndMore = <Thing>(
  inOrder: readonly Thing[],
  dutyOf: (thing: Thing) => Duty,
  day: Day,
): { readonly now: readonly Thing[]; readonly more: readonly Thing[] } => {
  const isNow = (thing: Thing, place: number): boolean => place < mostNow || isNeverFolded(dutyOf(thing), day)
  return {
    now: inOrder.filter(isNow),
    more: inOrder.filter((thing, place) => !isNow(thing, place)),
  }
}
