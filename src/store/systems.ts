import type { Moment } from '../calendar/day.ts'
import type { Post, PractitionerId } from '../people/practitioner.ts'
import { addPractitioner, endPractitioner } from './accounts.ts'
import { asRecorder } from './asking.ts'
import { newId } from './new-id.ts'
import type { Store } from './store.ts'

/** A system that asks by itself, and as which practitioner it does. */
export interface System {
  readonly client: string
  readonly partnership: number
  readonly practitioner: PractitionerId
  readonly name: string
  readonly posts: readonly Post[]
  /** The feed into which it may send; nothing for one that only reads. */
  readonly feed: string | undefined
  /** With what the links to further pages of its lists are sealed; no answer ever holds it. */
  readonly seal: Buffer
}

/** A system that is to be made. */
export interface NewSystem {
  readonly name: string
  readonly post: Post
  readonly feed?: string | undefined
  /** As `hashPassword` gives it. */
  readonly secret: string
}

const insert = 'insert into system_client (partnership, client, practitioner, feed, secret) values ($1, $2, $3, $4, $5)'

/** Makes a system, with a practitioner of its own in one post; gives the name by which it signs in. */
export const addSystem = async (store: Store, partnership: number, one: NewSystem): Promise<string> => {
  const client = `system-${newId()}`
  const practitioner = await addPractitioner(store, partnership, { name: one.name, signIn: client, posts: [one.post] })
  await asRecorder(store, { partnership }, query =>
    query.query(insert, [partnership, client, practitioner, one.feed ?? null, one.secret]),
  )
  return client
}

/** What is known of a system before it has shown its secret; nothing for a name that no system has any more. */
export const findSystemSecret = async (
  store: Store,
  client: string,
): Promise<{ readonly partnership: number; readonly secret: string } | undefined> => {
  const { rows } = await store.recorder.query<{ partnership: number; secret: string }>(
    'select * from find_system_client($1)',
    [client],
  )
  return rows[0]
}

/** Keeps the hash of a secret, made anew at a higher cost. */
export const keepSystemSecret = async (store: Store, client: string, secret: string): Promise<void> => {
  const known = await findSystemSecret(store, client)
  if (known === undefined) return
  await asRecorder(store, known, query =>
    query.query('update system_client set secret = $3 where partnership = $1 and client = $2', [
      ...[known.partnership, client],
      secret,
    ]),
  )
}

/** Keeps the hash of a token until a moment. */
export const keepSystemToken = async (store: Store, client: string, token: Buffer, until: Moment): Promise<void> => {
  const known = await findSystemSecret(store, client)
  if (known === undefined) return
  await asRecorder(store, known, query =>
    query.query('insert into system_token (partnership, token, client, until) values ($1, $2, $3, $4)', [
      ...[known.partnership, token, client],
      new Date(until),
    ]),
  )
}

type Row = Omit<System, 'posts' | 'feed'> & { readonly feed: string | null; readonly posts: readonly Post[] | null }

const found = { name: 'find-system', text: 'select * from find_system($1, $2)' }

/** The system whose token has this hash, as long as it holds; nothing once it has run out or the system has ended. */
export const findSystem = async (store: Store, token: Buffer): Promise<System | undefined> => {
  const { rows } = await store.recorder.query<Row>({ ...found, values: [token, new Date(store.now())] })
  const [row] = rows
  return row && { ...row, feed: row.feed ?? undefined, posts: row.posts ?? [] }
}

const ended = `update system_client set ended = clock_timestamp() where partnership = $1 and client = $2 and ended is null
  returning practitioner`

/** Ends a system: no token of it holds from now on. False when there is none of this name that still is. */
export const endSystem = async (store: Store, partnership: number, client: string): Promise<boolean> => {
  const practitioner = await asRecorder(store, { partnership }, async query => {
    const { rows } = await query.query<{ practitioner: PractitionerId }>(ended, [partnership, client])
    await query.query('delete from system_token where partnership = $1 and client = $2', [partnership, client])
    return rows[0]?.practitioner
  })
  if (practitioner === undefined) return false
  await endPractitioner(store, { partnership, practitioner })
  return true
}

/** A system as an operator lists it. */
export interface ListedSystem {
  readonly client: string
  readonly name: string
  readonly feed: string | undefined
  readonly posts: readonly Post[]
}

const listed = `select c.client, p.name, c.feed,
    (select jsonb_agg(jsonb_build_object('agency', t.agency, 'role', t.role)) from post t
      where t.partnership = p.partnership and t.practitioner = p.practitioner) as posts
  from system_client c join practitioner p on p.partnership = c.partnership and p.practitioner = c.practitioner
  where c.partnership = $1 and c.ended is null order by p.name, c.client`

/** The systems of a partnership that have not ended, by name. */
export const readSystems = (store: Store, partnership: number): Promise<readonly ListedSystem[]> =>
  asRecorder(store, { partnership }, async query => {
    const { rows } = await query.query<Row>(listed, [partnership])
    return rows.map(({ client, name, feed, posts }) => ({ client, name, feed: feed ?? undefined, posts: posts ?? [] }))
  })
