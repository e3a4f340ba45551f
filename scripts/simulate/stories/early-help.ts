import type { Day } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { begins, leaves, leavesOut, note, type Story, thing, write } from '../story.ts'
import { membersOf } from './child-in-need.ts'
import { meet } from './meeting.ts'

/** A referral to early help: picked up, a first visit, a plan with meetings of the team around the family, and its end. */
export const earlyHelp = (story: Story, on: Day, months: number): void => {
  const { around, chance, child, mother, father, atSchool } = story
  const by = atSchool ? around.school : around.healthVisitor
  const worker = around.earlyHelp
  const referral = thing(story, 'referral')
  write(story, 'consent-given', on, by, { person: mother, to: 'early-help' })
  write(story, 'referral-made', on, by, { referral, to: 'early-help', reason: 'Money and sleep. She asks for it.' })
  const due = workingDaysOn(on, 3)
  const mended = workingDaysOn(due, 15)
  const lost =
    leavesOut(story, 'early-help-not-picked-up') &&
    note(story, 'early-help-not-picked-up', {
      rules: ['referral-taken-up'],
      to: [
        'receiving-team',
        'early-help-worker',
        'referrer',
        'designated-safeguarding-lead',
        'health-visitor',
        'agency-manager',
        'team-lead',
        'safeguarding-lead',
      ],
      due,
      mended,
    })
  const picked = lost ? mended : workingDaysOn(on, 1)
  write(story, 'referral-received', picked, worker, { referral })
  write(story, 'referral-accepted', picked, worker, { referral })
  const first = workingDaysOn(picked, 3)
  write(story, 'contact', first, worker, {
    way: 'visit',
    where: 'home',
    with: [child, mother],
    seen: [child],
    awake: 'yes',
    about: referral,
    purpose: 'first-contact',
  })
  write(story, 'told', first, worker, { of: [referral], to: [by.agency], way: 'call' })
  begins(story, worker, first)
  write(story, 'lead-named', first, worker, {
    lead: 'lead-practitioner',
    practitioner: worker.holders[0]?.name,
    agency: worker.agency,
  })
  write(story, 'lead-accepted', first, worker, { lead: 'lead-practitioner' })
  const plan = thing(story, 'plan')
  const started = workingDaysOn(first, 5)
  const until = daysOn(started, months * 30)
  const members = membersOf(story)
  write(story, 'plan-started', started, worker, {
    plan,
    type: 'early-help',
    members: [worker.agency, ...members],
    household: [child, mother, father],
  })
  write(story, 'acknowledged', workingDaysOn(started, 2), worker, {
    of: [plan],
    to: [mother, father],
    way: 'in-person',
  })
  for (let at = daysOn(started, 30); at < until; at = daysOn(at, chance.between(38, 41)))
    meet(story, { type: 'team-around-the-family', plan, by: worker, invited: members }, at)
  if (until > story.size.until) return
  write(story, 'plan-ended', until, worker, { plan, signedBy: ['early-help-worker'], reason: 'Aims met.' })
  write(story, 'told', until, worker, { of: [plan], to: [mother, father, ...members], way: 'letter', reason: 'yes' })
  leaves(story, worker, until)
}
