import { type Day, findDay, type Moment } from '../calendar/day.ts'
import { asRecorder } from './asking.ts'
import type { Feed } from './feeds.ts'
import type { Unread } from './messages.ts'
import type { Store } from './store.ts'

/** How a feed stands: what came last, what waits and how long it has waited. Numbers alone. */
export interface FeedState {
  readonly last: Moment | undefined
  readonly unread: number
  readonly oldestUnread: Moment | undefined
  /** Waits for somebody to say who it is; matches nobody, and will be destroyed; could not be read. */
  readonly person: number
  readonly held: number
  readonly failed: number
  /** Was read, and asks something of somebody. */
  readonly asks: number
}

// A held message is counted by itself; of a state there are never more than wait, since what was read is counted nowhere here.
const state = `
  select max(received) as last,
    count(*) filter (where state = 'unread')::int as unread,
    min(received) filter (where state = 'unread') as oldest,
    count(*) filter (where state = 'person')::int as person,
    count(*) filter (where state = 'held')::int as held,
    count(*) filter (where state = 'failed')::int as failed,
    count(*) filter (where asks <> '{}' and answered is null)::int as asks
  from message where partnership = $1 and feed = $2`

const moment = (at: Date | null): Moment | undefined => (at === null ? undefined : (at.getTime() as Moment))

/** How a feed stands now. */
export const readFeedState = (store: Store, { partnership, id }: Feed): Promise<FeedState> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(state, [partnership, id])
    const { last, oldest, ...counts } = rows[0]
    return { ...counts, last: moment(last), oldestUnread: moment(oldest) }
  })

/** What came on one day and what became of it, in numbers. */
export interface FeedDay {
  readonly day: Day
  readonly state: string
  readonly count: number
}

const days = `
  select (received at time zone 'Europe/London')::date::text as day, state, count(*)::int as count
  from message where partnership = $1 and feed = $2 and received > $3 group by 1, 2
  union all select day::text, 'destroyed: ' || reason, count from feed_count
    where partnership = $1 and feed = $2 and day > ($3::timestamptz at time zone 'Europe/London')::date
  order by 1 desc, 2`

const fortnight = 14 * 24 * 60 * 60 * 1000

/** The last fourteen days of a feed, by what became of what came. */
export const readFeedDays = (store: Store, { partnership, id }: Feed): Promise<readonly FeedDay[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(days, [partnership, id, new Date(store.now() - fortnight)])
    return rows.flatMap(({ day, ...row }) => {
      const on = findDay(day)
      return on === undefined ? [] : [{ ...row, day: on }]
    })
  })

/** The last messages of a feed that are still stored, whatever became of them, the last first. */
export const readLastStored = (store: Store, { partnership, id }: Feed, most: number): Promise<readonly Unread[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(
      `select message::float8 as message, feed, received, tries, sealed from message
       where partnership = $1 and feed = $2 order by message desc limit $3`,
      [partnership, id, most],
    )
    return rows.map(({ received, ...row }) => ({ ...row, received: received.getTime() as Moment }))
  })

/** The names of practitioners by their ids, for saying who did something to a feed. */
export const namesOf = (
  store: Store,
  partnership: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ practitioner: string; name: string }>(
      'select practitioner, name from practitioner where partnership = $1 and practitioner = any ($2)',
      [partnership, ids],
    )
    return new Map(rows.map(({ practitioner, name }) => [practitioner, name]))
  })
