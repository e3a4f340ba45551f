import { addDays, type Day, isoDay } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'
import { childInNeed, membersOf } from './child-in-need.ts'
import { meet } from './meeting.ts'
import { type Stretch, supervision, visits } from './working.ts'

/** The strategy discussion and the enquiry: everybody asked, minutes sent, concluded with the manager's name. */
const enquire = (story: Story, on: Day): { readonly discussion: string; readonly concluded: Day } => {
  const { around, chance } = story
  const discussion = thing(story, 'discussion')
  const asked = everyone(story)
  write(story, 'strategy-discussion', on, around.teamManager, {
    discussion,
    section47: 'yes',
    outcome: 'section-47',
    present: [around.teamManager.agency, ...asked],
    invited: asked,
  })
  write(story, 'section47-started', on, around.teamManager, { discussion, authorisedBy: 'team-manager' })
  write(story, 'minutes-sent', workingDaysOn(on, 2), around.teamManager, { meeting: discussion, to: asked })
  const concluded = workingDaysOn(on, chance.between(4, 7))
  write(story, 'section47-concluded', concluded, around.socialWorker, {
    discussion,
    outcome: 'conference',
    authorisedBy: 'team-manager',
  })
  return { discussion, concluded }
}

const everyone = (story: Story): readonly string[] => ['police', ...membersOf(story), story.around.consultant.agency]

const reports = (story: Story, conference: string, on: Day): void => {
  const { around } = story
  for (const by of everyone(story))
    story.lines.push({ kind: 'report-filed', on: isoDay(workingDaysOn(on, -4)), by, meeting: conference })
  write(story, 'report-filed', workingDaysOn(on, -4), around.socialWorker, {
    meeting: conference,
    reporter: around.socialWorker.agency,
  })
  story.lines.push({
    kind: 'report-filed',
    on: isoDay(workingDaysOn(on, -3)),
    by: 'family',
    meeting: conference,
    reporter: 'family',
  })
}

const invite = (story: Story, conference: string, on: Day): void => {
  const { administrator } = story.around
  write(story, 'invitation-sent', on, administrator, {
    meeting: conference,
    to: [...everyone(story), 'family'],
    way: 'e-mail',
  })
  write(story, 'invitation-acknowledged', workingDaysOn(on, 1), administrator, {
    meeting: conference,
    to: [...everyone(story), 'family'],
  })
}

const tellAll = (story: Story, conference: string, on: Day): void => {
  const { administrator } = story.around
  const { mother, father } = story
  write(story, 'told', workingDaysOn(on, 1), administrator, {
    of: [conference],
    to: [...everyone(story), mother, father],
    way: 'letter',
    reason: 'yes',
  })
  write(story, 'minutes-sent', workingDaysOn(on, story.chance.between(6, 9)), administrator, {
    meeting: conference,
    to: [...everyone(story), story.around.socialWorker.agency],
  })
}

/** From the enquiry to the conference: passed on, booked, invited, reported, held within fifteen working days. */
const conference = (story: Story, discussed: Day, concluded: Day): { readonly name: string; readonly held: Day } => {
  const { around, chance, mother, father } = story
  const name = thing(story, 'conference')
  const limit = workingDaysOn(discussed, 15)
  write(story, 'safety-plan', concluded, around.socialWorker, {
    text: 'Until the conference: who looks in on which day, and whom to ring.',
  })
  write(story, 'told', concluded, around.socialWorker, {
    of: [name],
    to: [mother, father, ...everyone(story)],
    way: 'in-person',
    reason: 'yes',
  })
  const stuck = workingDaysOn(limit, chance.between(8, 14))
  const forgotten =
    leavesOut(story, 'conference-not-passed-on') &&
    note(story, 'conference-not-passed-on', {
      rules: ['conference-passed-on'],
      to: ['social-worker', 'team-manager'],
      due: workingDaysOn(concluded, 1),
      mended: stuck,
    })
  const passed = forgotten ? stuck : concluded
  write(story, 'conference-passed-on', passed, around.socialWorker, { conference: name })
  const unbooked =
    leavesOut(story, 'conference-not-booked') &&
    note(story, 'conference-not-booked', {
      rules: ['conference-booked'],
      to: ['conference-administrator', 'conference-unit-manager'],
      due: workingDaysOn(passed, 1),
      mended: stuck,
    })
  const booked = unbooked ? stuck : workingDaysOn(passed, 1)
  const held = forgotten || unbooked ? workingDaysOn(stuck, 8) : workingDaysOn(limit, -1)
  write(story, 'conference-booked', booked, around.administrator, {
    conference: name,
    when: held,
    chair: around.chair.holders[0]?.name,
  })
  invite(story, name, booked)
  reports(story, name, held)
  write(story, 'conference-held', held, around.chair, {
    conference: name,
    type: 'initial',
    present: [around.socialWorker.agency, ...everyone(story)],
    quorate: 'yes',
    outcome: 'plan',
  })
  tellAll(story, name, held)
  return { name, held }
}

