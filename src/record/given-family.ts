import assert from 'node:assert/strict'
import { getDay } from '../calendar/day.ts'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { picture } from './picture.ts'
import { type Reaching, reachingFamily } from './reaching-family.ts'
import { readEntry } from './read-entry.ts'

/** A line as a chronology file would hold it. */
export type Line = Readonly<Record<string, unknown>>

/** A line, read. */
export const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify([line, result]))
  return result.entry
}

/** A person by id. */
export const id = (name: string) => name as PersonId
/** Maya and Noah, their mother Leah, and Dan, who is Maya’s father. */
export const family: readonly Line[] = [
  { kind: 'person', person: 'maya', name: 'Maya', born: '2020-01-01', subject: 'yes' },
  { kind: 'person', person: 'noah', born: '2017-01-01', as: 'child' },
  { kind: 'person', person: 'leah', as: 'adult' },
  { kind: 'person', person: 'dan', as: 'adult' },
  { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' },
  { kind: 'relationship', person: 'leah', is: 'mother', of: 'noah' },
  { kind: 'relationship', person: 'dan', is: 'father', of: 'maya' },
]
/** Who writes them. */
export const by = 'health-visiting'
/** An entry of the health visitor on a day. */
export const on = (day: string, kind: string, more: Line = {}): Line => ({ kind, on: day, by, ...more })

interface More extends Partial<Omit<Reaching, 'person' | 'day' | 'children'>> {
  readonly children?: readonly string[]
  readonly day?: string
}

/** What reaches somebody of that family, given more lines. */
export const reach = (
  lines: readonly Line[],
  person: string,
  { children = ['maya'], day = '2024-06-03', ...more }: More = {},
) =>
  reachingFamily(picture([...family, ...lines].map(read)), {
    person: id(person),
    day: getDay(day),
    children: children.map(id),
    ...more,
  })
/** The reasons of it. */
export const codes = (...asked: Parameters<typeof reach>) => reach(...asked).holds.map(({ code }) => code)
/** How much of it. */
export const level = (...asked: Parameters<typeof reach>) => reach(...asked).level

/** Asked alone, somebody says that texts are safe. */
export const safe = (day: string, person = 'leah', more: Line = {}) =>
  on(day, 'way-agreed', { person, way: 'text', safe: 'yes', askedAlone: 'yes', ...more })
/** A domestic incident, as the police wrote it. */
export const domestic = (day: string, more: Line = {}) =>
  on(day, 'incident', { by: 'police', type: 'domestic', ...more })
