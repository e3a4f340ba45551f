import type { Day } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'
import { membersOf } from './child-in-need.ts'
import { type Stretch, supervision } from './working.ts'

const visitsThere = (story: Story, { from, until }: Stretch): void => {
  const { around, child } = story
  for (let on = workingDaysOn(from, 3); on < until; on = daysOn(on, 33))
    write(story, 'contact', on, around.socialWorker, {
      way: 'visit',
      where: 'other',
      seen: [child],
      alone: 'yes',
      awake: 'yes',
      purpose: 'visit',
    })
}

const reviews = (story: Story, plan: string, { from, until }: Stretch): void => {
  const { around } = story
  const days = [workingDaysOn(from, 17), daysOn(from, 105), daysOn(from, 280), daysOn(from, 450), daysOn(from, 620)]
  for (const [at, day] of days.entries()) {
    if (day >= until) return
    const due = workingDaysOn(from, 20)
    const late =
      leavesOut(story, 'care-review-not-held') &&
      at === 0 &&
      note(story, 'care-review-not-held', {
        rules: ['care-review-held'],
        to: ['independent-reviewing-officer', 'conference-unit-manager', 'head-of-service'],
        due,
        mended: workingDaysOn(due, 10),
      })
    const on = late ? workingDaysOn(due, 10) : day
    const meeting = thing(story, 'meeting')
    const invited = membersOf(story)
    write(story, 'meeting-called', workingDaysOn(on, -8), around.chair, {
      meeting,
      type: 'looked-after-review',
      plan,
      when: on,
      invited: [around.socialWorker.agency, ...invited],
    })
    write(story, 'invitation-sent', workingDaysOn(on, -8), around.chair, {
      meeting,
      to: [around.socialWorker.agency, ...invited],
      way: 'e-mail',
    })
    write(story, 'invitation-acknowledged', workingDaysOn(on, -7), around.chair, {
      meeting,
      to: [around.socialWorker.agency, ...invited],
    })
    write(story, 'meeting-held', on, around.chair, {
      meeting,
      type: 'looked-after-review',
      plan,
      present: [around.socialWorker.agency, 'conference-unit', ...invited],
      considered: [story.child],
    })
    write(story, 'minutes-sent', workingDaysOn(on, 4), around.chair, {
      meeting,
      to: [around.socialWorker.agency, ...invited],
    })
  }
}

/** A child who is looked after: a care plan, the health assessed, visited where they live, reviewed by a reviewing officer. */
export const inCare = (story: Story, on: Day): void => {
  const { around, child, mother, father } = story
  const until = story.size.until
  const plan = thing(story, 'plan')
  const members = membersOf(story)
  write(story, 'legal-advice', daysOn(on, -30), around.teamManager, {
    step: 'legal-planning-meeting',
    due: daysOn(on, -15),
  })
  const due = daysOn(on, -15)
  const untaken =
    leavesOut(story, 'legal-step-not-taken') &&
    note(story, 'legal-step-not-taken', {
      rules: ['legal-step-taken'],
      to: ['team-manager', 'service-manager'],
      due,
      mended: workingDaysOn(due, 9),
    })
  write(story, 'legal-step', untaken ? workingDaysOn(due, 9) : workingDaysOn(due, -3), around.teamManager, {
    step: 'legal-planning-meeting',
    state: 'taken',
  })
  write(story, 'came-into-care', on, around.socialWorker, { status: 'section 20' })
  write(story, 'lives-at', on, around.socialWorker, { person: [child], address: 'With her aunt' })
  write(story, 'plan-started', workingDaysOn(on, 6), around.socialWorker, {
    plan,
    type: 'looked-after',
    members: [around.socialWorker.agency, ...members],
    household: [child],
  })
  write(story, 'plan-explained', workingDaysOn(on, 8), around.socialWorker, { plan, person: mother, understood: 'yes' })
  write(story, 'told', workingDaysOn(on, 8), around.socialWorker, {
    of: [plan],
    to: [mother, father, ...members],
    way: 'letter',
  })
  const health = workingDaysOn(on, 20)
  const unhealthy =
    leavesOut(story, 'health-not-assessed') &&
    note(story, 'health-not-assessed', {
      rules: ['health-assessed-in-care'],
      to: ['social-worker', 'team-manager', 'designated-nurse'],
      due: health,
      mended: workingDaysOn(health, 12),
    })
  write(story, 'health-assessment', unhealthy ? workingDaysOn(health, 12) : workingDaysOn(on, 15), around.consultant, {
    type: 'initial',
  })
  visitsThere(story, { from: on, until })
  supervision(story, { from: on, until })
  reviews(story, plan, { from: on, until })
}
