import assert from 'node:assert/strict'
import { getDay } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { guessMap } from './appointments/mapping.ts'
import { headingsOf, mapSheet } from './appointments/rows-of-sheet.ts'
import { sayAppointmentRow } from './appointments/say.ts'
import { readExtract } from './extract/read-extract.ts'
import { sayExtractPerson } from './extract/say-person.ts'
import { tables } from './extract/tables.ts'
import { readSheet } from './read-sheet.ts'

/* Text of any kind as a sheet of appointments, as the extract, and as what was stored of either; used by the tests and by `npm run fuzz -- sheets`. */

const heading = 'NHS No,Hosp No,Surname,Forename,DOB,Appt Date,Appt Time,Clinic,Outcome'
const row = '999 000 0018,K1,Ellis,Maya,01/02/2023,04/11/2026,09:30,Eye,DNA'
const pieces = [
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '|',
  "'",
  '=',
  '\0',
  '\ufeff',
  'é',
  '31/11/2026',
  '46330',
  'NULL',
  '{"A_FLAG":"Y"}',
  '-',
  '9'.repeat(90),
  heading,
  row,
]

const taking = { made: momentAt(getDay('2026-11-25'), '18:00'), authority: 'RXX' }

const random = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const names = Object.keys(tables) as readonly (keyof typeof tables)[]

const textOf = (next: (below: number) => number): string =>
  Array.from({ length: next(24) }, () => pieces[next(pieces.length)] ?? '').join('')

const asSheet = async (bytes: Uint8Array): Promise<void> => {
  const read = await readSheet(bytes)
  if ('faults' in read) return assert.ok(read.faults.every(({ line, what }) => line > 0 && what !== ''))
  for (const sheet of read.sheets) {
    const { good, refused } = mapSheet(sheet, guessMap(headingsOf(sheet, undefined), undefined), taking)
    // What can be taken can be read again from what is stored of it, and a row is taken or refused.
    for (const one of good) assert.equal(sayAppointmentRow(one.bytes, taking).length, 1)
    assert.ok(!refused.some(({ line }) => good.some(one => one.line === line)))
  }
}

const asExtract = (text: string, next: (below: number) => number): void => {
  const name = names[next(names.length)] ?? 'ssd_person'
  const bytes = new TextEncoder().encode(`${tables[name].join(',')}\n${text}`)
  const { faults, rows } = readExtract([{ name: `${name}.csv`, bytes }], {
    authority: 'LA',
    today: getDay('2026-11-26'),
  })
  assert.ok(faults.every(({ line, what }) => line > 0 && what !== ''))
  assert.ok(rows.every(({ source, parts }) => source.startsWith(name) && parts.every(({ on }) => on !== '')))
}

/** Gives so many texts to all that takes sheets: each is read, or said to be none, and nothing is thrown. */
export const trySheets = async (count: number, seed: number): Promise<void> => {
  const next = random(seed)
  for (let round = 0; round < count; round += 1) {
    const text = textOf(next)
    const bytes = new TextEncoder().encode(next(2) === 0 ? `${heading}\n${text}` : text)
    await asSheet(bytes)
    asExtract(text, next)
    sayAppointmentRow(bytes, taking)
    sayExtractPerson(bytes)
  }
}
