import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, describe, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { type Cluster, type HeldCluster, joinCluster, startCluster } from './embedded.ts'
import type { ServerRefusal } from './refusal.ts'

/* Most of it stands in one folder, one test after the other, as the starts of one Holdfast. */

// PostgreSQL hears nothing of the language of whoever starts it.
Object.assign(process.env, { LANG: 'tlh_QO.nonsense' })

const removed = new Set<string>()
after(() => {
  for (const folder of removed) rmSync(folder, { recursive: true, force: true })
})
const temporary = (name: string): string => {
  const folder = mkdtempSync(join(tmpdir(), name))
  removed.add(folder)
  return folder
}
const asked = temporary('holdfast-embedded-')

const start = async (folder = asked, say: string[] = []): Promise<HeldCluster> => {
  const cluster = await startCluster({ folder, say: line => say.push(line), durable: false })
  removed.add(cluster.folder)
  running.add(cluster)
  return cluster
}

const running = new Set<HeldCluster>()
afterEach(async () => {
  for (const cluster of running) await cluster.stop()
  running.clear()
})

/** The first field of the first row of the last statement. */
const ask = async (cluster: Cluster, sql: string): Promise<unknown> => {
  const client = new pg.Client(cluster.superuser)
  client.on('error', () => {})
  await client.connect()
  try {
    return Object.values([await client.query(sql)].flat().at(-1)?.rows[0] ?? {})[0]
  } finally {
    await client.end()
  }
}

