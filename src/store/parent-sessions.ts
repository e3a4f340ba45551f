import type { Moment } from '../calendar/day.ts'
import { recordOf } from '../record/chronology.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { asRecorder } from './asking.ts'
import { type ContentRow, entryOf } from './line.ts'
import { newId } from './new-id.ts'
import type { ParentLanguage } from './parents.ts'
import type { Store } from './store.ts'

/** A parent who is signed in, on one device. */
export interface ParentSession {
  readonly partnership: number
  readonly access: string
  readonly session: string
  readonly record: string
  readonly person: PersonId
  readonly number: string
  readonly language: ParentLanguage
  readonly begun: Moment
  readonly used: Moment
  readonly ended: boolean
  readonly example: boolean
}

/** The session of a token's hash, whether it has ended or not. */
export const findParentSession = async (store: Store, token: Buffer): Promise<ParentSession | undefined> => {
  const { rows } = await store.recorder.query<ParentSession>('select * from find_parent_session($1)', [token])
  return rows[0]
}

/** The page that a card's number stands for, with the hash of the word that its parent chose. */
export interface FoundNumber {
  readonly partnership: number
  readonly access: string
  readonly hash: string | undefined
}

/** Whose page a number stands for; nothing for a number that nobody has, or whose page is closed. */
export const findParentNumber = async (store: Store, number: string): Promise<FoundNumber | undefined> => {
  const { rows } = await store.recorder.query('select * from find_parent_number($1)', [number])
  return rows[0] === undefined ? undefined : { ...rows[0], hash: rows[0].hash ?? undefined }
}

/** Whose page a code opens that was not used, is not too old and was not taken back. */
export const findParentCode = async (
  store: Store,
  code: Buffer,
): Promise<{ readonly partnership: number; readonly access: string } | undefined> => {
  const { rows } = await store.recorder.query('select * from find_parent_code($1, $2)', [code, new Date(store.now())])
  return rows[0]
}

/** The number on the card of a page. */
export const numberOfAccess = (store: Store, partnership: number, access: string): Promise<string | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query('select number from parent_access where partnership = $1 and access = $2', [
      partnership,
      access,
    ])
    return rows[0]?.number
  })

/** Uses a code up and keeps the word that came with it; false when somebody was quicker. */
export const takeParentCode = (
  store: Store,
  { partnership, access }: { readonly partnership: number; readonly access: string },
  code: Buffer,
  hash: string,
): Promise<boolean> =>
  asRecorder(store, { partnership }, async client => {
    const at = new Date(store.now())
    const used = await client.query(
      'update parent_code set used = $4 where partnership = $1 and access = $2 and code = $3 and used is null and until > $4',
      [partnership, access, code, at],
    )
    if (used.rowCount === 0) return false
    await client.query(
      `insert into parent_secret (partnership, access, hash) values ($1, $2, $3)
       on conflict (partnership, access) do update set hash = excluded.hash`,
      [partnership, access, hash],
    )
    return true
  })

/** Keeps another word. */
export const keepParentWord = (store: Store, partnership: number, access: string, hash: string): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('update parent_secret set hash = $3 where partnership = $1 and access = $2', [
      partnership,
      access,
      hash,
    ])
  })

/** Begins a session on a device; false when the page was closed meanwhile. */
export const beginParentSession = (
  store: Store,
  { partnership, access }: { readonly partnership: number; readonly access: string },
  token: Buffer,
  device: string,
): Promise<boolean> =>
  asRecorder(store, { partnership }, async client => {
    const { rowCount } = await client.query(
      `insert into parent_session (partnership, access, session, token, device, language, made, seen)
       select $1, $2, $3, $4, $5, a.language, $6, $6 from parent_access a
       where a.partnership = $1 and a.access = $2 and a.closed is null`,
      [partnership, access, newId(), token, device, new Date(store.now())],
    )
    return rowCount === 1
  })

type OfSession = Pick<ParentSession, 'partnership' | 'access' | 'session'>

const update = (store: Store, { partnership, access, session }: OfSession, set: string, value: unknown) =>
  asRecorder(store, { partnership }, async client => {
    await client.query(
      `update parent_session set ${set} = $4 where partnership = $1 and access = $2 and session = $3 and ended is null`,
      [partnership, access, session, value],
    )
  })

/** Says that a session is in use. */
export const useParentSession = (store: Store, session: OfSession): Promise<void> =>
  update(store, session, 'seen', new Date(store.now()))

/** Ends a session. */
export const endParentSession = (store: Store, session: OfSession): Promise<void> =>
  update(store, session, 'ended', new Date(store.now()))

/** Reads on in another language, in this session. */
export const setParentLanguage = (store: Store, session: OfSession, language: ParentLanguage): Promise<void> =>
  update(store, session, 'language', language)

/** A device on which a page was opened. */
export interface ParentDevice {
  readonly session: string
  readonly device: string
  readonly begun: Moment
  readonly used: Moment
  readonly ended: boolean
}

/** Where a parent's page was opened in the last 30 days, newest first. */
export const readParentDevices = (
  store: Store,
  { partnership, access }: Pick<ParentSession, 'partnership' | 'access'>,
): Promise<readonly ParentDevice[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{
      session: string
      device: string
      made: Date
      seen: Date
      ended: Date | null
    }>(
      `select session, device, made, seen, ended from parent_session where partnership = $1 and access = $2
       order by made desc, session limit 20`,
      [partnership, access],
    )
    return rows.map(({ session, device, made, seen, ended }) => ({
      ...{ session, device, ended: ended !== null },
      ...{ begun: made.getTime() as Moment, used: seen.getTime() as Moment },
    }))
  })

interface Row extends ContentRow {
  readonly record: string
  readonly about: readonly PersonId[]
}

const readRow = (own: string, row: Row): Entry => {
  const entry = entryOf(row)
  return row.record === own ? entry : ({ ...entry, record: row.record, child: entry.child ?? row.about } as Entry)
}

/** What a parent's page may be made of, by the list that the database holds, and writes the opening down. */
export const openForParent = async (
  store: Store,
  token: Buffer,
  record: string,
  page: string,
): Promise<readonly Entry[]> => {
  const { rows } = await store.reader.query<Row>('select * from parent_entries($1, $2)', [token, page])
  const entries = rows.map(row => readRow(record, row))
  return entries.some(entry => entry.record !== undefined) ? recordOf(entries, undefined) : entries
}
