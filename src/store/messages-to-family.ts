import { type Day, getDay, isoDay, type Moment } from '../calendar/day.ts'
import type { PersonId, ThingId } from '../record/field.ts'
import { asRecorder } from './asking.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** How a message to somebody of the family stands. Held, failed and for a person: somebody is to look at it. */
export type MessageState = 'waiting' | 'sent' | 'delivered' | 'failed' | 'held' | 'for-a-person' | 'withdrawn'

/** A message as it is queued: to whom, about which appointment, for which day of it. What it says is read when it is sent. */
export interface QueuedMessage {
  readonly partnership: number
  readonly message: string
  readonly record: string
  readonly person: PersonId
  readonly appointment: ThingId
  readonly day: Day
  readonly state: MessageState
  readonly tries: number
}

/** The records of a partnership in which it was agreed how somebody is reached. */
export const recordsWithWays = (store: Store, partnership: number): Promise<readonly string[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ record: string }>(
      `select distinct record from content where partnership = $1 and kind = 'way-agreed'`,
      [partnership],
    )
    return rows.map(({ record }) => record)
  })

/** Every partnership. */
export const partnershipsToReach = async (store: Store): Promise<readonly number[]> => {
  const { rows } = await store.recorder.query<{ partnership: number }>('select partnership from partnership')
  return rows.map(({ partnership }) => partnership)
}

/** Queues a message once: the same appointment on the same day is not queued again, whatever became of it. */
export const queueMessage = (
  store: Store,
  partnership: number,
  of: Pick<QueuedMessage, 'record' | 'person' | 'appointment' | 'day'> & { readonly due: Moment },
): Promise<boolean> =>
  asRecorder(store, { partnership }, async client => {
    const { rowCount } = await client.query(
      `insert into message_to_family (partnership, message, record, person, appointment, day, state, due, made)
       values ($1, $2, $3, $4, $5, $6, 'waiting', $7, $8) on conflict do nothing`,
      [
        partnership,
        newId(),
        of.record,
        of.person,
        of.appointment,
        isoDay(of.day),
        new Date(of.due),
        new Date(store.now()),
      ],
    )
    return rowCount === 1
  })

interface Row {
  readonly partnership: number
  readonly message: string
  readonly record: string
  readonly person: PersonId
  readonly appointment: ThingId
  readonly day: string
  readonly state: MessageState
  readonly tries: number
}

const columns = `partnership, message, record, person, appointment, to_char(day, 'YYYY-MM-DD') as day, state, tries`
const messageOf = (row: Row): QueuedMessage => ({ ...row, day: getDay(row.day) })

const taken = 10 * 60_000

/** Takes what is due for ten minutes, so that no two servers send it. */
export const takeMessages = (store: Store, partnership: number, most = 50): Promise<readonly QueuedMessage[]> =>
  asRecorder(store, { partnership }, async client => {
    const now = store.now()
    const { rows } = await client.query<Row>(
      `update message_to_family set due = $3, tries = tries + 1 where partnership = $1 and message in (
         select message from message_to_family where partnership = $1 and state = 'waiting' and due <= $2
         order by due limit $4 for update skip locked)
       returning ${columns}`,
      [partnership, new Date(now), new Date(now + taken), most],
    )
    return rows.map(messageOf)
  })

/** What came of an attempt: the new state, by which way, and a word of it that holds no address. */
export interface MessageOutcome {
  readonly state: MessageState
  readonly outcome: string
  readonly way?: string
  readonly reference?: string
  /** When it waits to be tried again. */
  readonly again?: Moment
}

/** Writes down what came of an attempt. */
export const noteMessage = (
  store: Store,
  { partnership, message }: Pick<QueuedMessage, 'partnership' | 'message'>,
  { state, outcome, way, reference, again }: MessageOutcome,
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query(
      `update message_to_family set state = $3, reference = coalesce($4, reference), due = coalesce($5, due)
       where partnership = $1 and message = $2`,
      [partnership, message, state, reference ?? null, again === undefined ? null : new Date(again)],
    )
    await client.query(
      'insert into message_attempt (partnership, message, at, way, outcome) values ($1, $2, $3, $4, $5)',
      [partnership, message, new Date(store.now()), way ?? null, outcome],
    )
  })

/** The messages of a record with the last word on each, the newest first. */
export const readMessages = (
  store: Store,
  partnership: number,
  record: string,
): Promise<readonly (QueuedMessage & { readonly outcome: string | undefined })[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row & { readonly outcome: string | null }>(
      `select ${columns}, (select a.outcome from message_attempt a where a.partnership = m.partnership
         and a.message = m.message order by a.attempt desc limit 1) as outcome
       from message_to_family m where partnership = $1 and record = $2 order by m.day desc, m.made desc, m.message`,
      [partnership, record],
    )
    return rows.map(row => ({ ...messageOf(row), outcome: row.outcome ?? undefined }))
  })

/** The message to which the service gave a reference; nothing when there is none. */
export const findByReference = async (store: Store, reference: string): Promise<QueuedMessage | undefined> => {
  const { rows } = await store.recorder.query<{ partnership: number; message: string }>(
    'select * from find_message($1)',
    [reference],
  )
  const [found] = rows
  if (found === undefined) return undefined
  return asRecorder(store, found, async client => {
    const held = await client.query<Row>(
      `select ${columns} from message_to_family where partnership = $1 and message = $2`,
      [found.partnership, found.message],
    )
    return held.rows[0] && messageOf(held.rows[0])
  })
}

/** Takes back what waits for a person of a record, or for all of them. Gives how many. */
export const withdrawMessages = (
  store: Store,
  partnership: number,
  { record, person }: { readonly record: string; readonly person?: PersonId },
): Promise<number> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ message: string }>(
      `update message_to_family set state = 'withdrawn' where partnership = $1 and record = $2 and state = 'waiting'
       and ($3::text is null or person = $3) returning message`,
      [partnership, record, person ?? null],
    )
    for (const { message } of rows)
      await client.query('insert into message_attempt (partnership, message, at, outcome) values ($1, $2, $3, $4)', [
        partnership,
        message,
        new Date(store.now()),
        'taken back: all that reaches this person was closed',
      ])
    return rows.length
  })
