import { type Day, isoDay } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'
import { membersOf } from './child-in-need.ts'

/** An injury that nobody explains: referred the same day, discussed with the police, examined the next, and looked into. */
export const unexplainedInjury = (story: Story, on: Day): void => {
  const { around, child, mother } = story
  const injury = thing(story, 'injury')
  const referral = thing(story, 'referral')
  write(story, 'injury', on, around.consultant, {
    injury,
    what: 'A bruise',
    where: 'the upper arm',
    mobile: 'yes',
    explained: 'no',
    judgedBy: 'consultant',
    seenByDoctor: 'yes',
  })
  const mended = workingDaysOn(on, 8)
  const rules = ['injury-referred', 'injury-strategy-discussion', 'injury-examined']
  const to = [
    'safeguarding-lead',
    'named-nurse',
    'consultant',
    'team-manager',
    'social-worker',
    'service-manager',
  ] as const
  const alone =
    leavesOut(story, 'injury-not-referred') && note(story, 'injury-not-referred', { rules, to, due: on, mended })
  const told = alone ? mended : on
  write(story, 'referral-made', told, around.consultant, {
    referral,
    to: 'social-care',
    reason: 'A bruise that is not explained.',
    urgent: 'yes',
  })
  write(story, 'referral-received', told, around.duty, { referral })
  write(story, 'referral-acknowledged', told, around.duty, { referral })
  write(story, 'referral-decided', told, around.dutyManager, {
    referral,
    decision: 'Strategy discussion',
    signedBy: 'team-manager',
  })
  write(story, 'referral-answered', told, around.duty, { referral, satisfied: 'yes' })
  const discussion = thing(story, 'discussion')
  const asked = ['police', ...membersOf(story), around.consultant.agency]
  write(story, 'strategy-discussion', told, around.teamManager, {
    discussion,
    present: [around.teamManager.agency, ...asked],
    invited: asked,
    section47: 'no',
    outcome: 'other',
    reason: 'Examined today; the explanation is looked into.',
  })
  write(story, 'injury-opinion', told, around.consultant, {
    injury,
    fits: 'yes',
    text: 'Fits a fall from the climbing frame that the school remembers.',
  })
  write(story, 'minutes-sent', workingDaysOn(told, 2), around.teamManager, { meeting: discussion, to: asked })
  write(story, 'contact', told, around.socialWorker, {
    way: 'visit',
    where: 'home',
    with: [mother],
    seen: [child],
    alone: 'yes',
    awake: 'yes',
    purpose: 'visit',
  })
}

const meetings: ReadonlySet<string> = new Set(['meeting-held', 'conference-held', 'strategy-discussion', 'safety-plan'])

/** Whether nobody sits down about the child in the weeks around a day: else the act that is left out is done by that. */
const isQuiet = ({ lines }: Story, day: Day): boolean => {
  const [from, to] = [isoDay(workingDaysOn(day, -11)), isoDay(workingDaysOn(day, 11))]
  return !lines.some(({ kind, on = '' }) => meetings.has(kind ?? '') && on >= from && on <= to)
}

/** An agreement by which a child is kept safe: who may not be there overnight, until when, and who looks whether it is kept. */
export const agreement = (story: Story, on: Day): void => {
  const { around, father, child } = story
  const agreedRule = thing(story, 'agreed-rule')
  const until = [70, 77, 84, 91, 98].map(days => daysOn(on, days)).find(day => isQuiet(story, day)) ?? daysOn(on, 84)
  write(story, 'agreed-rule', on, around.socialWorker, {
    ...{
      agreedRule,
      source: 'written-agreement',
      person: [father],
      terms: ['not-overnight'],
      agreedBy: ['family', around.socialWorker.agency],
      until,
    },
    ...{ checkedBy: 'social-worker', how: 'Visits in the morning', ifBroken: 'A strategy discussion the same day' },
  })
  write(story, 'agreed-rule-checked', daysOn(on, 14), around.socialWorker, { agreedRule, kept: 'yes' })
  const broken = daysOn(on, 35)
  const mended = workingDaysOn(broken, 8)
  const rules = ['agreed-rule-not-kept-reviewed']
  if (
    leavesOut(story, 'agreement-broken') &&
    note(story, 'agreement-broken', { rules, to: ['social-worker', 'team-manager'], due: broken, mended })
  ) {
    write(story, 'agreed-rule-broken', broken, story.atSchool ? around.schoolNurse : around.healthVisitor, {
      agreedRule,
      person: father,
    })
    write(story, 'safety-plan', mended, around.socialWorker, { text: `Who looks in on ${child}, on which day.` })
  }
  const forgotten =
    leavesOut(story, 'agreement-runs-out') &&
    isQuiet(story, until) &&
    note(story, 'agreement-runs-out', {
      rules: ['agreed-rule-reviewed-before-it-ends'],
      to: ['social-worker', 'team-manager'],
      due: until,
      mended: workingDaysOn(until, 10),
    })
  write(
    story,
    'agreed-rule-reviewed',
    forgotten ? workingDaysOn(until, 10) : workingDaysOn(until, -4),
    around.socialWorker,
    { agreedRule, answer: 'ended', reason: 'Kept for twelve weeks; the plan says the rest.' },
  )
}
