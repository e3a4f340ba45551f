import type { Day } from '../../../calendar/day.ts'
import type { Kind } from '../../../record/entry.ts'
import type { Line } from '../../../store/line.ts'
import type { TableName, TableRow, Tables } from './tables.ts'

/** One thing that a row of the extract says happened, as an entry would say it; whose it is and by whom is added when it is taken. */
export interface WantedPart {
  /** Which part of its row it is: a start, an end. Its entry keeps it when the row changes. */
  readonly part: string
  readonly kind: Kind
  readonly day: Day
  readonly on: string
  readonly fields: Line
  /** The field that holds the id of the thing that the row is about: an assessment, a plan. */
  readonly thing?: 'assessment' | 'plan' | 'referral' | 'conference' | 'discussion'
}

/** What one row of the extract becomes. */
export interface WantedRow {
  /** The row by its table and id: the same every night. */
  readonly source: string
  readonly table: TableName
  /** Whom it is about, by the council's own number. */
  readonly person: string
  readonly thing: string
  readonly parts: readonly WantedPart[]
  /** What the extract does not say, and so is recorded there alone. */
  readonly unsaid: readonly string[]
}

/** What the rows of one table need of the others. */
export interface Beside {
  readonly tables: Tables
  readonly today: Day
  /** Names of workers by their ids. */
  readonly workers: ReadonlyMap<string, { readonly name: string; readonly title: string | undefined }>
}

/** Reads one row of a table into what it becomes. Throws WrongCell. */
export type RowReader = (row: TableRow, beside: Beside) => Pick<WantedRow, 'parts'> & Partial<Pick<WantedRow, 'unsaid'>>

/** Fields without those that are empty. */
export const filled = (fields: Readonly<Record<string, unknown>>): Line =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
