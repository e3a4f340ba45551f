import type { Moment } from '../../../calendar/day.ts'
import { londonDay } from '../../../calendar/moment.ts'
import { findNhsNumber, whyNotNhsNumber } from '../../../people/nhs-number.ts'
import type { AppointmentSaid, NumberSaid, PatientSaid, Said, WhenSaid } from '../../feeds/said.ts'
import { type DateOrder, type DayRead, findClock, momentOf, readSheetDay, yearOf } from './sheet-day.ts'
import type { Use } from './uses.ts'

/** A cell that a use was found for, with its heading as it stands on the sheet. */
export interface UsedCell {
  readonly use: Use
  readonly heading: string
  readonly text: string
}

/** One row with what is needed to read it again: its cells, in which order dates stand, and when it was taken. */
export interface UsedRow {
  readonly cells: readonly UsedCell[]
  readonly dates: DateOrder
  readonly made: Moment
}

/** Why a row cannot be taken: which column, and what to do. */
export interface RowProblem {
  readonly heading: string | undefined
  readonly what: string
}

/** What a row says, or all that is wrong with it. */
export type RowRead = { readonly said: Said } | { readonly problems: readonly RowProblem[] }

const cellsOf = ({ cells }: UsedRow, use: Use): readonly UsedCell[] =>
  cells.filter(cell => cell.use === use && cell.text.trim() !== '')
const cellOf = (row: UsedRow, use: Use): UsedCell | undefined => cellsOf(row, use)[0]
const textOf = (row: UsedRow, use: Use): string | undefined => cellOf(row, use)?.text.trim().replaceAll(/\s+/gu, ' ')

const dayOf = (row: UsedRow, use: 'born' | 'when' | 'day'): DayRead | undefined => {
  const cell = cellOf(row, use)
  if (cell === undefined) return undefined
  const year = yearOf(londonDay(row.made))
  return readSheetDay(cell.text, { order: row.dates, year, ahead: use === 'born' ? 0 : 20 })
}

const whenOf = (row: UsedRow): WhenSaid | undefined => {
  const read = dayOf(row, 'when') ?? dayOf(row, 'day')
  if (read === undefined || 'wrong' in read) return undefined
  const clock = findClock(textOf(row, 'time') ?? '') ?? read.clock
  return { day: read.day, at: read.at ?? (clock === undefined ? undefined : momentOf(read.day, clock)) }
}

const nameOf = (row: UsedRow): string | undefined => {
  const parts = [textOf(row, 'forename'), textOf(row, 'surname')].filter(part => part !== undefined)
  if (parts.length > 0) return parts.join(' ')
  const whole = textOf(row, 'name')
  const [, surname, forename] = /^([^,]+), *(.+)$/u.exec(whole ?? '') ?? []
  return surname === undefined ? whole : `${forename} ${surname}`
}

const numbersOf = (row: UsedRow, authority: string | undefined): readonly NumberSaid[] => {
  const nhs = textOf(row, 'nhs')
  const own = textOf(row, 'hospital-number')
  return [
    ...(own === undefined ? [] : [{ number: own, authority }]),
    ...(nhs === undefined || findNhsNumber(nhs) !== undefined ? [] : [{ number: nhs, authority: 'NHS' }]),
  ]
}

const patientOf = (row: UsedRow, authority: string | undefined): PatientSaid => {
  const born = dayOf(row, 'born')
  const lines = cellsOf(row, 'address').map(({ text }) => text.trim())
  const postcode = textOf(row, 'postcode')
  return {
    numbers: numbersOf(row, authority),
    nhs: findNhsNumber(textOf(row, 'nhs') ?? ''),
    name: nameOf(row),
    born: born === undefined || 'wrong' in born ? undefined : born.day,
    address: lines.length === 0 && postcode === undefined ? undefined : { lines, postcode },
    telephone: textOf(row, 'telephone'),
    died: undefined,
  }
}

const purposeOf = (row: UsedRow): string | undefined => {
  const texts = cellsOf(row, 'purpose').map(({ text }) => text.trim())
  return texts.length === 0 ? undefined : texts.join('; ')
}

const appointmentOf = (row: UsedRow, authority: string | undefined): AppointmentSaid => {
  const number = textOf(row, 'appointment')
  return {
    // A sheet names no event: what became of it is for the sender's own codes to say, by the table of the feed.
    act: 'changed',
    numbers: number === undefined ? [] : [{ number, authority }],
    start: whenOf(row),
    end: undefined,
    clinic: textOf(row, 'clinic'),
    site: textOf(row, 'site'),
    consultant: textOf(row, 'consultant'),
    purpose: purposeOf(row),
    codes: cellsOf(row, 'outcome').map(({ heading, text }) => ({
      place: heading,
      code: text.trim(),
      words: undefined,
    })),
  }
}

const wrongDays = (row: UsedRow): readonly RowProblem[] =>
  (['born', 'when', 'day'] as const).flatMap(use => {
    const read = dayOf(row, use)
    return read !== undefined && 'wrong' in read ? [{ heading: cellOf(row, use)?.heading, what: read.wrong }] : []
  })

const wrongTime = (row: UsedRow): readonly RowProblem[] => {
  const text = textOf(row, 'time')
  if (text === undefined || findClock(text) !== undefined) return []
  return [{ heading: cellOf(row, 'time')?.heading, what: `${JSON.stringify(text)} is not a time: write it like 09:30` }]
}

const nobody = (row: UsedRow): readonly RowProblem[] => {
  const nhs = cellOf(row, 'nhs')
  if (textOf(row, 'hospital-number') !== undefined) return []
  if (nhs === undefined)
    return [
      { heading: undefined, what: 'has neither an NHS number nor a hospital number: nobody can tell whose it is' },
    ]
  const why = whyNotNhsNumber(nhs.text)
  return why === undefined ? [] : [{ heading: nhs.heading, what: `${why}, and there is no hospital number` }]
}

const noDay = (row: UsedRow): readonly RowProblem[] =>
  cellOf(row, 'when') === undefined && cellOf(row, 'day') === undefined
    ? [{ heading: undefined, what: 'has no day of the appointment' }]
    : []

const impossible = ({ patient, appointment }: Said, row: UsedRow): readonly RowProblem[] => {
  const [born, day] = [patient?.born, appointment?.start?.day]
  if (born === undefined) return []
  const heading = cellOf(row, 'born')?.heading
  if (born > londonDay(row.made)) return [{ heading, what: 'lies ahead: is the order of day and month right?' }]
  return day !== undefined && day < born ? [{ heading, what: 'is after the day of the appointment' }] : []
}

/** What one row of a sheet says of a patient and an appointment, or all that is wrong with it; `authority` is that of the feed. */
export const rowSaid = (row: UsedRow, authority: string | undefined): RowRead => {
  const said: Said = {
    control: undefined,
    event: 'row of a sheet',
    made: row.made,
    patient: patientOf(row, authority),
    appointment: appointmentOf(row, authority),
    merge: undefined,
  }
  const problems = [...nobody(row), ...noDay(row), ...wrongDays(row), ...wrongTime(row), ...impossible(said, row)]
  return problems.length > 0 ? { problems } : { said }
}
