import { addDays, type Day } from '../../src/calendar/day.ts'
import { addWorkingDays } from '../../src/calendar/working-days.ts'
import type { Entry } from '../../src/record/entry.ts'

interface Bare {
  due: Day
  done: Day | undefined
}

/**
 * What somebody would write by hand who needs only the appointment and the conference rules: one loop, plain maps,
 * no kinds, no people, no corrections. The bench prints the whole core as a multiple of it.
 */
export const bareLoop = (entries: readonly Entry[]): readonly Bare[] => {
  const outcomes = new Map<string, Bare>()
  const calls = new Map<string, Bare>()
  const duties: Bare[] = []
  let conference: Bare | undefined
  for (const entry of entries) {
    switch (entry.kind) {
      case 'appointment-booked': {
        const duty = { due: addWorkingDays(entry.when.to, 1), done: undefined }
        outcomes.set(String(entry.appointment), duty)
        duties.push(duty)
        break
      }
      case 'attended':
      case 'appointment-cancelled':
      case 'was-not-brought': {
        const duty = outcomes.get(String(entry.appointment))
        if (duty !== undefined) duty.done = entry.day
        if (entry.kind !== 'was-not-brought') break
        const call = { due: addWorkingDays(entry.day, 1), done: undefined }
        calls.set(String(entry.appointment), call)
        duties.push(call, { due: addWorkingDays(entry.day, 5), done: undefined })
        break
      }
      case 'contact': {
        const call = entry.about === undefined ? undefined : calls.get(entry.about)
        if (call !== undefined) call.done = entry.day
        break
      }
      case 'strategy-discussion': {
        if (entry.outcome !== 'conference') break
        conference = { due: addWorkingDays(entry.day, 15), done: undefined }
        duties.push(
          conference,
          { due: addWorkingDays(entry.day, 1), done: undefined },
          { due: addDays(entry.day, 0), done: undefined },
        )
        break
      }
      case 'conference-held': {
        if (conference !== undefined) conference.done = entry.day
        break
      }
    }
  }
  return duties
}
