import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { addDays, getDay, isoDay, type Moment } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { append } from '../../store/append.ts'
import { asRecorder } from '../../store/asking.ts'
import type { Line } from '../../store/line.ts'
import { readMessages } from '../../store/messages-to-family.ts'
import { recordNow } from '../../store/record-now.ts'
import { beginRecord, newPartnership } from '../../store/records.ts'
import { openStore, type Store } from '../../store/store.ts'
import { closeAllToFamily } from '../../store/to-family.ts'
import { type TrialStore, trialKey, trialStore } from '../../store/trial.ts'
import { notifyTexts } from './notify-sender.ts'
import { queueReminders } from './queue.ts'
import { isDaytime, sendToFamilies } from './send.ts'
import type { FamilyMessage, FamilySender, SendOutcome } from './sender.ts'

const today = getDay('2026-03-02')
const day = (days: number) => isoDay(addDays(today, days))
const post: Line = {
  kind: 'post',
  on: day(-90),
  by: 'health-visiting',
  record: 'agencies',
  post: 'hv',
  role: 'health-visitor',
  practitioner: 'Ann Roe',
  telephone: '01632 960001',
}

let now: Moment = momentAt(today, '10:00')
let trial: TrialStore
let store: Store
let partnership: number
before(async () => {
  trial = await trialStore()
  store = openStore(trial.connections, { sealingKey: trialKey, now: () => now })
  partnership = await newPartnership(store, 'Trial', true)
  await append(store, { partnership, record: 'agencies', writer: 'import', lines: [post] })
})
after(async () => {
  await store.close()
  await trial.drop()
})

/** A service that takes or refuses as it is told, and keeps what it was given. */
const service = (outcome: SendOutcome = { taken: undefined }): FamilySender & { readonly given: FamilyMessage[] } => {
  const given: FamilyMessage[] = []
  const send: FamilySender['send'] = async message => {
    given.push(message)
    return outcome
  }
  return { given, send }
}

const by = 'hospital/royal'
const agreed = (more: Line = {}): Line => ({
  ...{ kind: 'way-agreed', on: day(-5), by, person: 'tess', way: 'text', address: '07700 900123' },
  ...{ safe: 'yes', askedAlone: 'yes', ...more },
})
const booked = (more: Line = {}): Line => ({
  ...{ kind: 'appointment-booked', on: day(-9), by, appointment: 'ears', clinic: 'the ear clinic' },
  ...{ when: `${day(2)} 09:40`, ...more },
})
const family = async (...more: readonly Line[]): Promise<string> => {
  const lines: readonly Line[] = [
    {
      kind: 'person',
      person: 'kit',
      name: 'Kit Brook',
      born: '2020-01-10',
      as: 'child',
      subject: 'yes',
      nhs: undefined,
    },
    { kind: 'person', person: 'tess', name: 'Tess Brook', as: 'adult' },
    { kind: 'person', person: 'dan', name: 'Daniel Marl', as: 'adult' },
    { kind: 'relationship', person: 'tess', is: 'mother', of: 'kit' },
    { kind: 'relationship', person: 'dan', is: 'father', of: 'kit' },
    { kind: 'worker-starts', on: day(-90), by: 'health-visiting', role: 'health-visitor', practitioner: 'Ann Roe' },
    ...more,
  ].map(line => Object.fromEntries(Object.entries(line).filter(([, value]) => value !== undefined)))
  const begun = await beginRecord(store, { partnership, writer: 'import', lines })
  assert.ok('record' in begun, JSON.stringify(begun))
  return begun.record
}
const write = async (record: string, ...lines: readonly Line[]) => {
  const outcome = await append(store, { partnership, record, writer: 'import', lines })
  assert.ok('number' in outcome, JSON.stringify(outcome))
}

