import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc, { type Arbitrary } from 'fast-check'
import { rules } from '../../duties/rules.ts'
import { roles } from '../../people/role.ts'
import { services } from '../../people/service.ts'
import { type Entry, type Kind, kinds } from '../../record/entry.ts'
import { type FieldShape, isNeeded, shapeOf } from '../../record/field-shape.ts'
import { readChronology } from './chronology-file.ts'
import { lineOf } from './file-form.ts'
import { CellTooLongError, toCsv, toJsonLines, toXlsx } from './write-chronology.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const jsonLines = (lines: readonly object[]): Uint8Array => bytes(lines.map(line => JSON.stringify(line)).join('\n'))
const taken = async (file: Uint8Array): Promise<readonly Entry[]> => {
  const result = await readChronology(file, 'chronology')
  assert.ok('entries' in result, JSON.stringify(result))
  return result.entries
}

const awkward = [
  '=1+1',
  "'=x",
  '-5 kg',
  '+44',
  '@a',
  "''",
  '_x000D_',
  'a_x0041_b',
  '__proto__',
  'constructor',
  'toString',
  '"said"',
  'a,b',
  'tab\there',
  'one\r\ntwo',
  'one\rtwo',
  'one\ntwo',
  '# note',
  '// note',
  'kind',
  'yes',
  '1e5',
  '0012',
  '\uFFFD',
  '\u{1FFFE}',
  'x\u0001\u001f\u007f\u0085',
  '\u2028',
  'é',
  '👩‍👧',
  'null',
  'sep=;',
] as const

const text = fc
  .oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...awkward))
  .map(own => own.replaceAll('\0', '').trim() || 'x')
const id = text.map(own => own.replace(/[;\p{Cc}]/gu, '').trim() || 'x')
const digits = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map(number => String(number).padStart(2, '0'))
const day = fc.tuple(fc.integer({ min: 1900, max: 2199 }), digits(1, 12), digits(1, 28)).map(parts => parts.join('-'))
const moment = fc.tuple(day, digits(0, 23), digits(0, 59), digits(0, 59))
const span = fc.oneof(
  day,
  moment.map(([on, hour, minute]) => `${on} ${hour}:${minute}`),
  moment.map(([on, hour, minute, second]) => `${on}T${hour}:${minute}:${second}.125+01:00`),
  fc.constantFrom(
    '2019-10-27T00:30:00Z',
    '2019-10-27T01:30:00Z',
    '2019-03-31 01:30',
    'about 2019-05-13',
    'May 2019',
    '2019',
  ),
  fc.tuple(day, day).map(days => days.toSorted().join(' to ')),
)
const agency = fc.oneof(
  fc.constantFrom(...Object.keys(services)),
  fc.tuple(fc.constantFrom(...Object.keys(services)), id).map(([service, name]) => `${service}/${name}`),
)
const role = fc.constantFrom(...Object.keys(roles))

const ofSort: Record<FieldShape['sort'], (shape: FieldShape) => Arbitrary<unknown>> = {
  words: () => text,
  day: () => day,
  span: () => span,
  agency: () => agency,
  role: () => role,
  audience: () => fc.oneof(role, agency),
  person: () => id,
  thing: () => id,
  entry: () => id,
  count: () => fc.integer({ min: 1, max: 999_999 }),
  'yes-no': () => fc.boolean(),
  choice: ({ allowed = [] }) => fc.constantFrom(...allowed),
  list: ({ each }) => fc.array(each === undefined ? text : ofSort[each.sort](each), { minLength: 1, maxLength: 3 }),
}

const special: Readonly<Record<string, Arbitrary<unknown>>> = {
  rule: fc.constantFrom(...rules.filter(rule => rule.label !== 'statutory').map(rule => rule.name)),
  limit: fc.constantFrom('15 working days', '6 weeks', 'the same day'),
}

/** Any sound line of a kind, with any of its fields filled in with anything that they may hold. */
const lineOfKind = (kind: Kind): Arbitrary<object> => {
  const fields = Object.entries(kinds[kind].schema.shape) as [string, Parameters<typeof shapeOf>[0]][]
  const values = fields.map(([field, schema]) => {
    const value = special[field] ?? ofSort[shapeOf(schema).sort](shapeOf(schema))
    return [field, isNeeded(schema) ? value : fc.option(value, { nil: undefined, freq: 2 })] as const
  })
  return fc.record(Object.fromEntries(values)).map(line => ({ kind, ...line }))
}

const kindNames = Object.keys(kinds) as Kind[]
const line = fc.constantFrom(...kindNames).chain(lineOfKind)
const mended = { id: 'mended', kind: 'attended', on: '2019-05-13', by: 'gp' }
/** Ids are one to an entry; a correction names an entry of the file, and not its own. */
const file = (size: number, of: Arbitrary<object> = line) =>
  fc.array(of, { minLength: 1, maxLength: size }).map(lines => [
    ...lines.map((own, index) => ({
      ...own,
      ...('id' in own && own.id !== undefined ? { id: `${index} ${own.id}` } : {}),
      ...('corrects' in own && own.corrects !== undefined ? { corrects: mended.id } : {}),
    })),
    mended,
  ])

const same = async (
  lines: readonly object[],
  write: (entries: readonly Entry[]) => Promise<Uint8Array> | Uint8Array,
) => {
  const entries = await taken(jsonLines(lines))
  assert.deepEqual(await taken(await write(entries)), entries)
}

describe('what was written is read again as it was', () => {
  test('as JSON Lines, for every kind', async () => {
    for (const kind of kindNames)
      await fc.assert(
        fc.asyncProperty(file(1, lineOfKind(kind)), lines => same(lines, entries => bytes(toJsonLines(entries)))),
        { numRuns: 5 },
      )
    await fc.assert(
      fc.asyncProperty(file(20), lines => same(lines, entries => bytes(toJsonLines(entries)))),
      { numRuns: 50 },
    )
  })

  test('as CSV', async () => {
    await fc.assert(
      fc.asyncProperty(file(30), lines => same(lines, entries => bytes(toCsv(entries)))),
      { numRuns: 50 },
    )
  })

  test('as a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(file(200), lines => same(lines, toXlsx)),
      { numRuns: 4 },
    )
  })

  test('with the ids that are made from what entries say', async () => {
    const property = fc.asyncProperty(file(20), async lines => {
      const entries = await taken(jsonLines(lines))
      const unnamed = entries.map((entry, index) => {
        const { id: made, ...rest } = lineOf(entry)
        const given = lines[index]
        return given !== undefined && 'id' in given && given.id !== undefined ? { id: made, ...rest } : rest
      })
      assert.deepEqual(await taken(jsonLines(unnamed)), entries)
    })
    await fc.assert(property, { numRuns: 50 })
  })
})

test('no cell of CSV can run as a formula in a spreadsheet', async () => {
  const entries = await taken(
    jsonLines([{ kind: 'attended', on: '2019-05-13', by: 'gp', text: '=cmd|x', author: '-a' }]),
  )
  assert.ok(!/(?:^|,)"?[=+\-@]/mu.test(toCsv(entries)), toCsv(entries))
})

test('a text too long for a cell of a workbook is refused by the id of its entry, and goes out in the other forms', async () => {
  const entries = await taken(
    jsonLines([{ kind: 'attended', id: 'a-1', on: '2019-05-13', by: 'gp', text: 'x'.repeat(33_000) }]),
  )
  await assert.rejects(
    toXlsx(entries),
    (error: unknown) => error instanceof CellTooLongError && /of a-1 /.test(error.message),
  )
  assert.deepEqual(await taken(bytes(toCsv(entries))), entries)
})
