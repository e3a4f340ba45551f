import type { PractitionerId } from '../people/practitioner.ts'
import type { Entry } from '../record/entry.ts'
import type { Problem } from '../record/read-entry.ts'
import type { Line } from './line.ts'

/** A parent who writes on their own page, by the id of that page. */
export type ParentWriter = `parent-${string}`

/** What is to be written: lines for one record of a partnership, and who writes them. */
export interface Writing {
  readonly partnership: number
  readonly record: string
  /** Whether the record begins with these lines; then there may be no such record yet. */
  readonly begins?: boolean
  readonly lines: readonly Line[]
  readonly writer: PractitionerId | 'import' | 'holdfast' | ParentWriter
  /** Whether the lines are replayed from a file: then "written" stands for "arrived". */
  readonly replayed?: boolean
  /** The one-time key of the form: what is sent twice is taken once. */
  readonly form?: string
}

/** What is wrong with a line, by its place from 0. */
export interface LineProblem extends Problem {
  readonly at: number
}

/** What came of writing. */
export interface Written {
  /** The number of the last entry that was written, or that the same form wrote before. */
  readonly number: number
  /** Where they were written; the same form may have written them to another record before. */
  readonly record: string
  readonly entries: readonly Entry[]
  readonly again: boolean
  /** How many notices went out. */
  readonly told: number
}

/** What was written, all that is wrong with the lines, or that there is no such record. */
export type Outcome = Written | { readonly problems: readonly LineProblem[] } | { readonly missing: true }
