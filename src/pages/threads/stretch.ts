import { addDays, addMonths, type Day, findDay, isoDay } from '../../calendar/day.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Stretch } from './scale.ts'

/** A length of time to look back over, with its name. */
export interface Length {
  readonly text: string
  readonly from: (day: Day) => Day
}

/** The lengths to choose from. */
export const lengths: readonly Length[] = [
  { text: 'A week', from: day => addDays(day, -6) },
  { text: 'A month', from: day => addDays(addMonths(day, -1), 1) },
  { text: 'Three months', from: day => addDays(addMonths(day, -3), 1) },
  { text: 'A year', from: day => addDays(addMonths(day, -12), 1) },
  { text: 'Five years', from: day => addDays(addMonths(day, -60), 1) },
]

const shortest = 6

const within = ({ from, to, day }: Stretch): Stretch => {
  const last = Math.min(to, day) as Day
  return { from: Math.min(from, addDays(last, -shortest)) as Day, to: last, day }
}

/** The year up to the day, or since the record began when that is later. */
export const usualStretch = ({ day, record }: Pick<FamilyOnDay, 'day' | 'record'>): Stretch =>
  within({ from: Math.max(addDays(addMonths(day, -12), 1), record.first) as Day, to: day, day })

/** The stretch that an address asks for; a day that is none, or a stretch that runs backwards, is left out. A week at least. */
export const askedStretch = (
  look: Pick<FamilyOnDay, 'day' | 'record'>,
  from: string | undefined,
  to: string | undefined,
): Stretch => {
  const usual = usualStretch(look)
  const last = findDay(to ?? '') ?? usual.to
  const first = findDay(from ?? '') ?? usual.from
  return first > last ? usual : within({ from: first, to: last, day: look.day })
}

/** The part of an address that asks for a stretch. */
export const stretchQuery = ({
  from,
  to,
  day,
}: Stretch): { readonly from: string; readonly to: string | undefined } => ({
  from: isoDay(from),
  to: to === day ? undefined : isoDay(to),
})
