import { getDay, isoDay } from '../../src/calendar/day.ts'
import { addWorkingDays } from '../../src/calendar/working-days.ts'
import type { Chance } from './chance.ts'
import { workingDaysOn } from './days.ts'
import type { Size } from './staff.ts'
import type { Drop, Line, Story } from './story.ts'

/* Nowhere is all done on its day. Some acts are done some days late, and some of what is done is written down days later:
   until it is written, nobody who asks for it can know. */

/** Acts on whose day no other entry of the story rests. */
const maySlip: ReadonlySet<string> = new Set([
  'minutes-sent',
  'supervision',
  'letter-sent',
  'notes-reviewed',
  'referral-answered',
  'result-told',
  'question-answered',
  'analysis-updated',
  'acknowledged',
  'told',
])

/** Of acts that may slip, so many do, by up to seven working days. */
const slips = 0.08
/** Of all that is written, so much is written up to six working days later. */
const writtenLate = 0.1

const dayOn = ({ on }: Line, days: number, { until }: Size): string | undefined => {
  const day = on === undefined ? undefined : workingDaysOn(getDay(on), days)
  return day === undefined || day > until ? undefined : isoDay(day)
}

/** Around what was left out on purpose all else comes on its day, so that this alone is what is missing. */
const isNear = ({ on }: Line, drops: readonly Drop[]): boolean =>
  on !== undefined && drops.some(({ due, by }) => getDay(on) >= addWorkingDays(due, -10) && getDay(on) <= by)

const done = (line: Line, size: Size, chance: Chance): Line => {
  if (!maySlip.has(line.kind ?? '') || !chance.happens(slips * size.slack)) return line
  const on = dayOn(line, chance.between(2, 7), size)
  return on === undefined ? line : { ...line, on }
}

const writtenDown = (line: Line, size: Size, chance: Chance): Line => {
  if (!chance.happens(writtenLate * size.slack)) return line
  const written = dayOn(line, chance.between(1, 6), size)
  return written === undefined ? line : { ...line, written }
}

/** A line of a story as it came about: a little late now and then, and written a little later. */
export const asItCame = (line: Line, { size, chance, drops }: Story): Line =>
  isNear(line, drops) ? line : writtenDown(done(line, size, chance), size, chance)
