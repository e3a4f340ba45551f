import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, isoDay } from '../../../calendar/day.ts'
import { isoMoment, momentAt } from '../../../calendar/moment.ts'
import { readSheet, type Sheet } from '../read-sheet.ts'
import { trySheets } from '../trial-sheets.ts'
import { type ColumnMap, guessMap } from './mapping.ts'
import { headingsOf, mapSheet } from './rows-of-sheet.ts'
import { sayAppointmentRow } from './say.ts'

const made = momentAt(getDay('2026-11-25'), '18:00')
const taking = { made, authority: 'RXX' }

const sheetOf = async (text: string | Uint8Array): Promise<Sheet> => {
  const read = await readSheet(typeof text === 'string' ? new TextEncoder().encode(text) : text)
  if ('faults' in read) throw new Error(read.faults[0]?.what)
  return read.sheets[0] ?? { sheet: undefined, rows: [] }
}
const guessed = (sheet: Sheet, dates: ColumnMap['dates'] = 'day-first'): ColumnMap => ({
  ...guessMap(headingsOf(sheet, undefined), undefined),
  dates,
})
const mapped = async (text: string, dates?: ColumnMap['dates']) => {
  const sheet = await sheetOf(text)
  return mapSheet(sheet, guessed(sheet, dates), taking)
}
const saidOf = async (text: string, dates?: ColumnMap['dates']) => {
  const { good, refused, wrong } = await mapped(text, dates)
  assert.deepEqual([refused, wrong], [[], []])
  return good.flatMap(({ bytes }) => sayAppointmentRow(bytes, taking))
}

const heading = 'NHS No,Hosp No,Surname,Forename,DOB,Appt Date,Appt Time,Clinic,Outcome'

