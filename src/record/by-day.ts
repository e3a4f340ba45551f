import type { Entry } from './entry.ts'

/** Entries in order of their day; of one day, in a steady order. */
export const byDay = (one: Entry, other: Entry) => one.day - other.day || (one.root < other.root ? -1 : 1)
