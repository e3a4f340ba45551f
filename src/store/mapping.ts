import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { asRecorder } from './asking.ts'
import type { Feed } from './feeds.ts'
import type { Store } from './store.ts'

/** A row of the table of codes as it is kept; `intake/feeds/meaning.ts` says what it may mean. */
export interface KeptRow {
  readonly place?: string
  readonly code: string
  readonly means: string
  readonly barrier?: string
}

/** One edition of a feed's table of codes. */
export interface MappingEdition {
  readonly version: number
  readonly rows: readonly KeptRow[]
  readonly by: PractitionerId
  readonly made: Moment
  /** Since when it was last in force; nothing when it never was. */
  readonly live: Moment | undefined
}

interface Row extends Omit<MappingEdition, 'made' | 'live'> {
  readonly made: Date
  readonly live: Date | null
}

const editionOf = ({ made, live, ...row }: Row): MappingEdition => ({
  ...row,
  made: made.getTime() as Moment,
  live: live === null ? undefined : (live.getTime() as Moment),
})

const editions = `select m.version, m.rows, m.practitioner as by, m.made,
    (select max(l.since) from feed_live l where l.partnership = m.partnership and l.feed = m.feed and l.version = m.version) as live
  from feed_mapping m where m.partnership = $1 and m.feed = $2 order by m.version desc`

/** Every edition of a feed's table of codes, the last first. */
export const readMappings = (store: Store, { partnership, id }: Feed): Promise<readonly MappingEdition[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row>(editions, [partnership, id])
    return rows.map(editionOf)
  })

const inForce = `select distinct on (l.feed) l.feed, m.version, m.rows, m.practitioner as by, m.made, l.since as live from feed_live l
  join feed_mapping m using (partnership, feed, version) where l.partnership = $1 order by l.feed, l.live desc`

/** The edition that is in force for each feed of a partnership; none where its table was never changed. */
export const liveMappings = (store: Store, partnership: number): Promise<ReadonlyMap<string, MappingEdition>> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row & { readonly feed: string }>(inForce, [partnership])
    return new Map(rows.map(({ feed, ...row }) => [feed, editionOf(row)]))
  })

type Writer = { readonly partnership: number; readonly practitioner: PractitionerId }

const adding = `insert into feed_mapping (partnership, feed, version, rows, practitioner)
  select $1, $2, coalesce(max(version), 0) + 1, $3, $4 from feed_mapping where partnership = $1 and feed = $2
  returning version`

/** Keeps a new edition of a feed's table of codes; it is not in force yet. Gives its number. */
export const addMapping = (
  store: Store,
  { partnership, practitioner }: Writer,
  feed: Pick<Feed, 'id'>,
  rows: readonly KeptRow[],
): Promise<number> =>
  asRecorder(store, { partnership }, async client => {
    // Of two who add at once each has a number of their own.
    await client.query('select from feed where partnership = $1 and feed = $2 for update', [partnership, feed.id])
    const { rows: made } = await client.query<{ version: number }>(adding, [
      ...[partnership, feed.id, JSON.stringify(rows), practitioner],
    ])
    return made[0]?.version ?? 0
  })

/** Puts an edition in force, an older one too. */
export const goLive = (
  store: Store,
  { partnership, practitioner }: Writer,
  feed: Pick<Feed, 'id'>,
  version: number,
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('insert into feed_live (partnership, feed, version, practitioner) values ($1, $2, $3, $4)', [
      ...[partnership, feed.id, version, practitioner],
    ])
  })
