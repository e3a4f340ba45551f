import type { Moment } from '../../../calendar/day.ts'
import type { Fault } from '../fault.ts'
import type { Sheet } from '../read-sheet.ts'
import type { Row } from '../rows.ts'
import { type ColumnMap, headingRow, headingsTwice, whyNotMapped } from './mapping.ts'
import { rowSaid, type UsedCell, type UsedRow } from './row-said.ts'
import { bytesOfRow } from './say.ts'
import { headingKey } from './uses.ts'

/** A row that can be taken: its number on the sheet, what it says in cells, and the bytes as which it is kept. */
export interface GoodRow {
  readonly line: number
  readonly row: UsedRow
  readonly bytes: Uint8Array
}

/** The rows of a sheet by a map: those that can be taken, and those that are refused, each by number and reason. */
export interface MappedSheet {
  readonly headings: readonly string[]
  readonly good: readonly GoodRow[]
  readonly refused: readonly Fault[]
  /** What is wrong with the map or the headings; then no row is read. */
  readonly wrong: readonly string[]
}

/** The headings of a sheet, with what a row below them must have. */
export const headingsOf = (sheet: Sheet, known: ColumnMap | undefined): readonly string[] =>
  sheet.rows[headingRow(sheet.rows, known)]?.cells.map(cell => cell.trim()) ?? []

/** The first cells below each heading, so that somebody can tell what a column is. */
export const examplesOf = (sheet: Sheet, known: ColumnMap | undefined): readonly (readonly string[])[] => {
  const at = headingRow(sheet.rows, known)
  const below = sheet.rows.slice(at + 1, at + 40)
  return (sheet.rows[at]?.cells ?? []).map((_, column) =>
    [...new Set(below.map(({ cells }) => (cells[column] ?? '').trim()).filter(cell => cell !== ''))].slice(0, 3),
  )
}

const usedCells = ({ cells }: Row, headings: readonly string[], map: ColumnMap): readonly UsedCell[] =>
  cells.flatMap((text, at): UsedCell[] => {
    const heading = headings[at] ?? ''
    const use = map.columns[headingKey(heading)]
    return use === undefined || text.trim() === '' ? [] : [{ use, heading, text: text.trim() }]
  })

const tooWide = (row: Row, headings: readonly string[]): boolean =>
  row.cells.some((cell, at) => at >= headings.length && cell.trim() !== '')

const place = (row: Row, { sheet }: Sheet) => (sheet === undefined ? { line: row.line } : { line: row.line, sheet })

/** By a map, every row of a sheet below its headings; `made` is when it is taken. A row is taken whole or refused whole. */
export const mapSheet = (sheet: Sheet, map: ColumnMap, { made, authority }: Taking): MappedSheet => {
  const headings = headingsOf(sheet, map)
  const wrong = [...headingsTwice(headings), ...whyNotMapped(map, headings)]
  if (wrong.length > 0) return { headings, good: [], refused: [], wrong }
  const good: GoodRow[] = []
  const refused: Fault[] = []
  for (const row of sheet.rows.slice(headingRow(sheet.rows, map) + 1)) {
    const used: UsedRow = { cells: usedCells(row, headings, map), dates: map.dates, made }
    const read = rowSaid(used, authority)
    if (tooWide(row, headings))
      refused.push({
        ...place(row, sheet),
        what: 'has more cells than there are headings: a comma inside a text needs quotation marks round the text',
      })
    else if ('said' in read) good.push({ line: row.line, row: used, bytes: bytesOfRow(used) })
    else
      refused.push(
        ...read.problems.map(({ heading, what }) => ({
          ...place(row, sheet),
          ...(heading === undefined ? {} : { field: heading }),
          what,
        })),
      )
  }
  return { headings, good, refused, wrong: [] }
}

/** When a sheet is taken, and whose numbers its hospital numbers are. */
export interface Taking {
  readonly made: Moment
  readonly authority: string | undefined
}
