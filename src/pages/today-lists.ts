import type { Day } from '../calendar/day.ts'
import { isNeverFolded, mostNow, worstFirst } from '../duties/ranking.ts'
import { pageOf, readPage } from './asked-day.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { OfMine } from './mine.ts'
import { isSoon } from './owed.ts'
import type { Siblings } from './siblings.ts'

/** A family on somebody's list of today. What stands in its record is looked up only for what is shown. */
export interface OnToday extends OfMine {
  readonly record: string
  readonly look: () => FamilyOnDay
}

/** One thing of a list, with its family. */
export interface Item {
  readonly family: OnToday
  readonly siblings: Siblings
}

/** One list, and the part of it that is shown. */
interface Listed {
  readonly all: readonly Item[]
  readonly shown: readonly Item[]
}

/** What somebody's page of today shows: in short, or one of its two lists page by page. */
export interface TodayLists {
  readonly whole: 'yours' | 'waiting' | undefined
  readonly page: number
  readonly pages: number
  /** At most five, the worst of what is late or due soon: what is to be done now. In a whole list nothing is set apart. */
  readonly now: readonly Item[]
  readonly yours: Listed
  readonly waiting: Listed
}

const mostMore = 20
const mostWaiting = 10

/** How many things of a whole list stand on one page of it. */
export const onPage = 50

const dutyOf = ({ siblings: [{ duty }] }: Item) => duty

const itemsOf = (families: readonly OnToday[], list: 'owed' | 'waiting', day: Day): readonly Item[] =>
  worstFirst(
    families.flatMap(family => family[list].map(siblings => ({ family, siblings }))),
    dutyOf,
    day,
  )

const inShort = (owed: readonly Item[], waiting: readonly Item[], day: Day): TodayLists => {
  const now = owed.filter(({ siblings: [owing] }) => isSoon(owing, day)).slice(0, mostNow)
  const all = new Set(now)
  const rest = owed.filter(item => !all.has(item))
  const shown = rest.filter((item, place) => place < mostMore || isNeverFolded(dutyOf(item), day))
  return {
    ...{ whole: undefined, page: 1, pages: 1, now },
    yours: { all: owed, shown },
    waiting: { all: waiting, shown: waiting.slice(0, mostWaiting) },
  }
}

const inWhole = (
  whole: 'yours' | 'waiting',
  owed: readonly Item[],
  waiting: readonly Item[],
  asked: string | undefined,
): TodayLists => {
  const all = whole === 'yours' ? owed : waiting
  const pages = Math.ceil(all.length / onPage)
  const page = readPage(asked, pages)
  const shown = (list: readonly Item[]) => (list === all ? pageOf(list, page, onPage) : [])
  const [yours, others] = [
    { all: owed, shown: shown(owed) },
    { all: waiting, shown: shown(waiting) },
  ]
  return { whole, page, pages, now: [], yours, waiting: others }
}

/** What is somebody's, and what they wait for, each the worst first; and what of it the page shows. */
export const todayLists = (
  families: readonly OnToday[],
  day: Day,
  query: (name: string) => string | undefined,
): TodayLists => {
  const [owed, waiting] = [itemsOf(families, 'owed', day), itemsOf(families, 'waiting', day)]
  const whole = query('all')
  return whole === 'yours' || whole === 'waiting'
    ? inWhole(whole, owed, waiting, query('page'))
    : inShort(owed, waiting, day)
}