/** Queues, lets something happen, sends; gives what went out and how each message of the record stands. */
const through = async (record: string, meanwhile: readonly Line[] = [], texts = service()) => {
  await queueReminders(store)
  if (meanwhile.length > 0) await write(record, ...meanwhile)
  await sendToFamilies(store, { text: texts })
  const messages = await readMessages(store, partnership, record)
  const held = await recordNow(store, partnership, record)
  const entries = (held?.stands.entries ?? []).flatMap(one => (one.kind === 'message-to-family' ? [one.state] : []))
  return {
    texts: texts.given.map(({ text }) => text),
    states: messages.map(({ state }) => state),
    entries,
    given: texts.given,
  }
}

describe('a reminder of an appointment', () => {
  it('goes in the way that was agreed, with no name and no clinic, once', async () => {
    const record = await family(agreed(), booked())
    const first = await through(record)
    assert.deepEqual(first.texts, [
      'You have an appointment on Wednesday 4 March, 09:40, Royal hospital. If that day is hard, ring 01632 960001: asking for another day is no problem.',
    ])
    assert.equal(first.given[0]?.to, '07700 900123')
    assert.deepEqual([first.states, first.entries], [['sent'], ['sent']])
    assert.deepEqual((await through(record)).texts, [])
  })

  it('is in the language of whoever it is for, and held where there are no words in it', async () => {
    const polish = await through(await family(agreed({ language: 'Polish' }), booked()))
    assert.match(polish.texts[0] ?? '', /^Masz wizytę: środa, 4 marca, 09:40/u)
    const urdu = await through(await family(agreed({ language: 'Urdu' }), booked()))
    assert.deepEqual([urdu.texts, urdu.states, urdu.entries], [[], ['held'], ['held']])
  })

  it('is for a person where a call or a letter was agreed, and for nobody where none was wanted', async () => {
    const call = await through(await family(agreed({ way: 'call' }), booked()))
    assert.deepEqual([call.texts, call.entries], [[], ['for-a-person']])
    const none = await through(await family(agreed({ way: 'none' }), booked()))
    assert.deepEqual([none.texts, none.states, none.entries], [[], ['withdrawn'], []])
    assert.deepEqual((await through(await family(booked()))).states, [], 'nobody was asked')
  })

  it('is not of an appointment that is weeks ahead, was moved or called off', async () => {
    assert.deepEqual((await through(await family(agreed(), booked({ when: `${day(9)} 09:40` })))).states, [])
    const off = { kind: 'appointment-cancelled', on: day(0), by, appointment: 'ears', cancelledBy: 'clinic' }
    const gone = await through(await family(agreed(), booked()), [off])
    assert.deepEqual([gone.texts, gone.states, gone.entries], [[], ['withdrawn'], []])
  })

  it('goes to nobody at night', async () => {
    assert.equal(isDaytime(momentAt(today, '08:59')), false)
    assert.equal(isDaytime(momentAt(today, '09:00')), true)
    assert.equal(isDaytime(momentAt(today, '19:00')), false)
  })
})

