import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { readChronology } from './chronology-file.ts'
import { readWorkbook } from './workbook.ts'

type Parts = Readonly<Record<string, string>>

interface Packed {
  readonly name: Buffer
  readonly data: Buffer
  readonly packed: Buffer
  readonly at: number
}

const header = (size: number, ...fields: readonly (readonly [at: number, value: number, bytes: 2 | 4])[]): Buffer => {
  const own = Buffer.alloc(size)
  for (const [at, value, bytes] of fields) bytes === 2 ? own.writeUInt16LE(value, at) : own.writeUInt32LE(value, at)
  return own
}

/** A zip file of these parts; `said` is the unpacked size that its directory gives, where that is not the true one. */
const zip = (parts: Parts, said?: number): Uint8Array => {
  const chunks: Buffer[] = []
  const files: Packed[] = []
  for (const [path, text] of Object.entries(parts)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)]
    const file = { name, data, packed: deflateRawSync(data), at: chunks.reduce((sum, chunk) => sum + chunk.length, 0) }
    const sizes = [
      [14, crc32(data), 4],
      [18, file.packed.length, 4],
      [22, said ?? data.length, 4],
      [26, name.length, 2],
    ] as const
    chunks.push(header(30, [0, 0x04034b50, 4], [4, 20, 2], [8, 8, 2], ...sizes), name, file.packed)
    files.push(file)
  }
  const start = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
  const directory = files.flatMap(({ name, data, packed, at }) => [
    header(
      46,
      [0, 0x02014b50, 4],
      [4, 20, 2],
      [6, 20, 2],
      [10, 8, 2],
      [16, crc32(data), 4],
      [20, packed.length, 4],
      [24, said ?? data.length, 4],
      [28, name.length, 2],
      [42, at, 4],
    ),
    name,
  ])
  const size = directory.reduce((sum, chunk) => sum + chunk.length, 0)
  const end = header(22, [0, 0x06054b50, 4], [8, files.length, 2], [10, files.length, 2], [12, size, 4], [16, start, 4])
  return Buffer.concat([...chunks, ...directory, end])
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const book = (sheet: string): Parts => ({
  'xl/workbook.xml': '<workbook><sheets><sheet name="entries" sheetId="1" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
})

const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const heading = `<row r="1">${cell('A1', 'kind')}${cell('B1', 'on')}${cell('C1', 'by')}</row>`
const good = `${heading}<row r="2">${cell('A2', 'attended')}<c r="B2" s="1"><v>43598</v></c>${cell('C2', 'gp')}</row>`

test('a workbook made by hand is read', async () => {
  const result = await readChronology(zip(book(good)), 'chronology.xlsx')
  assert.ok('entries' in result, JSON.stringify(result))
  assert.equal(result.entries[0]?.day, 18029)
})

test('a workbook made to fill the memory or never to end is refused, and nothing else stops', async () => {
  const far = (row: string, column = 'A') => `${heading}<row r="${row}">${cell(`${column}${row}`, 'x')}</row>`
  const hostile = [
    zip(book(far('4000000000'))),
    zip(book(far('Infinity'))),
    zip(book(far('2', 'ZZZZZZZ'))),
    zip(book(`${heading}<row r="9000000">${cell('XFD9000000', 'x')}</row>`)),
    zip(book(good), 4_000_000_000),
    zip({ ...book(good), 'xl/sharedStrings.xml': ' '.repeat(200_000_000) }),
  ]
  const few = { unpacked: 100_000_000, memory: 40, milliseconds: 10_000 }
  for (const { lines, faults } of await Promise.all(hostile.map(file => readWorkbook(file, few)))) {
    assert.match(faults[0]?.what ?? '', /workbook/)
    assert.deepEqual([lines.length, faults.length], [0, 1])
  }
  const endless = await readWorkbook(zip(book(good)), { ...few, milliseconds: 1 })
  assert.match(endless.faults[0]?.what ?? '', /workbook too large/)
})

const { FUZZ_RUNS = '10' } = process.env
const runs = Number(FUZZ_RUNS)
const signs = [
  '<',
  '>',
  '/',
  '"',
  '&',
  ' ',
  'r',
  'c',
  't="s"',
  's="9"',
  '<row>',
  '</row>',
  '<c>',
  '0',
  '&#0;',
  '<![CDATA[',
  '-->',
]

test('a workbook that is damaged anywhere gives an answer', async () => {
  const damage = fc.array(
    fc.record({ part: fc.nat(3), at: fc.nat(4000), cut: fc.nat(20), put: fc.constantFrom(...signs) }),
    { minLength: 1, maxLength: 4 },
  )
  const answers = fc.asyncProperty(damage, fc.boolean(), async (blows, whole) => {
    const parts = Object.entries(book(good))
    for (const { part, at, cut, put } of blows) {
      const [path = '', text = ''] = parts[part] ?? []
      const place = at % (text.length + 1)
      parts[part] = [path, text.slice(0, place) + put + text.slice(place + cut)]
    }
    const file = Buffer.from(zip(Object.fromEntries(parts)))
    if (!whole) for (const { at, cut } of blows) file[at % file.length] = cut
    const result = await readChronology(file, 'chronology.xlsx')
    for (const { line } of 'faults' in result ? result.faults : []) assert.ok(line >= 1)
  })
  await fc.assert(answers, { numRuns: runs })
})
