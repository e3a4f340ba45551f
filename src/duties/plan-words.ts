import { addWeeks } from '../calendar/day.ts'
import { findAgency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { firstFromDay } from './attendance.ts'
import { decided } from './drift.ts'
import { inTurn } from './in-turn.ts'
import { concerns } from './protection-plan.ts'
import { earliest, endedBy, receiptsOf } from './reading.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'
import { turnsOf, withElsewhere } from './turn.ts'

interface InNeed {
  readonly plan: PlanStanding
  readonly child: PersonId
  readonly start: Entry
}

/** Plans for children in need, for each child of them. */
const plansInNeed = (picture: Picture): readonly InNeed[] =>
  picture.plans.flatMap(plan => {
    const start = plan.started ?? plan.agreed
    if (plan.type !== 'child-in-need' || start === undefined) return []
    return plan.children.map(child => ({ plan, child, start }))
  })

/** Actions of one meeting, plan or report, some of which say what they are to change for the child. */
const outcomeNamed = rule({
  name: 'action-says-what-changes',
  catalogue: 'R-CIN-5',
  says: 'Write what the action is to change for the child',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('two working days, where the other actions of the same meeting say it'),
  limit: { workingDays: 2 },
  owner: 'meeting-chair',
  heard: 'when-late',
  find: (picture, owe) => {
    const given = all(picture, 'undertaking-given')
    const asked = new Set(
      given.flatMap(entry => (entry.outcome === undefined ? [] : [entry.meeting ?? `${entry.day}`])),
    )
    if (asked.size === 0) return
    for (const { id, children, kept } of picture.undertakings) {
      const action = given.find(entry => entry.undertaking === id)
      if (action === undefined || action.outcome !== undefined || !asked.has(action.meeting ?? `${action.day}`))
        continue
      const said = given.find(entry => entry !== action && entry.undertaking === id && entry.outcome !== undefined)
      for (const child of children)
        owe({ child, thing: id, because: [action], since: action.day, agency: action.by, ...endedBy(said, kept) })
    }
  },
})

/** Whether a receipt or letter went to the family: to one of its people, or in its name. */
const toFamily = (picture: Picture, to: readonly string[]): boolean =>
  to.some(one => {
    const agency = findAgency(one)
    return (
      (agency !== undefined && serviceOfAgency(agency) === 'family') ||
      one === 'parent' ||
      picture.people.has(one as PersonId)
    )
  })

/** A letter about the plan, or of the agency that wrote it: a clinic's letter to a parent holds no plan. */
const isOfPlan = ({ about, by }: EntryOf<'letter-sent'>, plan: string, version: Entry): boolean =>
  about === undefined
    ? serviceOfAgency(by) === serviceOfAgency(version.by)
    : [plan, version.id, version.root].includes(about)

/** A parent who agreed to the plan in the four weeks before it was written has been told of it. */
const agreedBefore = (picture: Picture, { plan, child, start }: InNeed): boolean =>
  all(picture, 'consent-given').some(
    entry =>
      entry.to === 'child-in-need' &&
      entry.day < start.day &&
      start.day - entry.day <= 28 &&
      concerns(picture, entry, plan.children, child),
  )

/** A parent has the plan: it was explained, they agreed to it, they were there when it was talked about, whoever wrote it came to their home, or it was sent to them. */
const givenToParent = (picture: Picture, { plan, child }: InNeed, version: Entry): Entry | undefined => {
  const { day } = version
  const of = (entry: Entry) => concerns(picture, entry, plan.children, child)
  return earliest(
    firstFromDay(
      all(picture, 'plan-explained'),
      day,
      entry => of(entry) && entry.understood !== false && (entry.plan === undefined || entry.plan === plan.id),
    ),
    firstFromDay(all(picture, 'consent-given'), day, entry => of(entry) && entry.to === 'child-in-need'),
    firstFromDay(all(picture, 'consent-refused'), day, entry => of(entry) && entry.to === 'child-in-need'),
    firstFromDay(all(picture, 'consent-withdrawn'), day, entry => of(entry) && entry.to === 'child-in-need'),
    firstFromDay(all(picture, 'meeting-held'), day, entry => of(entry) && (entry.family?.length ?? 0) > 0),
    firstFromDay(
      all(picture, 'contact'),
      day,
      entry => of(entry) && entry.way === 'visit' && entry.reached !== false && sameAgency(entry.by, version.by),
    ),
    firstFromDay(
      all(picture, 'letter-sent'),
      day,
      entry => of(entry) && toFamily(picture, entry.to) && isOfPlan(entry, plan.id, version),
    ),
    receiptsOf(picture, [plan.id, version.id, version.root]).find(
      entry => entry.day >= day && toFamily(picture, entry.to),
    ),
  )
}

const planGiven = rule({
  name: 'plan-given-to-parents',
  catalogue: 'R-CIN-7',
  says: 'Give the parents the plan in plain words, and ask whether they understand it; try again if not',
  label: 'local setting',
  source: ownDefault('five working days after the plan is made or changed'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of plansInNeed(picture)) {
      const { plan, child, start } = one
      inTurn(
        [...(agreedBefore(picture, one) ? [] : [start]), ...plan.updates.filter(entry => entry.day > start.day)],
        version => version,
        (version, ordinal) =>
          owe({
            child,
            thing: plan.id,
            step: `${ordinal}`,
            because: [version],
            since: version.day,
            ...endedBy(givenToParent(picture, one, version), plan.ended),
          }),
      )
    }
  },
})

