import type { Day } from '../../../src/calendar/day.ts'
import { workingDaysOn } from '../days.ts'
import { leavesOut, note, type Story, thing, write } from '../story.ts'

/** A parent asks what will happen, and is answered within the week in words that they understand. */
export const question = (story: Story, on: Day): void => {
  const { around, mother } = story
  const question = thing(story, 'question')
  write(story, 'question-asked', on, around.socialWorker, {
    question,
    to: 'social-worker',
    person: mother,
    text: '“What has to be true for the plan to end?”',
  })
  const due = workingDaysOn(on, 10)
  const mended = workingDaysOn(due, 12)
  const silent =
    leavesOut(story, 'question-not-answered') &&
    note(story, 'question-not-answered', {
      rules: ['question-answered'],
      to: ['social-worker', 'team-manager', 'clinical-lead', 'consultant'],
      due,
      mended,
    })
  write(
    story,
    'question-answered',
    silent ? mended : workingDaysOn(on, story.chance.between(1, 7)),
    around.socialWorker,
    { question, understood: 'yes', text: 'Written out: three things, with dates.' },
  )
}
