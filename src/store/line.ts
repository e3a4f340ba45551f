import { randomBytes } from 'node:crypto'
import { type Day, getDay, isoDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import { kinds } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { shapeOf } from '../record/field-shape.ts'
import { readEntry } from '../record/read-entry.ts'
import { sightOf } from '../record/sight.ts'

/** A line as a chronology file would hold it: what is kept, to the letter. */
export type Line = Readonly<Record<string, unknown>>

/** Thrown when what is kept cannot be read: the program is older than the record. It names no word of it. */
export class UnreadableEntry extends Error {
  readonly code = 'store.unreadable-entry'

  constructor(number: number) {
    super(`entry ${number} of a record cannot be read by this version of Holdfast`)
    this.name = 'UnreadableEntry'
  }
}

/** What a row of the table holds of an entry. */
export interface ContentRow {
  readonly number: number
  readonly content: string
  /** The day that stands for its arrival, as YYYY-MM-DD. */
  readonly known: string
}

/** The same entry with the day of its arrival. */
export const arrivedOn = (entry: Entry, day: Day): Entry =>
  entry.arrived === day ? entry : ({ ...entry, arrived: day } as Entry)

/** The entry that a row holds. */
export const entryOf = (row: ContentRow): Entry => {
  const read = readEntry(JSON.parse(row.content))
  if ('problems' in read) throw new UnreadableEntry(row.number)
  return arrivedOn(read.entry, getDay(row.known))
}

/** All free words of a line, for the search: its texts, and what kind it is. */
const wordsOf = (entry: Entry, line: Line): string => {
  const fields: Record<string, unknown> = kinds[entry.kind].schema.shape
  const free = Object.entries(line).flatMap(([field, value]) =>
    typeof value === 'string' && field in fields && shapeOf(fields[field] as never).sort === 'words' ? [value] : [],
  )
  return [entry.kind.replaceAll('-', ' '), ...free].join('\n')
}

/** Whom an entry is about: the children it names, else the child of the record, and the person it is of. */
const aboutOf = (entry: Entry, subject: PersonId | undefined): readonly string[] => {
  const person = 'person' in entry && typeof entry.person === 'string' ? [entry.person] : []
  return [...new Set([...(entry.child ?? (subject === undefined ? [] : [subject])), ...person])]
}

/** What the row of an entry needs beside the entry itself. */
export interface Placed {
  readonly line: Line
  readonly root: string
  readonly subject: PersonId | undefined
  /** Whether it is replayed from a file: then the day on which it was written stands for its arrival. */
  readonly replayed: boolean
}

/** An entry as the append function takes it. */
export const rowOf = (entry: Entry, { line, root, subject, replayed }: Placed) => ({
  salt: randomBytes(16).toString('hex'),
  content: JSON.stringify(line),
  entry: entry.id,
  root,
  kind: entry.kind,
  by: entry.by,
  sight: sightOf(entry) ?? null,
  about: aboutOf(entry, subject),
  words: wordsOf(entry, line),
  ...(replayed ? { known: isoDay(entry.written) } : {}),
})
