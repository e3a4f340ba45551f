import { addMonths, type Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { isUnbornOn } from '../record/person-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { concerns, conferencesHeld, type Protected, protectionPlans } from './protection-plan.ts'
import { endedBy } from './reading.ts'
import { procedure, type Rule, rule, workingTogether } from './rule.ts'
import { nearItsDay, turnsOf, withElsewhere } from './turn.ts'

type Held = EntryOf<'meeting-held'>

/** What people call a core group; a meeting of the plan itself is one whatever it is called. */
const coreGroups: ReadonlySet<Held['type']> = new Set([
  'core-group',
  'child-in-need',
  'team-around-the-family',
  undefined,
])

const coreGroupsOf = (picture: Picture, { plan, child, start }: Protected): readonly Held[] =>
  all(picture, 'meeting-held').filter(held => {
    if (held.day < start.day || held.type === 'conference') return false
    if (!concerns(picture, held, plan.children, child)) return false
    return held.plan === undefined ? coreGroups.has(held.type) : held.plan === plan.id
  })

const groupRules = ['first-core-group', 'next-core-group']
const groupTimes = (picture: Picture, one: Protected): readonly Entry[] =>
  withElsewhere(picture, coreGroupsOf(picture, one), { ...one, rules: groupRules })

const firstCoreGroup = rule({
  name: 'first-core-group',
  catalogue: 'R-CP-1',
  says: 'Hold the first core group of the child protection plan',
  label: 'statutory',
  source: workingTogether('first core group within 10 working days of the initial child protection conference'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const one of protectionPlans(picture)) {
      const { plan, child, start, conference } = one
      const [held] = groupTimes(picture, one)
      const because: readonly [Entry, ...Entry[]] = conference === start ? [start] : [conference, start]
      owe({ child, thing: plan.id, because, since: conference.day, ...endedBy(held, plan.ended) })
    }
  },
})

const nextCoreGroup = rule({
  name: 'next-core-group',
  catalogue: 'R-CP-2',
  says: 'Hold the next core group, and hold it when the social worker is away too',
  label: 'local procedure',
  source: procedure(
    'Guernsey child protection procedure: core group every six weeks; Liverpool has it monthly, Newcastle every four weeks',
  ),
  limit: { weeks: 6 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of protectionPlans(picture)) {
      const times = groupTimes(picture, one)
      const [start] = times
      if (start !== undefined) for (const owed of turnsOf({ ...one, start, times })) owe(owed)
    }
  },
})

/** Conferences after the one that made the plan. A second initial conference for the child reviews the plan as well. */
const reviewsOf = (picture: Picture, { plan, conference, start, child }: Protected): readonly Entry[] =>
  conferencesHeld(picture).filter(
    entry => entry !== conference && entry.day > start.day && concerns(picture, entry, plan.children, child),
  )

const reviewConference = rule({
  name: 'review-conference-held',
  catalogue: 'R-CP-3',
  says: 'Hold the review child protection conference',
  label: 'statutory',
  source: workingTogether(
    'first review conference within three months of the initial conference, further ones at intervals of not more than six months',
  ),
  limit: { months: 6 },
  clock: 'within three months of the initial conference, then within six months of each review',
  owner: 'conference-chair',
  ladder: ['conference-unit-manager', 'service-manager'],
  find: (picture, owe) => {
    for (const one of protectionPlans(picture)) {
      const rules = ['review-conference-held']
      const times = withElsewhere(picture, reviewsOf(picture, one), { ...one, rules })
      for (const owed of turnsOf({ ...one, start: one.conference, times }))
        owe(nearItsDay(owed, { months: owed.step === '1' ? 3 : 6 }))
    }
  },
})

/** The birth of a child whose conference was held before it. */
const bornAfter = (picture: Picture, { child, conference }: Protected): Entry | undefined => {
  const person = picture.people.get(child)
  return person !== undefined && isUnbornOn(person, conference.day) ? person.birth : undefined
}

const firstReviewAfterBirth = rule({
  name: 'review-after-birth',
  catalogue: 'R-CP-3',
  says: 'Hold the first review conference after the birth',
  label: 'local procedure',
  source: procedure(
    'Tees review conference procedure: within ten working days of the birth where the first conference was on an unborn child',
  ),
  limit: { workingDays: 10 },
  owner: 'conference-chair',
  ladder: ['conference-unit-manager', 'service-manager'],
  find: (picture, owe) => {
    for (const one of protectionPlans(picture)) {
      const { plan, child, conference } = one
      const birth = bornAfter(picture, one)
      if (birth === undefined || birth.day >= addMonths(conference.day, 3)) continue
      const held = reviewsOf(picture, one).find(entry => entry.day >= birth.day)
      owe({ child, thing: plan.id, because: [birth, conference], since: birth.day, ...endedBy(held, plan.ended) })
    }
  },
})

/** The social worker saw the child: "visited" alone is not "seen", and a core group is no visit (Liverpool). */
const sawChild = (entry: EntryOf<'contact'>, child: PersonId): boolean =>
  entry.reached !== false && entry.way !== 'meeting' && entry.seen?.includes(child) === true

const visits = (picture: Picture, child: PersonId, from: Day): readonly Entry[] =>
  all(picture, 'contact').filter(
    entry => entry.day >= from && serviceOfAgency(entry.by) === 'social-care' && sawChild(entry, child),
  )

/** From the plan on, or from the birth of a child who was not born then. */
const seenFrom = (picture: Picture, one: Protected): Entry | undefined => {
  const person = picture.people.get(one.child)
  return person !== undefined && isUnbornOn(person, one.start.day) ? person.birth : one.start
}

const childSeen = rule({
  name: 'child-on-protection-plan-seen',
  catalogue: 'R-CP-4',
  says: 'See the child, alone where that is right for the age, and write whether they were awake',
  shape: 'silence',
  label: 'local procedure',
  source: procedure('Liverpool child protection visits: every ten working days; Bolton has four weeks at the most'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of protectionPlans(picture)) {
      const start = seenFrom(picture, one)
      if (start === undefined) continue
      const seen = visits(picture, one.child, start.day)
      const times = withElsewhere(picture, seen, { ...one, rules: ['child-on-protection-plan-seen'] })
      for (const owed of turnsOf({ ...one, start, times })) owe(owed)
    }
  },
})

/** The child protection plan: core groups, review conferences, and the child seen. */
export const childProtectionRules: readonly Rule[] = [
  firstCoreGroup,
  nextCoreGroup,
  reviewConference,
  firstReviewAfterBirth,
  childSeen,
]
