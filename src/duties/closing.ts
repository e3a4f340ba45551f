import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { uncoveredAdults } from '../record/closing.ts'
import { consequenceOf } from '../record/condition-met.ts'
import type { ConditionStanding } from '../record/decision-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { PlanStanding } from '../record/plan-standing.ts'
import { bothSigned } from '../record/signed.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { nameOf } from './household.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { type Duty, type FirstLayer, ownDefault, type Rule, rule } from './rule.ts'

/** One thing that an ending lacks, and the later entry that settled it. */
interface Missing {
  readonly what: string
  readonly settled: Entry | undefined
}

const openOn = (ended: { readonly day: Day } | undefined, day: Day): boolean => ended === undefined || ended.day > day

const answerTo = (picture: Picture, first: FirstLayer, condition: ConditionStanding): Entry | undefined => {
  const duty = first('condition-acted-on').find(one => one.thing === condition.id && one.child === condition.child)
  const { actedOn, setAside } = condition
  return earliest(actedOn, setAside, consequenceOf(picture, condition), duty?.ended?.entry)
}

const conditionsMet = (picture: Picture, first: FirstLayer, child: PersonId, day: Day): readonly Missing[] =>
  picture.conditions.flatMap(condition => {
    const met = condition.met?.at(-1)
    if (condition.child !== child || met === undefined || met.day > day) return []
    const settled = answerTo(picture, first, condition)
    return openOn(settled, day)
      ? [{ what: `the condition met on ${dayInWords(met.day)} was not acted on`, settled }]
      : []
  })

const adultsMissed = (picture: Picture, child: PersonId, day: Day): readonly Missing[] =>
  uncoveredAdults(picture, child, day).map(person => ({
    what: `${nameOf(picture, person)} was not assessed`,
    settled: all(picture, 'person-covered').find(
      entry => entry.person === person && entry.status !== 'not-asked' && entry.day > day,
    ),
  }))

/** What must not be late when a plan ends, and what one then says of it. */
const keyDuties: Readonly<Record<string, string>> = {
  'conference-held': 'the conference is late',
  'medical-neglect-review': 'the review of medical neglect is late',
  'result-told': 'a result was not told',
  'referral-decided': 'a referral is not decided',
  'strategy-discussion-held': 'the strategy discussion is late',
  'threshold-reviewed': 'the concerns were not looked at together',
  'challenge-answered': 'a challenge is not answered',
}

const lateDuties = (first: FirstLayer, child: PersonId, day: Day): readonly Missing[] => {
  const isLate = (duty: Duty) =>
    !duty.suggested && duty.child === child && duty.due.day < day && openOn(duty.ended, day)
  return Object.entries(keyDuties).flatMap(([name, what]) =>
    first(name)
      .filter(isLate)
      .map(duty => ({ what, settled: duty.ended?.entry })),
  )
}

/** The entry with which the last of all that was missing was settled. */
const allSettled = (missing: readonly Missing[]): Entry | undefined => {
  const entries = missing.map(one => one.settled)
  return entries.some(entry => entry === undefined)
    ? undefined
    : entries.filter(entry => entry !== undefined).sort((one, other) => other.day - one.day)[0]
}

type Ending = EntryOf<'plan-ended'>

const signedLater = (plan: PlanStanding, ending: Ending): Ending | undefined =>
  plan.endings.find(entry => entry !== ending && entry.day >= ending.day && bothSigned(entry.signedBy))

/** The children of a plan whom an ending is about: those it names, else all. */
const childrenEnding = (plan: PlanStanding, ending: Ending): readonly PersonId[] =>
  ending.child === undefined ? plan.children : ending.child.filter(child => plan.children.includes(child))

const closingComplete = rule({
  name: 'closing-complete',
  catalogue: 'R-CLS-1',
  says: 'Settle what is missing before the plan ends, or have the service manager sign too',
  shape: 'gate',
  layer: 2,
  label: 'local setting',
  source: ownDefault('the day on which somebody proposes to end the plan'),
  limit: { sameDay: true },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe, first) => {
    for (const plan of picture.plans)
      for (const [index, ending] of plan.endings.entries()) {
        if (bothSigned(ending.signedBy)) continue
        for (const child of childrenEnding(plan, ending)) {
          const { day } = ending
          const missing = [
            ...adultsMissed(picture, child, day),
            ...conditionsMet(picture, first, child, day),
            ...lateDuties(first, child, day),
          ]
          if (missing.length === 0) continue
          const successor = plan.ended?.kind === 'plan-ended' ? undefined : plan.ended
          owe({
            child,
            thing: plan.id,
            step: `${index + 1}`,
            because: [ending],
            since: day,
            of: [...new Set(missing.map(one => one.what))].join('; '),
            ...endedBy(earliest(signedLater(plan, ending), allSettled(missing)), successor),
          })
        }
      }
  },
})

type Refusal = EntryOf<'consent-refused' | 'consent-withdrawn'>

/** Refusing a service or the sharing of information is a right and asks for nothing. */
const asksForDecision = ({ to }: Refusal): boolean => to === 'child-in-need' || to === 'assessment'

const answered = (picture: Picture, refusal: Refusal, child: PersonId): Entry | undefined =>
  earliest(
    firstAbout(picture, all(picture, 'refusal-decided'), child, refusal.day),
    firstAbout(picture, all(picture, 'strategy-discussion'), child, refusal.day),
    firstAbout(picture, all(picture, 'plan-agreed'), child, refusal.day),
    firstAbout(picture, all(picture, 'consent-given'), child, refusal.day, entry => entry.to === refusal.to),
  )

const refusalDecided = rule({
  name: 'refusal-decided',
  catalogue: 'R-CLS-3',
  says: 'Decide what the refusal means for the child, and write the reason',
  label: 'local setting',
  source: ownDefault('two working days; that the decision is recorded is local procedure in Derby'),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    for (const refusal of [...all(picture, 'consent-refused'), ...all(picture, 'consent-withdrawn')])
      for (const child of asksForDecision(refusal) ? childrenOf(picture, refusal) : []) {
        const done = answered(picture, refusal, child)
        owe({ child, thing: refusal.root, because: [refusal], since: refusal.day, done })
      }
  },
})

/** Closing while something is open, and closing because help was refused (review 2.3, 5.5, 5.8). */
export const closingRules: readonly Rule[] = [closingComplete, refusalDecided]
