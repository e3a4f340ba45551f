import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Frame, Framer, framed, longestFrame } from './mllp.ts'
import { missed } from './trial-messages.ts'

const text = (frames: readonly Frame[]) =>
  frames.map(({ bytes, tooLong }) => (tooLong ? 'too long: ' : '') + Buffer.from(bytes).toString('latin1'))

const framesOf = (pieces: readonly (string | Buffer)[], longest = longestFrame): readonly string[] => {
  const framer = new Framer(longest)
  return text(pieces.flatMap(piece => framer.push(Buffer.from(piece as string, 'latin1'))))
}

const [a, b] = ['MSH|^~\\&|A\r', 'MSH|^~\\&|B\r']

describe('frames', () => {
  it('are whole wherever they are split', () => {
    const whole = framed(missed()).toString('latin1')
    assert.deepEqual(framesOf([...whole]), [missed().toString('latin1')])
    for (let at = 0; at <= whole.length; at += 1)
      assert.deepEqual(framesOf([whole.slice(0, at), whole.slice(at)]), [missed().toString('latin1')])
  })
  it('may come two in a packet, or one and a half', () => {
    assert.deepEqual(framesOf([`\x0b${a}\x1c\r\x0b${b}\x1c\r`]), [a, b])
    assert.deepEqual(framesOf([`\x0b${a}\x1c\r\x0b${b.slice(0, 5)}`, `${b.slice(5)}\x1c`]), [a, b])
  })
  it('need no start byte and no carriage return at their end', () => {
    assert.deepEqual(framesOf([`${a}\x1c\r${b}\x1c${a}\x1c\n`]), [a, b, a])
    assert.deepEqual(framesOf([`\x0b${a}\x1c\x0b${b}\x1c`]), [a, b])
  })
  it('begin after whatever came before them', () => {
    assert.deepEqual(framesOf([`GET / HTTP/1.1\r\n\r\n\x0b${a}\x1c\r`]), [a])
    assert.deepEqual(framesOf([`garbage\r\n${a}\x1c\r`]), [a])
    assert.deepEqual(framesOf([`\0\0\r\n ${a}\x1c\r`]), [a])
  })
  it('begin anew where one never ended: half a message is none', () => {
    assert.deepEqual(framesOf([`\x0b${a}PID|1||77`, `\x0b${b}\x1c\r`]), [b])
  })
  it('may hold a vertical tab in a text', () => {
    assert.deepEqual(framesOf([`\x0b${a}NTE|1||one\x0btwo\rPV1|1\r\x1c\r`]), [`${a}NTE|1||one\x0btwo\rPV1|1\r`])
  })
  it('are answered though there is nothing in them', () => {
    assert.deepEqual(framesOf(['\x0b\x1c\r', '\x0bhello\x1c\r']), ['', 'hello'])
    assert.deepEqual(framesOf(['\r\n\x1c\r']), [])
  })
  it('that are too long are passed over, and the next is whole', () => {
    const long = `\x0b${a}${'x'.repeat(5000)}`
    const [first, ...rest] = framesOf([`${long}\x1c\r\x0b${b}\x1c\r`], 3000)
    assert.ok(first?.startsWith(`too long: ${a}`))
    assert.deepEqual(rest, [b])
    assert.deepEqual(framesOf([`${'x'.repeat(5000)}\x0b${b}\x1c\r`], 3000), [b])
  })
})

// What a line may carry: bytes that mean something here, whole messages, and anything else.
const stream = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('\x0b', '\x1c', '\r', '\n', '\x1c\r', '\x0bMSH|', 'MSH|^~\\&|', a, b) },
      fc.string({ unit: 'binary', maxLength: 12 }).map(one => Buffer.from(one).toString('latin1')),
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''))

describe('any bytes', () => {
  it('give the same frames in whatever pieces they come', () => {
    const cut = fc.array(fc.nat(200), { maxLength: 8 })
    fc.assert(
      fc.property(stream, cut, fc.constantFrom(longestFrame, 40, 7), (bytes, cuts, longest) => {
        const at = [0, ...cuts.map(one => Math.min(one, bytes.length)).sort((x, y) => x - y), bytes.length]
        const pieces = at.slice(1).map((end, n) => bytes.slice(at[n], end))
        assert.deepEqual(framesOf(pieces, longest), framesOf([bytes], longest))
        assert.deepEqual(framesOf([...bytes], longest), framesOf([bytes], longest))
      }),
      { numRuns: 1000 },
    )
  })
})
