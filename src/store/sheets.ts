import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { type Asking, asRecorder } from './asking.ts'
import { boundTo, type Feed, receive } from './feeds.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** One edition of what the columns of a feed's sheets are, with who set it and when. The map is read by intake. */
export interface SheetColumns {
  readonly version: number
  readonly map: unknown
  readonly by: string
  readonly made: Moment
}

const editions = `select c.version, c.map, coalesce(p.name, c.practitioner) as by, c.made from sheet_columns c
  left join practitioner p on p.partnership = c.partnership and p.practitioner = c.practitioner
  where c.partnership = $1 and c.feed = $2 order by c.version desc`

/** Every edition of what the columns of a feed's sheets are, the last first: that one is in force. */
export const readSheetColumns = (store: Store, { partnership, id }: Feed): Promise<readonly SheetColumns[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Omit<SheetColumns, 'made'> & { made: Date }>(editions, [partnership, id])
    return rows.map(row => ({ ...row, made: row.made.getTime() as Moment }))
  })

const nextEdition = `insert into sheet_columns (partnership, feed, version, map, practitioner)
  select $1, $2, coalesce(max(version), 0) + 1, $3::jsonb, $4 from sheet_columns where partnership = $1 and feed = $2
  having not coalesce((select c.map = $3::jsonb from sheet_columns c
    where c.partnership = $1 and c.feed = $2 order by c.version desc limit 1), false)
  on conflict do nothing`

/** Sets what the columns of a feed's sheets are from now on; the same as before makes no new edition. */
export const setSheetColumns = (store: Store, { partnership, id }: Feed, map: unknown, by: string): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query(nextEdition, [partnership, id, JSON.stringify(map), by])
  })

const hour = 60 * 60 * 1000
/** How long a file that was sent waits to be taken. */
export const hoursOfUpload = 24

const upload = (feed: Feed, name: string): string => `${boundTo(feed)}|upload|${name}`

/** Destroys every file that waited too long, or was taken long ago. */
const destroyOld = `delete from sheet_upload where partnership = $1 and destroy_at <= $2`

