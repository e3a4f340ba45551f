import { type Day, isoDay } from '../../../src/calendar/day.ts'
import { workingDaysOn } from '../days.ts'
import type { Slot } from '../staff.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'

/** A meeting of a plan: who calls it, whom it is for, and its kind. */
export interface Meeting {
  readonly type: 'child-in-need' | 'core-group' | 'team-around-the-family'
  readonly plan: string
  readonly by: Slot
  readonly invited: readonly string[]
}

/** A meeting called and invited in time, held with everybody or their report, and its minutes sent. */
export const meet = (story: Story, { type, plan, by, invited }: Meeting, on: Day): void => {
  const { mother, father, child, chance } = story
  const meeting = thing(story, 'meeting')
  const called = workingDaysOn(on, -8)
  write(story, 'meeting-called', called, by, { meeting, type, plan, when: on, invited })
  write(story, 'invitation-sent', called, by, { meeting, to: invited, way: 'e-mail' })
  const [first = 'gp', ...rest] = invited
  const lost =
    leavesOut(story, 'invitation-bounced') &&
    note(story, 'invitation-bounced', {
      rules: ['invitation-arrived'],
      to: ['organiser', 'social-worker', 'early-help-worker', 'team-manager', 'safeguarding-lead'],
      due: workingDaysOn(called, 2),
      mended: workingDaysOn(called, 7),
    })
  if (lost) {
    write(story, 'invitation-bounced', called, by, { meeting, to: [first] })
    write(story, 'invitation-sent', workingDaysOn(called, 7), by, { meeting, to: [first], way: 'call' })
  }
  write(story, 'invitation-acknowledged', workingDaysOn(called, 1), by, { meeting, to: lost ? rest : invited })
  const there = chance.happens(0.85) || lost ? (lost ? rest : invited) : rest
  for (const agency of invited.filter(one => !there.includes(one)))
    if (!lost) story.lines.push({ kind: 'report-filed', on: isoDay(workingDaysOn(on, -2)), by: agency, meeting })
  write(story, 'meeting-held', on, by, {
    meeting,
    type,
    plan,
    present: [by.agency, ...there],
    family: [mother, father],
    considered: [child, mother, father],
  })
  const due = workingDaysOn(on, 5)
  const mended = workingDaysOn(due, chance.between(8, 14))
  const unsent =
    leavesOut(story, 'minutes-not-sent') &&
    note(story, 'minutes-not-sent', {
      rules: ['meeting-minutes-sent'],
      to: ['meeting-chair', 'social-worker', 'early-help-worker', 'organiser', 'team-manager'],
      due,
      mended,
    })
  write(story, 'minutes-sent', unsent ? mended : workingDaysOn(on, chance.between(1, 4)), by, { meeting, to: invited })
}
