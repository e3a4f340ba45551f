import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isoDay } from '../calendar/day.ts'
import { londonDay } from '../calendar/moment.ts'
import type { PractitionerId } from '../people/practitioner.ts'
import { addKin, addPractitioner } from './accounts.ts'
import { append } from './append.ts'
import type { Line } from './line.ts'
import { openRecord } from './read.ts'
import { beginRecord } from './records.ts'
import { openStore, type Store } from './store.ts'
import { tick } from './tick.ts'
import { audit } from './trial-audit.ts'
import { type TrialFamily, trialFamily } from './trial-family.ts'

let family: TrialFamily
let today = ''
/** Two servers of one database: neither knows what the other keeps. */
let servers: readonly [Store, Store]
before(async () => {
  family = await trialFamily()
  servers = [family.store, openStore(family.connections, { now: () => family.now })]
  today = isoDay(londonDay(family.now))
})
after(async () => {
  await servers[1].close()
  await family.drop()
})

const write = async (store: Store, record: string, lines: readonly Line[], writer: PractitionerId = family.worker) => {
  const outcome = await append(store, { partnership: family.partnership, record, lines, writer })
  if (!('number' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.number
}

const concern = (more: Line): Line => ({ kind: 'concern', on: today, by: 'health-visiting', harm: 'yes', ...more })

const nothingAmiss = async () => assert.deepEqual(await audit(family.connections.owner, family.now), [])

const child = (person: string): Line => ({
  kind: 'person',
  person,
  name: `${person} Test`,
  subject: 'yes',
  born: '2021-02-03',
})

const begin = async (...lines: readonly Line[]): Promise<string> => {
  const outcome = await beginRecord(family.store, { partnership: family.partnership, lines, writer: family.worker })
  if (!('record' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.record
}

describe('ten practitioners who record on one family in the same moment, on two servers', () => {
  it('lose nothing, write nothing twice, and every duty and notice is as it must be', async () => {
    const posts = [{ agency: 'health-visiting', role: 'health-visitor' }] as never
    const writers: PractitionerId[] = []
    for (let at = 0; at < 10; at += 1)
      writers.push(
        await addPractitioner(family.store, family.partnership, { name: `Ann ${at}`, signIn: `ann.${at}`, posts }),
      )
    const [held] = await family.ask(`select last from record where record = 'alfie'`)
    const each = (writer: PractitionerId, at: number): readonly Line[][] => [
      [concern({ text: `Bruise ${at}` })],
      [
        { kind: 'was-not-brought', on: today, by: 'hospital/royal', text: `Missed ${at}` },
        concern({ text: `Burn ${at}` }),
      ],
      [
        {
          kind: 'worker-starts',
          on: today,
          by: 'health-visiting',
          role: 'health-visitor',
          practitioner: `Ann ${at}`,
          text: writer,
        },
      ],
    ]
    const writes = writers.flatMap((writer, at) =>
      each(writer, at).map((lines, index) => write(servers[(at + index) % 2 === 0 ? 0 : 1], 'alfie', lines, writer)),
    )
    const numbers = await Promise.all(writes)
    assert.equal(new Set(numbers).size, 30)
    const first = Number(Object.values(held ?? {})[0]) + 1
    const rows = await family.ask(
      `select h.number, h.writer, c.content::jsonb->>'text' as text from chain h join content c using (partnership, record, number)
       where record = 'alfie' and number >= $1 order by number`,
      [first],
    )
    assert.deepEqual(
      rows.map(({ number }) => number),
      Array.from({ length: 40 }, (_, at) => first + at),
    )
    const texts = writers.flatMap((writer, at) =>
      each(writer, at)
        .flat()
        .map(({ text }) => `${writer} ${text}`),
    )
    assert.deepEqual(rows.map(({ writer, text }) => `${writer} ${text}`).sort(), texts.sort())
    await nothingAmiss()
  })
})

describe('what one server writes', () => {
  it('is read by the other at once, though that had kept what it read', async () => {
    const posts = [{ agency: 'social-care/rowan-team', role: 'social-worker' }] as never
    const asks = { asking: { partnership: family.partnership, practitioner: family.worker }, reader: { posts } }
    const seen = async (store: Store) => (await openRecord(store, asks, 'alfie', 'now'))?.entries.length
    const before = await seen(servers[1])
    await write(servers[0], 'alfie', [concern({ text: 'Seen by both.' })])
    assert.equal(await seen(servers[1]), Number(before) + 1)
    await addKin(servers[0], asks.asking, { nhs: '999 010 2686' })
    assert.deepEqual([await seen(servers[1]), await seen(servers[0])], [undefined, undefined])
    await tick(servers[0])
    await nothingAmiss()
  })

  it('is minded by the other where a record reads from the one that was written to', async () => {
    const ann = await begin(child('ann'))
    const takes = { kind: 'taken-over', on: today, by: 'social-care', person: 'ann', otherRecord: ann }
    const ben = await begin(child('ben'), takes)
    await nothingAmiss()
    // Each server keeps the second record as it is now.
    for (const server of servers) await write(server, ben, [concern({ harm: 'no', text: 'Kept.' })])
    await write(servers[0], ann, [concern({ text: 'Of Ann.' })])
    await write(servers[1], ben, [concern({ harm: 'no', text: 'Of Ben.' })])
    await nothingAmiss()
    const owed = await family.ask(`select child from duty where record = $1 and rule = 'strategy-discussion-held'`, [
      ben,
    ])
    assert.deepEqual(owed, [{ child: 'ann' }])
  })

  it('never waits for itself where two records read each other', { timeout: 30_000 }, async () => {
    const cat = await begin(child('cat'))
    const takes = { kind: 'taken-over', on: today, by: 'social-care' }
    const dan = await begin(child('dan'), { ...takes, person: 'cat', otherRecord: cat })
    await write(family.store, cat, [{ ...takes, person: 'dan', otherRecord: dan }])
    const both = [0, 1, 2, 3].flatMap(at =>
      [cat, dan].map(record => write(servers[at % 2 === 0 ? 0 : 1], record, [concern({ text: `At once ${at}` })])),
    )
    await Promise.all(both)
    await nothingAmiss()
  })
})
