import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { addDays, type Moment } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { type Reading, startReading } from '../feeds/start-reading.ts'
import { hl7, type TrialFeed, trialFeed } from '../feeds/trial-feed.ts'
import { type Hl7Port, openPort } from './port.ts'
import { type TrialSender, trialSender } from './trial-sender.ts'
import { hl7Time } from './when.ts'

let trial: TrialFeed
let port: Hl7Port
let reading: Reading
let sender: TrialSender
const faults: unknown[] = []
const fault = (error: unknown) => faults.push(error)

before(async () => {
  trial = await trialFeed()
  port = await openPort({ store: trial.store, feed: trial.feed, host: '127.0.0.1', port: 0, fault })
  reading = startReading({ store: trial.store, wake: () => {}, fault })
  sender = await trialSender(port.port)
})
after(async () => {
  await sender.end()
  await port.stop()
  await reading.stop()
  await trial.end()
})

const at = (days: number, clock: string): Moment => momentAt(addDays(trial.today, days), clock)
const one = async (sql: string, ...values: readonly unknown[]) => Number((await trial.ask(sql, values))[0]?.['n'])
const unread = () => one(`select count(*) as n from message where state = 'unread'`)

/** Sends over the port, and waits until all of it was read. */
const send = async (...messages: readonly Buffer[]): Promise<void> => {
  for (const message of messages) assert.match(await sender.verdict(message), /^AA /u)
  for (let tries = 0; (await unread()) > 0; tries += 1) {
    assert.ok(tries < 500, 'it was read')
    await new Promise(resolve => setTimeout(resolve, 10))
  }
  assert.deepEqual(faults, [])
}

const siu = (event: string, number: string, more: object = {}) =>
  hl7({ event: `SIU^${event}`, made: at(-20, '09:00'), start: at(-1, '10:00'), number, ...more })

/** What stands on the record of the appointments since a moment of the test, kind by kind. */
const since = async (run: () => Promise<void>): Promise<readonly unknown[]> => {
  const before = (await trial.written()).length
  await run()
  return (await trial.written()).slice(before).map(line => line['kind'])
}

describe('what is sent over a port', () => {
  it('stands on the child’s record with what must follow, and whoever must know has it in the inbox', async () => {
    await send(siu('S12', 'A1'))
    const before = await one('select count(*) as n from notice')
    await send(siu('S26', 'A1', { made: at(-1, '17:00') }))
    assert.equal((await trial.written()).at(-1)?.['kind'], 'was-not-brought')
    const rules = (await trial.ask('select distinct rule from duty')).map(({ rule }) => rule)
    for (const rule of ['family-contacted-after-miss', 'gp-follow-up-after-miss', 'condition-acted-on'])
      assert.ok(rules.includes(rule), rule)
    assert.ok((await one('select count(*) as n from notice')) > before)
  })
  it('is in the inbox soon after its AA, though nobody looks for it', async () => {
    await send(siu('S12', 'A2', { start: at(-2, '11:00'), clinic: 'Eye clinic' }))
    const told = await one('select count(*) as n from told')
    await sender.verdict(siu('S26', 'A2', { made: at(-2, '17:00'), start: at(-2, '11:00'), clinic: 'Eye clinic' }))
    const from = performance.now()
    while ((await one('select count(*) as n from told')) === told)
      assert.ok(performance.now() - from < 1900, 'before the next look that is made by itself')
  })
  it('twice is there once', async () => {
    const kinds = await since(() => send(siu('S26', 'A1', { made: at(-1, '17:00') }), siu('S12', 'A1')))
    assert.deepEqual(kinds, [])
  })
  it('is one appointment that was missed, though the miss came before the booking', async () => {
    const other = { start: at(-3, '10:00'), clinic: 'Hearing clinic' }
    const kinds = await since(() =>
      send(siu('S26', 'A3', { ...other, made: at(-3, '17:00') }), siu('S12', 'A3', { ...other })),
    )
    assert.equal(kinds.filter(kind => kind === 'was-not-brought').length, 1)
    const written = (await trial.written()).filter(line => JSON.stringify(line).includes('Hearing clinic'))
    assert.equal(new Set(written.map(line => line['appointment'])).size, 1)
  })
  it('as an S26 that says Cancelled inside is a miss, and a person is asked', async () => {
    const other = { start: at(-4, '10:00'), clinic: 'Scan' }
    const kinds = await since(() =>
      send(siu('S12', 'A4', other), siu('S26', 'A4', { ...other, made: at(-4, '17:00'), status: 'Cancelled' })),
    )
    assert.deepEqual(kinds, ['appointment-booked', 'was-not-brought'])
    assert.equal(await one(`select count(*) as n from message where 'event-against-code' = any (asks)`), 1)
  })
  it('as another day for what was missed takes no miss away', async () => {
    const misses = async () => (await trial.written()).filter(line => line['kind'] === 'was-not-brought').length
    const before = await misses()
    await send(siu('S13', 'A4', { start: at(12, '10:00'), made: at(-3, '09:00'), clinic: 'Scan' }))
    assert.equal(await misses(), before)
    assert.equal((await trial.written()).at(-1)?.['kind'], 'appointment-booked')
  })
  it('as a cancellation and a booking in the same minute is nobody’s miss', async () => {
    const clinic = 'Heart clinic'
    const made = at(0, '00:01')
    const kinds = await since(() =>
      send(
        siu('S12', 'A5', { start: at(6, '10:00'), clinic }),
        siu('S15', 'A5', { start: at(6, '10:00'), made, clinic }),
        siu('S12', 'A6', { start: at(8, '10:00'), made: (made + 30_000) as Moment, clinic }),
      ),
    )
    assert.ok(!kinds.includes('was-not-brought'))
    assert.equal(kinds.filter(kind => kind === 'appointment-booked').length, 2)
  })
  it('as an A38 that calls itself an update is a move: the new day stands on the list', async () => {
    const adt = (event: string, reason: string, made: Moment, start: Moment): Buffer => {
      const pv2 = `PV2||||||||${hl7Time(start)}`
      const text = hl7({ event, made, more: [`PV1||O|OPD7${'|'.repeat(16)}OP-77`, pv2] }).toString()
      return Buffer.from(text.replace(/(EVN\|\|\d+)/u, `$1||${reason}`))
    }
    const kinds = await since(() =>
      send(
        adt('ADT^A05', 'OPT-C', at(-5, '09:00'), at(9, '13:00')),
        adt('ADT^A38', 'OPT-U', at(-4, '09:00'), at(10, '14:30')),
      ),
    )
    assert.deepEqual(kinds, ['appointment-booked', 'appointment-moved'])
  })
  it('of whoever is on no record leaves nothing on any', async () => {
    const nobody = { hospital: 'Z9', nhs: '9990000034', born: '2017-01-01', name: 'SOMEBODY^ELSE' }
    assert.deepEqual(await since(() => send(siu('S26', 'Z1', { ...nobody, made: at(-1, '17:00') }))), [])
  })
})
