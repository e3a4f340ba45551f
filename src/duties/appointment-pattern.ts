import { addMonths, type Day } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import { planStandsOn } from '../record/plan-standing.ts'
import { all, isAbout, onPlanOn, type Picture } from '../record/standing.ts'
import { attendanceOf, firstSince, type Miss, type Visit } from './attendance.ts'
import { earliest } from './reading.ts'
import { type Round, readOnce, roundsOf } from './rounds.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

/** Misses that together ask for a discussion: the one that completed them first. */
export interface Pattern {
  readonly child: PersonId
  readonly ordinal: number
  readonly misses: readonly [Miss, ...Miss[]]
  /** The first discussion of the child among agencies from that day on. */
  readonly discussed: Entry | undefined
}

const name = 'attendance-pattern-discussed'

const onNeglectPlan = (picture: Picture, { child, day }: Miss): boolean =>
  picture.plans.some(
    plan =>
      (plan.type === 'child-protection' || plan.type === 'child-in-need') &&
      plan.started?.category === 'neglect' &&
      planStandsOn(plan, child, day),
  )

/**
 * Three misses in twelve months, whoever the provider, when they are a fifth or more of all visits of those months: a
 * child with sixty appointments is not flagged for three.
 */
const threeInAYear = (visits: readonly Visit[], place: number, after: Day): readonly Miss[] | undefined => {
  const counted: Miss[] = []
  const from = addMonths(visits[place]?.day ?? after, -12)
  let [all, missed] = [0, 0]
  for (let at = place; at >= 0; at -= 1) {
    const visit = visits[at]
    if (visit === undefined || visit.day <= from) break
    all += 1
    if (visit.miss === undefined) continue
    missed += 1
    if (visit.day > after) counted.push(visit.miss)
  }
  return counted.length >= 3 && missed * 5 >= all ? counted : undefined
}

/** For each visit the one before it in its series. An outcome that nobody wrote down is passed over: it shows neither. */
const beforeInSeries = (visits: readonly Visit[]): readonly (Visit | undefined)[] => {
  const last = new Map<ThingId, Visit>()
  return visits.map(visit => {
    if (visit.series === undefined) return undefined
    const before = last.get(visit.series)
    last.set(visit.series, visit)
    return before
  })
}

type Words = readonly { readonly day: Day; readonly entry: Entry }[]

/** What people wrote about the discussion by its name: held and recorded elsewhere, or set aside with a signature. */
const wordsOn = (picture: Picture): Words => [
  ...all(picture, 'done-elsewhere').flatMap(entry =>
    entry.rule === name ? [{ day: entry.done ?? entry.day, entry }] : [],
  ),
  ...all(picture, 'set-aside').flatMap(entry =>
    entry.rule === name && entry.signedBy !== undefined ? [{ day: entry.day, entry }] : [],
  ),
]

const meetings = new Set(['professionals', 'child-in-need', 'core-group', 'conference'])

const discussedFrom = (picture: Picture, child: PersonId, day: Day): Entry | undefined =>
  earliest(
    firstSince(picture, 'meeting-held', { child, day }, held => held.type !== undefined && meetings.has(held.type)),
    firstSince(picture, 'strategy-discussion', { child, day }),
    firstSince(picture, 'conference-held', { child, day }),
  )

const roundsFor = (picture: Picture, visits: readonly Visit[], words: Words): readonly Round<Miss>[] => {
  const before = beforeInSeries(visits)
  return roundsOf<Visit, Miss>({
    events: visits,
    full: ({ miss }, place, after) => {
      if (miss === undefined) return undefined
      if (miss.critical || onNeglectPlan(picture, miss)) return [miss]
      const last = before[place]?.miss
      if (last !== undefined && last.day > after) return [miss, last]
      const [first = miss, ...others] = threeInAYear(visits, place, after) ?? []
      return others.length === 0 ? undefined : [first, ...others]
    },
    answered: ([{ child, day }]) => {
      const days = words.filter(one => one.entry.day >= day && isAbout(picture, one.entry, child)).map(one => one.day)
      const discussed = discussedFrom(picture, child, day)?.day
      return [...days, ...(discussed === undefined ? [] : [discussed])].sort((one, other) => one - other)[0]
    },
  })
}

/**
 * The patterns of missed appointments of every child: two in a row in one series; three in twelve months; one where one
 * miss may do serious harm; one on a plan for neglect (timescales 3.4; all numbers are local settings). Counted anew
 * after each discussion; while one stands undiscussed there is no second. Three rules read them, so they are read once.
 */
export const patternsOf = readOnce((picture): readonly Pattern[] => {
  const words = wordsOn(picture)
  return [...attendanceOf(picture)].flatMap(([child, visits]) =>
    roundsFor(picture, visits, words).map(({ ordinal, counted }) => ({
      child,
      ordinal,
      misses: counted,
      discussed: discussedFrom(picture, child, counted[0].day),
    })),
  )
})

/** The entries that make a pattern, the one that completed it first. */
export const entriesOf = ({ misses: [last, ...others] }: Pattern): readonly [Entry, ...Entry[]] => [
  last.entry,
  ...others.map(miss => miss.entry),
]

/** Who leads for a child on a day: the social worker where there is a plan, else the lead practitioner. */
export const leadOf = (picture: Picture, child: PersonId, day: Day): Role =>
  onPlanOn(picture, child, day) ? 'social-worker' : 'lead-practitioner'

const patternDiscussed = rule({
  name,
  catalogue: 'R-APT-6',
  says: 'Discuss with all agencies what the missed appointments mean for the child',
  shape: 'count',
  label: 'local setting',
  source: ownDefault(
    'five working days after two misses in a row in one series, three in twelve months that are a fifth or more of all visits, one that may do serious harm, or one on a plan for neglect',
  ),
  limit: { workingDays: 5 },
  owner: 'lead-practitioner',
  ladder: ['team-manager', 'service-manager'],
  find: (picture, owe) => {
    for (const pattern of patternsOf(picture)) {
      const { child, ordinal, misses, discussed } = pattern
      const { day } = misses[0]
      owe({
        child,
        thing: 'pattern',
        step: `${ordinal}`,
        because: entriesOf(pattern),
        since: day,
        owner: leadOf(picture, child, day),
        done: discussed,
      })
    }
  },
})

/** Missed appointments that together are more than each alone (review 5.10, 5.23). */
export const patternRules: readonly Rule[] = [patternDiscussed]
