import type { Day } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import type { Slot } from '../staff.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'

/** A referral and when it was decided. */
export interface Referred {
  readonly referral: string
  readonly made: Day
  readonly decided: Day
}

/** Who refers: the school or the health visitor, now and then the GP. */
export const referrerOf = ({ around, atSchool, chance }: Story): Slot =>
  chance.happens(0.15) ? around.gp : atSchool ? around.school : around.healthVisitor

const decide = (story: Story, referral: string, on: Day, decision: string): void => {
  const { dutyManager } = story.around
  write(story, 'referral-decided', on, dutyManager, {
    referral,
    decision,
    signedBy: 'team-manager',
    reason: 'Read with what each agency holds.',
  })
}

/** A concern and its referral to social care: received, acknowledged, decided within a working day, and answered. */
export const refer = (story: Story, on: Day, decision: string, reason: string): Referred => {
  const { around, mother } = story
  const by = referrerOf(story)
  const referral = thing(story, 'referral')
  write(story, 'concern', on, by, { text: reason })
  write(story, 'told', on, by, { of: [referral], to: [mother], way: 'in-person', text: 'She knows that we refer.' })
  write(story, 'referral-made', on, by, { referral, to: 'social-care', reason })
  write(story, 'referral-received', on, around.duty, { referral })
  write(story, 'referral-acknowledged', on, around.duty, { referral })
  const due = workingDaysOn(on, 1)
  const late = workingDaysOn(due, story.chance.between(9, 14))
  const undecided =
    leavesOut(story, 'referral-not-decided') &&
    note(story, 'referral-not-decided', {
      rules: ['referral-decided'],
      to: ['team-manager', 'duty-social-worker'],
      due,
      mended: late,
    })
  const decided = undecided ? late : due
  decide(story, referral, decided, decision)
  answer(story, { referral, made: on, decided })
  return { referral, made: on, decided }
}

const answer = (story: Story, { referral, decided }: Referred): void => {
  const due = workingDaysOn(decided, 3)
  const mended = workingDaysOn(due, story.chance.between(7, 15))
  const silent =
    leavesOut(story, 'referral-unanswered') &&
    note(story, 'referral-unanswered', {
      rules: ['referrer-told', 'referral-followed-up'],
      to: ['team-manager', 'duty-social-worker', 'referrer', 'designated-safeguarding-lead', 'health-visitor', 'gp'],
      due,
      mended,
    })
  write(story, 'referral-answered', silent ? mended : decided, story.around.duty, {
    referral,
    satisfied: 'yes',
    reason: 'Told by telephone what was decided and why.',
  })
}

/** A referral that social care hands on: nothing further for it to do, with the reason told. */
export const noFurtherAction = (story: Story, on: Day): void => {
  const { decided } = refer(story, on, 'No further action', 'Late collections, and a parent who is tired.')
  const { child, mother, around, atSchool } = story
  const by = atSchool ? around.school : around.healthVisitor
  const place = atSchool ? 'school' : 'home'
  write(story, 'contact', daysOn(decided, 5), by, {
    way: 'visit',
    where: place,
    with: [mother],
    seen: [child],
    awake: 'yes',
    purpose: 'visit',
  })
}
