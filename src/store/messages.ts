import type pg from 'pg'
import type { Moment } from '../calendar/day.ts'
import type { PersonId } from '../record/field.ts'
import { asRecorder } from './asking.ts'
import { boundTo, type Feed } from './feeds.ts'
import type { OnRecord } from './matching.ts'
import { CannotOpen } from './sealing.ts'
import type { Store } from './store.ts'

/** What became of a message: read, waiting for a person, held until it is destroyed, failed, or to be tried again. */
export type MessageState = 'unread' | 'read' | 'person' | 'held' | 'failed'

/** A message that is to be read. */
export interface Unread {
  readonly message: number
  readonly feed: string
  readonly received: Moment
  readonly tries: number
  readonly sealed: Buffer
  /** Whose it is, where a person has said so. */
  readonly assigned?: OnRecord | undefined
  /** How often what was written of it was set apart. */
  readonly undone?: number
}

interface UnreadRow extends Omit<Unread, 'received' | 'assigned'> {
  readonly received: Date
  readonly record: string | null
  readonly person: PersonId | null
}

const toRead = 'message::float8 as message, feed, received, tries, undone, sealed, record, person'

const unread = `select ${toRead} from message
  where partnership = $1 and state = 'unread' and (next_try is null or next_try <= $2) order by message limit $3`

const unreadOf = ({ received, record, person, ...row }: UnreadRow): Unread => ({
  ...row,
  received: received.getTime() as Moment,
  assigned: record === null || person === null ? undefined : { record, person },
})

/** The messages of a partnership that are to be read now, in the order in which they came. */
export const readUnread = (store: Store, partnership: number, most: number): Promise<readonly Unread[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<UnreadRow>(unread, [partnership, new Date(store.now()), most])
    return rows.map(unreadOf)
  })

/** Messages by their numbers, to be read again; those that were destroyed are not among them. */
export const readStored = (store: Store, partnership: number, numbers: readonly number[]): Promise<readonly Unread[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<UnreadRow>(
      `select ${toRead} from message
       where partnership = $1 and message = any ($2::bigint[]) order by message`,
      [partnership, numbers],
    )
    return rows.map(unreadOf)
  })

/** A message that is tried again later, with whom it is about: what came after it of the same waits behind it. */
export interface Waiting {
  readonly message: number
  readonly keys: readonly string[]
  readonly nextTry: Moment
}

/** The messages that are to be tried again. */
export const readTriedAgain = (store: Store, partnership: number): Promise<readonly Waiting[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ message: number; keys: readonly Buffer[] | null; next: Date }>(
      `select message::float8 as message, keys, next_try as next from message
       where partnership = $1 and state = 'unread' and next_try > $2`,
      [partnership, new Date(store.now())],
    )
    return rows.map(({ message, keys, next }) => ({
      message,
      keys: (keys ?? []).map(key => key.toString('hex')),
      nextTry: next.getTime() as Moment,
    }))
  })

/** The bytes of a message as they came. Throws CannotOpen. */
export const openMessage = (store: Store, feed: Feed, { sealed }: Pick<Unread, 'sealed'>): Buffer =>
  store.sealing().open(sealed, boundTo(feed))

/** The same, or nothing when it cannot be opened. */
export const findOpened = (store: Store, feed: Feed, unread: Pick<Unread, 'sealed'>): Buffer | undefined => {
  try {
    return openMessage(store, feed, unread)
  } catch (error) {
    if (error instanceof CannotOpen) return undefined
    throw error
  }
}

/** What was found out of a message when it was read. */
export interface Mark {
  readonly message: number
  readonly feed: string
  /** Or that it is not kept at all: then it is destroyed now, and counted by its reason. */
  readonly state: MessageState | 'destroyed'
  readonly reason: string | undefined
  readonly asks: readonly string[]
  /** Blind marks of whom it is about, in hexadecimal. */
  readonly keys: readonly string[]
  readonly matches: readonly number[]
  readonly record: string | undefined
  readonly person: string | undefined
  readonly made: Moment | undefined
  readonly mapping: number | undefined
  readonly tries: number
  readonly nextTry: Moment | undefined
  readonly destroyAt: Moment | undefined
}

const iso = (moment: Moment | undefined): string | null =>
  moment === undefined ? null : new Date(moment).toISOString()

