import type { Limit } from '../calendar/limit.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { serviceOfAgency, services } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { concerns, isBrief } from './protection-plan.ts'
import { earliest, endedBy } from './reading.ts'
import { readOnce } from './rounds.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'
import { nearItsDay, turnsOf, withElsewhere } from './turn.ts'

/** A time in care of one child, as a plan that lasts from its first day to its last. */
interface InCare {
  readonly plan: PlanStanding
  readonly child: PersonId
  readonly start: Entry
}

/** The entries with which care begins: the child came into it, or a plan for it was written. */
const beginnings = (picture: Picture): readonly (readonly [PersonId, Entry])[] =>
  [
    ...all(picture, 'came-into-care'),
    ...all(picture, 'plan-started').filter(entry => entry.type === 'looked-after'),
  ].flatMap(entry => childrenOf(picture, entry).map(child => [child, entry] as const))

const endOfCare = (picture: Picture, child: PersonId, start: Entry): Entry | undefined =>
  earliest(
    all(picture, 'left-care').find(entry => entry.day > start.day && isAbout(picture, entry, child)),
    picture.plans.find(
      plan =>
        plan.type === 'looked-after' &&
        plan.children.includes(child) &&
        plan.ended !== undefined &&
        plan.ended.day > start.day,
    )?.ended,
  )

/** Every time in care, for each child. A second beginning within it begins nothing. */
export const timesInCare = readOnce((picture): readonly InCare[] => {
  const times: InCare[] = []
  for (const [child, start] of [...beginnings(picture)].sort(([, one], [, other]) => one.day - other.day)) {
    const isWithin = times.some(
      one => one.child === child && (one.plan.ended === undefined || one.plan.ended.day > start.day),
    )
    if (isWithin || (start.kind === 'came-into-care' && isBrief(start))) continue
    const ended = endOfCare(picture, child, start)
    const id = `care-${times.filter(one => one.child === child).length + 1}` as ThingId
    const plan: PlanStanding = {
      id,
      children: [child],
      type: 'looked-after',
      members: [],
      updates: [],
      endings: [],
      ...(ended === undefined ? {} : { ended }),
    }
    times.push({ plan, child, start })
  }
  return times
})

const isReview = ({ type, text }: EntryOf<'meeting-held'>): boolean =>
  type === 'looked-after-review' || (type !== 'conference' && /\b(?:looked.after|lac|cla) review/iu.test(text ?? ''))

const reviewsOf = (picture: Picture, { start, child }: InCare): readonly Entry[] =>
  all(picture, 'meeting-held').filter(
    held => held.day > start.day && isReview(held) && concerns(picture, held, [child], child),
  )

const reviewLimits: Readonly<Record<string, Limit>> = { 1: { workingDays: 20 }, 2: { months: 3 } }

const careReview = rule({
  name: 'care-review-held',
  catalogue: 'beyond',
  says: 'Hold the review of the looked-after child',
  label: 'statutory',
  source: [
    {
      document:
        'Care Planning, Placement and Case Review (England) Regulations 2010, as procedures quote them: reviews within 20 working days, then three months, then six months',
    },
  ],
  limit: { months: 6 },
  clock: 'within 20 working days, then three months, then at intervals of not more than six months',
  owner: 'independent-reviewing-officer',
  ladder: ['conference-unit-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const one of timesInCare(picture)) {
      const times = withElsewhere(picture, reviewsOf(picture, one), { ...one, rules: ['care-review-held'] })
      for (const owed of turnsOf({ ...one, times }))
        owe(nearItsDay(owed, reviewLimits[owed.step ?? ''] ?? { months: 6 }))
    }
  },
})

const visits = (picture: Picture, { start, child }: InCare): readonly Entry[] =>
  all(picture, 'contact').filter(
    entry =>
      entry.day >= start.day &&
      entry.reached !== false &&
      entry.seen?.includes(child) === true &&
      serviceOfAgency(entry.by) === 'social-care',
  )

const visitInCare = rule({
  name: 'child-in-care-seen',
  catalogue: 'beyond',
  says: 'Visit the child where they are placed, and see them',
  shape: 'silence',
  label: 'local procedure',
  source: procedure(
    'guidance on statutory visits of a local authority: within a week of the placement, then every six weeks',
  ),
  limit: { weeks: 6 },
  clock: 'within a week of the placement, then every six weeks',
  owner: 'social-worker',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const one of timesInCare(picture)) {
      const times = withElsewhere(picture, visits(picture, one), { ...one, rules: ['child-in-care-seen'] })
      for (const owed of turnsOf({ ...one, times })) owe(owed.step === '1' ? { ...owed, limit: { weeks: 1 } } : owed)
    }
  },
})

const carePlan = rule({
  name: 'care-plan-written',
  catalogue: 'beyond',
  says: 'Write the care plan',
  label: 'local setting',
  source: ownDefault('ten working days from the day on which the child came into care'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const { plan, child, start } of timesInCare(picture)) {
      const written = all(picture, 'plan-started').find(
        entry =>
          entry.type === 'looked-after' &&
          entry.day >= addWorkingDays(start.day, -10) &&
          concerns(picture, entry, [child], child),
      )
      owe({ child, thing: plan.id, because: [start], since: start.day, ...endedBy(written, plan.ended) })
    }
  },
})

/** The health of the child was looked at as a whole: written as such, or a clinic of that name was kept. */
const healthAssessed = (picture: Picture, { start, child }: InCare): Entry | undefined =>
  earliest(
    all(picture, 'health-assessment').find(entry => entry.day >= start.day && isAbout(picture, entry, child)),
    all(picture, 'assessment-finished').find(
      entry => entry.day >= start.day && services[serviceOfAgency(entry.by)].health && isAbout(picture, entry, child),
    ),
    all(picture, 'attended').find(
      entry =>
        entry.day >= start.day &&
        /looked.after|initial health/iu.test(`${entry.clinic ?? ''} ${entry.text ?? ''}`) &&
        isAbout(picture, entry, child),
    ),
  )

const careHealth = rule({
  name: 'health-assessed-in-care',
  catalogue: 'beyond',
  says: 'Have the child’s health assessed, and make the health plan of it',
  label: 'local setting',
  source: ownDefault('20 working days from the day on which the child came into care'),
  limit: { workingDays: 20 },
  owner: 'social-worker',
  ladder: ['team-manager', 'designated-nurse'],
  find: (picture, owe) => {
    for (const one of timesInCare(picture)) {
      const { plan, child, start } = one
      const ends = endedBy(healthAssessed(picture, one), plan.ended)
      owe({ child, thing: plan.id, because: [start], since: start.day, ...ends })
    }
  },
})

/** The child who is looked after: reviewed, visited, with a care plan and a look at their health. */
export const lookedAfterRules: readonly Rule[] = [careReview, visitInCare, carePlan, careHealth]
