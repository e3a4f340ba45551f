import assert from 'node:assert/strict'
import { findNhsNumber } from '../../people/nhs-number.ts'
import type { Said } from '../feeds/said.ts'
import { acknowledgement } from './acknowledge.ts'
import { findMessage } from './message.ts'
import { Framer, framed, longestFrame } from './mllp.ts'
import { sayHl7 } from './say.ts'
import { messagesIn } from './split.ts'
import { missed, msh, segments, visit } from './trial-messages.ts'

/* Bytes of any kind, and what must hold for all of them. Used by the tests and by `npm run fuzz -- hl7`. */

/** Numbers by chance, the same for the same seed (mulberry32). */
const chance = (seed: number) => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { below: (limit: number): number => Math.floor(next() * limit) }
}

type Chance = ReturnType<typeof chance>

const marks = [
  '\x0b',
  '\x1c',
  '\r',
  '\n',
  '|',
  '^',
  '~',
  '\\',
  '&',
  '""',
  'MSH|^~\\&|',
  'PID|',
  'SCH|',
  '\\X',
  '\\T\\',
  '\0',
  '\ufeff',
  '\x0bMSH',
  'BTS|9',
  '\xa0',
  '\xff\xfe',
  '196513121515',
  '9'.repeat(300),
]

const whole = [
  missed(),
  visit('A05'),
  visit('A38'),
  segments(msh('ADT^A40'), 'PID|||R1^^^ROYAL', 'MRG|R2', 'PID|||R5', 'MRG|R6'),
  Buffer.from('MSH#!@%*#S#F#R#F#20260301##SIU!S26#7#P#2.5\nPID###1!!!MRN\nSCH#12'),
  Buffer.concat([Buffer.from('FHS|^~\\&|A\rBHS|^~\\&|B\r'), missed('B1'), missed('B2'), Buffer.from('BTS|2\rFTS|1\r')]),
  framed(missed('FR')),
  Buffer.from('MSH|^~\\&|S|||||||||||||||UNICODE UTF-16\rPID|||1||Zo\u00eb', 'utf16le'),
]

const noise = (by: Chance): Buffer => Buffer.from(Array.from({ length: by.below(60) }, () => by.below(256)))

const piece = (by: Chance): Buffer => {
  const one = by.below(3) === 0 ? noise(by) : Buffer.from(marks[by.below(marks.length)] ?? '', 'latin1')
  return one
}

/** One change: something put in, taken out, or put in the place of something. */
const changed = (bytes: Buffer, by: Chance): Buffer => {
  const [at, length] = [by.below(bytes.length + 1), by.below(30)]
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(by.below(2) === 0 ? at : at + length)]
  return Buffer.concat([before, by.below(4) === 0 ? Buffer.alloc(0) : piece(by), after])
}

const made = (by: Chance): Buffer => {
  if (by.below(8) === 0) return Buffer.concat(Array.from({ length: by.below(12) }, () => piece(by)))
  let bytes = whole[by.below(whole.length)] ?? Buffer.alloc(0)
  for (let changes = by.below(8); changes > 0; changes -= 1) bytes = changed(bytes, by)
  return bytes
}

const framesOf = (pieces: readonly Buffer[], longest: number) => {
  const framer = new Framer(longest)
  return pieces
    .flatMap(one => framer.push(Buffer.from(one)))
    .map(({ bytes, tooLong }) => `${tooLong} ${Buffer.from(bytes).toString('latin1')}`)
}

const cutBy = (bytes: Buffer, by: Chance): readonly Buffer[] => {
  const cuts = Array.from({ length: by.below(6) }, () => by.below(bytes.length + 1)).sort((a, b) => a - b)
  return [...cuts, bytes.length].map((end, n) => bytes.subarray(cuts[n - 1] ?? 0, end))
}

const wordsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

const mustBeKeepable = (said: Said): void => {
  for (const text of wordsIn(said)) {
    assert.ok(text.isWellFormed() && !text.includes('\ufffd') && !/[^\P{Cc}\n]/u.test(text), 'a record can keep it')
    assert.notEqual(text, '""')
  }
  const { nhs } = said.patient ?? {}
  assert.equal(nhs === undefined ? undefined : findNhsNumber(nhs), nhs)
}

const now = 1_800_000_000_000 as Parameters<typeof acknowledgement>[1]['now']

/** Every promise about bytes of any kind, for one input. */
const holds = (bytes: Buffer, by: Chance): void => {
  const longest = by.below(3) === 0 ? 1 + by.below(300) : longestFrame
  assert.deepEqual(framesOf(cutBy(bytes, by), longest), framesOf([bytes], longest), 'frames do not hang on the pieces')
  for (const said of sayHl7(bytes, { charset: undefined, authority: 'ROYAL' })) mustBeKeepable(said)
  const { messages } = messagesIn(bytes)
  for (const message of messages)
    assert.ok(findMessage(message.bytes), 'what is stored as a message can be read as one')
  const answer = acknowledgement(bytes, { verdict: 'AA', now, number: '1' }).toString('latin1')
  assert.match(answer, /^MSH.*\rMSA.AA.[^\r]*\r$/su)
}

/** So many inputs of any kind, the same for the same seed. */
export const anyBytes = (count: number, seed: number): readonly Buffer[] => {
  const by = chance(seed)
  return Array.from({ length: count }, () => made(by))
}

/** Tries so many inputs, the same for the same seed; throws for the first that breaks a promise, with its bytes in hexadecimal. */
export const tryBytes = (count: number, seed: number): void => {
  const by = chance(seed)
  for (let n = 0; n < count; n += 1) {
    const bytes = made(by)
    try {
      holds(bytes, by)
    } catch (error) {
      throw new Error(`input ${n} of seed ${seed}: ${bytes.toString('hex')}`, { cause: error })
    }
  }
}
