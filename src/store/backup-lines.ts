import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { BackupRefusal, type BackupStart, type Counts } from './backup.ts'
import type { Heads } from './heads.ts'
import { isKeptTable, type KeptTable } from './kept-tables.ts'
import type { SealedFile } from './sealed.ts'

/** What stands in a backup, one after another. */
export type Part =
  | { readonly start: BackupStart }
  | { readonly table: KeptTable; readonly columns: readonly string[] }
  | { readonly row: string }
  | { readonly heads: Heads }
  | { readonly end: Counts }

const newLine = 10

/** The lines of a sealed, gzipped file; only a line feed ends one, for a text may hold any other sign. */
async function* linesOf(file: SealedFile): AsyncGenerator<string> {
  const gunzip = createGunzip()
  // What goes wrong before it comes out of the loop below.
  const flowing = pipeline(Readable.from(file.words()), gunzip).catch(() => {})
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of gunzip) {
    const bytes = rest.length === 0 ? (piece as Buffer) : Buffer.concat([rest, piece as Buffer])
    let from = 0
    for (let at = bytes.indexOf(newLine); at >= 0; at = bytes.indexOf(newLine, from)) {
      yield bytes.toString('utf8', from, at)
      from = at + 1
    }
    rest = bytes.subarray(from)
  }
  await flowing
  if (rest.length > 0) throw noBackup()
}

const noBackup = () => new BackupRefusal('no-backup', 'The file was sealed by Holdfast, and is no backup.')

const partOf = (line: string): Part => {
  if (!line.startsWith('#')) return { row: line }
  const own = JSON.parse(line.slice(1)) as { readonly table?: unknown }
  if ('holdfast' in own) return { start: own as unknown as BackupStart }
  if ('table' in own && !isKeptTable(String(own.table)))
    throw new BackupRefusal('newer', 'The backup was made by a newer Holdfast: put it back with that one.')
  return own as unknown as Part
}

/** Everything in a backup, in order. Throws SealRefusal and BackupRefusal. */
export async function* partsOf(file: SealedFile): AsyncGenerator<Part> {
  for await (const line of linesOf(file)) yield partOf(line)
}

/** What a backup holds, once it was read to its end. */
export interface Survey {
  readonly start: BackupStart
  readonly heads: Heads
  readonly counts: Counts
}

/** Reads a backup through without keeping any of it: whether it is whole, and what it holds. */
export const survey = async (file: SealedFile): Promise<Survey> => {
  const seen: { start?: BackupStart; heads?: Heads; end?: Counts } = {}
  const counts: Record<string, number> = {}
  let table = ''
  for await (const part of partsOf(file)) {
    if ('table' in part) table = part.table
    else if ('row' in part) counts[table] = (counts[table] ?? 0) + 1
    else Object.assign(seen, part)
  }
  const { start, heads, end } = seen
  if (start?.holdfast !== 'backup' || heads === undefined || end === undefined) throw noBackup()
  if (JSON.stringify(counts) !== JSON.stringify(end)) throw noBackup()
  return { start, heads, counts }
}
