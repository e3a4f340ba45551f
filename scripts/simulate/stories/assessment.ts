import type { Day } from '../../../src/calendar/day.ts'
import { workingDaysOn } from '../days.ts'
import { begins, leavesOut, note, type Story, thing, write } from '../story.ts'
import type { Referred } from './referral.ts'

/** A social worker takes the family on: named as lead, first visit, a health practitioner named too. */
export const allocate = (story: Story, on: Day): void => {
  const { around, child, mother, atSchool } = story
  const { socialWorker: worker, teamManager } = around
  const health = atSchool ? around.schoolNurse : around.healthVisitor
  begins(story, worker, on)
  write(story, 'lead-named', on, teamManager, {
    lead: 'lead-practitioner',
    practitioner: worker.holders.find(one => one.from <= on && (one.until === undefined || one.until >= on))?.name,
    agency: worker.agency,
  })
  write(story, 'lead-accepted', on, worker, { lead: 'lead-practitioner' })
  write(story, 'lead-named', on, teamManager, { lead: 'lead-health-practitioner', agency: health.agency })
  write(story, 'lead-accepted', on, health, { lead: 'lead-health-practitioner' })
  write(story, 'contact', workingDaysOn(on, 1), worker, {
    ...{
      way: 'visit',
      where: 'home',
      with: [child, mother],
      seen: [child],
      alone: 'yes',
      awake: 'yes',
      purpose: 'first-contact',
    },
  })
}

const cover = (story: Story, assessment: string, person: string, on: Day): void =>
  write(story, 'person-covered', on, story.around.socialWorker, { assessment, person, status: 'assessed' })

/** An assessment within 45 working days of the referral, with everybody of the household, the child's own words and contributions. */
export const assess = (story: Story, { referral, made, decided }: Referred): Day => {
  const { around, chance, child, mother, father, atSchool } = story
  const { socialWorker: worker, teamManager } = around
  const health = atSchool ? around.schoolNurse : around.healthVisitor
  const assessment = thing(story, 'assessment')
  write(story, 'assessment-opened', decided, worker, { assessment, type: 'child-and-family', referral, referred: made })
  write(story, 'consent-given', workingDaysOn(decided, 2), worker, { person: mother, to: 'assessment' })
  write(story, 'child-voice', workingDaysOn(decided, 6), worker, {
    person: child,
    text: '“I like it when we are all in the kitchen.”',
  })
  const due = workingDaysOn(made, 45)
  const mended = workingDaysOn(due, chance.between(8, 15))
  const unfinished =
    leavesOut(story, 'assessment-not-finished') &&
    note(story, 'assessment-not-finished', {
      rules: ['assessment-finished'],
      to: ['social-worker', 'team-manager'],
      due,
      mended,
    })
  const finished = unfinished ? mended : workingDaysOn(decided, chance.between(24, 38))
  cover(story, assessment, mother, workingDaysOn(decided, 8))
  const forgotten =
    leavesOut(story, 'father-not-assessed') &&
    note(story, 'father-not-assessed', {
      rules: ['adults-covered-by-assessment'],
      to: ['social-worker', 'team-manager'],
      due: finished,
      mended: undefined,
    })
  if (!forgotten) cover(story, assessment, father, workingDaysOn(decided, 12))
  write(story, 'assessment-finished', finished, worker, {
    assessment,
    authorisedBy: 'team-manager',
    contributions: [health.agency, around.gp.agency, ...(atSchool ? [around.school.agency] : [])],
    outcome: 'A plan with the family',
    reason: 'What each agency holds was asked and read.',
  })
  write(story, 'told', finished, teamManager, {
    of: [assessment],
    to: [mother, father, health.agency, around.gp.agency],
    way: 'letter',
    reason: 'yes',
  })
  return finished
}
