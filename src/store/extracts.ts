import { type Day, findDay, type Moment } from '../calendar/day.ts'
import type { EntryId, PersonId } from '../record/field.ts'
import { asRecorder } from './asking.ts'
import type { Feed } from './feeds.ts'
import type { Store } from './store.ts'

/** A child on an open record. */
export interface OpenChild {
  readonly record: string
  readonly person: PersonId
  readonly nhs: string | undefined
  readonly born: Day | undefined
  readonly nameKey: string | undefined
}

// A record that another one reads for this child stands behind that one, as in `finding.ts`.
const children = `
  select h.record, h.person, h.nhs, h.born::text, h.name_key from person h where h.partnership = $1 and h.child
    and not exists (select from taken_over t where t.partnership = $1 and t.other_record = h.record and t.person = h.person
      and (t.record < h.record or not exists (select from taken_over u
        where u.partnership = $1 and u.record = h.record and u.other_record = t.record)))`

/** Every child on an open record of a partnership, for matching many at once; shown to nobody. */
export const readOpenChildren = (store: Store, partnership: number): Promise<readonly OpenChild[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(children, [partnership])
    return rows.map(row => ({
      record: row.record,
      person: row.person,
      nhs: row.nhs ?? undefined,
      born: row.born === null ? undefined : findDay(row.born),
      nameKey: row.name_key ?? undefined,
    }))
  })

/** A child, and where. */
export type Place = Pick<OpenChild, 'record' | 'person'>

/** Whom the numbers of a feed's own authority belong to, as was learnt before. */
export const readLearnt = (store: Store, feed: Feed, authority: string): Promise<ReadonlyMap<string, Place>> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const { rows } = await client.query<Place & { readonly number: string }>(
      `select number, record, person from feed_match where partnership = $1 and feed = $2 and authority = $3 and ended is null`,
      [feed.partnership, feed.id, authority],
    )
    return new Map(rows.map(({ number, record, person }) => [number, { record, person }]))
  })

/** Of whom somebody has said that a number of the feed's is not theirs: they are matched by it no more. */
export const readUnmatched = (store: Store, feed: Feed, authority: string): Promise<ReadonlySet<string>> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const { rows } = await client.query<Place & { readonly number: string }>(
      `select number, record, person from feed_match where partnership = $1 and feed = $2 and authority = $3 and ended is not null`,
      [feed.partnership, feed.id, authority],
    )
    return new Set(rows.map(({ number, record, person }) => unmatchedName(number, { record, person })))
  })

/** A number and somebody whom it was found not to be, as one name. */
export const unmatchedName = (number: string, { record, person }: Place): string => `${number}|${record}|${person}`

const learning = `insert into feed_match (partnership, feed, authority, number, record, person, how, matched_by)
  select $1, $2, $3, n.number, n.record, n.person, 'nhs-and-birth', 'holdfast'
  from unnest($4::text[], $5::text[], $6::text[]) as n (number, record, person) on conflict do nothing`

/** Keeps whom numbers belong to that were matched by NHS number and day of birth. */
export const learn = (
  store: Store,
  feed: Feed,
  authority: string,
  found: readonly (Place & { readonly number: string })[],
): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const columns = [found.map(one => one.number), found.map(one => one.record), found.map(one => one.person)]
    if (found.length > 0) await client.query(learning, [feed.partnership, feed.id, authority, ...columns])
  })

/** What one part of a row became. */
export interface ExtractPart {
  readonly part: string
  /** The first version of the entry. */
  readonly entry: EntryId
  /** What the row said of it when it was last taken. */
  readonly said: string
  /** Whether somebody had typed it before: then the extract never changes it. */
  readonly typed: boolean
}

/** A row of the extract about a child on an open record, and which entries it became. */
export interface ExtractRow extends Place {
  readonly source: string
  readonly thing: string
  readonly parts: readonly ExtractPart[]
  /** At which taking it was gone, where it is. */
  readonly gone: number | undefined
}

/** Every row that was taken of a feed before, by its source. */
export const readExtractRows = (store: Store, feed: Feed): Promise<ReadonlyMap<string, ExtractRow>> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const { rows } = await client.query(
      'select source, record, person, thing, parts, gone_take from extract_row where partnership = $1 and feed = $2',
      [feed.partnership, feed.id],
    )
    return new Map(rows.map(({ gone_take, ...row }) => [row.source, { ...row, gone: gone_take ?? undefined }]))
  })

