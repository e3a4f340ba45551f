import { others } from './chronology-file.ts'
import { excelHint, parseRows } from './csv.ts'
import type { Fault } from './fault.ts'
import { textOfFile } from './file-text.ts'
import type { Row } from './rows.ts'
import { sheetsOf } from './workbook.ts'

/** One sheet of another system: its rows as they stand, and which sheet it is where the file has several. */
export interface Sheet {
  readonly sheet: string | undefined
  readonly rows: readonly Row[]
}

/** The sheets of a file, or all that is wrong with it. */
export type SheetsResult = { readonly sheets: readonly Sheet[] } | { readonly faults: readonly Fault[] }

/** What a sheet may hold: bytes, rows of all sheets together, cells in a row, letters in a cell. */
export const mostOfSheet = { bytes: 10 * 1024 * 1024, rows: 20_000, cells: 200, letters: 4000 } as const

const delimiters = [',', ';', '\t', '|'] as const

const countOfMark = (line: string, mark: string): number => line.replaceAll(/"[^"]*"/gu, '').split(mark).length

/** The mark between the cells: as Excel's hint says, else the one that parts one of the first lines into the most cells. */
const delimiterOf = (text: string): string => {
  const lines = text.slice(0, 20_000).split(/\r\n|\n|\r/u, 12)
  const hint = excelHint.exec(lines[0] ?? '')?.[1]
  if (hint !== undefined) return hint
  const counts = delimiters.map(mark => Math.max(...lines.map(line => countOfMark(line, mark))))
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array): boolean => begins(bytes, [0x50, 0x4b])

const isBlank = ({ cells }: Row): boolean => cells.every(cell => cell.trim() === '')

const rowsOfText = (bytes: Uint8Array): { readonly rows: readonly Row[]; readonly faults: readonly Fault[] } => {
  const { text, faults } = textOfFile(bytes, true)
  if (faults.length > 0) return { rows: [], faults }
  if (text.includes('\0')) return { rows: [], faults: [{ line: 1, what: 'is no sheet: send it as CSV or .xlsx' }] }
  const read = parseRows(text, delimiterOf(text))
  return {
    rows: excelHint.test(text.split(/\r\n|\n|\r/u, 1)[0] ?? '') ? read.rows.slice(1) : read.rows,
    faults: read.faults,
  }
}

const readAny = async (bytes: Uint8Array): Promise<SheetsResult> => {
  const other = others.find(([start]) => begins(bytes, start))
  if (other !== undefined) return { faults: [{ line: 1, what: other[1] }] }
  if (!isZip(bytes)) {
    const { rows, faults } = rowsOfText(bytes)
    return faults.length > 0 ? { faults } : { sheets: [{ sheet: undefined, rows }] }
  }
  const sheets = await sheetsOf(bytes)
  if (typeof sheets === 'string') return { faults: [{ line: 1, what: sheets }] }
  return {
    sheets: sheets.map(({ sheet, rows }) => ({
      sheet: sheet.trim(),
      rows: rows.map((cells, at) => ({ line: at + 1, cells })),
    })),
  }
}

const tooLarge = (what: string, line = 1): SheetsResult => ({ faults: [{ line, what }] })

const within = (sheets: readonly Sheet[]): SheetsResult => {
  const filled = sheets
    .map(one => ({ ...one, rows: one.rows.filter(row => !isBlank(row)) }))
    .filter(one => one.rows.length > 0)
  if (filled.length === 0) return tooLarge('holds no rows')
  if (filled.reduce((sum, one) => sum + one.rows.length, 0) > mostOfSheet.rows)
    return tooLarge(`has more than ${mostOfSheet.rows} rows: split it`)
  const long = filled.flatMap(one => one.rows).find(({ cells }) => isTooLong(cells))
  if (long === undefined) return { sheets: filled }
  return tooLarge(
    `has more than ${mostOfSheet.cells} cells, or a cell of more than ${mostOfSheet.letters} letters`,
    long.line,
  )
}

const isTooLong = (cells: readonly string[]): boolean =>
  cells.length > mostOfSheet.cells || cells.some(cell => cell.length > mostOfSheet.letters)

/**
 * The rows of a sheet that another system wrote: CSV with commas, semicolons, tabs or bars, or an Excel workbook, told by
 * what it holds. Blank rows are passed over, and every row keeps its number. Never throws on what a file holds.
 */
export const readSheet = async (bytes: Uint8Array): Promise<SheetsResult> => {
  if (bytes.length > mostOfSheet.bytes) return tooLarge('is larger than 10 MB: split it')
  const read = await readAny(bytes)
  return 'faults' in read ? read : within(read.sheets)
}
