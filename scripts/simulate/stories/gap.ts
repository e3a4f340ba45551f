import type { Day } from '../../../src/calendar/day.ts'
import { workingDaysOn } from '../days.ts'
import { holderOn } from '../staff.ts'
import { leavesOut, note, type Story, write } from '../story.ts'

/** A social worker is moved to another team and nobody takes the family over, until somebody does. */
export const gap = (story: Story, on: Day, until: Day): void => {
  const { socialWorker: worker } = story.around
  const due = workingDaysOn(on, 1)
  const mended = workingDaysOn(due, 14)
  const isSame = holderOn(worker, on) === holderOn(worker, mended)
  if (!isSame || mended >= until || !leavesOut(story, 'leaves-without-cover')) return
  const rules = ['case-covered', 'case-handed-over', 'unallocated-escalated']
  if (!note(story, 'leaves-without-cover', { rules, to: ['team-manager', 'service-manager'], due, mended })) return
  const who = { role: 'social-worker', practitioner: holderOn(worker, on) }
  write(story, 'worker-leaves', on, worker, { ...who, text: 'Moved to another team.' })
  write(story, 'worker-starts', mended, worker, who)
}
