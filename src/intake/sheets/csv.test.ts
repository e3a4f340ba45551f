import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Fault, readChronology } from './chronology-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

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
