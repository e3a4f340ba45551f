import type { Day } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leaves, leavesOut, note, type Story, thing, write } from '../story.ts'
import { question } from './asked.ts'
import { gap } from './gap.ts'
import { happensAndIsLeft } from './happenings.ts'
import { meet } from './meeting.ts'
import { type Stretch, supervision, visits } from './working.ts'

/** The agencies that work a family's plan beside social care. */
export const membersOf = ({ around, atSchool, lines }: Story): readonly string[] => [
  ...(atSchool ? [around.school.agency, around.schoolNurse.agency] : [around.healthVisitor.agency]),
  around.gp.agency,
  ...(lines.some(({ kind }) => kind === 'pregnancy') ? [around.midwife.agency] : []),
]

const meetings = (story: Story, plan: string, { from, until }: Stretch): void => {
  const { chance, around } = story
  const six = { type: 'child-in-need', plan, by: around.socialWorker, invited: membersOf(story) } as const
  for (let on = workingDaysOn(from, 8), n = 1; on < until; on = daysOn(on, chance.between(36, 40)), n += 1) {
    if (n === 3 && leavesOut(story, 'meeting-not-held')) {
      const due = daysOn(on, 6)
      const mended = daysOn(due, 25)
      const rules = ['child-in-need-review', 'drift-decided']
      if (
        mended < until &&
        note(story, 'meeting-not-held', { rules, to: ['social-worker', 'team-manager'], due, mended })
      )
        on = mended
    }
    meet(story, six, on)
  }
}

/** A plan for a child in need: agreed with consent, met about every six weeks, visited, talked over, and closed together. */
export const childInNeed = (story: Story, agreed: Day, months: number): Day => {
  const { around, mother, father, child, chance } = story
  const { socialWorker: worker, teamManager } = around
  const plan = thing(story, 'plan')
  const members = membersOf(story)
  const started = workingDaysOn(agreed, chance.between(2, 6))
  const until = daysOn(started, months * 30)
  write(story, 'plan-agreed', agreed, worker, { plan, type: 'child-in-need' })
  write(story, 'consent-given', agreed, worker, { person: mother, to: 'child-in-need' })
  write(story, 'consent-given', agreed, worker, { person: mother, to: 'sharing' })
  write(story, 'plan-started', started, worker, {
    plan,
    type: 'child-in-need',
    members: [worker.agency, ...members],
    household: [child, mother, father],
  })
  write(story, 'told', started, worker, { of: [plan], to: [mother, father, ...members], way: 'letter' })
  write(story, 'acknowledged', workingDaysOn(started, 2), worker, {
    of: [plan],
    to: [mother, father],
    way: 'in-person',
  })
  meetings(story, plan, { from: started, until })
  visits(story, { from: agreed, until }, 21)
  supervision(story, { from: agreed, until })
  if (chance.happens(0.3) || story.leftOut === 'question-not-answered') question(story, daysOn(started, 50))
  gap(story, daysOn(started, 70), until)
  happensAndIsLeft(story, { from: started, until })
  if (until > story.size.until) return until
  close(story, plan, until)
  write(story, 'told', until, teamManager, {
    of: [plan],
    to: [mother, father, ...members],
    way: 'letter',
    reason: 'yes',
  })
  leaves(story, worker, until)
  return until
}

const close = (story: Story, plan: string, on: Day): void => {
  const { around, child, mother, chance } = story
  const last = workingDaysOn(on, -chance.between(1, 5))
  write(story, 'contact', last, around.socialWorker, {
    way: 'visit',
    where: 'home',
    with: [mother],
    seen: [child],
    alone: 'yes',
    awake: 'yes',
    purpose: 'visit',
  })
  write(story, 'threshold-reviewed', on, around.teamManager, {
    decision: 'close',
    reason: 'The aims are met, and the family says so.',
  })
  write(story, 'plan-ended', on, around.teamManager, {
    plan,
    signedBy: ['social-worker', 'team-manager'],
    reason: 'Aims met. The family knows whom to ring.',
  })
}