const upsert = `insert into extract_row (partnership, feed, source, record, person, thing, parts, first_take, last_take)
  select $1, $2, r.source, r.record, r.person, r.thing, r.parts, $3, $3
  from jsonb_to_recordset($4::jsonb) as r (source text, record text, person text, thing text, parts jsonb)
  on conflict (partnership, feed, source) do update set parts = excluded.parts, last_take = excluded.last_take,
    gone_take = null, answered = null, answered_by = null`

/** Keeps what became of rows at a taking. */
export const saveExtractRows = (store: Store, feed: Feed, take: number, rows: readonly ExtractRow[]): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    await client.query(upsert, [feed.partnership, feed.id, take, JSON.stringify(rows)])
  })

/** Notes that rows are no longer in the extract: somebody looks at each. */
export const noteGone = (store: Store, feed: Feed, take: number, sources: readonly string[]): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    await client.query(
      `update extract_row set gone_take = $3 where partnership = $1 and feed = $2 and source = any ($4) and gone_take is null`,
      [feed.partnership, feed.id, take, sources],
    )
  })

/** What came of taking an extract, in numbers. */
export interface ExtractCounts {
  /** Entries that were written, that mend an earlier one, and that somebody had typed before. */
  readonly written: number
  readonly mended: number
  readonly typed: number
  /** Rows that say what they said before, and rows that are no longer there. */
  readonly same: number
  readonly gone: number
  /** Rows that could not be read. */
  readonly unread: number
  /** Children of the extract who are on no open record: nothing of them was kept. */
  readonly others: number
  /** Children who may be on one: somebody at the council says. */
  readonly asked: number
}

/** One taking of an extract. */
export interface ExtractTake {
  readonly take: number
  readonly at: Moment
  readonly counts: ExtractCounts
}

/** The number of the next taking. */
export const nextTake = (store: Store, feed: Feed): Promise<number> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const { rows } = await client.query<{ next: number }>(
      'select coalesce(max(take), 0) + 1 as next from extract_take where partnership = $1 and feed = $2',
      [feed.partnership, feed.id],
    )
    return rows[0]?.next ?? 1
  })

/** Notes a taking when all of it is done. */
export const closeTake = (
  store: Store,
  feed: Feed,
  { take, counts, by }: Pick<ExtractTake, 'take' | 'counts'> & { readonly by: string },
): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    await client.query(
      `insert into extract_take (partnership, feed, take, at, practitioner, counts) values ($1, $2, $3, $4, $5, $6::jsonb)
       on conflict do nothing`,
      [feed.partnership, feed.id, take, new Date(store.now()), by, JSON.stringify(counts)],
    )
  })

/** The last takings of a feed, the last first. */
export const readTakes = (store: Store, feed: Feed): Promise<readonly ExtractTake[]> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const { rows } = await client.query(
      'select take, at, counts from extract_take where partnership = $1 and feed = $2 order by take desc limit 30',
      [feed.partnership, feed.id],
    )
    return rows.map(({ at, ...row }) => ({ ...row, at: at.getTime() }))
  })

/** A row that is no longer in the extract, for whoever looks at it. */
export interface GoneRow extends Place {
  readonly source: string
  readonly parts: readonly ExtractPart[]
  readonly take: number
}

/** Rows that are no longer in the extract, and that nobody has looked at yet. */
export const readGone = (store: Store, feed: Feed): Promise<readonly GoneRow[]> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    const { rows } = await client.query(
      `select source, record, person, parts, gone_take as take from extract_row
       where partnership = $1 and feed = $2 and gone_take is not null and answered is null order by record, source`,
      [feed.partnership, feed.id],
    )
    return rows
  })

/** Notes that somebody has looked at a row that is gone. */
export const answerGone = (store: Store, feed: Feed, source: string, by: string): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    await client.query(
      `update extract_row set answered = $4, answered_by = $5
       where partnership = $1 and feed = $2 and source = $3 and gone_take is not null and answered is null`,
      [feed.partnership, feed.id, source, new Date(store.now()), by],
    )
  })

/** Forgets the rows of somebody who was another child: the next extract takes them anew for whose they are. */
export const dropExtractRows = (store: Store, feed: Feed, { record, person }: Place): Promise<void> =>
  asRecorder(store, { partnership: feed.partnership }, async client => {
    await client.query('delete from extract_row where partnership = $1 and feed = $2 and record = $3 and person = $4', [
      ...[feed.partnership, feed.id, record, person],
    ])
  })
