import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { urlConnections } from './connections.ts'
import { type TrialStore, trialStore } from './trial.ts'

let store: TrialStore
before(async () => {
  store = await trialStore()
})
after(() => store.drop())

const ask = async (config: pg.ClientConfig, sql: string): Promise<unknown> => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return Object.values((await client.query(sql)).rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

/** The address of the trial's database for its owner, as somebody would write it for a server of their own. */
const address = (more = ''): string => {
  const { user, password, host, database } = store.connections.owner
  return `postgresql://${user}:${password}@localhost:5432/${database}?host=${encodeURIComponent(host ?? '')}${more}`
}

describe('the database that comes with Holdfast', () => {
  it('lets in the three roles and no other', async () => {
    const { database } = store.connections.owner
    const may = (role: string) =>
      ask(store.connections.owner, `select has_database_privilege('${role}', '${database}', 'connect')`)
    assert.deepEqual([await may('holdfast_reader'), await may('holdfast_recorder')], [true, true])
    assert.equal(await may('pg_monitor'), false)
  })

  it('keeps the roles out of the database of the superuser', async () => {
    for (const role of ['owner', 'reader', 'recorder'] as const)
      await assert.rejects(ask({ ...store.connections[role], database: 'postgres' }, 'select'), { code: '42501' })
  })

  it('has an owner who is no superuser, and may become the others without inheriting from them', async () => {
    const { owner } = store.connections
    assert.equal(await ask(owner, `select usesuper or usecreatedb from pg_user where usename = current_user`), false)
    assert.equal(await ask(owner, `select pg_has_role('holdfast_reader', 'set')`), true)
    assert.equal(await ask(owner, `select pg_has_role('holdfast_reader', 'usage')`), false)
  })
})

describe('a server of one’s own', () => {
  it('is entered by one login, which becomes reader and recorder', async () => {
    const { owner, reader, recorder } = urlConnections(address())
    const names = [owner, reader, recorder].map(one => ask(one, 'select current_user'))
    assert.deepEqual(await Promise.all(names), ['holdfast_owner', 'holdfast_reader', 'holdfast_recorder'])
  })

  it('keeps what else its address asks for', async () => {
    const { reader } = urlConnections(address(`&options=${encodeURIComponent('-c work_mem=5MB')}&application_name=x`))
    assert.equal(await ask(reader, 'show work_mem'), '5MB')
    assert.equal(await ask(reader, 'select current_user'), 'holdfast_reader')
    assert.equal(await ask(reader, 'show application_name'), 'x')
  })

  it('may give reader and recorder logins of their own', () => {
    Object.assign(process.env, { HOLDFAST_READER_URL: 'postgresql://reader@db/holdfast' })
    const { reader, recorder } = urlConnections('postgresql://owner@db/holdfast')
    Reflect.deleteProperty(process.env, 'HOLDFAST_READER_URL')
    assert.equal(reader.connectionString, 'postgresql://reader@db/holdfast')
    assert.match(
      recorder.connectionString ?? '',
      /^postgresql:\/\/owner@db\/holdfast\?options=-c\+role%3Dholdfast_recorder$/u,
    )
  })

  it('is refused when it is no address, without repeating the password in it', () => {
    for (const url of ['mysql://me:secret@db/holdfast', 'me:secret@db', 'postgresql://me:secret@[db/holdfast'])
      assert.throws(
        () => urlConnections(url),
        (error: Error) => {
          assert.match(error.message, /DATABASE_URL is not the address/u)
          assert.doesNotMatch(`${error.message} ${error.stack}`, /secret/u)
          return true
        },
      )
  })
})
