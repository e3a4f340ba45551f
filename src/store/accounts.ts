import type pg from 'pg'
import { isoDay } from '../calendar/day.ts'
import { nameKey } from '../people/name-key.ts'
import { findNhsNumber } from '../people/nhs-number.ts'
import type { Kin, Post, PractitionerId } from '../people/practitioner.ts'
import { audienceOf } from '../record/sight.ts'
import { type Asking, asRecorder } from './asking.ts'
import { newId } from './new-id.ts'
import { kinOf } from './staff.ts'
import type { Store } from './store.ts'

/** A new practitioner with the account by which they sign in. */
export interface NewPractitioner {
  readonly name: string
  readonly signIn: string
  readonly posts: readonly Post[]
  readonly kin?: readonly Kin[]
  readonly email?: string
  /** As `hashPassword` gives it; without one nobody can sign in by password. */
  readonly password?: string
}

/** What is refused about an account, with a code that stays. */
export class AccountRefusal extends Error {
  readonly code: 'sign-in-taken' | 'no-such-account'

  constructor(code: AccountRefusal['code'], message: string) {
    super(message)
    this.name = 'AccountRefusal'
    this.code = code
  }
}

/** An account as sign-in knows it. */
export interface Account {
  readonly account: string
  readonly signIn: string
  readonly password: string | undefined
  readonly secret: string | undefined
  /** Whether the second factor is asked for; a secret alone is one that was not confirmed yet. */
  readonly secondFactor: boolean
  readonly secretStep: number | undefined
  readonly email: string | undefined
}

interface AccountRow {
  readonly account: string
  readonly sign_in: string
  readonly password: string | null
  readonly secret: string | null
  readonly second: boolean
  readonly step: number | null
  readonly email: string | null
}

const accountOf = (row: AccountRow): Account => ({
  account: row.account,
  signIn: row.sign_in,
  password: row.password ?? undefined,
  secret: row.secret ?? undefined,
  secondFactor: row.second,
  secretStep: row.step ?? undefined,
  email: row.email ?? undefined,
})

const account = `select account, sign_in, password, secret, secret_since is not null as second, secret_step::float8 as step,
  email from account where ended is null`

const findOne = async (store: Store, where: string, value: string): Promise<Account | undefined> => {
  const { rows } = await store.recorder.query<AccountRow>(`${account} and ${where} = $1`, [value])
  return rows[0] === undefined ? undefined : accountOf(rows[0])
}

/** The account with a sign-in name, in any case; nothing when there is none or it has ended. */
export const findAccount = (store: Store, signIn: string): Promise<Account | undefined> =>
  findOne(store, 'sign_in', signIn.trim().toLowerCase())

/** The account with an id. */
export const accountById = (store: Store, id: string): Promise<Account | undefined> => findOne(store, 'account', id)

const insertPosts = async (client: pg.ClientBase, partnership: number, id: string, posts: readonly Post[]) => {
  for (const { agency, role } of posts)
    await client.query(
      'insert into post (partnership, practitioner, agency, role) values ($1, $2, $3, $4) on conflict do nothing',
      [partnership, id, agency, role],
    )
}

const insertKin = (client: pg.ClientBase, partnership: number, id: string, { nhs, name, born }: Kin) =>
  client.query(
    'insert into kin (partnership, practitioner, kin, nhs, name, name_key, born) values ($1, $2, $3, $4, $5, $6, $7)',
    [
      ...[partnership, id, newId(), nhs === undefined ? null : (findNhsNumber(nhs) ?? nhs), name ?? null],
      ...[name === undefined ? null : nameKey(name), born === undefined ? null : isoDay(born)],
    ],
  )

/** Adds a practitioner with an account. Throws AccountRefusal `sign-in-taken` when the sign-in name is somebody else's. */
export const addPractitioner = (store: Store, partnership: number, one: NewPractitioner): Promise<PractitionerId> =>
  asRecorder(store, { partnership }, async client => {
    const [id, own] = [newId(), newId()]
    const made = await client.query(
      'insert into account (account, sign_in, password, email) values ($1, $2, $3, $4) on conflict do nothing',
      [own, one.signIn.toLowerCase(), one.password ?? null, one.email ?? null],
    )
    if (made.rowCount === 0) throw new AccountRefusal('sign-in-taken', 'That sign-in name is taken: choose another.')
    await client.query(
      'insert into practitioner (partnership, practitioner, account, name, audience) values ($1, $2, $3, $4, $5)',
      [partnership, id, own, one.name, audienceOf(one.posts)],
    )
    await insertPosts(client, partnership, id, one.posts)
    for (const kin of one.kin ?? []) await insertKin(client, partnership, id, kin)
    return id as PractitionerId
  })

