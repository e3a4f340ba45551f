import type { Day } from '../../../src/calendar/day.ts'
import { workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'

/** Police come to a quarrel: whoever had left is spoken to, social care and the GP are told, the worker goes to see the child. */
export const quarrel = (story: Story, on: Day): void => {
  const { around, father, child, mother } = story
  const incident = thing(story, 'incident')
  const referral = thing(story, 'referral')
  write(story, 'incident', on, around.police, {
    incident,
    type: 'domestic',
    alleged: father,
    leftBefore: 'no',
    text: 'Neighbours rang. Loud words; nobody hurt.',
  })
  write(story, 'told', on, around.police, {
    of: [incident],
    to: ['social-care', around.gp.agency, story.atSchool ? around.school.agency : around.healthVisitor.agency],
    way: 'e-mail',
  })
  const due = workingDaysOn(on, 1)
  const mended = workingDaysOn(due, 12)
  const dropped =
    leavesOut(story, 'incident-not-followed') &&
    note(story, 'incident-not-followed', {
      rules: ['domestic-incident-followed'],
      to: ['police-officer', 'social-worker', 'team-manager', 'duty-social-worker'],
      due,
      mended,
    })
  const day = dropped ? mended : on
  write(story, 'referral-made', day, around.police, {
    referral,
    to: 'social-care',
    reason: 'A quarrel with a child in the house.',
  })
  write(story, 'referral-received', day, around.duty, { referral })
  write(story, 'referral-acknowledged', workingDaysOn(day, 1), around.duty, { referral })
  write(story, 'referral-decided', workingDaysOn(day, 1), around.dutyManager, {
    referral,
    decision: 'Joined to the plan',
    signedBy: 'team-manager',
  })
  write(story, 'referral-answered', workingDaysOn(day, 2), around.duty, { referral, satisfied: 'yes' })
  write(story, 'contact', workingDaysOn(day, 2), around.socialWorker, {
    way: 'visit',
    where: 'home',
    with: [mother],
    seen: [child],
    alone: 'yes',
    awake: 'yes',
    about: incident,
    purpose: 'after-an-incident',
  })
  write(story, 'analysis-updated', workingDaysOn(day, 3), around.socialWorker, {
    incident,
    text: 'What it means for the child.',
  })
}
