import { addDays, addMonths, type Day, dayOf, daysBetween, partsOf, weekday } from '../../calendar/day.ts'
import { monthNames } from '../../calendar/words.ts'

/** The days that a picture shows, and the day as known on which it is drawn. */
export interface Stretch {
  readonly from: Day
  readonly to: Day
  /** The day of the picture: what hangs, hangs to here. */
  readonly day: Day
}

/** From days to units across the picture. */
export interface Scale extends Stretch {
  /** The last day for which there is room: a little after the day of the picture, for what falls due next. */
  readonly end: Day
  readonly width: number
  readonly x: (day: Day) => number
}

const shareAhead = 0.07

const roomAhead = ({ from, to, day }: Stretch): number =>
  to < day ? 0 : Math.max(1, Math.min(90, Math.ceil(daysBetween(from, to) * shareAhead)))

const rounded = (value: number): number => Math.round(value * 10) / 10

/** A scale over a stretch of days, its points in the middle of each day, with room ahead when it reaches the picture's day. */
export const scaleOver = (stretch: Stretch, width: number): Scale => {
  const end = addDays(stretch.to, roomAhead(stretch))
  const days = daysBetween(stretch.from, end) + 1
  const x = (day: Day) => rounded(((daysBetween(stretch.from, day) + 0.5) / days) * width)
  return { ...stretch, end, width, x }
}

/** Whether a day lies in the picture. */
export const isShown = ({ from, end }: Pick<Scale, 'from' | 'end'>, day: Day): boolean => day >= from && day <= end

/** A line up and down with the name of the day or month that begins there. */
export interface Tick {
  readonly x: number
  readonly text: string
}

type Step = (day: Day) => Day

const firstOf = (day: Day): Day => dayOf({ ...partsOf(day), day: 1 })
const byDays: Step = day => addDays(day, 1)
const byWeeks: Step = day => addDays(day, 8 - weekday(day))
const byMonths =
  (months: number): Step =>
  day => {
    const month = addMonths(firstOf(day), 1)
    const ahead = (partsOf(month).month - 1) % months
    return ahead === 0 ? month : addMonths(month, months - ahead)
  }

const steps: readonly { readonly days: number; readonly step: Step; readonly isLong: boolean }[] = [
  { days: 1, step: byDays, isLong: false },
  { days: 7, step: byWeeks, isLong: false },
  { days: 30, step: byMonths(1), isLong: true },
  { days: 91, step: byMonths(3), isLong: true },
  { days: 183, step: byMonths(6), isLong: true },
  { days: 365, step: byMonths(12), isLong: true },
]

const closest = 62

const tickName = (day: Day, isLong: boolean, isFirst: boolean): string => {
  const { year, month, day: date } = partsOf(day)
  const name = (monthNames[month - 1] ?? '').slice(0, 3)
  const plain = isLong ? name : `${date} ${name}`
  return isFirst || (isLong && month === 1) ? `${plain} ${year}` : plain
}

/** The days named above a picture: each day, week, month, quarter, half or whole year, as close as their names allow. */
export const ticksOf = (scale: Scale): readonly Tick[] => {
  const perDay = scale.width / (daysBetween(scale.from, scale.end) + 1)
  const { step, isLong } = steps.find(one => one.days * perDay >= closest) ??
    steps[5] ?? { step: byMonths(12), isLong: true }
  const ticks: Tick[] = []
  for (let day = step(addDays(scale.from, -1)); day <= scale.end; day = step(day)) {
    ticks.push({ x: scale.x(day), text: tickName(day, isLong, ticks.length === 0) })
  }
  return ticks
}