describe('a sheet of appointments', () => {
  it('says of each row who, when, where and the sender’s own code, under the headings that hospitals use', async () => {
    const [said] = await saidOf(`${heading}\n999 000 0018,K1,Ellis,Maya,01/02/2023,04/11/2026,9.30am,Diabetes,DNA\n`)
    assert.equal(said?.patient?.nhs, '9990000018')
    assert.deepEqual(said?.patient?.numbers, [{ number: 'K1', authority: 'RXX' }])
    assert.equal(said?.patient?.name, 'Maya Ellis')
    assert.equal(said?.patient?.born, getDay('2023-02-01'))
    const { appointment } = said ?? {}
    assert.equal(appointment?.start?.at && isoMoment(appointment.start.at), '2026-11-04 09:30')
    assert.deepEqual(appointment?.codes, [{ place: 'Outcome', code: 'DNA', words: undefined }])
    // What became of it is for the sender's table of codes to say.
    assert.equal(appointment?.act, 'changed')
  })

  it('takes the same figures for the day that the sender means', async () => {
    const row = `${heading}\n9990000018,,Ellis,Maya,01/02/2023,04/11/2026,,Eye,\n`
    const [ours] = await saidOf(row)
    const [theirs] = await saidOf(row, 'month-first')
    assert.equal(ours?.appointment?.start?.day, getDay('2026-11-04'))
    assert.equal(theirs?.appointment?.start?.day, getDay('2026-04-11'))
    assert.equal(theirs?.patient?.born, getDay('2023-01-02'))
  })

  it('reads days as sheets write them', async () => {
    const born = '01-Feb-23'
    for (const day of [
      '2026-11-04',
      '4 Nov 2026',
      '04.11.26',
      'Wed 4th November 2026',
      '20261104',
      '04-NOV-2026',
      '2026-11-04 00:00:00',
    ])
      assert.deepEqual(
        (await saidOf(`${heading}\n9990000018,,E,M,${born},${day},,Eye,\n`)).map(one => [
          one.appointment?.start,
          isoDay(one.patient?.born ?? getDay('1900-01-01')),
        ]),
        [[{ day: getDay('2026-11-04'), at: undefined }, '2023-02-01']],
        day,
      )
  })

  it('reads a clock in summer as that of London, and one with a zone as it says', async () => {
    const sheet =
      'NHS No,DOB,Start\n9990000018,2023-02-01,2026-07-01 09:30\n9990000018,2023-02-01,2026-07-01T09:30:00Z\n'
    const starts = (await saidOf(sheet)).map(one => one.appointment?.start?.at)
    assert.deepEqual(
      starts.map(at => at && isoMoment(at)),
      ['2026-07-01 09:30', '2026-07-01 10:30'],
    )
  })

  it('refuses a row by its number, its column and in words that say what to do, and takes the others', async () => {
    const { good, refused } = await mapped(
      `${heading}\n9990000019,,E,M,01/02/2023,04/11/2026,,Eye,\n9990000018,,E,M,01/02/2023,31/11/2026,,Eye,\n9990000018,,E,M,01/02/2023,04/11/2026,half ten,Eye,\n9990000018,,E,M,01/02/2023,04/11/2026,10:30,Eye,\n9990000018,,E,M,01/02/2023,46330,,Eye,\n`,
    )
    assert.deepEqual(
      good.map(({ line }) => line),
      [5],
    )
    assert.deepEqual(
      refused.map(({ line, field }) => [line, field]),
      [
        [2, 'NHS No'],
        [3, 'Appt Date'],
        [4, 'Appt Time'],
        [6, 'Appt Date'],
      ],
    )
    assert.match(refused[0]?.what ?? '', /a digit may be mistyped, and there is no hospital number/)
    assert.match(refused[3]?.what ?? '', /as Excel counts days/)
  })

  it('refuses a birth that lies ahead, or after the appointment: the order of day and month may be wrong', async () => {
    const { refused } = await mapped(
      `${heading}\n9990000018,,E,M,01/02/2027,04/11/2026,,Eye,\n9990000018,,E,M,01/02/2026,04/11/2025,,Eye,\n`,
    )
    assert.deepEqual(
      refused.map(({ field }) => field),
      ['DOB', 'DOB'],
    )
  })

  it('keeps a number that is no NHS number among the numbers, where a hospital number stands beside it', async () => {
    const [said] = await saidOf(`${heading}\n9990000019,K1,E,M,01/02/2023,04/11/2026,,Eye,\n`)
    assert.equal(said?.patient?.nhs, undefined)
    assert.deepEqual(
      said?.patient?.numbers.map(({ authority }) => authority),
      ['RXX', 'NHS'],
    )
  })

  it('keeps nothing of a column that nobody said the use of', async () => {
    const sheet = await sheetOf('NHS No,DOB,Appt Date,Religion\n9990000018,01/02/2023,04/11/2026,secret\n')
    const { good } = mapSheet(sheet, guessed(sheet), taking)
    assert.doesNotMatch(new TextDecoder().decode(good[0]?.bytes), /secret|Religion/)
  })

  it('finds the headings under a title, and reads semicolons, tabs and Excel’s older signs', async () => {
    const title =
      'Clinic list;;\nPrinted 25/11/2026;;\nNHS No;DOB;Appt Date;Surname\n9990000018;01/02/2023;04/11/2026;Zoë\n'
    const [said] = await saidOf(title)
    assert.equal(said?.patient?.name, 'Zoë')
    const sheet = await sheetOf(Buffer.from(title.replaceAll(';', '\t'), 'latin1'))
    const { good } = mapSheet(sheet, guessed(sheet), taking)
    assert.equal(sayAppointmentRow(good[0]?.bytes ?? new Uint8Array(), taking)[0]?.patient?.name, 'Zoë')
  })

  it('says what is missing before any row is read', async () => {
    const { wrong, good } = await mapped('Surname,DOB\nEllis,01/02/2023\n')
    assert.equal(good.length, 0)
    assert.deepEqual(wrong, [
      'Say which column is the NHS number or the hospital number',
      'Say which column is the day of the appointment',
    ])
  })

  it('refuses two columns of one name, and a row that is wider than its headings', async () => {
    assert.match((await mapped('NHS No,DOB,Appt Date,Appt Date\n1,2,3,4\n')).wrong[0] ?? '', /heads two columns/)
    const { refused } = await mapped('NHS No,DOB,Appt Date\n9990000018,01/02/2023,04/11/2026,and more\n')
    assert.match(refused[0]?.what ?? '', /more cells than there are headings/)
  })

  it('says of what is no sheet what to do instead', async () => {
    for (const [bytes, what] of [
      ['%PDF-1.7', /PDF/],
      ['', /holds no rows/],
      ['PK\u0003\u0004nonsense', /not a sound Excel workbook/],
      ['a,b\n"open', /never closed/],
      [`a,b\n${'x'.repeat(5000)},1`, /a cell of more than 4000 letters/],
    ] as const) {
      const read = await readSheet(new TextEncoder().encode(bytes))
      assert.match('faults' in read ? (read.faults[0]?.what ?? '') : '', what)
    }
  })

  it('reads any bytes at all into rows or a reason, and any stored bytes into something said or nothing', () =>
    trySheets(2000, 7))
})
