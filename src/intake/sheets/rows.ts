import { didYouMean, plainName, quoted } from '../../record/near.ts'
import { findColumn, nearestColumns } from './columns.ts'
import type { Fault, Line, Lines, Place } from './fault.ts'

/** One row of a sheet, with the line of the file or the row of the workbook on which it begins. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows to be read as entries: of a CSV file, or of one sheet of a workbook. */
export interface Table {
  readonly sheet?: string
  /** The kind of every row that names none, where the sheet is named for one. */
  readonly kind?: string
  readonly rows: readonly Row[]
}

interface Heading {
  readonly text: string
  /** The field; nothing for a column that is passed over or has no name. */
  readonly field: string | undefined
}

const isNote = (cell: string): boolean => cell.startsWith('#') || cell.startsWith('//')

const headings = (row: Row): readonly Heading[] =>
  row.cells.map(cell => ({ text: cell.trim(), field: isNote(cell.trim()) ? undefined : findColumn(cell) }))

const headingFaults = (place: Place, row: readonly Heading[]): readonly Fault[] => {
  const unknown = row.filter(({ text, field }) => text !== '' && field === undefined && !isNote(text))
  const fields = row.flatMap(({ field }) => field ?? [])
  const twice = new Set(fields.filter((field, index) => fields.indexOf(field) < index))
  return [
    ...unknown.map(({ text }) => ({
      ...place,
      what: `${quoted(text)} is not a column of any kind of entry${didYouMean(nearestColumns(text), ';')} ${passOver}`,
    })),
    ...[...twice].map(field => ({ ...place, field, what: 'is the name of two columns: keep one' })),
  ]
}
const passOver =
  'docs/entries.md lists the columns of each kind; begin the heading with # to have the column passed over'

/** Whether a row is a note: where the first column is the kind, any # begins one; elsewhere "#12" may be an id, and only "# " does. */
const isNoteRow = ({ cells }: Row, header: readonly Heading[] | undefined): boolean => {
  const first = (cells[0] ?? '').trim()
  const kindFirst = header === undefined || header[0]?.field === 'kind'
  return kindFirst ? isNote(first) : /^(?:#|\/\/)(?:\s|$)/u.test(first)
}

const isBlank = ({ cells }: Row): boolean => cells.every(cell => cell.trim() === '')
const isHeader = ({ cells }: Row): boolean => plainName(cells[0] ?? '') === 'kind'

const strayFault = (place: Place, cell: string, index: number): Fault => ({
  ...place,
  what: `${quoted(cell.trim())} stands in column ${index + 1}, which has no name in the heading: name the column, or take it out; a comma inside a text needs quotation marks round the text`,
})

const readRow = (place: Place, row: Row, header: readonly Heading[], kind: string | undefined): Lines => {
  const faults: Fault[] = []
  const raw: Record<string, string> = kind === undefined ? {} : { kind }
  for (const [index, cell] of row.cells.entries()) {
    if (cell.trim() === '') continue
    const heading = header[index]
    if (heading?.field !== undefined) raw[heading.field] = cell
    else if (heading === undefined || heading.text === '') faults.push(strayFault(place, cell, index))
  }
  return { lines: [{ place, raw }], faults }
}

const withoutKind = (place: Place): Fault => ({
  ...place,
  field: 'kind',
  what: 'is no column: the first row names the columns, and one of them is "kind"; `holdfast template csv` makes a file to fill in',
})

/** The entries of a sheet, a row each. The first row names the columns; a later row that begins with "kind" names them anew. */
export const readRows = (table: Table): Lines => {
  const lines: Line[] = []
  const faults: Fault[] = []
  let header: readonly Heading[] | undefined
  for (const row of table.rows) {
    if (isBlank(row) || isNoteRow(row, header)) continue
    const place = table.sheet === undefined ? { line: row.line } : { line: row.line, sheet: table.sheet }
    if (header === undefined || isHeader(row)) {
      header = headings(row)
      if (table.kind === undefined && !header.some(({ field }) => field === 'kind')) {
        return { lines, faults: [...faults, withoutKind(place)] }
      }
      faults.push(...headingFaults(place, header))
      continue
    }
    const one = readRow(place, row, header, table.kind)
    lines.push(...one.lines)
    faults.push(...one.faults)
  }
  return { lines, faults }
}
