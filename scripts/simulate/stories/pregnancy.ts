import { addDays, type Day, isoDay } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { begins, leavesOut, note, type Story, thing, write } from '../story.ts'

/** A pregnancy in a family whose child has a plan: booked, told, referred, assessed before the birth; then the baby, and the plans looked at again. */
export const pregnancy = (story: Story, on: Day): void => {
  const { around, mother, father, child, name, chance } = story
  const unborn = `${name}-baby`
  const expected = addDays(on, 200)
  const asked = { unborn, mother }
  write(story, 'pregnancy', on, around.midwife, { ...asked, father, expected })
  write(story, 'antenatal-booking', workingDaysOn(on, 2), around.midwife, asked)
  begins(story, around.midwife, on, daysOn(expected, 20))
  write(story, 'told', workingDaysOn(on, 1), around.midwife, {
    of: [unborn],
    to: [around.socialWorker.agency, around.gp.agency, around.healthVisitor.agency],
    way: 'e-mail',
  })
  write(story, 'told', workingDaysOn(on, 2), around.socialWorker, {
    of: [unborn],
    to: [around.midwife.agency],
    way: 'e-mail',
    reason: 'yes',
    child: [child],
  })
  const due = workingDaysOn(on, 5)
  const late = workingDaysOn(due, 12)
  const unreferred =
    leavesOut(story, 'pregnancy-not-referred') &&
    note(story, 'pregnancy-not-referred', {
      rules: ['unborn-referred'],
      to: ['social-worker', 'midwife', 'team-manager', 'health-visitor', 'gp'],
      due,
      mended: late,
    })
  const referred = unreferred ? late : workingDaysOn(on, 3)
  const referral = thing(story, 'referral')
  const about = { child: [unborn] }
  write(story, 'referral-made', referred, around.midwife, {
    referral,
    to: 'social-care',
    reason: 'A baby is expected in a family with a plan.',
    ...about,
  })
  write(story, 'referral-received', referred, around.duty, { referral, ...about })
  write(story, 'referral-acknowledged', referred, around.duty, { referral, ...about })
  const decided = workingDaysOn(referred, 1)
  write(story, 'referral-decided', decided, around.dutyManager, {
    referral,
    decision: 'Pre-birth assessment',
    signedBy: 'team-manager',
    ...about,
  })
  write(story, 'referral-answered', decided, around.duty, { referral, satisfied: 'yes', ...about })
  const assessment = thing(story, 'assessment')
  write(story, 'assessment-opened', decided, around.socialWorker, {
    assessment,
    type: 'pre-birth',
    referral,
    referred,
    ...about,
  })
  for (const person of [mother, father])
    write(story, 'person-covered', workingDaysOn(decided, 10), around.socialWorker, {
      assessment,
      person,
      status: 'assessed',
      ...about,
    })
  const limit = workingDaysOn(referred, 45)
  const unfinished =
    leavesOut(story, 'unborn-not-assessed') &&
    note(story, 'unborn-not-assessed', {
      rules: ['pre-birth-assessment-finished', 'assessment-finished'],
      to: ['social-worker', 'team-manager'],
      due: limit,
      mended: workingDaysOn(limit, 12),
    })
  const finished = unfinished ? workingDaysOn(limit, 12) : workingDaysOn(decided, chance.between(25, 38))
  write(story, 'assessment-finished', finished, around.socialWorker, {
    ...{
      assessment,
      authorisedBy: 'team-manager',
      contributions: [around.midwife.agency, around.gp.agency, around.healthVisitor.agency],
    },
    ...{ outcome: 'Help at home, and a visit in the first days', ...about },
  })
  born(story, unborn, addDays(expected, chance.between(-9, 9)))
}

const born = (story: Story, unborn: string, on: Day): void => {
  if (on > story.size.until) return
  const { around, mother, child, name } = story
  const baby = `${name}-second`
  story.lines.push({ kind: 'person', person: baby, name: 'Second child', born: isoDay(on), as: 'child' })
  write(story, 'birth', on, around.midwife, { unborn, baby, mother })
  write(story, 'told', workingDaysOn(on, 1), around.midwife, {
    of: [baby],
    to: [around.socialWorker.agency, around.gp.agency, around.healthVisitor.agency],
    way: 'call',
    child: [baby],
  })
  write(story, 'contact', workingDaysOn(on, 9), around.healthVisitor, {
    way: 'visit',
    where: 'home',
    with: [mother],
    seen: [baby],
    awake: 'yes',
    purpose: 'visit',
    child: [baby],
  })
  write(story, 'analysis-updated', workingDaysOn(on, 6), around.socialWorker, {
    text: 'What two children need, and who is there to give it.',
    child: [child, baby],
  })
}
