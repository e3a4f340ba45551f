import { addDays, type Day } from '../../src/calendar/day.ts'
import { addWorkingDays, isWorkingDay } from '../../src/calendar/working-days.ts'

/** The day itself if it is worked on, else the next that is. */
export const workingDayFrom = (day: Day): Day => (isWorkingDay(day) ? day : addWorkingDays(day, 1))

/** The working day so many days later, or the next one after. */
export const daysOn = (day: Day, days: number): Day => workingDayFrom(addDays(day, days))

/** So many working days later. */
export const workingDaysOn = (day: Day, days: number): Day => addWorkingDays(workingDayFrom(day), days)
