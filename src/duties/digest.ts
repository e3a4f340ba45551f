import { addDays, type Day, type Moment } from '../calendar/day.ts'
import { londonDay, momentAt } from '../calendar/moment.ts'
import { isWorkingDay } from '../calendar/working-days.ts'

/** When the morning's mail goes out, by London's clocks: a local setting of ours. */
const clock = '07:30'

/** The first working day from a day on, that day included. */
export const workingDayFrom = (day: Day): Day => {
  let next = day
  while (!isWorkingDay(next)) next = addDays(next, 1)
  return next
}

/** The moment of the next morning's mail after a moment: half past seven on the same working day, or on the next. */
export const nextDigest = (after: Moment): Moment => {
  const day = londonDay(after)
  const today = workingDayFrom(day)
  const morning = momentAt(today, clock)
  return morning > after ? morning : momentAt(workingDayFrom(addDays(today, 1)), clock)
}
