import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import writeWorkbook, { type Row } from 'write-excel-file/node'
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

  test('a correction may name what is not in the file, but not itself', async () => {
    assert.equal(
      (await entriesOf('{"kind":"attended","on":"2019-05-13","by":"gp","corrects":"elsewhere"}'))[0]?.root,
      'elsewhere',
    )
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

describe('CSV', () => {
  const rows = [
    'kind,on,by,text',
    'attended,13/05/2019,gp,"well, at last"',
    'was-not-brought,2019-05-20,hospital/royal,',
  ]

  test('has a heading with the column kind, then an entry a row; empty cells say nothing', async () => {
    const entries = await entriesOf(rows.join('\r\n'))
    assert.deepEqual(
      entries.map(({ kind, text }) => [kind, text]),
      [
        ['attended', 'well, at last'],
        ['was-not-brought', undefined],
      ],
    )
  })

  test('is read alike with semicolons, tabs, Excel’s hint, UTF-16 and the older encoding', async () => {
    const plain = await entriesOf('kind,on,by,text\nattended,2019-05-13,gp,Café\n')
    const parted = (mark: string) =>
      `kind${mark}on${mark}by${mark}text\r\nattended${mark}2019-05-13${mark}gp${mark}Café\r\n`
    const files = [
      bytes(`\uFEFF${parted(';')}`),
      bytes(`sep=;\r\n${parted(';')}`),
      Buffer.from(`\uFEFF${parted('\t')}`, 'utf16le'),
      Buffer.from(parted('\t'), 'utf16le'),
      Buffer.from(parted(';'), 'latin1'),
    ]
    for (const file of files) assert.deepEqual(await entriesOf(file), plain)
  })

  test('is not taken for the older encoding when it is damaged UTF-8', async () => {
    const damaged = new Uint8Array([
      ...bytes('kind,on,by,text\nattended,2019-05-13,gp,Café\nattended,2019-05-14,gp,Caf'),
      0xe9,
    ])
    assert.deepEqual(places(await faultsOf(damaged)), ['3'])
  })

  test('may hold several blocks, each with its heading, and notes', async () => {
    const text = [
      '# ours',
      'kind,on,by',
      'attended,2019-05-13,gp',
      '',
      ',,',
      '#attended,2019-05-14,gp',
      'kind,on,by,to,of',
      'told,2019-05-14,gp,police; school,x',
    ].join('\n')
    assert.deepEqual(
      (await entriesOf(text)).map(entry => entry.kind),
      ['attended', 'told'],
    )
  })

  test('forgives the case and spaces of headings, and passes over a column that begins with #', async () => {
    const [entry] = await entriesOf('Kind,On,By,Hidden From,# ours\nattended,2019-05-13,gp,rob,our own note')
    assert.deepEqual(entry?.hiddenFrom, ['rob'])
  })

  test('names the line on which a row begins, whatever stands inside texts', async () => {
    const text =
      'kind,on,by,text\r\nattended,2019-05-13,gp,"one\r\ntwo\nthree"\r\nattended,bad,gp,"x\r\ny"\r\n\r\nattended,2019-05-13,nobody,\r\n'
    assert.deepEqual(places(await faultsOf(text)), ['5 on', '8 by'])
  })

  test('tells of headings that are unknown, twice there or missing', async () => {
    const faults = await faultsOf('kind,on,by,txt,on\nattended,2019-05-13,gp,a,\nattended,2019-05-13,gp,a,,stray')
    assert.deepEqual(places(faults), ['1', '1 on', '3'])
    assert.match(faults[0]?.what ?? '', /"txt" is not a column .* did you mean .*text/)
    assert.match(faults[2]?.what ?? '', /"stray" stands in column 6, which has no name/)
    assert.match((await faultsOf('date,agency\n2019-05-13,gp'))[0]?.what ?? '', /one of them is "kind"/)
  })

  test('tells where a quotation mark is never closed', async () => {
    const faults = await faultsOf(
      'kind,on,by,text\nattended,2019-05-13,gp,fine\nattended,2019-05-13,gp,"never\nclosed,',
    )
    assert.deepEqual(places(faults), ['3'])
    assert.match(faults[0]?.what ?? '', /never closed/)
    assert.match(
      (await faultsOf(`kind,on,by,text\na,b,c,"${'x\n'.repeat(600_000)}`))[0]?.what ?? '',
      /longer than 1 MB/,
    )
  })

  test('keeps a leading apostrophe in a file that somebody else wrote', async () => {
    assert.equal(
      (await entriesOf("kind,on,by,text\nattended,2019-05-13,gp,'-5 kg' she said"))[0]?.text,
      "'-5 kg' she said",
    )
  })
})

describe('a workbook', () => {
  const file = (...sheets: readonly { readonly sheet: string; readonly data: readonly unknown[][] }[]) =>
    writeWorkbook(sheets.map(({ sheet, data }) => ({ sheet, data: data as Row[] }))).toBuffer()
  const date = (iso: string) => ({ value: new Date(iso), type: Date, format: 'dd/mm/yyyy hh:mm' })

  test('has a sheet a kind, named for it, or one sheet with the column kind', async () => {
    const entries = await entriesOf(
      await file(
        { sheet: 'Read me', data: [['anything', 'at all']] },
        {
          sheet: 'Was not brought',
          data: [
            ['on', 'by'],
            ['2019-05-13', 'hospital/royal'],
          ],
        },
        {
          sheet: 'entries',
          data: [
            ['By', 'Kind', 'On'],
            ['gp', 'attended', '2019-05-14'],
          ],
        },
        { sheet: '# our notes', data: [['x']] },
        { sheet: 'Sheet9', data: [[null]] },
      ),
    )
    assert.deepEqual(
      entries.map(entry => entry.kind),
      ['was-not-brought', 'attended'],
    )
  })

  test('has real dates, numbers and yes or no read as they are shown', async () => {
    const [entry] = await entriesOf(
      await file({
        sheet: 'contact',
        data: [
          ['on', 'written', 'by', 'reached', 'text', 'child'],
          [date('2019-05-13T14:29:59.9996Z'), date('2019-05-14T00:00:00Z'), 'gp', false, 12.5, 7],
        ],
      }),
    )
    const [same] = await entriesOf(
      'kind,on,written,by,reached,text,child\ncontact,2019-05-13 14:30,2019-05-14,gp,no,12.5,7',
    )
    assert.deepEqual(entry, same)
  })

  test('tells of the sheet and the row', async () => {
    const faults = await faultsOf(
      await file(
        {
          sheet: 'entries',
          data: [['kind', 'on', 'by'], ['attended', '2019-05-13', 'gp'], [null], ['attended', 'soon', 'gp']],
        },
        {
          sheet: 'Atended',
          data: [
            ['on', 'by'],
            ['2019-05-13', 'gp'],
          ],
        },
        {
          sheet: 'attended',
          data: [
            ['id', 'on', 'by'],
            ['#12', '2019-05-13', 'nobody'],
            ['# a note', 'x', 'y'],
          ],
        },
      ),
    )
    assert.deepEqual(places(faults), ['entries!4 on', 'Atended!1', 'attended!2 by'])
    assert.match(faults[1]?.what ?? '', /did you mean attended/)
  })

  test('that is none is told of, whatever it is', async () => {
    const sound = await file({
      sheet: 'attended',
      data: [
        ['on', 'by'],
        ['2019-05-13', 'gp'],
      ],
    })
    const others = [
      sound.subarray(0, sound.length / 2),
      bytes('PK\u0003\u0004 and no more'),
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]),
      bytes('%PDF-1.7'),
      bytes('{\\rtf1 x}'),
    ]
    for (const other of others) assert.equal((await faultsOf(other, 'chronology.xlsx')).length, 1)
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
