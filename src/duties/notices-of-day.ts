import type { Day } from '../calendar/day.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { worstFirst } from './ranking.ts'
import { type Recipient, recipientKey } from './recipient.ts'
import type { Telling } from './tell.ts'

/*
 * Whoever gets forty notices a day reads none (design, "Duties"). What becomes news on a day is put together here, for the
 * store and for whoever measures it alike: one notice for each reader and family, one list of what is late with one worker,
 * one of what stalls that a reader watches.
 */

/** A telling that was not told before, with the record that it is of. */
export interface News extends Telling {
  readonly record: string
}

/**
 * Where a telling is put: the reader's notice of this family, their list of what is late with one worker, their list of
 * what they watch and what has stalled, or, when a day has more than these can hold, the list of the rest.
 */
export type Bundle = 'family' | 'late' | 'watched' | 'further'

/** One notice to one reader on one day, the worst first. */
export interface DayNotice {
  readonly to: Recipient
  readonly bundle: Bundle
  /** The family that it is about; nothing for a list, which may be of several. */
  readonly record: string | undefined
  /** With whom it is late, for a list of that. */
  readonly lateWith: Recipient | undefined
  /** Whether it is sent at once and not with the next morning's mail. */
  readonly interrupts: boolean
  readonly of: readonly News[]
}

const hasClimbed = ({ state }: Telling): boolean => state.startsWith('late-')

/** Whether it is told at once, on every day: a child may come to harm today, and this is who must act. */
export const interrupts = (telling: Telling): boolean =>
  telling.duty.rule.heard === 'at-once' && telling.part !== 'watches' && !hasClimbed(telling)

/** Whether a telling is told on a day: all that is not quiet on a working day, on others only what interrupts. */
export const isToldOn = (telling: Telling, day: Day): boolean =>
  !telling.quiet && (isWorkingDay(day) || interrupts(telling))

/** In which notice of their day a reader finds a telling. */
const bundleOf = (telling: Telling): Bundle => {
  if (hasClimbed(telling)) return 'late'
  return telling.part === 'watches' && telling.state === 'late' ? 'watched' : 'family'
}

/** With whom a thing is late, in one word, for the list of what is late with one worker; nothing for any other notice. */
export const lateWithKey = (telling: Telling): string =>
  bundleOf(telling) === 'late' && telling.lateWith !== undefined ? recipientKey(telling.lateWith) : ''

/** So many notices of a day stand for themselves, for whomever it is; what comes beyond them is one list of the rest. */
export const mostOfDay = 7

/**
 * In which notice each telling of one record is found, of those that become news at once: whoever hears of the family
 * anyway finds in the same notice what they watch there.
 */
export const bundlesOf = <Told extends Telling>(news: readonly Told[]): ReadonlyMap<Told, Bundle> => {
  const own = new Set(news.filter(one => bundleOf(one) === 'family').map(one => recipientKey(one.to)))
  const isOwn = (one: Told) => bundleOf(one) === 'watched' && own.has(recipientKey(one.to))
  return new Map(news.map(one => [one, isOwn(one) ? 'family' : bundleOf(one)]))
}

interface Bundled {
  readonly news: News
  readonly bundle: Bundle
}

const wordOf = ({ news, bundle }: Bundled): string =>
  [recipientKey(news.to), bundle, bundle === 'family' ? news.record : lateWithKey(news)].join('\n')

const together = (news: readonly News[]): readonly (readonly Bundled[])[] => {
  const records = [...Map.groupBy(news, ({ record }) => record).values()]
  const bundled = records.flatMap(own => [...bundlesOf(own)].map(([one, bundle]) => ({ news: one, bundle })))
  return [...Map.groupBy(bundled, wordOf).values()]
}

const noticeOf =
  (day: Day) =>
  (bundled: readonly Bundled[]): DayNotice => {
    const inOrder = worstFirst(bundled, ({ news }) => news.duty, day)
    const [first] = inOrder
    if (first === undefined) throw new Error('a notice is of something')
    const { news, bundle } = first
    const of = inOrder.map(one => one.news)
    return {
      ...{ to: news.to, bundle, of, interrupts: of.some(interrupts) },
      record: bundle === 'family' ? news.record : undefined,
      lateWith: bundle === 'late' ? news.lateWith : undefined,
    }
  }

const worst = ({ of: [first] }: DayNotice) => {
  if (first === undefined) throw new Error('a notice is of something')
  return first.duty
}

/** A reader's notices of a day: those that interrupt, so many others, and one list of the rest. */
const within = (notices: readonly DayNotice[], day: Day): readonly DayNotice[] => {
  const now = notices.filter(one => one.interrupts)
  const others = worstFirst(
    notices.filter(one => !one.interrupts),
    worst,
    day,
  )
  const rest = others.slice(mostOfDay)
  if (rest.length < 2) return [...now, ...others]
  const of = worstFirst(
    rest.flatMap(one => one.of),
    ({ duty }) => duty,
    day,
  )
  const [{ to } = rest[0] as DayNotice] = rest
  const further = { to, bundle: 'further', record: undefined, lateWith: undefined, interrupts: false, of } as const
  return [...now, ...others.slice(0, mostOfDay), further]
}

/**
 * The notices of a day: of everything that becomes news in all records, what is told to whom in which notice. What it leaves
 * out is not told on this day, and is news again on the next; what it gives is told, and must not be given again.
 */
export const noticesOfDay = (news: readonly News[], day: Day): readonly DayNotice[] => {
  const told = news.filter(one => isToldOn(one, day))
  const notices = together(told).map(noticeOf(day))
  const byReader = Map.groupBy(notices, ({ to }) => recipientKey(to))
  return [...byReader.values()].flatMap(own => within(own, day))
}
