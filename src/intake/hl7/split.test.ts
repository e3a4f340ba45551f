import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { framed } from './mllp.ts'
import { messagesIn } from './split.ts'
import { missed, visit } from './trial-messages.ts'

const [a, b] = ['MSH|^~\\&|A\rPID|1\r', 'MSH|^~\\&|B\rPID|2\r']

const read = (text: string | Buffer) => {
  const { messages, others } = messagesIn(Buffer.from(text as string))
  return {
    texts: messages.map(({ bytes }) => Buffer.from(bytes).toString()),
    lines: messages.map(({ line }) => line),
    others: others.map(({ line, what }) => `${line} ${what}`),
  }
}

describe('a file of messages', () => {
  it('has one, or many, and each stands by itself', () => {
    assert.deepEqual(read(a), { texts: [a], lines: [1], others: [] })
    assert.deepEqual(read(a + b + a), { texts: [a, b, a], lines: [1, 3, 5], others: [] })
    assert.deepEqual(read(`\r\n\r\n${a}\n\n${b}`).lines, [3, 6])
    assert.deepEqual(read(Buffer.concat([missed(), visit('A05'), missed()])).texts.length, 3)
  })
  it('may be a batch, or several in a file with a head and a foot', () => {
    const batch = `BHS|^~\\&|A\r${a}${b}BTS|2\r`
    assert.deepEqual(read(`FHS|^~\\&|A\r${batch}${batch}FTS|2\r`), {
      texts: [a, b, a, b],
      lines: [3, 5, 9, 11],
      others: [],
    })
    assert.deepEqual(read(`FHS|^~\\&\r${a}FTS\r`).texts, [a])
    assert.deepEqual(read(`FHS#!@%*#A\rBHS#!@%*#A\r${a}BTS#1\rFTS#1\r`).texts, [a])
  })
  it('says where a batch holds another number of messages than it says', () => {
    assert.deepEqual(read(`BHS|^~\\&|A\r${a}BTS|3\r`).others, [
      '4 the batch says that it holds 3 messages, and holds 1',
    ])
  })
  it('may be what went over a line, with the marks of its frames', () => {
    const { texts, others } = read(Buffer.concat([framed(Buffer.from(a)), framed(Buffer.from(b))]))
    assert.deepEqual([texts.map(text => text.replaceAll(/\p{Cc}+$/gu, '')), others], [[a.trimEnd(), b.trimEnd()], []])
  })
  it('names what is no message by its line, and takes the rest', () => {
    assert.deepEqual(read(`hello\rPID|1\r${a}`), { texts: [a], lines: [3], others: ['1 is not HL7', '2 is not HL7'] })
    assert.deepEqual(read('').texts, [])
  })
  it('keeps the bytes of each message as they are', () => {
    const bytes = Buffer.concat([Buffer.from('MSH|^~\\&|A\rPID|||1||Zo'), Buffer.of(0xeb), Buffer.from(`^JO\r${b}`)])
    assert.deepEqual(
      messagesIn(bytes).messages.map(one => Buffer.from(one.bytes).toString('latin1')),
      ['MSH|^~\\&|A\rPID|||1||Zo\u00eb^JO\r', b],
    )
  })
})
