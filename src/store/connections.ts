import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { Cluster } from './server/embedded.ts'
import { findKept, keepFile } from './server/kept-file.ts'
import { ServerRefusal } from './server/refusal.ts'

/** How each of the three roles connects: the owner of the tables, the reader of pages, the recorder of entries. */
export interface Connections {
  readonly owner: pg.PoolConfig
  readonly reader: pg.PoolConfig
  readonly recorder: pg.PoolConfig
}

const roles = { owner: 'holdfast_owner', reader: 'holdfast_reader', recorder: 'holdfast_recorder' } as const
type Role = keyof typeof roles
type Passwords = Readonly<Record<Role, string>>

const eachRole = <T>(of: (role: Role) => T): Readonly<Record<Role, T>> => ({
  owner: of('owner'),
  reader: of('reader'),
  recorder: of('recorder'),
})

const fileOf = (cluster: Cluster): string => join(cluster.folder, 'passwords.json')

const getPasswords = async (cluster: Cluster): Promise<Passwords> => {
  const kept = await findKept(fileOf(cluster))
  if (kept !== undefined) return JSON.parse(kept)
  const made = eachRole(() => randomBytes(24).toString('base64url'))
  await keepFile(fileOf(cluster), `${JSON.stringify(made, undefined, 2)}\n`)
  return made
}

// A password that was lost with its file is no harm: the superuser gives the role the new one.
const makeRole = async (client: pg.Client, name: string, password: string): Promise<void> => {
  const found = await client.query('select from pg_roles where rolname = $1', [name])
  if (found.rowCount === 0) await client.query(`create role ${name}`)
  await client.query(
    `alter role ${name} login nosuperuser nocreaterole nocreatedb noreplication nobypassrls password ${client.escapeLiteral(password)}`,
  )
}

const makeRoles = async (client: pg.Client, passwords: Passwords): Promise<void> => {
  await client.query('begin')
  for (const role of ['owner', 'reader', 'recorder'] as const) await makeRole(client, roles[role], passwords[role])
  // The owner may become the others. It does not inherit from them, or their policies would hold for it too.
  const { owner, reader, recorder } = roles
  await client.query(`grant ${reader}, ${recorder} to ${owner} with admin true, inherit false, set true`)
  await client.query('revoke connect on database postgres, template1 from public')
  await client.query('commit')
}

/** Gives a database of the cluster to the owner, and lets in nobody but the three roles. */
export const giveDatabase = async (client: pg.Client, name: string): Promise<void> => {
  const { owner, reader, recorder } = roles
  await client.query(`alter database ${name} owner to ${owner}`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${reader}, ${recorder}`)
}

const makeDatabase = async (client: pg.Client, name: string): Promise<void> => {
  const found = await client.query('select from pg_database where datname = $1', [name])
  if (found.rowCount === 0) await client.query(`create database ${name} template template0 encoding 'UTF8'`)
  await giveDatabase(client, name)
}

/** Runs something as the superuser, while nobody else who asks this way does. */
export const asSuperuser = async <T>(cluster: Cluster, act: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(cluster.superuser)
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtext('holdfast superuser'))`)
    return await act(client)
  } finally {
    await client.end()
  }
}

/** How the three roles connect to a database of the cluster; the roles are made if they are not there yet. */
export const rolesIn = (cluster: Cluster, database: string): Promise<Connections> =>
  asSuperuser(cluster, async client => {
    const passwords = await getPasswords(cluster)
    await makeRoles(client, passwords)
    return eachRole(role => ({ ...cluster.superuser, user: roles[role], password: passwords[role], database }))
  })

const embedded = 'holdfast'

/** The database `holdfast` of the cluster that comes with Holdfast; it and its roles are made if they are not there yet. */
export const embeddedConnections = async (cluster: Cluster): Promise<Connections> => {
  const connections = await rolesIn(cluster, embedded)
  await asSuperuser(cluster, client => makeDatabase(client, embedded))
  return connections
}

const badAddress = (): ServerRefusal =>
  new ServerRefusal(
    'bad-address',
    'DATABASE_URL is not the address of a PostgreSQL server. It looks like postgresql://user:password@host:5432/name',
  )

const mustBeAddress = (url: string): void => {
  // What the parser says would repeat the address, and the password in it.
  if (!/^postgres(?:ql)?:\/\/./u.test(url) || !URL.canParse(url)) throw badAddress()
}

/** The same login, which becomes the role as it connects; what the address asks for besides is kept. */
const inRole = (url: string, role: string): string => {
  const asked = new URL(url)
  const options = [asked.searchParams.get('options'), `-c role=${role}`].filter(option => option !== null)
  asked.searchParams.set('options', options.join(' '))
  return asked.href
}

/**
 * A server of one's own. The owner logs in as the address says. Reader and recorder are the same login in another role, or
 * logins of their own when HOLDFAST_READER_URL and HOLDFAST_RECORDER_URL name them. A ServerRefusal when it is no address.
 */
export const urlConnections = (url: string): Connections => {
  const { HOLDFAST_READER_URL, HOLDFAST_RECORDER_URL } = process.env
  for (const one of [url, HOLDFAST_READER_URL, HOLDFAST_RECORDER_URL]) if (one) mustBeAddress(one)
  return {
    owner: { connectionString: url },
    reader: { connectionString: HOLDFAST_READER_URL || inRole(url, roles.reader) },
    recorder: { connectionString: HOLDFAST_RECORDER_URL || inRole(url, roles.recorder) },
  }
}
