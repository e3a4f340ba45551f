import type { Day } from '../calendar/day.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Duty } from './rule.ts'

/** Five working days from rung to rung: a local setting of ours. The first is the first working day after the day it was due. */
const betweenRungs = 5

/** The day on which the lateness of a duty reaches a rung of its ladder, counted from 1. */
export const climbsOn = ({ due }: Duty, rung: number): Day => addWorkingDays(due.day, 1 + betweenRungs * (rung - 1))
