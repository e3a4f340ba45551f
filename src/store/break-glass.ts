import type { PractitionerId } from '../people/practitioner.ts'
import type { Role } from '../people/role.ts'
import { type Asking, asReader, asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** Whom an unusual opening is told to: a practitioner, or a desk. */
export interface Teller {
  readonly practitioner?: PractitionerId
  readonly agency?: string
  readonly role?: Role
}

/** How long a record stays open to somebody who opened it without belonging: a local setting, in hours. */
export const glassHours = 24

/** Whether a practitioner may open a record as it is: by network, cover, management or duty, or because of a reason given today. */
export const mayOpenNow = (store: Store, asking: Asking, record: string): Promise<boolean> =>
  asReader(store, asking, async client => {
    const { rowCount } = await client.query(
      'select from may_open where record = $1 and record not in (select kin_records()) limit 1',
      [record],
    )
    return rowCount === 1
  })

const opened = `insert into opening (partnership, record, practitioner, way, page, reason)
  values ($1, $2, $3, 'glass', 'opened without belonging', $4) returning opening::float8 as opening`

const admit = `insert into may_open (partnership, practitioner, record, why, until)
  values ($1, $3, $2, 'glass', clock_timestamp() + $4 * interval '1 hour')
  on conflict (partnership, practitioner, record, why) do update set until = excluded.until`

/** What is asked when somebody opens a record without belonging: which, why, and who is to be told. */
export interface Breaking {
  readonly record: string
  readonly reason: string
  readonly tell: readonly Teller[]
}

/**
 * Opens a record to a practitioner who does not belong to it, for a day, with the reason, and tells those who must know;
 * false when the practitioner or a relative appears in it. What is restricted stays restricted.
 */
export const breakGlass = (store: Store, asking: Asking, { record, reason, tell }: Breaking): Promise<boolean> =>
  asRecorder(store, asking, async client => {
    const who = [asking.partnership, record, asking.practitioner]
    const kin = await client.query<{ kin: boolean }>('select kin_on($1, $3, $2) as kin', who)
    if (kin.rows[0]?.kin !== false) return false
    const { rows } = await client.query<{ opening: number }>(opened, [...who, reason.trim()])
    await client.query(admit, [...who, glassHours])
    for (const to of tell)
      await client.query('select notify($1, $2, $3, $4, $5, $6, $7)', [
        ...[asking.partnership, record, 'glass', to.practitioner ?? null, to.agency ?? null, to.role ?? null],
        rows[0]?.opening,
      ])
    return true
  })
