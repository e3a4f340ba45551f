import type { Moment } from '../calendar/day.ts'
import { addHours } from '../calendar/moment.ts'
import type { PersonId } from '../record/field.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import { boundTo, type Feed } from './feeds.ts'
import { type FeedNumber, type Learnt, learn, type OnRecord } from './matching.ts'
import type { MessageState } from './messages.ts'
import type { Part, Piece } from './openings.ts'
import type { Store } from './store.ts'

/* What waits for somebody of the agency that sent it. Everybody else finds nothing here: the policies of the database say who sees a message. */

/** A message that waits for a person, as somebody of its own agency sees it. */
export interface Queued {
  readonly message: number
  readonly received: Moment
  readonly state: MessageState
  readonly reason: string | undefined
  readonly destroyAt: Moment | undefined
  /** What a person is to look at, of one that was read. */
  readonly asks: readonly string[]
  readonly record: string | undefined
  readonly person: PersonId | undefined
  /** The bytes as they came; nothing when they cannot be opened. */
  readonly bytes: Buffer | undefined
}

interface Row extends Omit<Queued, 'received' | 'destroyAt' | 'reason' | 'bytes' | 'record' | 'person'> {
  readonly received: Date
  readonly destroyAt: Date | null
  readonly reason: string | null
  readonly record: string | null
  readonly person: PersonId | null
  readonly sealed: Buffer
  readonly all: number
}

const opened = (store: Store, feed: Feed, sealed: Buffer): Buffer | undefined => {
  try {
    return store.sealing().open(sealed, boundTo(feed))
  } catch {
    return undefined
  }
}

const queuedOf = (
  store: Store,
  feed: Feed,
  { received, destroyAt, reason, record, person, sealed, all: _, ...row }: Row,
) => ({
  ...row,
  received: received.getTime() as Moment,
  destroyAt: destroyAt === null ? undefined : (destroyAt.getTime() as Moment),
  reason: reason ?? undefined,
  record: record ?? undefined,
  person: person ?? undefined,
  bytes: opened(store, feed, sealed),
})

const columns = `message::float8 as message, received, state, reason, destroy_at as "destroyAt", asks, record, person, sealed`

/** Which part of the queue: what may be somebody's, what is held until it is destroyed, what could not be read, what was read and asks. */
export type QueueName = 'person' | 'held' | 'failed' | 'asks'

const inQueue: Record<QueueName, string> = {
  person: `state = 'person'`,
  held: `state = 'held'`,
  failed: `state = 'failed'`,
  asks: `asks <> '{}' and answered is null`,
}

/** What waits for somebody of a feed's own agency, the oldest first; nothing for anybody else. */
export const readQueue = (
  store: Store,
  asking: Asking,
  feed: Feed,
  { of, skip, most }: Piece & { readonly of: QueueName },
): Promise<Part<Queued>> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(
      `select ${columns}, count(*) over ()::int as all from message where partnership = $1 and feed = $2 and ${inQueue[of]}
       order by message offset $3 limit $4`,
      [feed.partnership, feed.id, skip, most],
    )
    return { rows: rows.map(row => queuedOf(store, feed, row)), all: rows[0]?.all ?? 0 }
  })

/** One message as somebody of its own agency sees it, or nothing. */
export const findQueued = (store: Store, asking: Asking, feed: Feed, message: number): Promise<Queued | undefined> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(
      `select ${columns}, 1 as all from message where partnership = $1 and feed = $2 and message = $3`,
      [feed.partnership, feed.id, message],
    )
    return rows[0] && queuedOf(store, feed, rows[0])
  })

const assigned = `update message set state = 'unread', next_try = null, tries = 0, destroy_at = null, record = $4, person = $5
  where partnership = $1 and feed = $2 and message = $3 and state in ('person', 'held', 'failed')`

const alike = `update message m set state = 'unread', next_try = null, destroy_at = null from message o
  where o.partnership = $1 and o.message = $2 and m.partnership = $1 and m.feed = o.feed and m.message <> o.message
    and m.state in ('person', 'held') and m.reason is distinct from 'not-theirs' and m.keys && o.keys`

/**
 * Says of whom a message is: its numbers are theirs from now on, and it is read, with what else waits of the same. False
 * where whoever says so may not see it.
 */
export const matchByHand = async (
  store: Store,
  asking: Asking,
  feed: Feed,
  { message, numbers, ...one }: OnRecord & { readonly message: number; readonly numbers: readonly FeedNumber[] },
): Promise<boolean> => {
  if ((await findQueued(store, asking, feed, message)) === undefined) return false
  const learnt = numbers.map((number): Learnt => ({ ...number, ...one, how: 'by-hand', by: asking.practitioner }))
  const done = await asRecorder(store, asking, async client => {
    await learn(client, feed.partnership, learnt)
    await client.query(alike, [feed.partnership, message])
    const { rowCount } = await client.query(assigned, [feed.partnership, feed.id, message, one.record, one.person])
    return rowCount === 1
  })
  for (const wake of store.received) wake()
  return done
}

const nobodys = `update message set state = 'held', reason = 'not-theirs', destroy_at = greatest(received + make_interval(hours => $4), $5)
  where partnership = $1 and feed = $2 and message = $3 and state in ('person', 'failed')`

/** Says that a message is of nobody on a record: it is destroyed once its hours are over. False where they may not see it. */
export const isNobodys = async (store: Store, asking: Asking, feed: Feed, message: number): Promise<boolean> => {
  if ((await findQueued(store, asking, feed, message)) === undefined) return false
  return asRecorder(store, asking, async client => {
    // An hour remains, for whoever pressed it by mistake.
    const soonest = new Date(addHours(store.now(), 1))
    const { rowCount } = await client.query(nobodys, [feed.partnership, feed.id, message, feed.hours, soonest])
    return rowCount === 1
  })
}

/** Has a message that could not be read tried once more. False where whoever asks may not see it. */
export const tryAgain = async (store: Store, asking: Asking, feed: Feed, message: number): Promise<boolean> => {
  if ((await findQueued(store, asking, feed, message)) === undefined) return false
  const done = await asRecorder(store, asking, async client => {
    const { rowCount } = await client.query(
      `update message set state = 'unread', next_try = null, tries = 0, destroy_at = null
       where partnership = $1 and feed = $2 and message = $3 and state = 'failed'`,
      [feed.partnership, feed.id, message],
    )
    return rowCount === 1
  })
  for (const wake of store.received) wake()
  return done
}

/** Says that somebody has looked at what a message asked. False where they may not see it. */
export const answerAsk = async (store: Store, asking: Asking, feed: Feed, message: number): Promise<boolean> => {
  if ((await findQueued(store, asking, feed, message)) === undefined) return false
  return asRecorder(store, asking, async client => {
    const { rowCount } = await client.query(
      `update message set answered = $4, answered_by = $5 where partnership = $1 and feed = $2 and message = $3 and answered is null`,
      [feed.partnership, feed.id, message, new Date(store.now()), asking.practitioner],
    )
    return rowCount === 1
  })
}
