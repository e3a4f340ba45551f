import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import writeWorkbook, { type Row } from 'write-excel-file/node'
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
