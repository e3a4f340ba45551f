import type { Entry } from '../../record/entry.ts'
import { readCsv } from './csv.ts'
import { type Fault, inFileOrder, type Line, type Lines, unreadable } from './fault.ts'
import { textOfFile } from './file-text.ts'
import { readJsonLines } from './json-lines.ts'
import { takeEntries } from './take-entries.ts'
import { readWorkbook } from './workbook.ts'

export type { Fault, Line } from './fault.ts'

/** A whole chronology file as entries in the order of the file, or everything that is wrong with it; nothing is half taken. */
export type ChronologyResult = { readonly entries: readonly Entry[] } | { readonly faults: readonly Fault[] }

const largest = 64 * 1024 * 1024

/** Files that are no sheet, by how they begin, with what to do instead. */
export const others: readonly (readonly [start: readonly number[], what: string])[] = [
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    'is a workbook of an old kind, or one with a password: save it as .xlsx without a password, or as CSV',
  ],
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF: put the entries in a CSV file, a workbook or JSON Lines'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'is a text document (RTF): put the entries in a CSV file, a workbook or JSON Lines'],
]

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)
const isZip = (bytes: Uint8Array): boolean =>
  begins(bytes, [0x50, 0x4b, 0x03, 0x04]) || begins(bytes, [0x50, 0x4b, 0x05, 0x06])

const firstSign = /^[^\S\r\n]*(?!#|\/\/)(\S)/mu
const isJson = (text: string, name: string): boolean => {
  const start = firstSign.exec(text)?.[1]
  if (start === '{' || start === '[') return true
  return /\.(?:jsonl|ndjson|json)$/iu.test(name) && !/^[^\r\n]*\bkind"?\s*[,;\t]/iu.test(text)
}

/** Only CSV may be in Excel's older encoding; whether a file is JSON can be told without knowing which it is. */
const readText = (bytes: Uint8Array, name: string): Lines => {
  const first = textOfFile(bytes, true)
  const json = isJson(first.text, name)
  const { text, faults } = json ? textOfFile(bytes, false) : first
  const read = json ? readJsonLines(text) : readCsv(text)
  return { lines: read.lines, faults: [...faults, ...read.faults] }
}

const readAny = async (bytes: Uint8Array, name: string): Promise<Lines & { readonly sheets?: readonly string[] }> => {
  if (bytes.length > largest) return unreadable('is larger than 64 MB: split it')
  const other = others.find(([start]) => begins(bytes, start))
  if (other !== undefined) return unreadable(other[1])
  return isZip(bytes) ? readWorkbook(bytes) : readText(bytes, name)
}

const noEntries: Fault = {
  line: 1,
  what: 'holds no entries: a chronology has one entry a line, as docs/entries.md describes; `holdfast template csv` makes a file to fill in',
}

/** A whole chronology file as its lines, and beside each the entry that it makes; or everything that is wrong with it. */
export type LinesResult =
  | { readonly lines: readonly Line[]; readonly entries: readonly Entry[] }
  | { readonly faults: readonly Fault[] }

/** The same as `readChronology`, with the line of each entry as it was written: for whoever keeps it to the letter. */
export const readChronologyLines = async (bytes: Uint8Array, name: string): Promise<LinesResult> => {
  const read = await readAny(bytes, name)
  const { entries, faults } = takeEntries(read.lines)
  const all = [...read.faults, ...faults]
  if (all.length > 0) return { faults: inFileOrder(all, read.sheets ?? []) }
  return entries.length > 0 ? { lines: read.lines, entries } : { faults: [noEntries] }
}

/**
 * The entries of a chronology file: JSON Lines, CSV or XLSX, told by what it holds (the name only helps where that leaves
 * it open). Or all its faults at once, in the order of the file. Never throws on what a file holds. The form is
 * described in docs/entries.md.
 */
export const readChronology = async (bytes: Uint8Array, name: string): Promise<ChronologyResult> => {
  const read = await readChronologyLines(bytes, name)
  return 'faults' in read ? read : { entries: read.entries }
}
