import { CsvError, parse } from 'csv-parse/sync'
import { findColumn } from './columns.ts'
import type { Fault, Lines } from './fault.ts'
import { longestLine } from './json-lines.ts'
import { type Row, readRows } from './rows.ts'

/** How a CSV file that Holdfast wrote begins. In it alone a leading apostrophe may be a guard, see `guarded`. */
export const csvMark = '# Holdfast chronology'

// A spreadsheet takes a cell that begins like this for a formula, and would run it (OWASP, CSV injection).
const formulaLike = /^'*[=+\-@\t\r]/u

/** A cell that no spreadsheet takes for a formula: an apostrophe is put before what looks like one. */
export const guarded = (cell: string): string => (formulaLike.test(cell) ? `'${cell}` : cell)

const unguarded = (cell: string): string => (cell.startsWith("'") && formulaLike.test(cell) ? cell.slice(1) : cell)

const delimiters = [',', ';', '\t'] as const
/** What Excel itself may write on the first line: which mark stands between the cells. */
export const excelHint = /^sep=(.)\s*$/iu

const namedColumns = (line: string, delimiter: string): number =>
  line.split(delimiter).filter(cell => findColumn(cell.replaceAll('"', '')) !== undefined).length

/** The mark between the cells: as Excel's own hint says, else the one by which the heading falls into the most columns that we know. */
const delimiterOf = (text: string): string => {
  const lines = text.slice(0, longestLine).split(/\r\n|\n|\r/u)
  const hint = excelHint.exec(lines[0] ?? '')?.[1]
  if (hint !== undefined) return hint
  const heading = lines.find(line => line.trim() !== '' && !/^\s*"?(?:#|\/\/)/u.test(line)) ?? ''
  const counts = delimiters.map(delimiter => namedColumns(heading, delimiter))
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}

const newLine = 10
const carriageReturn = 13

/** How many line breaks lie between two places: CR LF is one. */
const breaksBetween = (bytes: Uint8Array, from: number, to: number): number => {
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]
    if (byte === newLine || (byte === carriageReturn && bytes[at + 1] !== newLine)) breaks += 1
  }
  return breaks
}

const wrongWords: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED:
    'has a quotation mark that is opened and never closed: close it, and write a quotation mark inside a text twice',
  CSV_MAX_RECORD_SIZE: 'is longer than 1 MB: a quotation mark on it may never be closed',
}

/** The rows of a text, and what is wrong with it as CSV. */
export interface Parsed {
  readonly rows: readonly Row[]
  readonly faults: readonly Fault[]
}

/** A text as rows of cells. The parser counts a CR LF inside a text as two lines, so lines are counted here, from the places at which rows end. */
export const parseRows = (text: string, delimiter: string): Parsed => {
  const bytes = Buffer.from(text)
  const rows: Row[] = []
  let [line, end] = [1, 0]
  const take = (cells: string[], { bytes: at }: { readonly bytes: number }): null => {
    rows.push({ line, cells })
    line += breaksBetween(bytes, end, at)
    end = at
    return null
  }
  try {
    parse(bytes, {
      delimiter,
      on_record: take,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: longestLine,
    })
    return { rows, faults: [] }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return {
      rows,
      faults: [{ line, what: wrongWords[error.code] ?? 'cannot be read as CSV: save the file anew as CSV UTF-8' }],
    }
  }
}

/** What a CSV file holds. Commas, semicolons or tabs part its cells, whichever the heading shows. */
export const readCsv = (text: string): Lines => {
  const { rows, faults } = parseRows(text, delimiterOf(text))
  const body = excelHint.test(text.split(/\r\n|\n|\r/u, 1)[0] ?? '') ? rows.slice(1) : rows
  const own = text.startsWith(csvMark) ? body.map(row => ({ ...row, cells: row.cells.map(unguarded) })) : body
  const read = readRows({ rows: own })
  return { lines: read.lines, faults: [...faults, ...read.faults] }
}