describe('between queueing and sending', () => {
  const ends: Readonly<Record<string, Line>> = {
    'a death': { kind: 'death', person: 'kit' },
    'a death of somebody else': { kind: 'death', person: 'dan' },
    'a removal': { kind: 'came-into-care' },
    'an adoption': { kind: 'adopted' },
  }
  for (const [name, line] of Object.entries(ends))
    it(`${name} holds it, for somebody to look at`, async () => {
      const found = await through(await family(agreed(), booked()), [{ on: day(0), by, ...line }])
      assert.deepEqual([found.texts, found.states], [[], ['held']])
    })

  it('the end of a pregnancy holds what was about it, and nothing else', async () => {
    const pregnant = { kind: 'pregnancy', on: day(-60), by: 'midwifery', mother: 'tess', unborn: 'bump' }
    const scan = booked({ by: 'midwifery', appointment: 'scan', person: 'tess', when: `${day(1)} 11:00` })
    const found = await through(await family(agreed(), pregnant, scan, booked()), [
      { kind: 'pregnancy-ended', on: day(0), by: 'midwifery', unborn: 'bump' },
    ])
    assert.equal(found.texts.length, 1)
    assert.deepEqual([...found.states].sort(), ['held', 'sent'])
  })

  it('an incident takes time and place out of it for both', async () => {
    const hit = { kind: 'incident', on: day(0), by: 'police', type: 'domestic', alleged: 'dan' }
    const record = await family(agreed(), agreed({ person: 'dan', address: '07700 900456' }), booked())
    const found = await through(record, [hit])
    const to = (number: string) => found.given.find(one => one.to === number)?.text
    assert.equal(to('07700 900456'), 'You have a message about an appointment. Ring 01632 960001 or look on your page.')
    assert.match(to('07700 900123') ?? '', /^You have a message\. Ring/u)
    assert.doesNotMatch(found.texts.join(' '), /09:40|March|Royal/u)
  })

  it('everything that waits is taken back when all is closed', async () => {
    const record = await family(agreed(), booked())
    await queueReminders(store)
    const one = service()
    await closeAllToFamily(store, partnership, { record, person: 'tess' as never, by: 'parent' })
    await sendToFamilies(store, { text: one })
    assert.deepEqual(one.given, [])
    assert.deepEqual(
      (await readMessages(store, partnership, record)).map(({ state }) => state),
      ['withdrawn'],
    )
  })
})

describe('what does not go through', () => {
  it('is at once a thing to do when it is refused', async () => {
    const found = await through(await family(agreed(), booked()), [], service({ refused: 'notify 400' }))
    assert.deepEqual([found.states, found.entries], [['failed'], ['failed']])
  })

  it('is tried again when nobody answered, later each time, and then it is for a person', async () => {
    const record = await family(agreed(), booked())
    const broken = service({ again: 'no connection' })
    assert.deepEqual((await through(record, [], broken)).states, ['waiting'])
    assert.deepEqual((await through(record, [], broken)).states, ['waiting'])
    assert.equal(broken.given.length, 1, 'not yet')
    for (let tries = 0; tries < 6; tries += 1) {
      now = (now + 70 * 60_000) as Moment
      await through(record, [], broken)
    }
    now = momentAt(today, '10:00')
    const found = await readMessages(store, partnership, record)
    assert.deepEqual([found.map(({ state }) => state), broken.given.length], [['failed'], 6])
  })

  it('is for a person where nothing is set up', async () => {
    const record = await family(agreed({ way: 'e-mail', address: 'tess@example.org' }), booked())
    assert.deepEqual((await through(record)).entries, ['for-a-person'])
  })

  it('leaves each attempt on record, without an address', async () => {
    const rows = await asRecorder(
      store,
      { partnership },
      async client => (await client.query('select * from message_attempt')).rows,
    )
    assert.ok(rows.length > 8)
    assert.doesNotMatch(JSON.stringify(rows), /07700|Brook|example/u)
  })
})

describe('GOV.UK Notify', () => {
  it('is asked as its client asks, and only its status is heard', async () => {
    const heard: string[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', part => {
        body += part
      })
      request.on('end', () => {
        heard.push(`${request.url} ${body}`)
        const refused = body.includes('900999')
        response.writeHead(refused ? 400 : 201, { 'content-type': 'application/json' })
        response.end(JSON.stringify(refused ? { errors: [{ message: '07700 900999' }] } : { id: 'their-id' }))
      })
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const uuid = '11111111-2222-3333-4444-555555555555'
    const texts = notifyTexts({ apiKey: `trial-${uuid}-${uuid}`, base, textTemplate: 'template' })
    const sent = (to: string) => texts?.send({ to, subject: '', text: 'You have a message', reference: 'ours' })
    try {
      assert.deepEqual(await sent('07700 900123'), { taken: 'their-id' })
      assert.deepEqual(await sent('07700 900999'), { refused: 'notify 400' })
    } finally {
      server.close()
    }
    assert.match(heard[0] ?? '', /^\/v2\/notifications\/sms .*"message":"You have a message".*"reference":"ours"/u)
    assert.deepEqual(await sent('07700 900123'), { again: 'no connection' })
  })
})
