import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Fault, readChronology } from './chronology-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, name = 'chronology') => readChronology(bytes(text), name)

const entriesOf = async (file: Uint8Array | string, name?: string) => {
  const result = await readChronology(typeof file === 'string' ? bytes(file) : file, name ?? 'chronology')
  assert.ok('entries' in result, JSON.stringify(result))
  return result.entries
}
const faultsOf = async (file: Uint8Array | string, name?: string): Promise<readonly Fault[]> => {
  const result = await readChronology(typeof file === 'string' ? bytes(file) : file, name ?? 'chronology')
  assert.ok('faults' in result, 'it was taken')
  return result.faults
}
const places = (faults: readonly Fault[]) =>
  faults.map(
    ({ sheet, line, field }) =>
      `${sheet === undefined ? '' : `${sheet}!`}${line}${field === undefined ? '' : ` ${field}`}`,
  )

const missed = '{"kind":"was-not-brought","on":"2019-05-13","by":"hospital/royal"}'
const called = '{"kind":"contact","on":"2019-05-14 09:30","by":"hospital/royal","way":"call","reached":false}'

describe('JSON Lines', () => {
  test('is an entry a line, with blank lines and notes passed over', async () => {
    const entries = await entriesOf(`\uFEFF# a note\r\n\r\n${missed}\r\n// another\n   \n${called}`)
    assert.deepEqual(
      entries.map(entry => entry.kind),
      ['was-not-brought', 'contact'],
    )
  })

  test('may be one JSON list, where the line is the number of the entry', async () => {
    assert.equal((await entriesOf(`[\n${missed},\n${called}\n]`)).length, 2)
    assert.deepEqual(places(await faultsOf(`[${missed}, 5, {"kind":"contact","on":"x","by":"gp","by":"gp"}]`)), [
      '2',
      '3 by',
      '3 on',
    ])
    assert.match((await faultsOf(`[${missed},`))[0]?.what ?? '', /close it with \]/)
  })

  test('tells all faults of the whole file at once, in order, and takes nothing', async () => {
    const faults = await faultsOf(
      [missed, '{"kind":"atended","on":"2019-05-13"}', '{"kind":"attended"}', 'not json', '[1]', missed].join('\n'),
    )
    assert.deepEqual(places(faults), ['2 kind', '3 by', '3 on', '4', '5'])
    assert.match(faults[0]?.what ?? '', /did you mean attended/)
  })

  test('refuses a field that is given twice, for one of the two would be lost', async () => {
    const faults = await faultsOf(
      '{"kind":"attended","on":"2019-05-13","by":"gp","te\\u0078t":"a","text":"b","x":{"on":1,"on":2}}',
    )
    assert.deepEqual(places(faults), ['1 text', '1 x'])
    assert.match(faults[0]?.what ?? '', /twice/)
  })

  test('takes numbers, booleans and lists where they say something', async () => {
    const [entry] = await entriesOf(
      '{"kind":"contact","on":2019,"by":"gp","child":"a; b","seen":["a","b"],"alone":true,"text":111}',
    )
    assert.ok(entry?.kind === 'contact')
    assert.deepEqual([entry.child, entry.seen, entry.alone, entry.text], [['a', 'b'], ['a', 'b'], true, '111'])
    assert.deepEqual(
      places(await faultsOf('{"kind":"attended","on":"2019-05-13","by":"gp","text":12345678901234567890}')),
      ['1 text'],
    )
  })

  test('refuses what cannot be kept, by the field’s name', async () => {
    const faults = await faultsOf(
      '{"kind":"attended","on":"2019-05-13","by":"gp","text":"a\\u0000b","author":"\\ud800"}',
    )
    assert.deepEqual(places(faults), ['1 author', '1 text'])
  })

  test('names the line and byte of what is no UTF-8', async () => {
    const bad = new Uint8Array([...bytes(`${missed}\n{"kind":"`), 0xe9, ...bytes('t"}')])
    const faults = await faultsOf(bad)
    assert.match(
      faults.find(({ line }) => line === 2)?.what ?? '',
      /^byte 10 of the line \(hexadecimal e9\) is no UTF-8/,
    )
  })

  test('may be in UTF-16 with its mark', async () => {
    for (const order of ['le', 'be'] as const) {
      const text = Buffer.from(`\uFEFF${missed}\n`, 'utf16le')
      assert.equal((await entriesOf(order === 'le' ? text : text.swap16())).length, 1)
    }
  })

  test('refuses a line over 1 MB and a file over 64 MB', async () => {
    assert.match((await faultsOf(`${missed}\n{"a":"${'x'.repeat(1_048_576)}"}`))[0]?.what ?? '', /longer than 1 MB/)
    assert.match((await faultsOf(new Uint8Array(64 * 1024 * 1024 + 1)))[0]?.what ?? '', /larger than 64 MB/)
  })

  test('survives nests, objects in place of texts and the names that JavaScript has for itself', async () => {
    const nest = `${'['.repeat(5000)}${']'.repeat(5000)}`
    for (const value of [nest, '{"toString":1,"valueOf":2}', '[{"__proto__":null}]', 'null'])
      for (const field of ['kind', 'id', 'on', 'by', 'seen', 'child', 'reached', '__proto__', 'constructor'])
        await read(`{"kind":"contact","on":"2019-05-13","by":"gp","${field}":${value}}`)
    assert.deepEqual(places(await faultsOf('{"kind":"death","on":"2019-05-13","by":"gp","__proto__":"x"}')), [
      '1 __proto__',
    ])
  })
})

