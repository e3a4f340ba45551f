import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { acknowledgement, findControl, type Verdict } from './acknowledge.ts'
import { missed } from './trial-messages.ts'

const now = momentAt(getDay('2026-11-12'), '17:00')
const answer = (bytes: string | Buffer, verdict: Verdict = 'AA', why = '') =>
  acknowledgement(Buffer.from(bytes as string), { verdict, now, number: 'h1', why }).toString('latin1')

describe('an answer', () => {
  it('names the message by its own number, goes back to whom it came from, and has the version of the sender', () => {
    assert.equal(answer(missed()), 'MSH|^~\\&|HOLDFAST|NB|PAS|ROYAL|202611121700||ACK^S26|h1|P|2.4\rMSA|AA|M26\r')
  })
  it('is in the separators of the sender, and says its signs back', () => {
    assert.equal(
      answer('MSH#!@%*#S#F#R#G#2026##SIU!S26!SIU_S12#M 7#T#2.5.1!GBR######8859/1\rPID#1'),
      'MSH#!@%*#HOLDFAST#G#S#F#202611121700##ACK!S26#h1#T#2.5.1!GBR######8859/1\rMSA#AA#M 7\r',
    )
    assert.match(answer('MSH|^~&|S|F|||2026||ADT^A05|9|P|2.3\r'), /^MSH\|\^~&\|HOLDFAST\|.*\rMSA\|AA\|9\r$/u)
  })
  it('gives the number back byte by byte', () => {
    const bytes = Buffer.concat([
      Buffer.from('MSH|^~\\&|||||||ADT^A05|M'),
      Buffer.of(0xeb, 0x5c),
      Buffer.from('T|P|2.4'),
    ])
    assert.ok(answer(bytes).endsWith('MSA|AA|M\u00eb\\T\r'))
  })
  it('is given to what is not HL7 too, in the usual separators', () => {
    for (const text of ['', 'hello', 'PID|1', '\x00\x01', 'MSH'])
      assert.equal(
        answer(text, 'AR', 'not an HL7 v2 message'),
        'MSH|^~\\&|HOLDFAST||||202611121700||ACK|h1|P|2.4\rMSA|AR||not an HL7 v2 message\r',
      )
  })
  it('is given to a message without a number, and to one that begins with blanks', () => {
    assert.ok(answer('MSH|^~\\&|S').endsWith('MSA|AA|\r'))
    assert.ok(answer('\ufeff\r\n MSH|^~\\&|S|||||||9').includes('MSA|AA|'))
  })
})

describe('the number of a message', () => {
  it('is what MSH-10 says', () => {
    assert.equal(findControl(missed('Q1')), 'Q1')
    assert.equal(findControl(Buffer.from('MSH|^~\\&|||||||ADT^A05|\0 Q\u00e9 |')), 'Q')
    assert.equal(findControl(Buffer.from('MSH|^~\\&|A')), undefined)
    assert.equal(findControl(Buffer.from('PID|^~\\&|||||||ADT^A05|Q1')), undefined)
  })
})
