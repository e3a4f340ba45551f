import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { Hl7Message } from '@medplum/core'
import { Hl7Client } from '@medplum/hl7'
import { Client } from 'node-hl7-client'
import { findMessage } from './message.ts'
import { framed } from './mllp.ts'
import { openPort } from './port.ts'
import { anyBytes } from './trial-bytes.ts'
import { missed, msh, segments, visit } from './trial-messages.ts'
import { type TrialPort, trialPort } from './trial-port.ts'
import { type TrialSender, trialSender } from './trial-sender.ts'

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

describe('a port', () => {
  let trial: TrialPort
  let sender: TrialSender
  before(async () => {
    trial = await trialPort()
    sender = await trialSender(trial.port.port)
  })
  after(async () => {
    await sender.end()
    await trial.drop()
  })
  const last = async () => (await trial.stored()).at(-1)
  const count = async () => (await trial.stored()).length

  it('answers AA once the bytes are stored, and with the number of the message', async () => {
    assert.equal(await sender.verdict(missed('P1')), 'AA P1')
    assert.equal(await last(), latin(missed('P1')))
  })
  it('takes a message that comes byte by byte', async () => {
    const bytes = framed(missed('P2'))
    for (const byte of bytes) sender.raw(Buffer.of(byte))
    assert.match(await sender.answer(), /MSA\|AA\|P2\r/u)
    assert.equal(await last(), latin(missed('P2')))
  })
  it('takes two frames in a packet, and answers each in its order', async () => {
    sender.raw(Buffer.concat([framed(missed('P3')), framed(visit('A05'))]))
    assert.match(await sender.answer(), /ACK\^S26.*MSA\|AA\|P3\r/su)
    assert.match(await sender.answer(), /ACK\^A05.*MSA\|AA\|V-A05\r/su)
    assert.deepEqual((await trial.stored()).slice(-2), [latin(missed('P3')), latin(visit('A05'))])
  })
  it('stores the bytes of a name as they are, in whatever signs', async () => {
    const names = [Buffer.from('Zo\u00eb', 'latin1'), Buffer.of(0x8a, 0x92), Buffer.from('\u0141ucja')]
    for (const name of names) {
      const bytes = Buffer.concat([Buffer.from(`${msh('ADT^A31', 'P4')}\rPID|||R1||`), name, Buffer.from('^MAYA\r')])
      assert.equal(await sender.verdict(bytes), 'AA P4')
      assert.equal(await last(), latin(bytes))
    }
  })
  it('answers AR to what is not HL7, stores none of it, and goes on', async () => {
    const before = await count()
    assert.equal(await sender.verdict(Buffer.from('hello')), 'AR ')
    assert.equal(await sender.verdict(Buffer.from('')), 'AR ')
    assert.equal(await sender.verdict(Buffer.from('PID|1||77\r')), 'AR ')
    assert.equal(await count(), before)
    assert.equal(await sender.verdict(missed('P5')), 'AA P5')
  })
  it('stores each of several messages that come in one frame, and answers each', async () => {
    const before = await count()
    sender.send(Buffer.concat([missed('P6'), missed('P7'), missed('P8')]))
    const answer = await sender.answer()
    assert.deepEqual(
      [...answer.matchAll(/MSA\|AA\|(P\d)/gu)].map(([, control]) => control),
      ['P6', 'P7', 'P8'],
    )
    assert.equal(await count(), before + 3)
  })
  it('takes the same message twice: its sender did not hear the first answer', async () => {
    assert.equal(await sender.verdict(missed('P9')), 'AA P9')
    assert.equal(await sender.verdict(missed('P9')), 'AA P9')
  })
  it('answers AE for a fault of ours, stores nothing, and the connection goes on', async () => {
    const before = await count()
    await trial.family.ask('alter table message rename to message_away')
    assert.equal(await sender.verdict(missed('P10')), 'AE P10')
    await trial.family.ask('alter table message_away rename to message')
    assert.equal(trial.faults.length, 1)
    assert.equal(await count(), before)
    assert.equal(await sender.verdict(missed('P10')), 'AA P10')
  })
  it('stores nothing of a frame that was cut off', async () => {
    const before = await count()
    const other = await trialSender(trial.port.port)
    const bytes = framed(missed('P11'))
    other.raw(bytes.subarray(0, bytes.length - 2))
    await new Promise(resolve => setTimeout(resolve, 30))
    other.socket.resetAndDestroy()
    assert.equal(await sender.verdict(missed('P12')), 'AA P12')
    assert.equal(await count(), before + 1)
    for (let tries = 0; trial.port.connected() > 1 && tries < 100; tries += 1) await new Promise(setImmediate)
    assert.equal(trial.port.connected(), 1)
  })
  it('outlives whatever is sent, and stores nothing that is no whole message', async () => {
    const before = await count()
    const other = await trialSender(trial.port.port)
    for (const bytes of anyBytes(300, 11)) other.raw(Buffer.concat([bytes, Buffer.of(0x1c, 13)]))
    assert.equal(await sender.verdict(missed('P12a')), 'AA P12a')
    await other.end()
    const stored = (await trial.stored()).slice(before)
    assert.ok(stored.length > 100)
    for (const text of stored) assert.ok(findMessage(Buffer.from(text, 'latin1')))
  })
  it('answers a sender that ends its side at once', async () => {
    const other = await trialSender(trial.port.port)
    other.socket.end(framed(missed('P13')))
    assert.match(await other.answer(), /MSA\|AA\|P13/u)
  })
  it('stores many that come at once over many connections in few commits, each in the order of its sender', async () => {
    const before = await count()
    const senders = await Promise.all(Array.from({ length: 8 }, () => trialSender(trial.port.port)))
    await Promise.all(
      senders.map(async (one, s) => {
        for (let n = 0; n < 25; n += 1) one.send(missed(`S${s}N${n}`))
        for (let n = 0; n < 25; n += 1) assert.match(await one.answer(), new RegExp(`MSA.AA.S${s}N${n}\r`, 'u'))
        await one.end()
      }),
    )
    const stored = (await trial.stored()).slice(before).map(text => /S\dN\d+/u.exec(text)?.[0] ?? '')
    assert.equal(stored.length, 200)
    for (const s of senders.keys())
      assert.deepEqual(
        stored.filter(one => one.startsWith(`S${s}N`)),
        Array.from({ length: 25 }, (_, n) => `S${s}N${n}`),
      )
    const commits = await trial.family.ask('select distinct xmin::text from message order by 1')
    assert.ok(commits.length < 110, `${commits.length} commits`)
  })
})

