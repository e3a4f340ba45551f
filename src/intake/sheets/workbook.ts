import { fork } from 'node:child_process'
import { kinds } from '../../record/entry.ts'
import { didYouMean, nearestAmong, plainName, quoted } from '../../record/near.ts'
import { findColumn } from './columns.ts'
import { type Fault, type Lines, unreadable } from './fault.ts'
import { readRows, type Table } from './rows.ts'
import type { SheetTexts } from './workbook-process.ts'

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50
const longestComment = 65_557

const findDirectoryEnd = (view: DataView): number | undefined => {
  const earliest = Math.max(0, view.byteLength - longestComment)
  for (let at = view.byteLength - 22; at >= earliest; at -= 1) if (view.getUint32(at, true) === directoryEnd) return at
  return undefined
}

/** The bytes that a zip file says it unpacks to, or nothing when its directory cannot be read. */
const unpackedSize = (bytes: Uint8Array): number | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findDirectoryEnd(view)
  if (end === undefined) return undefined
  let size = 0
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== directoryEntry) return undefined
    size += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return size
}

/** What the reading of a workbook may take: bytes when unpacked, megabytes of memory, and time. */
export interface Most {
  readonly unpacked: number
  readonly memory: number
  readonly milliseconds: number
}

// A sheet of 20,000 entries takes a tenth of each.
const most: Most = { unpacked: 128 * 1024 * 1024, memory: 384, milliseconds: 20_000 }

const notWorkbook =
  'is not a sound Excel workbook (.xlsx): open it in a spreadsheet program and save it anew, or send it as CSV'
const tooLarge = 'is a workbook too large to be read in one piece: split it, or send it as JSON Lines or CSV'

/** The sheets of a workbook, or why there are none. */
export type Sheets = readonly SheetTexts[] | string

/** Reads the sheets in a process of their own, which is ended when it takes too much. One that fails by itself ends with 1. */
const inProcess = (bytes: Uint8Array, { memory, milliseconds }: Most): Promise<Sheets> => {
  const { promise, resolve } = Promise.withResolvers<Sheets>()
  const reader = fork(new URL('./workbook-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${memory}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    timeout: milliseconds,
    killSignal: 'SIGKILL',
  })
  reader.once('message', sheets => resolve(sheets as readonly SheetTexts[]))
  reader.once('error', () => resolve(notWorkbook))
  reader.once('exit', code => resolve(code === 0 || code === 1 ? notWorkbook : tooLarge))
  reader.send(bytes, () => undefined)
  return promise.finally(() => reader.kill('SIGKILL'))
}

/** The sheets of a workbook as texts, read in a process of their own; or why they cannot be read. Never throws on what it holds. */
export const sheetsOf = async (bytes: Uint8Array, limits: Most = most): Promise<Sheets> => {
  const size = unpackedSize(bytes)
  if (size === undefined) return notWorkbook
  return size > limits.unpacked ? tooLarge : inProcess(bytes, limits)
}

const longestSheetName = 31
const passedOver = new Set(['read-me', 'readme'])

/** The kind that a sheet is named for. Excel cuts the names of sheets to 31 characters. */
const kindOfSheet = (sheet: string): string | undefined => {
  const name = plainName(sheet)
  return Object.keys(kinds).find(kind => kind.slice(0, longestSheetName) === name)
}

const isEmpty = ({ rows }: SheetTexts): boolean => rows.every(row => row.every(cell => cell.trim() === ''))

const tableOf = ({ sheet, rows }: SheetTexts, kind: string | undefined): Table => ({
  sheet,
  ...(kind === undefined ? {} : { kind }),
  rows: rows.map((cells, index) => ({ line: index + 1, cells })),
})

const nearestSheet = nearestAmong(['entries', ...Object.keys(kinds)])
const strangeSheet = (sheet: string): Fault => ({
  line: 1,
  sheet,
  what: `${quoted(sheet)} is not the name of a kind of entry, and the sheet has no column "kind"${didYouMean(nearestSheet(sheet), ':')} name it for a kind, or begin its name with # to have it passed over`,
})

const hasKindColumn = ({ rows }: SheetTexts): boolean => rows.some(row => row.some(cell => findColumn(cell) === 'kind'))

const readSheet = (own: SheetTexts): Lines => {
  const name = own.sheet.trim()
  if (name.startsWith('#') || passedOver.has(plainName(name)) || isEmpty(own)) return { lines: [], faults: [] }
  const kind = kindOfSheet(name)
  if (kind === undefined && !hasKindColumn(own)) return { lines: [], faults: [strangeSheet(name)] }
  return readRows(tableOf(own, kind))
}

/** What a workbook holds, with the names of its sheets in their order. A sheet is named for a kind, or has a column `kind`. */
export const readWorkbook = async (
  bytes: Uint8Array,
  limits: Most = most,
): Promise<Lines & { readonly sheets: readonly string[] }> => {
  const sheets = await sheetsOf(bytes, limits)
  if (typeof sheets === 'string') return { ...unreadable(sheets), sheets: [] }
  const read = sheets.map(readSheet)
  return {
    lines: read.flatMap(one => one.lines),
    faults: read.flatMap(one => one.faults),
    sheets: sheets.map(({ sheet }) => sheet.trim()),
  }
}