/** Keeps a file, sealed, until it is taken or its hours are over; gives the id by which whoever sent it finds it again. */
export const keepUpload = (store: Store, asking: Asking, feed: Feed, bytes: Uint8Array): Promise<string> =>
  asRecorder(store, asking, async client => {
    const name = newId()
    const now = store.now()
    await client.query(destroyOld, [feed.partnership, new Date(now)])
    await client.query(
      `insert into sheet_upload (partnership, upload, feed, practitioner, sealed, made, destroy_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[feed.partnership, name, feed.id, asking.practitioner, store.sealing().seal(bytes, upload(feed, name))],
        ...[new Date(now), new Date(now + hoursOfUpload * hour)],
      ],
    )
    return name
  })

/** What taking a sheet came to. */
export interface SheetTaken {
  readonly fresh: number
  readonly unchanged: number
  readonly refused: number
}

/** A file as it waits: its bytes, or, once it was taken, what came of it. */
export interface Upload {
  readonly upload: string
  readonly made: Moment
  readonly bytes: Uint8Array
  readonly taken: SheetTaken | undefined
}

/** A file that somebody sent to a feed, for that very person; nothing when there is none or its hours are over. */
export const findUpload = (store: Store, asking: Asking, feed: Feed, name: string): Promise<Upload | undefined> =>
  asRecorder(store, asking, async client => {
    const { rows } = await client.query(
      `select sealed, made, taken from sheet_upload
       where partnership = $1 and upload = $2 and feed = $3 and practitioner = $4 and destroy_at > $5`,
      [feed.partnership, name, feed.id, asking.practitioner, new Date(store.now())],
    )
    const [row] = rows
    if (row === undefined) return undefined
    const bytes = row.taken === null ? store.sealing().open(row.sealed, upload(feed, name)) : new Uint8Array()
    return { upload: name, made: row.made.getTime() as Moment, bytes, taken: row.taken ?? undefined }
  })

/** Notes what came of a file, and destroys its words. */
export const closeUpload = (store: Store, feed: Feed, name: string, taken: SheetTaken): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    await client.query(
      `update sheet_upload set sealed = ''::bytea, taken = $3::jsonb where partnership = $1 and upload = $2`,
      [feed.partnership, name, JSON.stringify(taken)],
    )
  })

/** A row that is to be stored as a message: which appointment it is about, all that it says, and its bytes. */
export interface ArrivingRow {
  readonly appointment: string
  readonly content: string
  readonly bytes: Uint8Array
}

const last = `select encode(appointment, 'hex') as appointment, encode(content, 'hex') as content from sheet_row
  where partnership = $1 and feed = $2 and appointment = any ($3)`

const noted = `insert into sheet_row (partnership, feed, appointment, content, message)
  select $1, $2, r.appointment, r.content, r.message
  from unnest($3::bytea[], $4::bytea[], $5::bigint[]) as r (appointment, content, message)
  join message m on m.partnership = $1 and m.message = r.message
  on conflict (partnership, feed, appointment) do update set content = excluded.content, message = excluded.message`

/** All that a sheet says of one appointment, in its order: the same number may stand on it twice, as moved or as booked anew. */
interface Marked {
  readonly rows: readonly ArrivingRow[]
  readonly appointment: Buffer
  readonly content: Buffer
}

const markedBy = (store: Store, feed: Feed, all: readonly ArrivingRow[]): readonly Marked[] => {
  const { blind } = store.sealing()
  const bound = boundTo(feed)
  return [...Map.groupBy(all, row => row.appointment)].map(([appointment, rows]) => ({
    rows,
    appointment: blind(`${bound}|appointment|${appointment}`),
    content: blind(`${bound}|rows|${JSON.stringify(rows.map(({ content }) => content))}`),
  }))
}

/** Those appointments of which a sheet says something else than the last one did. */
const changed = async (store: Store, feed: Feed, all: readonly ArrivingRow[]): Promise<readonly Marked[]> => {
  const marked = markedBy(store, feed, all)
  const held = await asRecorder(store, { partnership: feed.partnership }, async client => {
    const asked = [feed.partnership, feed.id, marked.map(({ appointment }) => appointment)]
    const { rows } = await client.query<{ appointment: string; content: string }>(last, asked)
    return new Map(rows.map(row => [row.appointment, row.content]))
  })
  return marked.filter(({ appointment, content }) => held.get(appointment.toString('hex')) !== content.toString('hex'))
}

/** Which rows of a sheet are news. */
export const freshRows = async (
  store: Store,
  feed: Feed,
  rows: readonly ArrivingRow[],
): Promise<ReadonlySet<ArrivingRow>> => new Set((await changed(store, feed, rows)).flatMap(one => one.rows))

/**
 * Stores as messages of a feed those rows that say something else than before, all in one commit; gives how many. `key`
 * names this taking: what is sent twice at once comes under the same number of the sender's, and is read once.
 */
export const receiveRows = async (
  store: Store,
  feed: Feed,
  rows: readonly ArrivingRow[],
  key: string,
): Promise<number> => {
  const news = await changed(store, feed, rows)
  const arriving = news.flatMap(one => one.rows).map(({ bytes }, at) => ({ bytes, control: `${key}|${at}` }))
  const numbers = await receive(store, feed, arriving)
  await note(store, feed, news, numbers)
  return arriving.length
}

/** Of each appointment the last of its messages is noted; one that is gone already is not. */
const note = (store: Store, { partnership, id }: Feed, news: readonly Marked[], numbers: readonly number[]) =>
  asRecorder(store, { partnership }, client => {
    const ofRows = news.flatMap(({ rows }, which) => rows.map(() => which))
    const lasts = news.map((_, which) => numbers[ofRows.lastIndexOf(which)])
    const columns = [news.map(one => one.appointment), news.map(one => one.content), lasts]
    return client.query(noted, [partnership, id, ...columns])
  })

/** Who takes something in: somebody here, or whoever runs the command. */
export type Taker = PractitionerId | 'command'