describe('a port with little patience', () => {
  let trial: TrialPort
  before(async () => {
    trial = await trialPort({ longest: 4000 })
  })
  after(() => trial.drop())

  it('answers AR to a message that is too long, by its number, and takes the next', async () => {
    const sender = await trialSender(trial.port.port)
    const long = segments(msh('SIU^S26', 'L1'), `NTE|1||${'x'.repeat(6000)}`)
    assert.equal(await sender.verdict(long), 'AR L1')
    assert.equal(await sender.verdict(missed('L2')), 'AA L2')
    assert.deepEqual(await trial.stored(), [latin(missed('L2'))])
    await sender.end()
  })
  it('cannot be opened where another is', async () => {
    const { feed, port, family } = trial
    const again = openPort({ store: family.store, feed, host: '127.0.0.1', port: port.port, fault: () => {} })
    await assert.rejects(again, { code: 'EADDRINUSE' })
  })
  it('answers what it took before it stops', async () => {
    const sender = await trialSender(trial.port.port)
    for (let n = 0; n < 20; n += 1) sender.send(missed(`Q${n}`))
    await sender.answer()
    await trial.port.stop()
    const stored = (await trial.stored()).filter(text => text.includes('|Q')).length
    for (let n = 1; n < stored; n += 1) assert.match(await sender.answer(), new RegExp(`MSA.AA.Q${n}\r`, 'u'))
    assert.ok(stored >= 1)
  })
})

describe('senders that nobody here wrote', () => {
  let trial: TrialPort
  before(async () => {
    trial = await trialPort()
  })
  after(() => trial.drop())

  it('@medplum/hl7 is answered, one message after the other over one connection', async () => {
    const client = new Hl7Client({ host: '127.0.0.1', port: trial.port.port, keepAlive: true })
    for (const control of ['MP1', 'MP2']) {
      const answer = await client.sendAndWait(Hl7Message.parse(missed(control).toString()))
      assert.deepEqual(
        [answer.getSegment('MSA')?.getField(1)?.toString(), answer.getSegment('MSA')?.getField(2)?.toString()],
        ['AA', control],
      )
    }
    await client.close()
    assert.equal((await trial.stored()).length, 2)
  })
  it('node-hl7-client is answered', async () => {
    const client = new Client({ host: '127.0.0.1', version: '2.4' })
    const { Message } = await import('node-hl7-client')
    const answered = new Promise<string>((resolve, reject) => {
      const connection = client.createConnection({ port: trial.port.port, version: '2.4' }, async response => {
        resolve(response.getMessage().get('MSA.1').toString())
      })
      connection.on('error', reject)
      connection.sendMessage(new Message({ text: visit('A05').toString() })).catch(reject)
    })
    assert.equal(await answered, 'AA')
    client.closeAll()
    assert.equal((await trial.stored()).length, 3)
  })
})
