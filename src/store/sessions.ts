import type { Moment } from '../calendar/day.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import type { Store } from './store.ts'

/** Who sits behind a session, in the partnership in which they are at work. */
export interface Session {
  readonly account: string
  readonly partnership: number
  readonly practitioner: PractitionerId
  readonly name: string
  readonly signIn: string
  readonly posts: readonly Post[]
  readonly begun: Moment
  readonly used: Moment
  readonly ended: boolean
  readonly secondFactor: boolean
  /** Whether a second factor was shown in this session. */
  readonly second: boolean
  readonly example: boolean
}

interface Row extends Omit<Session, 'begun' | 'used' | 'posts'> {
  readonly begun: number
  readonly used: number
  readonly posts: readonly Post[] | null
}

const found = 'select * from find_session($1)'

const asSession = (row: Row): Session => ({
  ...row,
  begun: row.begun as Moment,
  used: row.used as Moment,
  posts: row.posts ?? [],
})

/** The session of a token's hash, whether it has ended or not; nothing when there is none. */
export const findSession = async (store: Store, token: Buffer): Promise<Session | undefined> => {
  const { rows } = await store.recorder.query<Row>({ name: 'session', text: found, values: [token] })
  return rows[0] === undefined ? undefined : asSession(rows[0])
}

/** Begins a session for an account. */
export const beginSession = async (store: Store, account: string, token: Buffer): Promise<void> => {
  const begun = new Date(store.now())
  await store.recorder.query('insert into session (token, account, made, seen) values ($1, $2, $3, $3)', [
    token,
    account,
    begun,
  ])
}

/** Says that a session is in use; written once a minute at most. */
export const useSession = async (store: Store, token: Buffer): Promise<void> => {
  const used = new Date(store.now())
  await store.recorder.query('update session set seen = $2 where token = $1 and ended is null', [token, used])
}

/** Says that the second factor was shown in a session. */
export const passSecond = async (store: Store, token: Buffer): Promise<void> => {
  await store.recorder.query('update session set second = true where token = $1', [token])
}

/** Ends one session. */
export const endSession = async (store: Store, token: Buffer): Promise<void> => {
  await store.recorder.query('update session set ended = clock_timestamp() where token = $1 and ended is null', [token])
}

/** Ends all sessions of an account. */
export const endSessions = async (store: Store, account: string): Promise<void> => {
  await store.recorder.query('update session set ended = clock_timestamp() where account = $1 and ended is null', [
    account,
  ])
}

/** An attempt to sign in: a sign-in name and a network address, both as hashes, and when. */
export interface Attempt {
  readonly name: Buffer
  readonly address: Buffer
  readonly at: Moment
}

interface Failed {
  readonly at: number
  readonly own: boolean
  readonly near: boolean
}

const failed = `select floor(extract(epoch from at) * 1000)::float8 as at, name = $1 as own, address = $2 as near
  from sign_in_attempt where at > to_timestamp($3 / 1000.0) and (name = $1 or address = $2) order by at`

const momentsOf = (rows: readonly Failed[]): readonly Moment[] => rows.map(row => row.at as Moment)

const quarter = 15 * 60_000
const locks = `select pg_advisory_xact_lock(hashtextextended(encode(one, 'hex'), 1))
  from unnest(array[$1::bytea, $2::bytea]) as one order by one`

/**
 * Asks how long an attempt has to wait for the failures of the last quarter of an hour, and writes it down as one more
 * when it has not: under one lock for the name and one for the address, so that a hundred at once are not all free.
 */
export const admitAttempt = async (
  store: Store,
  { name, address, at }: Attempt,
  wait: (failures: { readonly name: readonly Moment[]; readonly address: readonly Moment[] }) => number,
): Promise<number> => {
  const client = await store.recorder.connect()
  try {
    await client.query('begin')
    await client.query(locks, [name, address])
    const { rows } = await client.query<Failed>(failed, [name, address, at - quarter])
    const seconds = wait({
      name: momentsOf(rows.filter(row => row.own)),
      address: momentsOf(rows.filter(row => row.near)),
    })
    if (seconds === 0)
      await client.query('insert into sign_in_attempt (at, name, address) values (to_timestamp($3 / 1000.0), $1, $2)', [
        name,
        address,
        at,
      ])
    await client.query('commit')
    return seconds
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** Takes an attempt away again that did not fail. */
export const takeAttemptBack = async (store: Store, { name, address, at }: Attempt): Promise<void> => {
  await store.recorder.query(
    'delete from sign_in_attempt where name = $1 and address = $2 and at = to_timestamp($3 / 1000.0)',
    [name, address, at],
  )
}

/**
 * Takes away what is only kept for a while: sessions a day after their end, attempts after a day, and what could not be
 * sent by e-mail for two days, since it stands in the inbox. Drafts that are a week old go by
 * `clear_drafts`, which notice of a day was still growing by `clear_notice_days`, and the devices of parents after thirty
 * days by `clear_parents`.
 */
export const clearOld = async (store: Store): Promise<void> => {
  await store.recorder.query(`delete from session where coalesce(ended, seen) < now() - interval '37 hours'`)
  await store.recorder.query(`delete from sign_in_attempt where at < now() - interval '1 day'`)
  await store.recorder.query(`delete from to_send where due < now() - interval '2 days'`)
  await store.recorder.query('select clear_drafts(), clear_notice_days(), clear_system_tokens(), clear_parents()')
}
