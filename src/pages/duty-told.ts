import { html } from 'hono/html'
import type { Day, Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { ToldRow } from '../store/notices.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { deskInWords } from './notice-words.ts'
import { dayNear } from './owed.ts'
import { rungOf } from './things-told.ts'

const whoWasTold = ({ name, agency, role }: ToldRow): string => name ?? capital(deskInWords(agency, role))

const rungs = ['', 'one rung up', 'two rungs up', 'three rungs up']

const thatItIs = (state: string): string => {
  if (state === 'owed') return 'that it is owed'
  const up = rungs[rungOf(state)] ?? 'further up'
  return up === '' ? 'that it is late' : `that it is late, ${up}`
}

const on = (moment: Moment, today: Day): string => dayNear(londonDay(moment), today)

const whoHasIt = ({ name, acknowledged, acknowledgedBy }: ToldRow, today: Day): string => {
  if (acknowledged === undefined) return 'not yet acknowledged'
  const by =
    acknowledgedBy === undefined || acknowledgedBy === name ? 'acknowledged' : `acknowledged by ${acknowledgedBy}`
  return `${by} on ${on(acknowledged, today)}`
}

const bySeverity = (one: ToldRow, other: ToldRow): number => severity(one.state) - severity(other.state)
const severity = (state: string): number => (state === 'owed' ? 0 : 1 + rungOf(state))

const reader = ({ practitioner, agency, role }: ToldRow): string => practitioner ?? `${agency}|${role}`
const sameNews = (row: ToldRow): string => `${reader(row)}|${londonDay(row.at)}`

/** What had been told by the end of the day of a look: of what one reader heard on one day, the worst. */
export const toldByDay = (told: readonly ToldRow[], { day }: FamilyOnDay): readonly ToldRow[] =>
  [...new Map(told.toSorted(bySeverity).map(row => [sameNews(row), row])).values()]
    .filter(({ at }) => londonDay(at) <= day)
    .map(row =>
      row.acknowledged !== undefined && londonDay(row.acknowledged) > day ? { ...row, acknowledged: undefined } : row,
    )

/** Each notice of a duty: whom it told, what, when, and whether anybody said that they have it. */
export const toldRows = (told: readonly ToldRow[], { day }: FamilyOnDay): readonly Markup[] =>
  told.map(
    row => html`${whoWasTold(row)}, ${thatItIs(row.state)}, ${on(row.at, day)}: <strong>${whoHasIt(row, day)}</strong>`,
  )

/** What those heard with whom a duty lies: whoever was told that it is owed, and not those to whom its lateness climbed. */
const heardByOwners = (told: readonly ToldRow[]): readonly ToldRow[] => {
  const owners = new Set(told.filter(({ state }) => state === 'owed').map(reader))
  return told.filter(row => owners.has(reader(row)))
}

/** Whether those with whom a duty lies have said that they know, in a few words; empty when nobody was told. */
export const toldInFew = (told: readonly ToldRow[], day: Day): string => {
  const heard = heardByOwners(told)
  const last = heard.at(-1)
  if (last === undefined) return ''
  const has = heard.findLast(({ acknowledged }) => acknowledged !== undefined)
  return has?.acknowledged === undefined
    ? `told ${on(last.at, day)}, not yet acknowledged`
    : `acknowledged ${on(has.acknowledged, day)}`
}
