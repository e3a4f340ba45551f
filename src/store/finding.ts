import { type Day, findDay, isoDay } from '../calendar/day.ts'
import { nameKey } from '../people/name-key.ts'
import type { PersonId } from '../record/field.ts'
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

/** A child in a record that is surely theirs. */
export interface FoundChild {
  readonly record: string
  readonly person: PersonId
}

const children = `
  select h.record, h.person from person h where h.partnership = $1 and h.child
    and (h.nhs = $2 or (h.name_key = $3 and h.born = $4)) and not coalesce(h.nhs <> $2, false)
  order by h.record, h.person`

// A record that another one reads for this child stands behind that one; of two that read each other, one stays in front.
const inFront = `
  with found as (${children})
  select f.record, f.person from found f where not exists (
    select from taken_over t join found o on o.record = t.record
    where t.partnership = $1 and t.other_record = f.record and t.person = f.person
      and (t.record < f.record or not exists (select from taken_over u
        where u.partnership = $1 and u.record = f.record and u.other_record = t.record)))`

const foundBy =
  (statement: string) =>
  (store: Store, partnership: number, { nhs, name, born }: Sought): Promise<readonly FoundChild[]> =>
    asRecorder(store, { partnership }, async client => {
      const { rows } = await client.query<FoundChild>(statement, [
        partnership,
        nhs ?? null,
        name === undefined ? null : nameKey(name),
        born === undefined ? null : isoDay(born),
      ])
      return rows
    })

/**
 * Every place where a child surely stands as a child: by NHS number, or by name and day of birth with no other NHS number.
 * A parent of that number is not found. It is told to nobody who may not read it: not even that there is something.
 */
export const findChildren = foundBy(children)

/** The one record in which a child surely stands, with the child in it; nothing when there is none, or more than one. */
export const findOneChild = async (
  store: Store,
  partnership: number,
  sought: Sought,
): Promise<FoundChild | undefined> => {
  const found = await foundBy(inFront)(store, partnership, sought)
  return found.every(one => one.record === found[0]?.record) ? found[0] : undefined
}

/** The id under which a child is known in a record, for whoever writes about them there; nothing when nobody fits. */
export const findPerson = (
  store: Store,
  partnership: number,
  record: string,
  { nhs, name, born }: Sought,
): Promise<string | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ person: string }>(
      `select person from person where partnership = $1 and record = $2
       and (nhs = $3 or (name_key = $4 and born = $5)) order by (nhs = $3) desc nulls last limit 1`,
      [
        partnership,
        record,
        nhs ?? null,
        name === undefined ? null : nameKey(name),
        born === undefined ? null : isoDay(born),
      ],
    )
    return rows[0]?.person
  })

/** A child of a record as the desk compares them with what somebody wrote. */
export interface Candidate {
  readonly record: string
  readonly person: string
  readonly name: string | undefined
  readonly born: Day | undefined
  readonly nhs: string | undefined
}

/** The children of records in which a sought child may stand, for the desk alone. */
export const readCandidates = (
  store: Store,
  partnership: number,
  records: readonly string[],
): Promise<readonly Candidate[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query(
      `select record, person, name_key, born::text, nhs from person
       where partnership = $1 and record = any ($2) and child order by record, born nulls last`,
      [partnership, records],
    )
    return rows.map(row => ({
      record: row.record,
      person: row.person,
      name: row.name_key ?? undefined,
      born: row.born === null ? undefined : findDay(row.born),
      nhs: row.nhs ?? undefined,
    }))
  })
