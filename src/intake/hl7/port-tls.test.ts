import assert from 'node:assert/strict'
import type { Socket } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { connect } from 'node:tls'
import { framed } from './mllp.ts'
import { trialCertificate } from './trial-certificate.ts'
import { missed } from './trial-messages.ts'
import { type TrialPort, trialPort } from './trial-port.ts'
import { trialSender } from './trial-sender.ts'

const [ours, theirs, stranger] = ['holdfast', 'royal', 'somebody'].map(trialCertificate)
assert.ok(ours && theirs && stranger)
const trust = { ca: ours.cert, checkServerIdentity: () => undefined }

const gone = (socket: Socket): Promise<unknown> => new Promise(resolve => socket.on('close', resolve))

describe('a port with a certificate', () => {
  let trial: TrialPort
  before(async () => {
    trial = await trialPort({ tls: { ...ours, ca: theirs.cert } })
  })
  after(() => trial.drop())

  it('takes messages of a sender whose certificate it knows', async () => {
    const sender = await trialSender(trial.port.port, { ...trust, ...theirs })
    assert.equal(await sender.verdict(missed('T1')), 'AA T1')
    await sender.end()
  })
  it('takes none of anybody else, nor what comes without TLS, and goes on', async () => {
    for (const other of [stranger, {}]) {
      const socket = connect({ host: '127.0.0.1', port: trial.port.port, ...trust, ...other })
      socket.on('error', () => {})
      socket.on('secureConnect', () => socket.write(framed(missed('T2'))))
      await gone(socket)
    }
    const plain = await trialSender(trial.port.port)
    plain.send(missed('T3'))
    await gone(plain.socket)
    assert.equal((await trial.stored()).length, 1)
    const sender = await trialSender(trial.port.port, { ...trust, ...theirs })
    assert.equal(await sender.verdict(missed('T4')), 'AA T4')
    await sender.end()
  })
})
