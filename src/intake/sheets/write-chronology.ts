import { stringify } from 'csv-stringify/sync'
import writeWorkbook, { type Row } from 'write-excel-file/node'
import type { Entry } from '../../record/entry.ts'
import { columns } from './columns.ts'
import { csvMark, guarded } from './csv.ts'
import { lineOf, type Written, type WrittenLine } from './file-form.ts'
import { longestCell, workbookCell } from './workbook-cell.ts'

/** Entries as JSON Lines: an entry a line, in their order. */
export const toJsonLines = (entries: readonly Entry[]): string =>
  entries.map(entry => `${JSON.stringify(lineOf(entry))}\n`).join('')

const usedColumns = (lines: readonly WrittenLine[]): readonly string[] => {
  const used = new Set(lines.flatMap(line => Object.keys(line)))
  return columns.filter(column => used.has(column))
}

const cellText = (value: Written | undefined): string => (typeof value === 'string' ? value : (value ?? []).join('; '))

const rowsOf = (entries: readonly Entry[]): readonly (readonly string[])[] => {
  const lines = entries.map(lineOf)
  const used = usedColumns(lines)
  return [used, ...lines.map(line => used.map(column => cellText(line[column])))]
}

/** Rows of texts as CSV that every spreadsheet reads: UTF-8 with its mark, commas, CR LF, and no cell that could run as a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map(row => row.map(guarded)),
    { bom: true, record_delimiter: 'windows', quoted_match: [/[\r\n\t;]/u, /^\s|\s$/u] },
  )

/** Entries as CSV: one heading with every column that is used, then an entry a row, in their order. */
export const toCsv = (entries: readonly Entry[]): string =>
  csvOf([[`${csvMark}: docs/entries.md says how it is read`], ...rowsOf(entries)])

/** A text has no place in a workbook: its cells are too small. The message names the entry by its id and nothing else of it. */
export class CellTooLongError extends Error {
  readonly code = 'sheets.cell-too-long'

  constructor(id: string) {
    super(`a text of ${id} is longer than the ${longestCell} characters of a cell: write JSON Lines or CSV`)
    this.name = 'CellTooLongError'
  }
}

const heading = (column: string) => ({ value: column, fontWeight: 'bold' as const })
// As text, so that a spreadsheet in which somebody works on does not make dates and numbers of what is written.
const asText = (cell: string) => (cell === '' ? null : { value: workbookCell(cell), type: String, format: '@' })

/** Entries as a workbook with one sheet, `entries`. Throws CellTooLongError when a text is longer than a cell can hold. */
export const toXlsx = async (entries: readonly Entry[]): Promise<Uint8Array> => {
  const [used = ['kind'], ...rows] = rowsOf(entries)
  for (const [index, row] of rows.entries())
    if (row.some(cell => workbookCell(cell).length > longestCell))
      throw new CellTooLongError(entries[index]?.id ?? 'an entry')
  const data: Row[] = [used.map(heading), ...rows.map(row => row.map(asText))]
  return writeWorkbook([{ sheet: 'entries', data, stickyRowsCount: 1 }]).toBuffer()
}
