import type { Day, Moment } from '../calendar/day.ts'
import { getDay } from '../calendar/day.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** By which way a record was opened. */
export type OpeningWay = 'network' | 'glass' | 'emergency' | 'governance'

/** One opening of a record that is not one's own: who, when, by which way, and why. */
export interface Opening {
  readonly opening: number
  readonly record: string
  readonly practitioner: PractitionerId
  readonly name: string
  readonly posts: readonly Post[]
  readonly at: Moment
  readonly way: OpeningWay
  readonly reason: string | undefined
  /** What the review of it found, and who reviewed it. */
  readonly review: { readonly finding: string; readonly by: string } | undefined
}

interface Row extends Omit<Opening, 'at' | 'posts' | 'reason' | 'review'> {
  readonly at: Date
  readonly posts: readonly Post[] | null
  readonly reason: string | null
  readonly finding: string | null
  readonly reviewer: string | null
}

const openingOf = ({ at, posts, reason, finding, reviewer, ...row }: Row): Opening => ({
  ...row,
  posts: posts ?? [],
  at: at.getTime() as Moment,
  reason: reason ?? undefined,
  review: finding === null ? undefined : { finding, by: reviewer ?? '' },
})

// Going on with a record that was opened with a reason the same day is no new opening.
const unusual = `o.way in ('glass', 'emergency') and o.reason is distinct from 'opened before with a reason'`

const list = `select o.opening::float8 as opening, o.record, o.practitioner, p.name, o.at, o.way, o.reason, v.finding, r.name as reviewer,
    (select jsonb_agg(jsonb_build_object('agency', t.agency, 'role', t.role) order by t.agency, t.role) from post t
      where t.practitioner = o.practitioner) as posts
  from opening o join practitioner p on p.practitioner = o.practitioner
  left join opening_review v on v.opening = o.opening left join practitioner r on r.practitioner = v.practitioner
  where ${unusual} order by o.opening desc offset $1 limit $2`

/** A part of a long list, and how long the whole is. */
export interface Part<T> {
  readonly rows: readonly T[]
  readonly all: number
}

/** Which part of a long list is asked for: how many to leave out, and how many at most. */
export interface Piece {
  readonly skip: number
  readonly most: number
}

/** The openings without belonging, and of the emergency view, newest first: for the information-governance lead alone. */
export const unusualOpenings = (store: Store, asking: Asking, { skip, most }: Piece): Promise<Part<Opening>> =>
  asReader(store, asking, async client => {
    const counted = await client.query<{ all: number }>(`select count(*)::int as all from opening o where ${unusual}`)
    const { rows } = await client.query<Row>(list, [skip, most])
    return { rows: rows.map(openingOf), all: counted.rows[0]?.all ?? 0 }
  })

/** What one person opened of a record on one day, by one way. */
export interface OpenedDay {
  readonly day: Day
  readonly practitioner: PractitionerId
  readonly name: string
  readonly posts: readonly Post[]
  readonly way: OpeningWay
  readonly pages: readonly string[]
  readonly times: number
  readonly first: Moment
  readonly last: Moment
  readonly reason: string | undefined
}

interface DayRow extends Omit<OpenedDay, 'day' | 'posts' | 'first' | 'last' | 'reason'> {
  readonly day: string
  readonly posts: readonly Post[] | null
  readonly first: Date
  readonly last: Date
  readonly reason: string | null
  readonly all: number
}

const dayOf = ({ day, posts, first, last, reason, all: _, ...row }: DayRow): OpenedDay => ({
  ...row,
  day: getDay(day),
  posts: posts ?? [],
  first: first.getTime() as Moment,
  last: last.getTime() as Moment,
  reason: reason ?? undefined,
})

/**
 * Who opened a record, by day and person, newest first: for whoever leads or manages that family, and for the
 * information-governance lead. Nothing at all for anybody else.
 */
export const openingsByDay = (
  store: Store,
  asking: Asking,
  record: string,
  { skip, most }: Piece,
): Promise<Part<OpenedDay>> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<DayRow>('select * from openings_by_day($1, $2, $3)', [record, skip, most])
    return { rows: rows.map(dayOf), all: rows[0]?.all ?? 0 }
  })

const review = `insert into opening_review (partnership, opening, practitioner, finding)
  select partnership, opening, $2, $4 from opening o where partnership = $1 and opening = $3 and ${unusual}
    and exists (select from governance_leads($1, o.record) g where g.practitioner = $2)
  on conflict do nothing`

/** Says what came of looking at an unusual opening. False when it was reviewed before, or is not theirs to review. */
export const reviewOpening = (store: Store, asking: Asking, opening: number, finding: string): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const { rowCount } = await client.query(review, [asking.partnership, asking.practitioner, opening, finding.trim()])
    return rowCount === 1
  })

/** Opens a record for the information-governance lead, and writes that down; false for everybody else, and for their own kin's. */
export const openForGovernance = (store: Store, asking: Asking, record: string, page: string): Promise<boolean> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<{ opened: boolean }>('select open_for_governance($1, $2) as opened', [
      record,
      page,
    ])
    return rows[0]?.opened === true
  })