describe('ids in a file', () => {
  const attended = '{"kind":"attended","on":"2019-05-13","by":"gp"}'

  test('an id that stands twice is told of with the line on which it stood first', async () => {
    const faults = await faultsOf(
      `{"id":"a","kind":"attended","on":"2019-05-13","by":"gp"}\n\n{"id":" a ","kind":"death"}`,
    )
    assert.deepEqual(places(faults), ['3 by', '3 id', '3 on'])
    assert.match(faults[1]?.what ?? '', /"a" is the id of line 1 already/)
  })

  test('entries without an id that say the same are twins, numbered alike whatever their order', async () => {
    const ids = async (...lines: readonly string[]) => (await entriesOf(lines.join('\n'))).map(entry => entry.id)
    const [name = ''] = await ids(attended)
    assert.deepEqual(
      (await ids(attended, attended, missed, attended)).filter(id => id.startsWith('attended')),
      [name, `${name}-2`, `${name}-3`],
    )
    const taken = `{"id":"${name}-2","kind":"death","on":"2019-05-13","by":"gp"}`
    assert.deepEqual((await ids(attended, taken, attended)).toSorted(), [name, `${name}-2`, `${name}-3`])
    assert.deepEqual(new Set(await ids(taken, attended, attended)), new Set(await ids(attended, attended, taken)))
  })

  test('a correction names an entry of the file, before it or after it, and not itself', async () => {
    const line = '{"kind":"attended","on":"2019-05-13","by":"gp","corrects":"first"}'
    assert.deepEqual(places(await faultsOf(line)), ['1 corrects'])
    const first = '{"id":"first","kind":"attended","on":"2019-05-12","by":"gp"}'
    assert.equal((await entriesOf(`${line}\n${first}`))[0]?.root, 'first')
    assert.deepEqual(
      places(await faultsOf('{"id":"a","kind":"attended","on":"2019-05-13","by":"gp","corrects":"a"}')),
      ['1 corrects'],
    )
  })
})

describe('words about rules', () => {
  const about = (kind: string, more: string) => `{"kind":"${kind}","on":"2019-05-13","by":"social-care",${more}}`

  test('name a rule that there is', async () => {
    const faults = await faultsOf(
      [
        about('rule-adopted', '"rule":"conference-invitation"'),
        about('done-elsewhere', '"rule":"hold conference","where":"x"'),
        about('set-aside', '"rule":"zzz","reason":"x"'),
      ].join('\n'),
    )
    assert.deepEqual(places(faults), ['1 rule', '2 rule', '3 rule'])
    assert.match(faults[0]?.what ?? '', /did you mean conference-invitations/)
    assert.match(faults[2]?.what ?? '', /docs\/duties\.md lists them/)
  })

  test('set a limit that can be read, and none that is statutory', async () => {
    assert.equal(
      (await entriesOf(about('limit-set', '"rule":"conference-passed-on","limit":"2 working days"'))).length,
      1,
    )
    assert.deepEqual(places(await faultsOf(about('limit-set', '"rule":"conference-passed-on","limit":"soon"'))), [
      '1 limit',
    ])
    assert.deepEqual(places(await faultsOf(about('limit-set', '"rule":"conference-held","limit":"2 days"'))), [
      '1 rule',
    ])
  })
})

test('an empty file says what would be in it, and where the template is', async () => {
  for (const text of ['', '\uFEFF', ' \r\n\n', '# only a note', '[]', 'kind,on,by\n'])
    assert.match((await faultsOf(text))[0]?.what ?? '', /one entry a line.*holdfast template csv/)
})

test('the name of a file counts only where its content leaves open what it is', async () => {
  assert.equal((await entriesOf(missed, 'wrong.csv')).length, 1)
  assert.equal((await entriesOf('kind,on,by\nattended,2019-05-13,gp', 'wrong.jsonl')).length, 1)
  assert.match((await faultsOf('"kind": "attended"', 'x.jsonl'))[0]?.what ?? '', /not sound JSON/)
})
