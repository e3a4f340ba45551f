import type { Entry } from '../record/entry.ts'
import type { Kept } from './kept-record.ts'
import type { Opened } from './read.ts'
import type { Staff } from './staff.ts'

/** The things used last, by name: beyond `most` the one longest unused goes. */
export interface Lately<T> {
  readonly find: (name: string) => T | undefined
  readonly keep: (name: string, thing: T) => void
  readonly drop: (name: string) => void
  readonly clear: () => void
}

/** Keeps the things used last. */
export const lately = <T>(most: number): Lately<T> => {
  const things = new Map<string, T>()
  const keep = (name: string, thing: T): void => {
    things.delete(name)
    things.set(name, thing)
    const [oldest] = things.keys()
    if (things.size > most && oldest !== undefined) things.delete(oldest)
  }
  const find = (name: string): T | undefined => {
    const thing = things.get(name)
    if (thing !== undefined) keep(name, thing)
    return thing
  }
  return { find, keep, drop: name => things.delete(name), clear: () => things.clear() }
}

/**
 * What a server keeps of the records used last: entries as they were read, which never change; the whole record for
 * whoever appends; and for each reader the entries that this reader may see. Nothing of it is true of another reader.
 */
export interface Shelf {
  readonly entries: Lately<Map<number, Entry>>
  readonly records: Lately<Kept>
  readonly opened: Lately<Opened>
  readonly agencies: Lately<{ readonly last: number; readonly entries: readonly Entry[] }>
  readonly staff: Map<number, Staff>
}

/** An empty shelf. */
export const shelf = (): Shelf => ({
  entries: lately(2000),
  records: lately(500),
  opened: lately(2000),
  agencies: lately(50),
  staff: new Map(),
})
