import type { Day } from '../../../src/calendar/day.ts'
import { daysOn, workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, write } from '../story.ts'

/** A stretch in which a plan is worked. */
export interface Stretch {
  readonly from: Day
  readonly until: Day
}

/** A social worker visits every few weeks and sees the child alone; now and then nobody opens, and she goes again. */
export const visits = (story: Story, { from, until }: Stretch, every: number): void => {
  const protectedChild = every < 20
  const { chance, child, mother, around } = story
  const visit = { way: 'visit', where: 'home', with: [mother], purpose: 'visit' }
  for (let on = daysOn(from, every - 4), n = 1; on < until; on = daysOn(on, every - 3), n += 1) {
    const what = protectedChild ? 'protected-child-not-seen' : 'visits-not-made'
    if (n === 4 && story.atSchool && leavesOut(story, what)) {
      const mended = daysOn(on, 45)
      const due = daysOn(on, 12)
      const rules = ['child-seen-at-home', 'child-on-protection-plan-seen', 'child-seen-by-anyone']
      if (mended < until && note(story, what, { rules, to: ['social-worker', 'team-manager'], due, mended })) {
        on = mended
        continue
      }
    }
    if (chance.happens(0.08)) {
      write(story, 'contact', on, around.socialWorker, { ...visit, reached: 'no' })
      on = workingDaysOn(on, 1)
    }
    if (on >= until) return
    write(story, 'contact', on, around.socialWorker, { ...visit, seen: [child], alone: 'yes', awake: 'yes' })
    if (n % 6 === 0)
      write(story, 'child-voice', on, around.socialWorker, { person: child, text: '“It is calmer now.”' })
  }
}

/** The team manager talks about the family with its worker every three to four weeks. */
export const supervision = (story: Story, { from, until }: Stretch): void => {
  const { teamManager } = story.around
  for (let on = daysOn(from, 18), n = 1; on < until; on = daysOn(on, story.chance.between(21, 25)), n += 1) {
    if (n === 3 && leavesOut(story, 'supervision-not-held')) {
      const due = daysOn(on, 8)
      const mended = daysOn(due, 30)
      if (
        mended < until &&
        note(story, 'supervision-not-held', {
          rules: ['supervision-held'],
          to: ['team-manager', 'supervisor', 'service-manager'],
          due,
          mended,
        })
      )
        on = mended
    }
    write(story, 'supervision', on, teamManager, {
      role: 'social-worker',
      text: 'What is different for the child since last time.',
    })
  }
}
