import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import writeWorkbook, { type Row } from 'write-excel-file/node'
import { getDay } from '../../../calendar/day.ts'
import { isoMoment, momentAt } from '../../../calendar/moment.ts'
import type { Agency } from '../../../people/service.ts'
import { createFeed, type Feed } from '../../../store/feeds.ts'
import { closeUpload, findUpload, keepUpload, readSheetColumns, setSheetColumns } from '../../../store/sheets.ts'
import { type TrialFamily, trialFamily } from '../../../store/trial-family.ts'
import { sayAppointmentRow } from './say.ts'
import { findColumnMap, readSheetFile, takeSheetFile, trySheetFile } from './take-sheet.ts'

const heading = 'NHS No,DOB,Appt Date,Appt No,Outcome'
const first = '9990000018,01/02/2023,04/11/2026,A1,Booked'
const second = '9990000018,01/02/2023,11/11/2026,A2,Booked'

describe('taking a sheet', () => {
  let family: TrialFamily
  let feed: Feed
  let hour = 8
  before(async () => {
    family = await trialFamily()
    const made = { id: 'royal-lists', name: 'Lists', agency: 'hospital/royal' as Agency, sort: 'sheet' } as const
    feed = await createFeed(family.store, { partnership: family.partnership, ...made, authority: 'RXX' })
  })
  after(() => family.drop())

  const readOf = async (...rows: readonly string[]) => {
    hour += 1
    const made = momentAt(getDay('2026-11-25'), `${String(hour).padStart(2, '0')}:00`)
    const bytes = new TextEncoder().encode([heading, ...rows, ''].join('\n'))
    const read = await readSheetFile(bytes, feed, { made, map: undefined })
    if ('faults' in read) throw new Error('a fault')
    return read
  }
  const take = async (...rows: readonly string[]) =>
    takeSheetFile(family.store, feed, await readOf(...rows), `key-${hour}`)
  const stored = async () =>
    (await family.ask('select sealed from message order by message')).map(({ sealed }) => {
      const opened = family.store.sealing().open(sealed as Buffer, `${family.partnership}|royal-lists`)
      const { cells } = JSON.parse(opened.toString()) as { cells: readonly (readonly string[])[] }
      return cells
        .map(([, , text]) => text)
        .slice(3)
        .join(' ')
    })

  it('stores each row as a message, and the same sheet again stores nothing', async () => {
    assert.deepEqual(await trySheetFile(family.store, feed, await readOf(first, second)), {
      fresh: 2,
      unchanged: 0,
      refused: 0,
    })
    assert.deepEqual(await take(first, second), { fresh: 2, unchanged: 0, refused: 0 })
    assert.deepEqual(await take(first, second), { fresh: 0, unchanged: 2, refused: 0 })
    assert.deepEqual(await take(second), { fresh: 0, unchanged: 1, refused: 0 })
    assert.deepEqual(await stored(), ['A1 Booked', 'A2 Booked'])
  })

  it('stores what a row says anew, also where it goes back to what it said before', async () => {
    await take(first.replace('Booked', 'DNA'))
    await take(first)
    assert.deepEqual((await stored()).slice(2), ['A1 DNA', 'A1 Booked'])
  })

  it('keeps every row of one number: what was missed stays beside the new day', async () => {
    const before = (await stored()).length
    const rows = [first.replace('Booked', 'DNA'), first.replace('04/11', '18/11')]
    assert.equal((await take(...rows)).fresh, 2)
    assert.equal((await take(...rows)).fresh, 0)
    assert.equal((await stored()).length, before + 2)
  })

  it('counts a refused row once, and takes the others', async () => {
    assert.deepEqual(await take('123,99/99/2023,99/99/2026,A9,', second), { fresh: 0, unchanged: 1, refused: 1 })
  })

  it('reads a workbook as a spreadsheet program saves one, and names the sheets that hold no appointments', async () => {
    const date = (iso: string, format: string) => ({ value: new Date(iso), type: Date, format })
    const data = [
      ['Printed by the clinic'],
      ['NHS No', 'DOB', 'Appt Date', 'Appt Time', 'Clinic'],
      [9990000018, date('2023-02-01', 'dd/mm/yyyy'), date('2026-11-04', 'dd/mm/yyyy'), '09:30', 'Eyes'],
      ['9990000018', '1 Feb 2023', date('2026-11-05T10:15Z', 'dd/mm/yyyy hh:mm'), '', 'Eyes'],
    ]
    const notes = [['How to read this'], ['1', 'came']]
    const file = await writeWorkbook([
      { sheet: 'Notes', data: notes },
      { sheet: 'Clinics', data: data as Row[] },
    ]).toBuffer()
    const made = momentAt(getDay('2026-11-25'), '08:00')
    const read = await readSheetFile(file, feed, { made, map: undefined })
    assert.ok('mapped' in read)
    assert.deepEqual(read.passedOver, ['Notes'])
    assert.deepEqual(
      read.mapped.flatMap(one => [...one.wrong, ...one.refused]),
      [],
    )
    const starts = read.mapped.flatMap(({ good }) => good).flatMap(({ bytes }) => sayAppointmentRow(bytes, feed))
    assert.deepEqual(
      starts.map(({ appointment, patient }) => [
        patient?.born,
        appointment?.start?.at && isoMoment(appointment.start.at),
      ]),
      [
        [getDay('2023-02-01'), '2026-11-04 09:30'],
        [getDay('2023-02-01'), '2026-11-05 10:15'],
      ],
    )
  })

  it('forgets a row with its message, so that it can be sent again', async () => {
    await family.ask('delete from message')
    assert.deepEqual(await family.ask('select * from sheet_row'), [])
    assert.equal((await take(second)).fresh, 1)
  })

  it('keeps every edition of the columns; the same again makes none', async () => {
    const map = { columns: { nhsno: 'nhs' }, dates: 'day-first' }
    await setSheetColumns(family.store, feed, map, 'somebody')
    await setSheetColumns(family.store, feed, { ...map }, 'somebody')
    await setSheetColumns(family.store, feed, { ...map, dates: 'month-first' }, 'somebody')
    assert.deepEqual(
      (await readSheetColumns(family.store, feed)).map(({ version }) => version),
      [2, 1],
    )
    assert.equal((await findColumnMap(family.store, feed))?.dates, 'month-first')
  })

  it('keeps a file that was sent for its sender alone, sealed, and only until it was taken', async () => {
    const asking = { partnership: family.partnership, practitioner: family.worker }
    const bytes = new TextEncoder().encode('Dunmore')
    const name = await keepUpload(family.store, asking, feed, bytes)
    assert.deepEqual((await findUpload(family.store, asking, feed, name))?.bytes, Buffer.from(bytes))
    assert.equal(
      await findUpload(family.store, { ...asking, practitioner: 'p9' as typeof family.worker }, feed, name),
      undefined,
    )
    assert.doesNotMatch(JSON.stringify(await family.ask('select * from sheet_upload')), /Dunmore|44756e6d6f7265/)
    await closeUpload(family.store, feed, name, { fresh: 1, unchanged: 0, refused: 0 })
    assert.deepEqual(await family.ask('select length(sealed) as length from sheet_upload'), [{ length: 0 }])
    assert.equal((await findUpload(family.store, asking, feed, name))?.taken?.fresh, 1)
  })
})
