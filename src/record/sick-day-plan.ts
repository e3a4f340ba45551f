import type { Day } from '../calendar/day.ts'
import type { EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { all, isAbout, type Picture } from './standing.ts'

/** The sick-day plan that stands for a child on a day: the last one agreed by then, or nothing. */
export const findSickDayPlan = (stands: Picture, child: PersonId, day: Day): EntryOf<'sick-day-plan'> | undefined =>
  all(stands, 'sick-day-plan').findLast(entry => entry.day <= day && isAbout(stands, entry, child))