/** The practitioner of an account in a partnership. */
export const practitionerOf = (store: Store, partnership: number, own: string): Promise<PractitionerId | undefined> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ practitioner: PractitionerId }>(
      'select practitioner from practitioner where partnership = $1 and account = $2 and ended is null',
      [partnership, own],
    )
    return rows[0]?.practitioner
  })

/** Gives a practitioner another post, or takes one away. */
export const changePosts = (
  store: Store,
  { partnership, practitioner }: Asking,
  { add = [], end = [] }: { readonly add?: readonly Post[]; readonly end?: readonly Post[] },
): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await insertPosts(client, partnership, practitioner, add)
    for (const { agency, role } of end)
      await client.query(
        'delete from post where partnership = $1 and practitioner = $2 and agency = $3 and role = $4',
        [partnership, practitioner, agency, role],
      )
    const { rows } = await client.query<Post>(
      'select agency, role from post where partnership = $1 and practitioner = $2',
      [partnership, practitioner],
    )
    await client.query('update practitioner set audience = $3 where partnership = $1 and practitioner = $2', [
      partnership,
      practitioner,
      audienceOf(rows),
    ])
  })

/** Ends a practitioner's work here: nothing opens to them from now on, and their sessions are over. */
export const endPractitioner = (store: Store, { partnership, practitioner }: Asking): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    const asked = [partnership, practitioner]
    await client.query(
      'update practitioner set ended = clock_timestamp() where partnership = $1 and practitioner = $2',
      asked,
    )
    await client.query('delete from may_open where partnership = $1 and practitioner = $2', asked)
    const ends = `update session set ended = clock_timestamp() where ended is null and account =
      (select account from practitioner where partnership = $1 and practitioner = $2)`
    await client.query(ends, asked)
  })

/** Keeps the hash of a password, as that of an account. */
export const keepHash = async (store: Store, own: string, hash: string): Promise<void> => {
  await store.recorder.query('update account set password = $2 where account = $1', [own, hash])
}

/** Sets a password, as `hashPassword` gives it, and ends every session but the one that is named. */
export const setPassword = async (store: Store, own: string, password: string, stays?: Buffer): Promise<void> => {
  await keepHash(store, own, password)
  await store.recorder.query(
    'update session set ended = clock_timestamp() where account = $1 and ended is null and token is distinct from $2',
    [own, stays ?? null],
  )
}

/** Keeps a secret for the second factor that its owner has yet to confirm; nothing takes it away again. */
export const setSecret = async (store: Store, own: string, secret: string | undefined): Promise<void> => {
  await store.recorder.query(
    'update account set secret = $2, secret_since = null, secret_step = null where account = $1',
    [own, secret ?? null],
  )
}

/** Uses a code of the second factor: false when that code, or a later one, was used before. The first use turns it on. */
export const useCode = async (store: Store, own: string, step: number): Promise<boolean> => {
  const used = await store.recorder.query(
    `update account set secret_step = $2, secret_since = coalesce(secret_since, clock_timestamp())
     where account = $1 and secret is not null and (secret_step is null or secret_step < $2)`,
    [own, step],
  )
  return used.rowCount === 1
}

/** The people whose record a practitioner never opens, each with the key by which it is taken away. */
export const readKin = (
  store: Store,
  { partnership, practitioner }: Asking,
): Promise<readonly { readonly key: string; readonly kin: Kin }[]> =>
  asRecorder(store, { partnership }, async client => {
    const { rows } = await client.query<{ kin: string; nhs: string | null; name: string | null; born: string | null }>(
      'select kin, nhs, name, born::text from kin where partnership = $1 and practitioner = $2 order by name, nhs',
      [partnership, practitioner],
    )
    return rows.map(row => ({ key: row.kin, kin: kinOf(row) }))
  })

/** Adds somebody whose record the practitioner never opens; it holds at once. */
export const addKin = (store: Store, { partnership, practitioner }: Asking, kin: Kin): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await insertKin(client, partnership, practitioner, kin)
    await client.query(
      'delete from may_open where partnership = $1 and practitioner = $2 and kin_on(partnership, practitioner, record)',
      [partnership, practitioner],
    )
  })

/** Takes somebody away from the people whose record the practitioner never opens. */
export const endKin = (store: Store, { partnership, practitioner }: Asking, key: string): Promise<void> =>
  asRecorder(store, { partnership }, async client => {
    await client.query('delete from kin where partnership = $1 and practitioner = $2 and kin = $3', [
      partnership,
      practitioner,
      key,
    ])
  })
