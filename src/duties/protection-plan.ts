import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { conferenceIdOf } from './minutes.ts'
import { earliest } from './reading.ts'
import { readOnce } from './rounds.ts'

/** A child protection plan, for one child of it: what began it, and the conference that decided on it. */
export interface Protected {
  readonly plan: PlanStanding
  readonly child: PersonId
  readonly start: Entry
  /** The conference that made the plan, where the record has it: reviews count from it. */
  readonly conference: Entry
}

/** Conferences by either kind of entry: held as a conference, or as a meeting of that type. */
type Conference = EntryOf<'conference-held' | 'meeting-held'>

/** Every conference that was held, in order. */
export const conferencesHeld = readOnce((picture): readonly Conference[] => {
  const held: readonly Conference[] = all(picture, 'conference-held')
  const meetings = all(picture, 'meeting-held').filter(entry => entry.type === 'conference')
  return meetings.length === 0 ? held : [...held, ...meetings].sort((one, other) => one.day - other.day)
})

/** Whether an entry about a plan's children is about this one: who names none means each of them. */
export const concerns = (picture: Picture, entry: Entry, children: readonly PersonId[], child: PersonId): boolean =>
  entry.child?.includes(child) ?? children.includes(picture.subject[0])

/** Between the conference and the day on which its plan was written lie four weeks at most. */
const near = 28

const outcomeOf = (entry: Conference) => (entry.kind === 'conference-held' ? entry.outcome : undefined)
const isReview = (entry: Conference): boolean =>
  entry.kind === 'conference-held' &&
  (entry.type === 'review' || (entry.type === undefined && ['continue', 'end'].includes(entry.outcome ?? '')))

/** The conference on which a plan rests; the plan itself where the record has none. */
const conferenceBefore = (picture: Picture, plan: PlanStanding, start: Entry, child: PersonId): Entry =>
  conferencesHeld(picture).findLast(
    entry =>
      entry.day <= start.day &&
      start.day - entry.day <= near &&
      !isReview(entry) &&
      concerns(picture, entry, plan.children, child),
  ) ?? start

/** Police protection alone is three days at most, and no care that is planned. */
export const isBrief = (entry: EntryOf<'came-into-care'>): boolean => /police protection/iu.test(entry.status ?? '')

/** A conference ends a plan whether or not somebody also wrote that it ended; so do care, and another area that accepts the case. */
const endFor = (picture: Picture, plan: PlanStanding, start: Entry, child: PersonId): Entry | undefined =>
  earliest(
    plan.ended,
    all(picture, 'came-into-care').find(
      entry => entry.day > start.day && !isBrief(entry) && concerns(picture, entry, plan.children, child),
    ),
    all(picture, 'responsibility-accepted').find(
      entry =>
        entry.day > start.day &&
        (entry.agency ?? entry.by) !== start.by &&
        concerns(picture, entry, plan.children, child),
    ),
    conferencesHeld(picture).find(
      entry =>
        entry.day > start.day &&
        (outcomeOf(entry) === 'end' || outcomeOf(entry) === 'no-plan') &&
        concerns(picture, entry, plan.children, child),
    ),
  )

const ending = (plan: PlanStanding, ended: Entry | undefined): PlanStanding =>
  ended === plan.ended || ended === undefined ? plan : { ...plan, ended }

const written = (picture: Picture): readonly Protected[] =>
  picture.plans.flatMap(plan => {
    const start = plan.started ?? plan.agreed
    if (plan.type !== 'child-protection' || start === undefined) return []
    return plan.children.map(child => ({
      plan: ending(plan, endFor(picture, plan, start, child)),
      child,
      start,
      conference: conferenceBefore(picture, plan, start, child),
    }))
  })

const unwritten = (picture: Picture, entry: EntryOf<'conference-held'>): PlanStanding => ({
  id: conferenceIdOf(picture, entry) as ThingId,
  children: childrenOf(picture, entry),
  type: 'child-protection',
  members: [],
  updates: [],
  endings: [],
})

/** What ends a plan that has no entries of its own: that somebody ended it, or that the child came into care. */
const endOfUnwritten = (picture: Picture, plan: PlanStanding, start: Entry, child: PersonId): Entry | undefined => {
  const later = (entry: Entry) => entry.day > start.day && concerns(picture, entry, plan.children, child)
  return earliest(
    endFor(picture, plan, start, child),
    all(picture, 'plan-ended').find(later),
    all(picture, 'plan-started').find(entry => entry.type === 'looked-after' && later(entry)),
  )
}

/** A plan that a conference decided on and nobody wrote down is a plan all the same. */
const decidedOnly = (picture: Picture, known: readonly Protected[]): readonly Protected[] =>
  all(picture, 'conference-held').flatMap(entry => {
    if (entry.outcome !== 'plan' || entry.type === 'review') return []
    const plan = unwritten(picture, entry)
    const isKnown = (child: PersonId) =>
      known.some(one => one.child === child && Math.abs(one.start.day - entry.day) <= near)
    return plan.children
      .filter(child => !isKnown(child))
      .map(child => ({
        plan: ending(plan, endOfUnwritten(picture, plan, entry, child)),
        child,
        start: entry,
        conference: entry,
      }))
  })

/** Every child protection plan of the record, for each child of it. */
export const protectionPlans = readOnce((picture): readonly Protected[] => {
  const known = written(picture)
  return all(picture, 'conference-held').length === 0 ? known : [...known, ...decidedOnly(picture, known)]
})
