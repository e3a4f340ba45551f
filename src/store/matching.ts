import type pg from 'pg'
import { type Day, findDay, isoDay, type Moment } from '../calendar/day.ts'
import type { PersonId } from '../record/field.ts'
import { asRecorder } from './asking.ts'
import type { Store } from './store.ts'

/** A number of a feed's, with the authority that gave it. */
export interface FeedNumber {
  readonly feed: string
  readonly authority: string
  readonly number: string
}

/** Somebody on a record. */
export interface OnRecord {
  readonly record: string
  readonly person: PersonId
}

/** Whom a number belongs to, as was found out before. */
export interface Match extends FeedNumber, OnRecord {
  readonly match: number
  /** It was somebody else: then nothing is matched to this person by itself again. */
  readonly ended: boolean
}

/** Which appointment a number means, and how new the newest is that was said of it. */
export interface AppointmentKnown extends FeedNumber, OnRecord {
  readonly appointment: string
  readonly match: number | undefined
  readonly made: Moment | undefined
}

/** Somebody of whom a message may be: as the record has them, without a word of it. */
export interface Known extends OnRecord {
  readonly nhs: string | undefined
  readonly born: Day | undefined
  readonly nameKey: string | undefined
  /** Whether the record is about them as a child. */
  readonly child: boolean
}

/** By what somebody may be known. */
export interface KnownBy {
  readonly nhs: readonly string[]
  readonly named: readonly { readonly key: string; readonly born: Day }[]
  readonly on: readonly OnRecord[]
}

const numbersAsked = `from jsonb_to_recordset($2) as x (feed text, authority text, number text)`

/** The matches of some numbers, those that ended too. */
export const readMatches = async (
  client: pg.ClientBase,
  partnership: number,
  numbers: readonly FeedNumber[],
): Promise<readonly Match[]> => {
  if (numbers.length === 0) return []
  const { rows } = await client.query<Match>(
    `select m.match::float8 as match, m.feed, m.authority, m.number, m.record, m.person, m.ended is not null as ended
     ${numbersAsked} join feed_match m on m.partnership = $1 and m.feed = x.feed and m.authority = x.authority and m.number = x.number`,
    [partnership, JSON.stringify(numbers)],
  )
  return rows
}

/** The appointments that some numbers mean. */
export const readAppointments = async (
  client: pg.ClientBase,
  partnership: number,
  numbers: readonly FeedNumber[],
): Promise<readonly AppointmentKnown[]> => {
  if (numbers.length === 0) return []
  const { rows } = await client.query(
    `select a.feed, a.authority, a.number, a.appointment, a.record, a.person, a.match::float8 as match, a.made
     ${numbersAsked} join feed_appointment a on a.partnership = $1 and a.feed = x.feed and a.authority = x.authority and a.number = x.number`,
    [partnership, JSON.stringify(numbers)],
  )
  return rows.map(row => ({ ...row, match: row.match ?? undefined, made: row.made?.getTime() }))
}

interface KnownRow extends Omit<Known, 'nhs' | 'born' | 'nameKey'> {
  readonly nhs: string | null
  readonly born: string | null
  readonly nameKey: string | null
}

const knownOf = ({ nhs, born, nameKey, ...row }: KnownRow): Known => ({
  ...row,
  nhs: nhs ?? undefined,
  born: born === null ? undefined : findDay(born),
  nameKey: nameKey ?? undefined,
})

const everybody = `select h.record, h.person, h.nhs, h.born::text, h.name_key as "nameKey", h.child from person h
  where h.partnership = $1 and h.record <> 'agencies' and (h.nhs = any ($2)
    or (h.name_key, h.born) in (select key, born from jsonb_to_recordset($3) as x (key text, born date))
    or (h.record, h.person) in (select record, person from jsonb_to_recordset($4) as x (record text, person text)))`

/** Everybody on any record of whom messages may be. */
export const readKnown = async (
  client: pg.ClientBase,
  partnership: number,
  { nhs, named, on }: KnownBy,
): Promise<readonly Known[]> => {
  if (nhs.length + named.length + on.length === 0) return []
  const names = named.map(({ key, born }) => ({ key, born: isoDay(born) }))
  const { rows } = await client.query<KnownRow>(everybody, [
    ...[partnership, nhs, JSON.stringify(names), JSON.stringify(on)],
  ])
  return rows.map(knownOf)
}

/** A number that was learnt, and from what. */
export interface Learnt extends FeedNumber, OnRecord {
  readonly how: string
  readonly by: string
}

const learning = `insert into feed_match (partnership, feed, authority, number, record, person, how, matched_by)
  select $1, x.feed, x.authority, x.number, x.record, x.person, x.how, x.by
  from jsonb_to_recordset($2) as x (feed text, authority text, number text, record text, person text, how text, by text)
  on conflict (partnership, feed, authority, number) where ended is null do nothing`

/** Keeps whom numbers belong to; a number that is somebody's already stays theirs. Gives what now holds of them. */
export const learn = async (
  client: pg.ClientBase,
  partnership: number,
  learnt: readonly Learnt[],
): Promise<readonly Match[]> => {
  if (learnt.length === 0) return []
  await client.query(learning, [partnership, JSON.stringify(learnt)])
  return (await readMatches(client, partnership, learnt)).filter(({ ended }) => !ended)
}

const appointments = `insert into feed_appointment as a (partnership, feed, authority, number, appointment, record, person, match, made)
  select $1, x.feed, x.authority, x.number, x.appointment, x.record, x.person, x.match, x.made
  from jsonb_to_recordset($2) as x (feed text, authority text, number text, appointment text, record text, person text,
    match bigint, made timestamptz)
  on conflict (partnership, feed, authority, number) do update set made = greatest(a.made, excluded.made)`

/** Keeps which appointments numbers mean, and how new the newest is that was said of each. */
export const keepAppointments = async (
  client: pg.ClientBase,
  partnership: number,
  known: readonly AppointmentKnown[],
): Promise<void> => {
  if (known.length === 0) return
  const rows = known.map(({ made, match, ...rest }) => ({
    ...rest,
    match: match ?? null,
    made: made === undefined ? null : new Date(made).toISOString(),
  }))
  await client.query(appointments, [partnership, JSON.stringify(rows)])
}

/** Whoever stands on records that grew since a moment: of them held messages may be. */
export const readNewlyKnown = (store: Store, partnership: number, since: Moment): Promise<readonly Known[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<KnownRow>(
      `select h.record, h.person, h.nhs, h.born::text, h.name_key as "nameKey", h.child from record r
       join person h using (partnership, record)
       where r.partnership = $1 and r.record <> 'agencies' and r.arrived > $2 and h.born is not null`,
      [partnership, new Date(since)],
    )
    return rows.map(knownOf)
  })