const processOf = (cluster: Cluster): number =>
  Number(readFileSync(join(cluster.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

const until = async <T>(find: () => Promise<T | undefined>): Promise<T> => {
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    await wait(10)
  }
}

/** The process of PostgreSQL in which somebody sleeps. */
const asleep = (cluster: Cluster): Promise<number> =>
  until(async () => {
    const pid = await ask(cluster, `select pid from pg_stat_activity where wait_event = 'PgSleep'`)
    return typeof pid === 'number' ? pid : undefined
  })

/** A Holdfast in a process of its own, which says "up" and then waits to be killed. */
const other = (folder: string): ChildProcess =>
  spawn(process.execPath, ['--input-type=module', '--eval', otherScript, folder], { stdio: ['ignore', 'pipe', 'pipe'] })
const otherScript = `
  import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'embedded.ts'))}
  try {
    await startCluster({ folder: process.argv[1], durable: false })
    console.log('up')
    setInterval(() => {}, 1000)
  } catch (error) {
    console.log(error.code)
  }`

const said = (child: ChildProcess): Promise<string> =>
  new Promise(resolve => {
    child.stdout?.once('data', chunk => resolve(String(chunk).trim()))
    child.once('exit', () => resolve(''))
  })

const killed = async (child: ChildProcess): Promise<void> => {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

/** Where everything lies, as soon as the data are being made there. Root is told of the place by a note. */
const homeMakingData = (folder: string): Promise<string> =>
  until(async () => {
    const note = join(folder, 'where-the-data-lie.txt')
    const home = existsSync(note) ? /lie in (\S+):/u.exec(readFileSync(note, 'utf8'))?.[1] : folder
    if (home === undefined || !existsSync(home)) return undefined
    const making = readdirSync(home).find(name => name.startsWith('making-'))
    return making !== undefined && existsSync(join(home, making, 'data')) ? home : undefined
  })

const refusedWith =
  (code: ServerRefusal['code'], words: RegExp) =>
  (error: ServerRefusal): boolean => {
    assert.equal(error.code, code)
    assert.match(error.message, words)
    return true
  }

describe('the database that comes with Holdfast', () => {
  it('is made at the first start, and knows the letters of every name whatever LANG says', async () => {
    const cluster = await start()
    assert.deepEqual(
      [await ask(cluster, `select length('Zoë')`), await ask(cluster, `select upper('zoë')`)],
      [3, 'ZOË'],
    )
    await ask(cluster, 'create table kept as select 1 as one')
  })

  it('is there again at the next start, and not made anew', async () => {
    const say: string[] = []
    const cluster = await start(asked, say)
    assert.equal(await ask(cluster, 'select one from kept'), 1)
    assert.deepEqual(say, [])
  })

  it('is reached by no network, and by nobody without its password', async () => {
    const cluster = await start()
    assert.equal(await ask(cluster, 'show listen_addresses'), '')
    await assert.rejects(ask({ ...cluster, superuser: { ...cluster.superuser, password: 'guessed' } }, 'select'), {
      code: '28P01',
    })
  })

  it('writes no word of a statement, a row or a mistake into its log', async () => {
    const cluster = await start()
    await ask(cluster, `create table person (name text primary key); insert into person values ('Zoë Brook')`)
    for (const sql of [
      `insert into person values ('Zoë Brook')`,
      `select 'Zoë Brook'::date`,
      `do $$ begin raise warning 'Zoë Brook'; end $$; select 1 / 0 as "Zoë Brook"`,
    ])
      await assert.rejects(ask(cluster, sql))
    // PostgreSQL would name the statement on which one of its processes died.
    const died = assert.rejects(ask(cluster, `select pg_sleep(60), 'Zoë Brook'`))
    process.kill(await asleep(cluster), 'SIGKILL')
    await died
    const read = () =>
      readdirSync(join(cluster.folder, 'log'))
        .map(name => readFileSync(join(cluster.folder, 'log', name), 'utf8'))
        .join()
    // Its log is written by a process of its own, a moment later.
    for (let tries = 0; tries < 100 && !read().includes('terminated by signal 9'); tries += 1) await wait(50)
    assert.match(read(), /terminated by signal 9/u)
    await cluster.stop()
    const text = read()
    assert.match(text, /database system is shut down/u)
    assert.doesNotMatch(text, /Zo|Brook|person|division/u)
  })

  it('keeps its passwords to whoever started it', async () => {
    const cluster = await start()
    const { mode } = statSync(join(cluster.folder, 'superuser-password'))
    assert.equal(mode & 0o077, 0)
  })
})

describe('a command beside a running Holdfast', () => {
  it('joins the cluster, and leaves it running', async () => {
    const cluster = await start()
    const joined = await joinCluster(asked)
    assert.equal(joined?.folder, cluster.folder)
    await joined?.stop()
    assert.equal(await ask(cluster, 'select one from kept'), 1)
  })

  it('joins it after PostgreSQL lost one of its processes and began again', async () => {
    const cluster = await start()
    const died = assert.rejects(ask(cluster, 'select pg_sleep(60)'))
    process.kill(await asleep(cluster), 'SIGKILL')
    await died
    assert.equal((await joinCluster(asked))?.folder, cluster.folder)
  })

  it('finds none where none runs', async () => {
    assert.equal(await joinCluster(asked), undefined)
    assert.equal(await joinCluster(join(asked, 'nowhere')), undefined)
  })
})

describe('a second start', () => {
  it('is refused, and says where the first one answers', async () => {
    const cluster = await start()
    await cluster.announce('http://localhost:3000')
    await assert.rejects(
      start(),
      refusedWith('already-running', /already running at http:\/\/localhost:3000 with this/u),
    )
    assert.equal(await ask(cluster, 'select one from kept'), 1)
    await cluster.stop()
    assert.equal(existsSync(join(cluster.folder, 'running.json')), false)
  })

  it('is refused by the database itself when somebody took the lock of the folder away', async () => {
    const cluster = await start()
    await cluster.announce('http://localhost:3000')
    rmSync(join(cluster.folder, 'holdfast.lock'))
    await assert.rejects(start(), refusedWith('already-running', /localhost:3000/u))
    assert.equal(await ask(cluster, 'select one from kept'), 1)
  })

  it('at the very same time waits for the first, and has the data once that is gone', async () => {
    const folder = temporary('holdfast-both-')
    const both = [other(folder), other(folder)].map(child => ({ child, said: said(child) }))
    const first = await Promise.race(both.map(async one => ({ ...one, line: await one.said })))
    const second = both.find(one => one.child !== first.child) ?? first
    assert.match(first.line, /^up$/u)
    assert.equal(await Promise.race([second.said, wait(500, 'nothing yet')]), 'nothing yet')
    await killed(first.child)
    assert.match(await second.said, /^up$/u)
    await killed(second.child)
    await start(folder)
  })
})

describe('after an end that was not clean', () => {
  it('starts again when PostgreSQL was killed, and says that it had ended', async () => {
    const cluster = await start()
    process.kill(processOf(cluster), 'SIGKILL')
    await cluster.ended
    await cluster.stop()
    const again = await start()
    assert.equal(await ask(again, 'select one from kept'), 1)
  })

  it('stops the PostgreSQL of a Holdfast that was killed, and starts again', async () => {
    const child = other(asked)
    assert.match(await said(child), /^up$/u)
    await killed(child)
    const say: string[] = []
    const cluster = await start(asked, say)
    assert.match(say.join(), /still runs from a start that was cut off/u)
    assert.equal(await ask(cluster, 'select one from kept'), 1)
  })

  it('begins anew when making the data was cut off', async () => {
    const folder = temporary('holdfast-cut-')
    const child = other(folder)
    const home = await homeMakingData(folder)
    await killed(child)
    assert.equal(existsSync(join(home, 'postgres')), false)
    const cluster = await start(folder)
    assert.equal(await ask(cluster, `select length('Zoë')`), 3)
    assert.deepEqual(
      readdirSync(home).filter(name => name.startsWith('making-')),
      [],
    )
  })

  it('leaves a process alone that has got the number of the old PostgreSQL', async () => {
    const cluster = await start()
    const mark = join(cluster.folder, 'postgres', 'postmaster.pid')
    const text = readFileSync(mark, 'utf8')
    await cluster.stop()
    // Of PostgreSQL's own user, or PostgreSQL would see for itself that it is not its own.
    const { uid, gid } = statSync(join(cluster.folder, 'postgres'))
    const innocent = spawn('sleep', ['60'], { uid, gid })
    writeFileSync(mark, text.replace(/^\d+/u, String(innocent.pid)))
    const again = await start()
    assert.equal(await ask(again, 'select one from kept'), 1)
    assert.equal(innocent.exitCode ?? innocent.signalCode, null)
    innocent.kill()
  })
})
