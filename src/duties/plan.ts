import { type Service, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { driftRules } from './drift.ts'
import { meetingGoesAhead } from './meeting-goes-ahead.ts'
import { membershipRules } from './membership.ts'
import { endedBy, isFor } from './reading.ts'
import { procedure, type Rule, rule } from './rule.ts'
import { turnsOf, withElsewhere } from './turn.ts'

type Held = EntryOf<'meeting-held'>

/** A child in need plan, for one child of it. */
interface ForChild {
  readonly plan: PlanStanding
  readonly child: PersonId
  /** The day it was agreed, else written. */
  readonly agreed: Entry
}

const inNeed = (picture: Picture): readonly ForChild[] =>
  picture.plans.flatMap(plan => {
    const agreed = plan.agreed ?? plan.started
    return plan.type !== 'child-in-need' || agreed === undefined
      ? []
      : plan.children.map(child => ({ plan, child, agreed }))
  })

/** What a meeting is of: as it says itself, else as it was called. */
const meetingsById = (picture: Picture) => new Map(picture.meetings.map(meeting => [meeting.id, meeting]))
type ById = ReturnType<typeof meetingsById>

/** The meetings held of a plan: those that name it, and those of the type that name none. */
const meetingsOf = (picture: Picture, byId: ById, { plan, child, agreed }: ForChild): readonly Held[] =>
  all(picture, 'meeting-held').filter(held => {
    const called = held.meeting === undefined ? undefined : byId.get(held.meeting)
    const of = held.plan ?? called?.plan
    if (held.day < agreed.day) return false
    return of === undefined
      ? (held.type ?? called?.type) === 'child-in-need' && isAbout(picture, held, child)
      : of === plan.id && isFor(picture, held, plan.children, child)
  })

const firstMeeting = rule({
  name: 'child-in-need-first-meeting',
  catalogue: 'R-CIN-1',
  says: 'Hold the first meeting of the child in need plan',
  label: 'local procedure',
  source: procedure(
    'Cumberland child in need procedure: first planning meeting within 15 working days of agreeing that a plan is needed',
  ),
  limit: { workingDays: 15 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    const byId = meetingsById(picture)
    for (const one of inNeed(picture)) {
      const { plan, child, agreed } = one
      const [held] = meetingsOf(picture, byId, one)
      owe({ child, thing: plan.id, because: [agreed], since: agreed.day, ...endedBy(held, plan.ended) })
    }
  },
})

/** A meeting recorded in another system under either rule is a meeting. */
const meetingRules = ['child-in-need-first-meeting', 'child-in-need-review']

const nextMeeting = rule({
  name: 'child-in-need-review',
  catalogue: 'R-CIN-2',
  says: 'Hold the next child in need meeting, with or without the parent',
  label: 'local procedure',
  source: procedure('Bolton child in need procedure: plan reviewed every six weeks'),
  limit: { weeks: 6 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    const byId = meetingsById(picture)
    for (const one of inNeed(picture)) {
      const times = withElsewhere(picture, meetingsOf(picture, byId, one), { ...one, rules: meetingRules })
      const [start] = times
      if (start !== undefined) for (const owed of turnsOf({ ...one, start, times })) owe(owed)
    }
  },
})

const whoVisit: ReadonlySet<Service> = new Set(['social-care', 'family-support', 'health-visiting', 'early-help'])

/** "Visited" alone is not "seen": the entry names the child as seen, at home. */
const seenAtHome = (entry: EntryOf<'contact'>): boolean =>
  entry.seen !== undefined &&
  entry.reached !== false &&
  (entry.where === 'home' || (entry.where === undefined && entry.way === 'visit')) &&
  whoVisit.has(serviceOfAgency(entry.by))

const sightings = (picture: Picture): ReadonlyMap<PersonId, readonly Entry[]> => {
  const byChild = new Map<PersonId, Entry[]>()
  for (const entry of all(picture, 'contact')) {
    if (!seenAtHome(entry)) continue
    for (const child of entry.seen ?? []) {
      const held = byChild.get(child)
      if (held === undefined) byChild.set(child, [entry])
      else held.push(entry)
    }
  }
  return byChild
}

/** From the plan on, or from the birth of a child who was not born then; a child who is not born cannot be seen. */
const seenFrom = (picture: Picture, { plan, child, agreed }: ForChild): Entry | undefined => {
  const start = plan.started ?? agreed
  const person = picture.people.get(child)
  return person !== undefined && isUnbornOn(person, start.day) ? person.birth : start
}

const childSeen = rule({
  name: 'child-seen-at-home',
  catalogue: 'R-CIN-3',
  says: 'See the child at home',
  shape: 'silence',
  label: 'local procedure',
  source: procedure('Bolton child in need procedure: child seen every four weeks, never later than six'),
  limit: { weeks: 4 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    const plans = inNeed(picture)
    if (plans.length === 0) return
    const seen = sightings(picture)
    for (const one of plans) {
      const start = seenFrom(picture, one)
      if (start === undefined) continue
      const times = withElsewhere(picture, seen.get(one.child) ?? [], { ...one, rules: ['child-seen-at-home'] })
      for (const owed of turnsOf({ ...one, start, times })) owe(owed)
    }
  },
})

/** The child in need plan: met about, visited for, kept from drifting (review 3.7, 5.18 to 5.21, 5.29). */
export const planRules: readonly Rule[] = [
  firstMeeting,
  nextMeeting,
  childSeen,
  meetingGoesAhead,
  ...driftRules,
  ...membershipRules,
]
