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
export const bundleOf = (telling: Telling): Bundle => {
  if (hasClimbed(telling)) return 'late'
  return telling.part === 'watches' && telling.state === 'late' ? 'watched' : 'family'
}

/** With whom a thing is late, in one word, for the list of what is late with one worker; nothing for any other notice. */
export const lateWithKey = (telling: Telling): string =>
  bundleOf(telling) === 'late' && telling.lateWith !== undefined ? recipientKey(telling.lateWith) : ''

/** So many notices of a day stand for themselves, for whomever it is; what comes beyond them is one list of the rest. */
export const mostOfDay = 7

const wordOf = (news: News): string => {
  const bundle = bundleOf(news)
  return [recipientKey(news.to), bundle, bundle === 'family' ? news.record : lateWithKey(news)].join('\n')
}

/** Whoever hears of a family anyway finds in the same notice what they watch there. */
const together = (news: readonly News[]): ReadonlyMap<string, readonly News[]> => {
  const family = (one: News) => [recipientKey(one.to), 'family', one.record].join('\n')
  const own = new Set(news.filter(one => bundleOf(one) === 'family').map(family))
  return Map.groupBy(news, one => (bundleOf(one) === 'watched' && own.has(family(one)) ? family(one) : wordOf(one)))
}

const noticeOf =
  (day: Day) =>
  (news: readonly News[]): DayNotice => {
    const of = worstFirst(news, ({ duty }) => duty, day)
    const [first] = of
    if (first === undefined) throw new Error('a notice is of something')
    const bundle = news.some(one => bundleOf(one) === 'family') ? 'family' : bundleOf(first)
    return {
      ...{ to: first.to, bundle, of, interrupts: of.some(interrupts) },
      record: bundle === 'family' ? first.record : undefined,
      lateWith: bundle === 'late' ? first.lateWith : undefined,
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
  const notices = [...together(told).values()].map(noticeOf(day))
  const byReader = Map.groupBy(notices, ({ to }) => recipientKey(to))
  return [...byReader.values()].flatMap(own => within(own, day))
}