const coreGroups = (story: Story, plan: string, { from, until }: Stretch): void => {
  const { around, chance } = story
  const core = { type: 'core-group', plan, by: around.socialWorker, invited: membersOf(story) } as const
  for (let on = workingDaysOn(from, 8), n = 1; on < until; on = daysOn(on, chance.between(30, 38)), n += 1) {
    if (n === 3 && leavesOut(story, 'core-group-not-held')) {
      const due = daysOn(on, 8)
      const mended = daysOn(due, 25)
      if (
        mended < until &&
        note(story, 'core-group-not-held', {
          rules: ['next-core-group', 'first-core-group'],
          to: ['social-worker', 'team-manager'],
          due,
          mended,
        })
      )
        on = mended
    }
    meet(story, core, on)
  }
}

/** A review conference: booked well ahead, invited, reported, held in time, told. */
const review = (story: Story, on: Day, last: boolean): void => {
  const { around } = story
  const name = thing(story, 'review')
  write(story, 'conference-booked', workingDaysOn(on, -30), around.administrator, {
    conference: name,
    when: on,
    chair: around.chair.holders[0]?.name,
  })
  invite(story, name, workingDaysOn(on, -15))
  reports(story, name, on)
  write(story, 'conference-held', on, around.chair, {
    conference: name,
    type: 'review',
    present: [around.socialWorker.agency, ...everyone(story)],
    quorate: 'yes',
    outcome: last ? 'end' : 'continue',
  })
  tellAll(story, name, on)
}

const condition = (story: Story, name: string, held: Day): void => {
  const { around, chance } = story
  const agreed = thing(story, 'condition')
  const reviewBy = daysOn(held, 80)
  const agreedBy = [around.socialWorker.agency, ...membersOf(story)]
  write(story, 'condition', held, around.chair, {
    ...{
      condition: agreed,
      meeting: name,
      agreedBy,
      events: ['incident'],
      times: 1,
      consequence: 'strategy-discussion',
      owner: 'team-manager',
      reviewBy,
    },
    text: 'If there is another incident, we meet again at once.',
  })
  const due = workingDaysOn(daysOn(held, 40), 1)
  if (due < reviewBy && leavesOut(story, 'condition-not-acted-on')) {
    const mended = workingDaysOn(due, chance.between(8, 14))
    if (
      note(story, 'condition-not-acted-on', {
        rules: ['condition-acted-on'],
        to: ['team-manager', 'service-manager'],
        due,
        mended,
      })
    ) {
      write(story, 'incident', daysOn(held, 40), around.police, {
        incident: thing(story, 'incident'),
        type: 'domestic',
        alleged: story.father,
        text: 'Neighbours rang. A loud quarrel; nobody hurt.',
      })
      write(story, 'condition-acted-on', mended, around.teamManager, { condition: agreed })
      write(story, 'strategy-discussion', mended, around.teamManager, {
        discussion: thing(story, 'discussion'),
        outcome: 'other',
        present: [around.teamManager.agency, 'police', ...membersOf(story)],
        invited: ['police', ...membersOf(story)],
      })
      return
    }
  }
  write(story, 'condition-reviewed', workingDaysOn(reviewBy, -2), around.teamManager, {
    condition: agreed,
    answer: 'retired',
  })
}

/** The road of child protection: enquiry, conference, plan with core groups and reviews, and a step down to a child in need plan. */
export const childProtection = (story: Story, on: Day, reviews: number): void => {
  const { around, child, mother, father } = story
  const worker = around.socialWorker
  const { concluded } = enquire(story, on)
  const { name, held } = conference(story, on, concluded)
  const plan = thing(story, 'plan')
  const members = [worker.agency, ...membersOf(story)]
  write(story, 'plan-started', held, worker, {
    plan,
    type: 'child-protection',
    category: 'neglect',
    members,
    household: [child, mother, father],
  })
  write(story, 'told', workingDaysOn(held, 1), worker, { of: [plan], to: [mother, father, ...members], way: 'letter' })
  write(story, 'acknowledged', workingDaysOn(held, 3), worker, { of: [plan], to: [mother, father], way: 'in-person' })
  write(story, 'graded-care-profile', workingDaysOn(held, 4), worker, {
    done: 'yes',
    reason: 'Done together with her.',
  })
  condition(story, name, held)
  const days = [daysOn(held, 85), ...Array.from({ length: reviews - 1 }, (_, at) => daysOn(held, 85 + 175 * (at + 1)))]
  const until = days.at(-1) ?? held
  coreGroups(story, plan, { from: held, until })
  visits(story, { from: on, until }, 13)
  supervision(story, { from: on, until })
  reviewed(story, days)
  if (until > story.size.until) return
  write(story, 'plan-ended', until, around.chair, {
    plan,
    signedBy: ['conference-chair', 'team-manager'],
    reason: 'The conference ended it: changed, and kept up.',
  })
  childInNeed(story, until, 4)
}

const reviewed = (story: Story, days: readonly Day[]): void => {
  for (const [at, day] of days.entries()) {
    const due = addDays(day, 6)
    const mended = daysOn(day, 28)
    const slipped =
      leavesOut(story, 'review-not-held') &&
      at < days.length - 1 &&
      note(story, 'review-not-held', {
        rules: ['review-conference-held'],
        to: ['conference-chair', 'conference-administrator', 'conference-unit-manager', 'service-manager'],
        due,
        mended,
      })
    if (slipped) continue
    review(story, day, at === days.length - 1)
  }
}
