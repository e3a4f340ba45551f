import { addDays, type Day } from '../../../src/calendar/day.ts'
import { daysOn } from '../days.ts'
import { type Droppable, leaves, type Story } from '../story.ts'
import { allocate, assess } from './assessment.ts'
import { childInNeed } from './child-in-need.ts'
import { childProtection } from './child-protection.ts'
import { clinics } from './clinic.ts'
import { earlyHelp } from './early-help.ts'
import { everyday } from './everyday.ts'
import { agreement, unexplainedInjury } from './harm.ts'
import { medicines, stayInHospital } from './health.ts'
import { inCare } from './in-care.ts'
import { quarrel } from './incident.ts'
import { pregnancy } from './pregnancy.ts'
import { noFurtherAction, refer } from './referral.ts'

/** A sort of family: how many of a thousand, what may be left out of its story, and the story. */
export interface KindOfFamily {
  readonly name: string
  readonly ofThousand: number
  readonly mayLeaveOut: readonly Droppable[]
  readonly tell: (story: Story, begins: Day) => void
}

/** Some two months with a clinic: a check now and then, or sixty of them for a child with a long illness. */
const someClinics = (story: Story, from: Day): void => {
  const { chance } = story
  const many = chance.happens(0.08)
  clinics(story, {
    from,
    every: many ? 14 : chance.of([56, 84, 91] as const),
    visits: many ? 60 : 9,
    critical: chance.happens(0.1),
  })
}

const assessed = (story: Story, on: Day, reason: string): Day => {
  const referred = refer(story, on, 'Assessment', reason)
  allocate(story, referred.decided)
  return assess(story, referred)
}

const missedClinics = [
  'family-not-called-after-miss',
  'notes-not-reviewed',
  'letter-not-sent',
  'gp-did-not-follow-up',
  'result-not-told',
] as const
const ofPlan = [
  'meeting-not-held',
  'invitation-bounced',
  'minutes-not-sent',
  'visits-not-made',
  'supervision-not-held',
  'leaves-without-cover',
  'question-not-answered',
  'absence-not-looked-into',
  'new-adult-not-looked-up',
  'off-the-list',
] as const

/** The families of a borough, attended to as they usually are. */
export const kindsOfFamily: readonly KindOfFamily[] = [
  { name: 'universal', ofThousand: 600, mayLeaveOut: [], tell: everyday },
  {
    name: 'clinic',
    ofThousand: 80,
    mayLeaveOut: [],
    tell: (story, on) => {
      everyday(story, on)
      someClinics(story, on)
    },
  },
  {
    name: 'referred, no plan',
    ofThousand: 60,
    mayLeaveOut: ['referral-unanswered', 'referral-not-decided'],
    tell: (story, on) => {
      everyday(story, on)
      noFurtherAction(story, daysOn(on, story.chance.between(30, 200)))
    },
  },
  {
    name: 'early help',
    ofThousand: 60,
    mayLeaveOut: ['early-help-not-picked-up', 'invitation-bounced', 'minutes-not-sent'],
    tell: (story, on) => {
      everyday(story, on)
      earlyHelp(story, daysOn(on, 20), story.chance.between(4, 8))
    },
  },
  {
    name: 'assessed, no plan',
    ofThousand: 40,
    mayLeaveOut: ['assessment-not-finished', 'father-not-assessed', 'referral-unanswered'],
    tell: (story, on) => {
      everyday(story, on)
      const finished = assessed(
        story,
        daysOn(on, 30),
        'A bruise that was explained; a house without food on two mornings.',
      )
      leaves(story, story.around.socialWorker, finished)
    },
  },
  {
    name: 'child in need',
    ofThousand: 80,
    mayLeaveOut: ofPlan,
    tell: (story, on) => {
      everyday(story, on)
      const finished = assessed(story, daysOn(on, 20), 'Often hungry, often late, and a mother who asks for help.')
      childInNeed(story, finished, story.chance.between(6, 11))
      if (story.chance.happens(0.2)) quarrel(story, daysOn(finished, 60))
    },
  },
  {
    name: 'child in need with clinics',
    ofThousand: 35,
    mayLeaveOut: [...missedClinics, 'doses-differ'],
    tell: (story, on) => {
      everyday(story, on)
      const finished = assessed(story, daysOn(on, 20), 'Appointments missed, and a family that has too many of them.')
      someClinics(story, daysOn(finished, 15))
      if (story.leftOut === 'doses-differ' || story.chance.happens(0.3)) medicines(story, daysOn(finished, 30))
      if (story.chance.happens(0.25)) stayInHospital(story, daysOn(finished, 110))
      childInNeed(story, finished, story.chance.between(8, 14))
    },
  },
  {
    name: 'child in need, unborn baby',
    ofThousand: 10,
    mayLeaveOut: ['unborn-not-assessed', 'pregnancy-not-referred'],
    tell: (story, on) => {
      everyday(story, on)
      const finished = assessed(story, daysOn(on, 20), 'Alone with a small child, and not well.')
      pregnancy(story, daysOn(finished, 70))
      childInNeed(story, finished, 14)
    },
  },
  {
    name: 'injury',
    ofThousand: 10,
    mayLeaveOut: ['injury-not-referred'],
    tell: (story, on) => {
      everyday(story, on)
      const finished = assessed(story, daysOn(on, 20), 'Shouting at home, and a child who is afraid of it.')
      childInNeed(story, finished, 6)
      unexplainedInjury(story, daysOn(finished, 40))
    },
  },
  {
    name: 'in care',
    ofThousand: 10,
    mayLeaveOut: ['care-review-not-held', 'legal-step-not-taken', 'health-not-assessed'],
    tell: (story, on) => {
      everyday(story, on)
      const { decided } = refer(
        story,
        daysOn(on, 20),
        'Strategy discussion',
        'A mother who drinks, and nobody to look after him.',
      )
      allocate(story, decided)
      inCare(story, daysOn(decided, 60))
    },
  },
  {
    name: 'child protection',
    ofThousand: 35,
    mayLeaveOut: [
      'conference-not-booked',
      'conference-not-passed-on',
      'core-group-not-held',
      'condition-not-acted-on',
      'review-not-held',
      'supervision-not-held',
      'incident-not-followed',
      'agreement-broken',
      'agreement-runs-out',
      'protected-child-not-seen',
    ],
    tell: (story, on) => {
      everyday(story, on)
      const { decided } = refer(
        story,
        daysOn(on, 20),
        'Strategy discussion',
        'Hungry on many mornings; a wound that nobody had looked at.',
      )
      allocate(story, decided)
      childProtection(story, decided, story.chance.of([2, 2, 3] as const))
      if (story.chance.happens(0.4) || story.leftOut === 'agreement-broken' || story.leftOut === 'agreement-runs-out')
        agreement(story, daysOn(decided, 60))
      if (story.leftOut === 'incident-not-followed' || story.chance.happens(0.1)) quarrel(story, addDays(decided, 150))
    },
  },
]
