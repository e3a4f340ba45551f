import type { Moment } from '../calendar/day.ts'
import type { Role } from '../people/role.ts'
import type { Agency } from '../people/service.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** Entries of one record, by their numbers. */
export interface Knowable {
  readonly record: string
  readonly numbers: readonly number[]
  /** The entry that took them out of the record, by its number; whoever came later has not read them. */
  readonly until?: number | undefined
}

/** Somebody who may have read entries, or was told because of them: a practitioner, or everybody of a desk. */
export interface Knows {
  readonly name: string | undefined
  readonly desk: { readonly agency: Agency | undefined; readonly role: Role } | undefined
  readonly how: 'opened' | 'was told'
  readonly at: Moment
}

interface Row {
  readonly name: string | null
  readonly agency: Agency | null
  readonly role: Role | null
  readonly how: Knows['how']
  readonly at: Date
}

// Whoever opened the record, or one that reads it, under whose sight any of the entries was; and the notices that rested on one.
const knows = `
  with known as (select kind, sight, by from content where partnership = $1 and record = $2 and number = any ($3)),
  span as (select min(arrived) filter (where number = any ($3)) as since, max(arrived) filter (where number = $4) as until
    from chain where partnership = $1 and record = $2)
  select p.name, null as agency, null as role, 'opened' as how, max(o.at) as at
  from span, opening o join practitioner p on p.partnership = o.partnership and p.practitioner = o.practitioner
  where o.partnership = $1 and o.at >= span.since and (span.until is null or o.at <= span.until)
    and (o.record = $2 or o.record in (select t.record from taken_over t where t.partnership = $1 and t.other_record = $2))
    and exists (select from known k where (k.sight is null or k.sight && p.audience or k.by = any (p.audience))
      and (o.way <> 'emergency' or k.kind = any (emergency_kinds())))
  group by p.practitioner, p.name
  union all
  select p.name, case when p.name is null then n.to_agency end, case when p.name is null then n.to_role end, 'was told', max(t.at)
  from told t join notice n on n.partnership = t.partnership and n.notice = t.notice
  left join practitioner p on p.partnership = n.partnership and p.practitioner = n.to_practitioner
  where t.partnership = $1 and t.record = $2 and t.because && $3 group by 1, 2, 3
  order by 5, 1`

/** Everybody who may have read any of some entries, by the log of openings, and everybody who was told because of one. */
export const whoKnows = (
  store: Store,
  partnership: number,
  { record, numbers, until }: Knowable,
): Promise<readonly Knows[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row>(knows, [partnership, record, numbers, until ?? null])
    return rows.map(({ name, agency, role, how, at }) => ({
      name: name ?? undefined,
      desk: role === null ? undefined : { agency: agency ?? undefined, role },
      how,
      at: at.getTime() as Moment,
    }))
  })

/** Everybody who may open any of some records now, by name. */
export const whoMayOpenNow = (
  store: Store,
  partnership: number,
  records: readonly string[],
): Promise<readonly string[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ name: string }>(
      `select distinct p.name from may_open m join practitioner p using (partnership, practitioner)
       where m.partnership = $1 and m.record = any ($2) and p.ended is null and (m.until is null or m.until > now())
         and not kin_on(m.partnership, m.practitioner, m.record) order by 1`,
      [partnership, records],
    )
    return rows.map(row => row.name)
  })

/** The records that also read entries of this one. */
export const whichRead = (store: Store, partnership: number, record: string): Promise<readonly string[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ record: string }>(
      'select distinct record from taken_over where partnership = $1 and other_record = $2 order by 1',
      [partnership, record],
    )
    return rows.map(row => row.record)
  })
