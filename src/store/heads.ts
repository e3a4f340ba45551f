import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { type Day, isoDay } from '../calendar/day.ts'
import { asOwner } from './as-owner.ts'
import { keepFile } from './server/kept-file.ts'

/** How far the chain of one record went, and the hash of its last link in hexadecimal. */
export interface RecordHead {
  readonly partnership: number
  readonly record: string
  readonly last: number
  readonly head: string
}

/** The heads of all chains as they were on a day: kept outside the database, they know what it may have forgotten. */
export interface Heads {
  /** As YYYY-MM-DD. */
  readonly day: string
  readonly heads: readonly RecordHead[]
}

/** A file that holds no heads, or not all of them. */
export class HeadsRefusal extends Error {
  readonly code = 'heads.unreadable'

  constructor(file: string, what: string) {
    super(`"${file}" ${what}`)
    this.name = 'HeadsRefusal'
  }
}

const all = `select partnership, record, last, encode(head, 'hex') as head from record where last > 0
  order by partnership, record`

/** The heads of all chains now, read as the owner. */
export const findHeads = async (client: pg.ClientBase, day: Day): Promise<Heads> => {
  const { rows } = await client.query<RecordHead>(all)
  return { day: isoDay(day), heads: rows }
}

const textOf = ({ day, heads }: Heads): string =>
  [{ holdfast: 'heads', day, records: heads.length }, ...heads].map(line => `${JSON.stringify(line)}\n`).join('')

/**
 * Writes the heads of all chains to `heads/heads-YYYY-MM-DD.jsonl` in a folder, readable by this user alone; gives the
 * file. A later one of the same day takes its place.
 */
export const writeHeads = async (owner: pg.ClientConfig, folder: string, day: Day): Promise<string> => {
  const own = join(folder, 'heads')
  await mkdir(own, { recursive: true, mode: 0o700 })
  const file = join(own, `heads-${isoDay(day)}.jsonl`)
  await keepFile(file, textOf(await asOwner(owner, client => findHeads(client, day))))
  return file
}

interface First {
  readonly holdfast?: unknown
  readonly day?: unknown
  readonly records?: unknown
}

const isHead = (line: unknown): line is RecordHead => {
  const { partnership, record, last, head } = line as Partial<Record<keyof RecordHead, unknown>>
  return (
    Number.isInteger(partnership) && typeof record === 'string' && Number.isInteger(last) && typeof head === 'string'
  )
}

const parsed = (file: string, text: string): readonly unknown[] => {
  try {
    return text.split('\n').flatMap(line => (line === '' ? [] : [JSON.parse(line)]))
  } catch {
    throw new HeadsRefusal(file, 'is no file of heads: it holds a line that cannot be read.')
  }
}

/** The heads that a file holds; throws HeadsRefusal when it holds none, or not all that it was written with. */
export const readHeads = async (file: string): Promise<Heads> => {
  const [first, ...heads] = parsed(file, await readFile(file, 'utf8'))
  const { holdfast, day, records } = (first ?? {}) as First
  if (holdfast !== 'heads' || typeof day !== 'string') throw new HeadsRefusal(file, 'is no file of heads.')
  if (heads.length !== records || !heads.every(isHead))
    throw new HeadsRefusal(file, `is not whole: it was written with ${String(records)} heads.`)
  return { day, heads }
}