const jsonOf = (mark: Mark) => ({
  ...mark,
  reason: mark.reason ?? null,
  record: mark.record ?? null,
  person: mark.person ?? null,
  made: iso(mark.made),
  mapping: mark.mapping ?? null,
  nextTry: iso(mark.nextTry),
  destroyAt: iso(mark.destroyAt),
})

const marking = `update message m set state = x.state, reason = x.reason, asks = texts(x.asks), tries = x.tries,
    keys = (select array_agg(decode(k, 'hex')) from jsonb_array_elements_text(x.keys) k),
    matches = numbers(x.matches), record = x.record, person = x.person, made = x.made, mapping = x.mapping,
    next_try = x."nextTry", destroy_at = x."destroyAt", read = case when x.state = 'read' then $3::timestamptz end
  from jsonb_to_recordset($2) as x (message bigint, state text, reason text, asks jsonb, tries int, keys jsonb, matches jsonb,
    record text, person text, made timestamptz, mapping int, "nextTry" timestamptz, "destroyAt" timestamptz)
  where m.partnership = $1 and m.message = x.message`

const destroying = `with gone as (
    delete from message m using jsonb_to_recordset($2) as x (message bigint, reason text)
    where m.partnership = $1 and m.message = x.message returning m.feed, coalesce(x.reason, 'held') as reason)
  insert into feed_count as c (partnership, feed, day, reason, count)
  select $1, feed, ($3::timestamptz at time zone 'Europe/London')::date, reason, count(*)::int from gone group by feed, reason
  on conflict (partnership, feed, day, reason) do update set count = c.count + excluded.count`

/** Writes down what became of messages; what is not kept is destroyed, and leaves a count. */
export const markMessages = async (
  client: pg.ClientBase,
  partnership: number,
  marks: readonly Mark[],
  now: Moment,
): Promise<void> => {
  const at = new Date(now)
  const kept = marks.filter(({ state }) => state !== 'destroyed')
  const gone = marks.filter(({ state }) => state === 'destroyed')
  if (kept.length > 0) await client.query(marking, [partnership, JSON.stringify(kept.map(jsonOf)), at])
  if (gone.length > 0) await client.query(destroying, [partnership, JSON.stringify(gone.map(jsonOf)), at])
}

/** Destroys all that is over its hours, in every partnership; gives how many. */
export const destroyHeld = async (store: Store): Promise<number> => {
  const { rows } = await store.recorder.query<{ gone: number }>('select destroy_held($1) as gone', [
    new Date(store.now()),
  ])
  return rows[0]?.gone ?? 0
}

/** Has messages that are held, or wait for a person, read once more, since what they are about may be on a record now. */
export const readAgainWhere = (
  client: pg.ClientBase,
  partnership: number,
  keys: readonly Buffer[],
): Promise<pg.QueryResult> =>
  client.query(
    `update message set state = 'unread', next_try = null, destroy_at = null
     where partnership = $1 and state in ('held', 'person') and reason is distinct from 'not-theirs' and keys && $2::bytea[]`,
    [partnership, keys],
  )

/** A message that was read into the record of one child, and by which edition of the table of codes. */
export interface ReadBefore extends Unread, OnRecord {
  readonly mapping: number
}

/** The messages of a feed that were read into a record since a moment, with all that were read before them of the same child, in order. */
export const readReadSince = (store: Store, { partnership, id }: Feed, since: Moment): Promise<readonly ReadBefore[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<UnreadRow & { readonly mapping: number | null } & OnRecord>(
      `select ${toRead}, coalesce(mapping, 0) as mapping from message m
       where partnership = $1 and feed = $2 and state = 'read' and record is not null and exists (select from message o
         where o.partnership = $1 and o.feed = $2 and o.state = 'read' and o.record = m.record and o.person = m.person
           and o.received >= $3)
       order by message`,
      [partnership, id, new Date(since)],
    )
    return rows.map(({ mapping, record, person, ...row }) => {
      const { assigned: _, ...unreadMessage } = unreadOf({ ...row, record, person })
      return { ...unreadMessage, mapping: mapping ?? 0, record, person }
    })
  })

/** Notes by which edition of the table of codes messages were read again. */
export const markReadAgain = (
  store: Store,
  { partnership }: Feed,
  messages: readonly number[],
  version: number,
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('update message set mapping = $3 where partnership = $1 and message = any ($2::bigint[])', [
      ...[partnership, messages, version],
    ])
  })