const managerReviews = (picture: Picture, { plan, child }: InNeed): readonly Entry[] =>
  all(picture, 'threshold-reviewed').filter(entry => concerns(picture, entry, plan.children, child))

const managerReview = rule({
  name: 'plan-reviewed-by-manager',
  catalogue: 'R-CIN-9',
  says: 'Look at what the plan is for, after six months, and decide whether it goes on',
  label: 'local procedure',
  source: procedure('Derbyshire child in need plans: team manager reviews plans of more than six months'),
  limit: { months: 6 },
  owner: 'team-manager',
  ladder: ['service-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of plansInNeed(picture)) {
      const rules = ['plan-reviewed-by-manager']
      const times = withElsewhere(picture, managerReviews(picture, one), { ...one, rules })
      for (const owed of turnsOf({ ...one, times })) owe(owed)
    }
  },
})

type Said = EntryOf<'plan-updated' | 'meeting-held'>

/** What meetings and updates say of the child: better, the same, worse; in order. */
const changes = (picture: Picture, child: PersonId): readonly Said[] =>
  [...all(picture, 'plan-updated'), ...all(picture, 'meeting-held')]
    .filter(entry => entry.change !== undefined && concerns(picture, entry, entry.child ?? [child], child))
    .sort((one, other) => one.day - other.day)

/** Entries that say "no better" twelve weeks or more after the first of them, with none between that says "better". */
const withoutChange = (said: readonly Said[]): readonly (readonly [Said, Said])[] => {
  let since: Said | undefined
  return said.flatMap((entry): readonly (readonly [Said, Said])[] => {
    if (entry.change === 'better') since = undefined
    else if (since === undefined) since = entry
    else if (entry.day >= addWeeks(since.day, 12)) return [[entry, since]]
    return []
  })
}

const noChangeDecided = rule({
  name: 'no-change-decided',
  catalogue: 'R-CIN-6',
  says: 'Decide whether the plan goes on, changes or is stepped up: nothing got better for the child in twelve weeks',
  shape: 'count',
  label: 'local setting',
  source: ownDefault('five working days after a meeting or update says, twelve weeks on, that nothing got better'),
  limit: { workingDays: 5 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    if (!picture.plans.some(plan => plan.type === 'child-in-need' || plan.type === 'child-protection')) return
    if (![...all(picture, 'plan-updated'), ...all(picture, 'meeting-held')].some(entry => entry.change !== undefined))
      return
    for (const child of picture.children)
      inTurn(
        withoutChange(changes(picture, child)),
        ([entry]) => entry,
        (because, ordinal) => {
          const { day } = because[0]
          return owe({
            child,
            thing: 'change',
            step: `${ordinal}`,
            because,
            since: day,
            done: decided(picture, child, day),
          })
        },
      )
  },
})

/** A plan in words that its family understands, that says what is to change and whether it does (review 3.7, 5.20). */
export const planWordRules: readonly Rule[] = [outcomeNamed, planGiven, managerReview, noChangeDecided]
