import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import type { PersonId } from '../record/field.ts'
import { type Asking, asRecorder } from './asking.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** A calendar that a telephone fetches: for whom, by whom it was made, when it was fetched last. Its address is nowhere. */
export interface CalendarFeed {
  readonly feed: string
  readonly person: PersonId
  readonly made: Moment
  readonly madeBy: string
  readonly closed: Moment | undefined
  readonly fetched: Moment | undefined
}

/** Makes a calendar for one person of a family; only the hash of the secret in its address is kept. */
export const makeCalendar = (
  store: Store,
  { partnership, practitioner }: Asking,
  of: { readonly record: string; readonly person: PersonId; readonly secret: Buffer },
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query(
      `insert into calendar_feed (partnership, feed, record, person, secret, made, made_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [partnership, newId(), of.record, of.person, of.secret, new Date(store.now()), practitioner],
    )
  })

interface Row {
  readonly feed: string
  readonly person: PersonId
  readonly made: Date
  readonly maker: string
  readonly closed: Date | null
  readonly fetched: Date | null
}

const moment = (date: Date | null): Moment | undefined => (date === null ? undefined : (date.getTime() as Moment))

/** The calendars of a record, those that were closed too, in the order in which they were made. */
export const readCalendars = (store: Store, partnership: number, record: string): Promise<readonly CalendarFeed[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row>(
      `select c.feed, c.person, c.made, c.closed, c.fetched, coalesce(w.name, c.made_by) as maker from calendar_feed c
       left join practitioner w on w.partnership = c.partnership and w.practitioner = c.made_by
       where c.partnership = $1 and c.record = $2 order by c.made, c.feed`,
      [partnership, record],
    )
    return rows.map(({ feed, person, made, maker, closed, fetched }) => ({
      ...{ feed, person, made: made.getTime() as Moment, madeBy: maker },
      ...{ closed: moment(closed), fetched: moment(fetched) },
    }))
  })

/** Whose calendar an address is. */
export interface CalendarFound {
  readonly partnership: number
  readonly feed: string
  readonly record: string
  readonly person: PersonId
}

/** The calendar behind the hash of a secret; nothing when there is none or it was closed. */
export const findCalendar = async (store: Store, secret: Buffer): Promise<CalendarFound | undefined> => {
  const { rows } = await store.recorder.query<CalendarFound>('select * from find_calendar($1)', [secret])
  return rows[0]
}

/** Notes that a calendar was fetched. */
export const noteFetched = (store: Store, { partnership, feed }: CalendarFound): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('update calendar_feed set fetched = $3 where partnership = $1 and feed = $2', [
      ...[partnership, feed, new Date(store.now())],
    ])
  })

/** Whom something is closed for, and by whom. */
export interface Closing {
  readonly record: string
  /** Everybody of the record, where nobody is named. */
  readonly person?: PersonId
  readonly by: PractitionerId | 'parent'
}

/** Closes the calendars of a person, or of everybody of a record. Gives how many. */
export const closeCalendars = (store: Store, partnership: number, { record, person, by }: Closing): Promise<number> =>
  asRecorder(store, { partnership }, async client => {
    const { rowCount } = await client.query(
      `update calendar_feed set closed = $3, closed_by = $4 where partnership = $1 and record = $2 and closed is null
       and ($5::text is null or person = $5)`,
      [partnership, record, new Date(store.now()), by, person ?? null],
    )
    return rowCount ?? 0
  })
