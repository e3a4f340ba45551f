import type { Moment } from '../calendar/day.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** One opening of a record: who, when, by which way, and which page. */
export interface Opening {
  readonly opening: number
  readonly record: string
  readonly practitioner: PractitionerId
  readonly name: string
  readonly at: Moment
  readonly way: 'network' | 'glass' | 'emergency'
  readonly page: string
  readonly reason: string | undefined
  /** What the review of it found, and who reviewed it. */
  readonly review: { readonly finding: string; readonly by: string } | undefined
}

interface Row extends Omit<Opening, 'at' | 'reason' | 'review'> {
  readonly at: Date
  readonly reason: string | null
  readonly finding: string | null
  readonly reviewer: string | null
}

const openingOf = ({ at, reason, finding, reviewer, ...row }: Row): Opening => ({
  ...row,
  at: at.getTime() as Moment,
  reason: reason ?? undefined,
  review: finding === null ? undefined : { finding, by: reviewer ?? '' },
})

const all = `select o.opening::float8 as opening, o.record, o.practitioner, p.name, o.at, o.way, o.page, o.reason, v.finding,
    (select name from practitioner r where r.partnership = v.partnership and r.practitioner = v.practitioner) as reviewer
  from opening o join practitioner p on p.partnership = o.partnership and p.practitioner = o.practitioner
  left join opening_review v on v.partnership = o.partnership and v.opening = o.opening`

/** The openings without belonging, and of the emergency view, newest first: for the information-governance lead alone. */
export const unusualOpenings = (store: Store, asking: Asking, most = 200): Promise<readonly Opening[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(
      `${all} where o.way <> 'network' and o.reason is distinct from 'opened before with a reason'
       order by o.opening desc limit $1`,
      [most],
    )
    return rows.map(openingOf)
  })

/** Every opening of one record, newest first: for the information-governance lead. */
export const openingsForLead = (
  store: Store,
  asking: Asking,
  record: string,
  most = 500,
): Promise<readonly Opening[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(`${all} where o.record = $1 order by o.opening desc limit $2`, [
      record,
      most,
    ])
    return rows.map(openingOf)
  })

/** Every opening of one record, newest first: for whoever leads or manages that family; nothing to anybody else. */
export const openingsOf = (store: Store, asking: Asking, record: string, most = 500): Promise<readonly Opening[]> =>
  asReader(store, asking, async client => {
    const { rows } = await client.query<Row>(
      `select o.*, $1::text as record, p.name, null as finding, null as reviewer from openings_of($1, $2) o
       join practitioner p on p.practitioner = o.practitioner order by o.opening desc`,
      [record, most],
    )
    return rows.map(openingOf)
  })

/** Says what came of looking at an unusual opening. False when it was reviewed before. */
export const reviewOpening = (store: Store, asking: Asking, opening: number, finding: string): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const { rowCount } = await client.query(
      `insert into opening_review (partnership, opening, practitioner, finding)
       select partnership, opening, $2, $4 from opening where partnership = $1 and opening = $3 and way <> 'network'
       on conflict do nothing`,
      [asking.partnership, asking.practitioner, opening, finding.trim()],
    )
    return rowCount === 1
  })

const opened = `insert into opening (partnership, record, practitioner, way, page, reason)
  values ($1, $2, $3, $4, $5, $6) returning opening::float8 as opening`

/** Whom an unusual opening is told to: a practitioner, or a desk. */
export interface Teller {
  readonly practitioner?: PractitionerId
  readonly agency?: string
  readonly role?: Role
}

const hours = 24

/** How long a record stays open to somebody who opened it without belonging: a local setting, in hours. */
export const glassHours = hours

/**
 * Opens a record to a practitioner who does not belong to it, for a day, with the reason, and tells those who must know;
 * false when the practitioner or a relative appears in it. What is restricted stays restricted.
 */
export const breakGlass = (
  store: Store,
  asking: Asking,
  { record, reason, tell }: { readonly record: string; readonly reason: string; readonly tell: readonly Teller[] },
): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const { partnership, practitioner } = asking
    const kin = await client.query<{ kin: boolean }>('select kin_on($1, $2, $3) as kin', [
      partnership,
      practitioner,
      record,
    ])
    if (kin.rows[0]?.kin !== false) return false
    const { rows } = await client.query<{ opening: number }>(opened, [
      ...[partnership, record, practitioner, 'glass', 'opened without belonging', reason.trim()],
    ])
    await client.query(
      `insert into may_open (partnership, practitioner, record, why, until)
       values ($1, $2, $3, 'glass', clock_timestamp() + $4 * interval '1 hour')
       on conflict (partnership, practitioner, record, why) do update set until = excluded.until`,
      [partnership, practitioner, record, hours],
    )
    for (const to of tell)
      await client.query('select notify($1, $2, $3, $4, $5, $6, $7)', [
        ...[partnership, record, 'glass', to.practitioner ?? null, to.agency ?? null, to.role ?? null],
        rows[0]?.opening,
      ])
    return true
  })

/** Writes an opening of the emergency view down; false when the practitioner or a relative appears in the record. */
export const openEmergency = (store: Store, asking: Asking, record: string): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const { partnership, practitioner } = asking
    const kin = await client.query<{ kin: boolean }>('select kin_on($1, $2, $3) as kin', [
      partnership,
      practitioner,
      record,
    ])
    if (kin.rows[0]?.kin !== false) return false
    await client.query(opened, [partnership, record, practitioner, 'emergency', 'emergency view', null])
    return true
  })
