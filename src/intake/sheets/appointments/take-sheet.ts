import type { Moment } from '../../../calendar/day.ts'
import type { Feed } from '../../../store/feeds.ts'
import { type ArrivingRow, freshRows, readSheetColumns, receiveRows, type SheetTaken } from '../../../store/sheets.ts'
import type { Store } from '../../../store/store.ts'
import type { Fault } from '../fault.ts'
import { readSheet, type Sheet } from '../read-sheet.ts'
import { type ColumnMap, columnMap, guessMap } from './mapping.ts'
import type { UsedRow } from './row-said.ts'
import { type GoodRow, headingsOf, type MappedSheet, mapSheet } from './rows-of-sheet.ts'
import { headingKey } from './uses.ts'

/** The map in force for the sheets of a feed, or nothing where nobody has set one. */
export const findColumnMap = async (store: Store, feed: Feed): Promise<ColumnMap | undefined> => {
  const [last] = await readSheetColumns(store, feed)
  const read = columnMap.safeParse(last?.map)
  return read.success ? read.data : undefined
}

const texts = (row: UsedRow, ...uses: readonly UsedRow['cells'][number]['use'][]): readonly string[] =>
  uses.flatMap(use => row.cells.filter(cell => cell.use === use).map(({ text }) => text.toLowerCase()))

/** By what an appointment is known again on the next sheet: its number, else who, when and where. */
const appointmentOf = (row: UsedRow): string => {
  const [number] = texts(row, 'appointment')
  return number === undefined
    ? JSON.stringify(['who', ...texts(row, 'hospital-number', 'nhs', 'when', 'day', 'time', 'clinic')])
    : JSON.stringify(['number', number])
}

/** A row as it is to be stored: what was said before is known again whenever the sheet was taken. */
export const arrivingRow = ({ row, bytes }: GoodRow): ArrivingRow => ({
  appointment: appointmentOf(row),
  content: JSON.stringify([row.dates, ...row.cells.map(({ use, heading, text }) => [use, heading, text])]),
  bytes,
})

/** The sheets of a file by the map of its feed: what of each can be taken, what is refused, and what is wrong. */
export interface FileRead {
  readonly sheets: readonly Sheet[]
  readonly map: ColumnMap
  readonly mapped: readonly MappedSheet[]
  /** Sheets of a workbook without one heading that the map knows: notes, a key of codes. They are named, and not read. */
  readonly passedOver: readonly string[]
}

const isKnown = (sheet: Sheet, map: ColumnMap): boolean =>
  headingsOf(sheet, map).some(heading => map.columns[headingKey(heading)] !== undefined)

/** Reads a file of appointments by a map, else by what its headings most likely are; or all that is wrong with the file. */
export const readSheetFile = async (
  bytes: Uint8Array,
  feed: Pick<Feed, 'authority'>,
  { made, map }: { readonly made: Moment; readonly map: ColumnMap | undefined },
): Promise<FileRead | { readonly faults: readonly Fault[] }> => {
  const read = await readSheet(bytes)
  if ('faults' in read) return read
  const whole =
    map ??
    guessMap(
      read.sheets.flatMap(sheet => headingsOf(sheet, undefined)),
      undefined,
    )
  const known = read.sheets.filter(sheet => isKnown(sheet, whole))
  const sheets = known.length === 0 ? read.sheets : known
  const mapped = sheets.map(sheet => mapSheet(sheet, whole, { made, authority: feed.authority }))
  const passedOver = read.sheets.filter(sheet => !sheets.includes(sheet)).map(({ sheet }) => sheet ?? '')
  return { sheets, map: whole, mapped, passedOver }
}

const inNumbers = ({ mapped }: FileRead, fresh: number): SheetTaken => {
  const lines = new Set(mapped.flatMap(({ refused }, sheet) => refused.map(({ line }) => `${sheet}|${line}`)))
  return { fresh, unchanged: mapped.reduce((sum, { good }) => sum + good.length, 0) - fresh, refused: lines.size }
}

const rowsOf = ({ mapped }: FileRead): readonly ArrivingRow[] => mapped.flatMap(({ good }) => good).map(arrivingRow)

/** Takes what can be taken of a file: each row that says something new is stored as a message. `key` names this taking. */
export const takeSheetFile = async (store: Store, feed: Feed, read: FileRead, key: string): Promise<SheetTaken> =>
  inNumbers(read, await receiveRows(store, feed, rowsOf(read), key))

/** What taking a file would come to; takes nothing. */
export const trySheetFile = async (store: Store, feed: Feed, read: FileRead): Promise<SheetTaken> =>
  inNumbers(read, (await freshRows(store, feed, rowsOf(read))).size)
