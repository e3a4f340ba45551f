import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { kinds } from '../../record/entry.ts'
import { readChronology } from './chronology-file.ts'
import { columns } from './columns.ts'
import { exampleLines } from './example-lines.ts'

// `FUZZ_RUNS=30000 npm test` runs many; each run of the tests a few.
const { FUZZ_RUNS = '300' } = process.env
const numRuns = Number(FUZZ_RUNS)

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A file, whatever it is, gives entries or faults with line numbers, never a throw. */
const answers = async (file: Uint8Array, name = 'chronology'): Promise<void> => {
  const result = await readChronology(file, name)
  if ('entries' in result) return assert.ok(result.entries.length > 0)
  assert.ok(result.faults.length > 0)
  for (const { line, what } of result.faults) assert.ok(Number.isInteger(line) && line >= 1 && what.length > 10, what)
}

const names = fc.constantFrom('chronology', 'a.csv', 'a.jsonl', 'a.json', 'a.txt')
const good = Object.entries(exampleLines).map(([kind, line]) => ({ kind, ...line }))
const asJson = good.map(line => JSON.stringify(line))
const csvColumns = ['kind', 'on', 'by', 'appointment', 'child', 'reason', 'text'] as const
const asCsv = [
  csvColumns.join(','),
  ...good.map(line => csvColumns.map(column => String((line as Record<string, unknown>)[column] ?? '')).join(',')),
]

test('any bytes', async () => {
  const starts = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x7b], [0x5b], [0x50, 0x4b, 3, 4])
  const file = fc
    .tuple(starts, fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => new Uint8Array([...start, ...rest]))
  await fc.assert(fc.asyncProperty(file, names, answers), { numRuns })
})

test('any JSON as lines', async () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('2019-05-13', 'gp', 'yes', 'bea'),
  )
  const field = fc.oneof(fc.constantFrom(...columns), fc.string())
  const line = fc
    .tuple(fc.constantFrom(...Object.keys(kinds)), fc.dictionary(field, value, { maxKeys: 8 }))
    .map(([kind, fields]) => JSON.stringify({ kind, ...fields }))
  const file = fc.array(fc.oneof(line, fc.json()), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(file, fc.boolean(), (lines, list) =>
      answers(bytes(list ? `[${lines.join(',')}]` : lines.join('\n'))),
    ),
    { numRuns },
  )
})

const signs = [
  '"',
  ',',
  ';',
  '\n',
  '\r',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\u0000',
  '\ud800',
  "'",
  '#',
  '\t',
  '0',
  'é',
] as const
const blows = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(6), put: fc.constantFrom(...signs, '') }), {
  minLength: 1,
  maxLength: 5,
})

test('sound files, damaged', async () => {
  const lines = fc.oneof(
    fc.subarray(asJson, { minLength: 1, maxLength: 8 }),
    fc.subarray(asCsv.slice(1), { minLength: 1, maxLength: 8 }).map(own => [asCsv[0] ?? '', ...own]),
  )
  const encodings = fc.constantFrom('utf8', 'utf16le', 'latin1')
  const property = fc.asyncProperty(lines, blows, encodings, names, (own, damage, encoding, name) => {
    let text = own.join('\n')
    for (const { at, cut, put } of damage) {
      const place = at % (text.length + 1)
      text = text.slice(0, place) + put + text.slice(place + cut)
    }
    return answers(Buffer.from(text, encoding), name)
  })
  await fc.assert(property, { numRuns })
})

test('long ones of one sort', async () => {
  const longs = [
    '{',
    '[',
    '"',
    '[[',
    '{"a":',
    '\n',
    '\r',
    ',',
    '\\',
    '"\\',
    '{"kind":"',
    'kind,',
    '# x\n',
    "kind,on\n'",
  ]
  for (const long of longs) await answers(bytes(long.repeat(20_000)))
  const text = 'x to '.repeat(150_000)
  for (const field of ['kind', 'on', 'by', 'id', 'child', 'sight', 'written', 'zzz'])
    await answers(bytes(JSON.stringify({ kind: 'attended', on: '2019-05-13', by: 'gp', [field]: text })))
})
