import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { isoDay, type Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { append } from './append.ts'
import { asOwner } from './as-owner.ts'
import { type Connections, embeddedConnections } from './connections.ts'
import type { Line } from './line.ts'
import { migrate } from './migrate.ts'
import { beginRecord, newPartnership } from './records.ts'
import { startCluster } from './server/embedded.ts'
import { openStore, type Store } from './store.ts'
import { tick } from './tick.ts'
import { audit } from './trial-audit.ts'
import { onWorkingDay, type TrialFamily, trialFamily } from './trial-family.ts'
import type { Acknowledged, Asked, Form } from './trial-writer.ts'

const now = onWorkingDay(Date.now() as Moment)
const today = isoDay(londonDay(now))

const child = (person: string): Line => ({
  kind: 'person',
  person,
  name: `${person} Test`,
  subject: 'yes',
  born: '2021-02-03',
})

const begin = async (store: Store, partnership: number, writer: PractitionerId, lines: readonly Line[]) => {
  const outcome = await beginRecord(store, { partnership, lines, writer })
  if (!('record' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.record
}

/** More records beside the family's: some by themselves, and two that read each other. */
const moreRecords = async (store: Store, partnership: number, writer: PractitionerId): Promise<readonly string[]> => {
  const takes = { kind: 'taken-over', on: today, by: 'social-care' }
  const alone: string[] = []
  for (const name of ['ann', 'dan', 'eve', 'flo', 'gus', 'hal'])
    alone.push(await begin(store, partnership, writer, [child(name)]))
  const one = await begin(store, partnership, writer, [child('bea')])
  const other = await begin(store, partnership, writer, [child('cat'), { ...takes, person: 'bea', otherRecord: one }])
  await append(store, { partnership, record: one, writer, lines: [{ ...takes, person: 'cat', otherRecord: other }] })
  return [...alone, one, other]
}

/** What is written: each raises a duty, ends one, or counts towards one. */
const lineOf = (at: number): Line => {
  const frame = { on: today, text: `form ${at}` }
  if (at % 7 === 3)
    return { ...frame, kind: 'strategy-discussion', by: 'social-care/rowan-team', outcome: 'section-47' }
  if (at % 3 === 1) return { ...frame, kind: 'was-not-brought', by: 'hospital/royal' }
  return { ...frame, kind: 'concern', by: 'health-visiting', harm: at % 2 === 0 ? 'yes' : 'no' }
}

const formsFor = (records: readonly string[], count: number): readonly Form[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `form-${at}`,
    record: records[at % records.length] ?? '',
    line: lineOf(at),
  }))

/** Every entry that was acknowledged and is not there, or is there with other words. */
const missing = async (connections: Connections, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> => {
  const { rows } = await asOwner(connections.owner, client =>
    client.query(
      `select h.form || ' ' || h.record || ' ' || h.number as place from chain h join content c using (partnership, record, number)
       where h.form = any ($1) and c.content::jsonb->>'text' = replace(h.form, '-', ' ')`,
      [acknowledged.map(({ key }) => key)],
    ),
  )
  const there = new Set(rows.map(({ place }) => place))
  return acknowledged.map(({ key, record, number }) => `${key} ${record} ${number}`).filter(one => !there.has(one))
}

/** Each form that stands in the record more than once, by its words. */
const doubled = (connections: Connections): Promise<readonly unknown[]> =>
  asOwner(connections.owner, async client => {
    const { rows } = await client.query(
      `select content::jsonb->>'text' as text, count(*) from content where content like '%form %' group by 1 having count(*) > 1`,
    )
    return rows
  })

describe('a server that is killed again and again while a thousand forms are written', () => {
  let family: TrialFamily
  before(async () => {
    family = await trialFamily()
  })
  after(() => family.drop())

  const acknowledged: Acknowledged[] = []

  /** A server writes until it has acknowledged so many, and is killed in the middle of the next. */
  const writeUntilKilled = async (forms: readonly Form[], many: number): Promise<void> => {
    const { connections, partnership, worker } = family
    const server: ChildProcess = fork(join(import.meta.dirname, 'trial-writer.ts'))
    const gone = new Promise(resolve => server.once('exit', resolve))
    let own = 0
    server.on('message', (one: Acknowledged) => {
      acknowledged.push(one)
      own += 1
      if (own >= many) server.kill('SIGKILL')
    })
    server.send({ connections, now: family.now, partnership, writer: worker, forms } satisfies Asked)
    await gone
  }

  it('loses no entry that was acknowledged, whenever it is killed', { timeout: 100_000 }, async () => {
    const records = [family.record, ...(await moreRecords(family.store, family.partnership, family.worker))]
    const forms = formsFor(records, 1000)
    let kills = 0
    for (let left = forms; left.length > 0; kills += 1) {
      // What was not acknowledged is sent again, as its writer would, with the same key.
      await writeUntilKilled(left, 40 + Math.floor(Math.random() * 160))
      assert.deepEqual(await missing(family.connections, acknowledged), [])
      const taken = new Set(acknowledged.map(({ key }) => key))
      left = forms.filter(({ key }) => !taken.has(key))
    }
    assert.ok(kills > 5, `killed ${kills} times`)
    assert.equal(new Set(acknowledged.map(({ key }) => key)).size, 1000)
  })

  it('has written nothing twice, missed no duty and lost no notice', async () => {
    const store = openStore(family.connections, { now: () => family.now })
    while ((await tick(store)) > 0);
    await store.close()
    assert.deepEqual(await doubled(family.connections), [])
    assert.deepEqual(await audit(family.connections.owner, family.now), [])
    const [held] = await family.ask('select count(*)::int as things from told')
    assert.ok(Number(Object.values(held ?? {})[0]) > 20)
  })
})

describe('a database that is killed in the middle of writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-killed-'))
  const removed = new Set([folder])
  after(() => {
    for (const one of removed) rmSync(one, { recursive: true, force: true })
  })

  const start = async () => {
    const cluster = await startCluster({ folder, say: () => {} })
    removed.add(cluster.folder)
    const connections = await embeddedConnections(cluster)
    await migrate(connections.owner)
    return { cluster, connections }
  }

  /** Writes to three records, several at once, until the database is gone; gives what was acknowledged. */
  const writeUntilGone = async (
    store: Store,
    partnership: number,
    forms: readonly Form[],
    often: (many: number) => void,
  ) => {
    const acknowledged: Acknowledged[] = []
    const left = [...forms]
    const writes = async () => {
      for (let form = left.shift(); form !== undefined; form = left.shift()) {
        const { key, record, line } = form
        const outcome = await append(store, { partnership, record, lines: [line], writer: 'import', form: key })
        if ('number' in outcome) acknowledged.push({ key, record, number: outcome.number })
        often(acknowledged.length)
      }
    }
    await Promise.allSettled(Array.from({ length: 6 }, writes))
    return acknowledged
  }

  it('has everything that was acknowledged when it starts again', { timeout: 100_000 }, async () => {
    const first = await start()
    const store = openStore(first.connections, { now: () => now })
    const partnership = await newPartnership(store, 'Northmoor')
    const records = await moreRecords(store, partnership, 'import' as PractitionerId)
    const forms = formsFor(records, 5000)
    const pid = Number(readFileSync(join(first.cluster.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    const acknowledged = await writeUntilGone(store, partnership, forms, many => {
      if (many === 150) process.kill(pid, 'SIGKILL')
    })
    await first.cluster.ended
    await store.close().catch(() => {})
    await first.cluster.stop()
    assert.ok(acknowledged.length >= 150 && acknowledged.length < 1000)

    const { cluster, connections } = await start()
    assert.deepEqual(await missing(connections, acknowledged), [])
    const again = openStore(connections, { now: () => now })
    await tick(again)
    const rest = forms.slice(0, acknowledged.length + 20)
    await writeUntilGone(again, partnership, rest, () => {})
    assert.deepEqual(await doubled(connections), [])
    assert.deepEqual(await audit(connections.owner, now), [])
    await again.close()
    await cluster.stop()
  })
})
