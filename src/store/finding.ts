import { type Day, isoDay } from '../calendar/day.ts'
import { nameKey } from '../people/name-key.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** A child as somebody knows them who looks for their record. */
export interface Sought {
  readonly nhs?: string
  readonly name?: string
  readonly born?: Day
}

/** Records in which a child may stand: those that are surely theirs, and those that only may be. */
export interface Matches {
  readonly sure: readonly string[]
  readonly possible: readonly string[]
}

const matching = `
  select h.record, h.person,
    bool_or(coalesce(h.nhs = $2, false) or coalesce(h.name_key = $3 and h.born = $4, false)) as sure,
    bool_or(h.nhs is not null and $2::text is not null and h.nhs <> $2) as other
  from person h where h.partnership = $1
    and (h.nhs = $2 or h.name_key = $3 or (h.born = $4 and ($3::text is null
      or string_to_array(h.name_key, ' ') && string_to_array($3, ' '))))
  group by h.record, h.person`

interface Row {
  readonly record: string
  readonly sure: boolean
  readonly other: boolean
}

/**
 * The records of a partnership in which a child may stand: surely by NHS number, or by name and day of birth with no other
 * NHS number; possibly by name alone, or by day of birth and one name. It says nothing of them, and is told to nobody
 * outside the desk.
 */
export const findRecords = (store: Store, partnership: number, { nhs, name, born }: Sought): Promise<Matches> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<Row>(matching, [
      partnership,
      nhs ?? null,
      name === undefined ? null : nameKey(name),
      born === undefined ? null : isoDay(born),
    ])
    const sure = new Set(rows.filter(row => row.sure && !row.other).map(row => row.record))
    const possible = new Set(rows.map(row => row.record).filter(record => !sure.has(record)))
    return { sure: [...sure], possible: [...possible] }
  })
