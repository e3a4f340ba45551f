import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type TrialStore, trialStore } from './trial.ts'

const ask = async (config: pg.ClientConfig, sql: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const asIn = (store: TrialStore, sql: string) => ask(store.connections.owner, sql)

describe('a database for a test', () => {
  it('is migrated, and nobody else writes in it', async () => {
    const [one, other] = await Promise.all([trialStore(), trialStore()])
    await asIn(one, `insert into partnership (partnership, name) values (7, 'Northmoor')`)
    assert.deepEqual(await asIn(one, 'select name from partnership'), [{ name: 'Northmoor' }])
    assert.deepEqual(await asIn(other, 'select name from partnership'), [])
    await Promise.all([one.drop(), other.drop()])
  })

  it('lets each role in as itself', async () => {
    const { connections, drop } = await trialStore()
    const names = [connections.owner, connections.reader, connections.recorder].map(async one =>
      Object.values((await ask(one, 'select current_user'))[0] ?? {}),
    )
    assert.deepEqual((await Promise.all(names)).flat(), ['holdfast_owner', 'holdfast_reader', 'holdfast_recorder'])
    await drop()
  })

  it('is gone once it is dropped, even with somebody in it', async () => {
    const { connections, drop } = await trialStore()
    const client = new pg.Client(connections.reader)
    client.on('error', () => {})
    await client.connect()
    await drop()
    await assert.rejects(ask(connections.owner, 'select'), { code: '3D000' })
    await client.end()
  })
})

describe('a test file that is run by itself', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-alone-'))
  after(() => rmSync(folder, { recursive: true }))

  const alone = (last: string): string => `
    import { readdirSync, readFileSync } from 'node:fs'
    import { trialStore } from ${JSON.stringify(join(import.meta.dirname, 'trial.ts'))}
    const { host } = (await trialStore()).connections.owner
    const [pid] = readFileSync(host + '/.s.PGSQL.5432.lock', 'utf8').split('\\n')
    console.log([host, pid, ...readdirSync(${JSON.stringify(folder)})].join())
    ${last}`

  /** What the file saw while it ran: the folder of the socket, the process of PostgreSQL, and the temporary folder of its cluster. */
  const runAlone = (last: string): readonly string[] => {
    const { HOLDFAST_TRIAL_CLUSTER: _, NODE_TEST_CONTEXT: __, ...env } = process.env
    const args = ['--input-type=module', '--eval', alone(last)]
    const { stdout } = spawnSync(process.execPath, args, { env: { ...env, TMPDIR: folder }, encoding: 'utf8' })
    return stdout.trim().split(',')
  }

  const runs = (pid: string): boolean => {
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' })
    return /^[^Z]/u.test((stdout ?? '').trim())
  }

  for (const [way, last] of [
    ['comes to its end', ''],
    ['is killed', `process.kill(process.pid, 'SIGKILL')`],
  ] as const)
    it(`has a cluster of its own, of which nothing is left once it ${way}`, async () => {
      const [sockets = '', pid = '', temporary = ''] = runAlone(last)
      assert.match(sockets, /socket$|^\/tmp\/holdfast-/u)
      assert.match(temporary, /^holdfast-trial-/u)
      const left = () => existsSync(sockets) || runs(pid) || readdirSync(folder).length > 0
      for (let tries = 100; tries > 0 && left(); tries -= 1) await wait(50)
      assert.equal(left(), false)
    })
})
