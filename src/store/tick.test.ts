import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, isoDay, type Moment } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import { addPractitioner } from './accounts.ts'
import { append } from './append.ts'
import { asOwner } from './as-owner.ts'
import type { Line } from './line.ts'
import { UnreadableEntry } from './line.ts'
import { beginRecord } from './records.ts'
import { openStore, type Store } from './store.ts'
import { tick } from './tick.ts'
import { audit } from './trial-audit.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

const day = 86_400_000

let family: TrialFamily
let clock: Moment
/** Two servers with one clock, which only the tests move. */
let servers: readonly [Store, Store]
before(async () => {
  family = await trialFamily()
  clock = family.now
  for (const role of ['duty-social-worker', 'service-manager', 'head-of-service']) {
    const posts = [{ agency: 'social-care', role }] as never
    await addPractitioner(family.store, family.partnership, { name: `The ${role}`, signIn: role, posts })
  }
  await tick(family.store)
  servers = [openStore(family.connections, { now: () => clock }), openStore(family.connections, { now: () => clock })]
})
after(async () => {
  for (const server of servers) await server.close()
  await family.drop()
})

const later = (days: number): void => {
  clock = (clock + days * day) as Moment
}

const write = async (record: string, ...lines: readonly Line[]) => {
  const outcome = await append(servers[0], { partnership: family.partnership, record, lines, writer: family.worker })
  if (!('number' in outcome)) throw new Error(JSON.stringify(outcome))
}

const begin = async (...lines: readonly Line[]): Promise<string> => {
  const outcome = await beginRecord(servers[0], { partnership: family.partnership, lines, writer: family.worker })
  if (!('record' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.record
}

const nothingAmiss = async () => assert.deepEqual(await audit(family.connections.owner, clock), [])

const child = (person: string): Line => ({
  kind: 'person',
  person,
  name: `${person} Test`,
  subject: 'yes',
  born: '2021-02-03',
})
const concern = (): Line => ({ kind: 'concern', on: isoDay(londonDay(clock)), by: 'health-visiting', harm: 'yes' })

const toldOf = async (record: string) =>
  (
    await family.ask(
      `select t.state, count(distinct t.notice)::int as notices from told t where t.record = $1
       and t.key like 'strategy-discussion-held|%' group by t.state order by t.state`,
      [record],
    )
  ).map(({ state, notices }) => `${state} ${notices}`)

const dueUntil = async () =>
  (await family.ask('select record from record where next_day <= $1 order by 1', [isoDay(londonDay(clock))])).map(
    ({ record }) => record,
  )

describe('the day that comes', () => {
  it('is waited for by nobody but the records for which something comes', async () => {
    await begin(child('quiet'))
    const ann = await begin(child('ann'), concern())
    assert.equal(await tick(servers[0]), 0)
    later(60)
    const due = await dueUntil()
    assert.ok(due.includes(ann) && due.includes(family.record) && due.length === 2, due.join())
    assert.equal(await tick(servers[0]), 2)
    assert.equal(await tick(servers[1]), 0)
    await nothingAmiss()
  })

  it('makes a duty late, and tells each who must know once, however many servers look and how often', async () => {
    const bea = await begin(child('bea'), concern())
    assert.deepEqual(await toldOf(bea), ['owed 1'])
    later(1)
    await Promise.all(servers.map(tick))
    assert.deepEqual(await toldOf(bea), ['owed 1'])
    later(1)
    await Promise.all([...servers, ...servers].map(tick))
    assert.deepEqual((await toldOf(bea)).slice(0, 2), ['late 1', 'owed 1'])
    const before = await family.ask('select * from notice')
    for (const server of servers) await tick(server)
    assert.equal((await family.ask('select * from notice')).length, before.length)
    await nothingAmiss()
  })

  it('climbs day by day to those above, until it is done, and is then silent', async () => {
    await write(family.record, concern())
    const states: string[] = []
    for (let at = 0; at < 12; at += 1) {
      later(1)
      await tick(servers[at % 2 === 0 ? 0 : 1])
      states.push((await toldOf(family.record)).join())
    }
    assert.match(states.at(-1) ?? '', /late 1,late-2 1,late-3 1,owed 1/u)
    assert.ok(new Set(states).size > 2, states.join('\n'))
    await nothingAmiss()
    await write(family.record, {
      kind: 'strategy-discussion',
      on: isoDay(londonDay(clock)),
      by: 'social-care',
      outcome: 'no-further-action',
    })
    const told = await toldOf(family.record)
    later(30)
    for (const server of servers) await tick(server)
    assert.deepEqual(await toldOf(family.record), told)
    await nothingAmiss()
  })
})

describe('a change of who works here', () => {
  it('is followed by every record, once', async () => {
    const [held] = await family.ask(
      `select count(*)::int as records from record where record <> 'agencies' and last > 0`,
    )
    const posts = [{ agency: 'social-care/rowan-team', role: 'team-manager' }] as never
    await addPractitioner(servers[0], family.partnership, { name: 'New Manager', signIn: 'new.manager', posts })
    assert.equal(await tick(servers[0]), Object.values(held ?? {})[0])
    assert.equal(await tick(servers[1]), 0)
    await nothingAmiss()
  })

  it('is followed when the agencies write that somebody is away', async () => {
    const away = { kind: 'worker-away', on: isoDay(londonDay(clock)), until: isoDay(addDays(londonDay(clock), 20)) }
    await write('agencies', {
      ...away,
      by: 'social-care/rowan-team',
      practitioner: 'Tomasz Wrona',
      role: 'social-worker',
    })
    assert.ok((await tick(servers[1])) > 0)
    assert.equal(await tick(servers[0]), 0)
    await nothingAmiss()
  })
})

describe('a record that was left when a server ended', () => {
  it('is looked at where it reads from one that has grown since', async () => {
    const dan = await begin(child('dan'))
    const takes = {
      kind: 'taken-over',
      on: isoDay(londonDay(clock)),
      by: 'social-care',
      person: 'dan',
      otherRecord: dan,
    }
    const eve = await begin(child('eve'), takes)
    await write(dan, concern())
    // As if the server had ended after it wrote to the one, and before it looked at the other.
    await family.ask(`delete from duty where record = $1`, [eve])
    await family.ask(`update record set elsewhere = elsewhere - 1, next_day = null where record = $1`, [eve])
    assert.equal((await audit(family.connections.owner, clock)).length > 0, true)
    for (const server of servers) server.shelf.records.clear()
    assert.equal(await tick(servers[0]), 1)
    await nothingAmiss()
  })

  it('keeps no other from being looked at, when it cannot be read', async () => {
    const broken = await begin(child('flo'), concern())
    const whole = await begin(child('gus'), concern())
    await asOwner(family.connections.owner, async client => {
      await client.query('alter table content disable trigger append_only')
      await client.query(`update content set content = '{"kind":"from-the-future"}' where record = $1 and number = 2`, [
        broken,
      ])
      await client.query('alter table content enable trigger append_only')
      await client.query(`update record set next_day = '2020-01-01' where record = $1`, [broken])
    })
    for (const server of servers) server.shelf.records.clear()
    later(2)
    for (const server of servers) await assert.rejects(tick(server), UnreadableEntry)
    assert.deepEqual((await toldOf(whole)).slice(0, 2), ['late 1', 'owed 1'])
  })
})
