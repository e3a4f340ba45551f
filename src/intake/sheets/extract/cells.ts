import { type Day, isoDay } from '../../../calendar/day.ts'
import { readSheetDay } from '../appointments/sheet-day.ts'
import type { TableRow } from './tables.ts'

/* The cells of a row of the extract, read by what the dataset says stands in them. */

/** Thrown inside the reading of one row: which column, and what to do. It is caught beside it, and names no other row. */
export class WrongCell extends Error {
  readonly column: string

  constructor(column: string, what: string) {
    super(what)
    this.name = 'WrongCell'
    this.column = column
  }
}

/** A text, or nothing where the cell is empty. */
export const textIn = ({ cells }: TableRow, column: string): string | undefined => cells.get(column)

/** A day with its clock where one stands there; nothing where the cell is empty. Throws WrongCell. */
export const whenIn = (row: TableRow, column: string): { readonly day: Day; readonly on: string } | undefined => {
  const text = textIn(row, column)
  if (text === undefined) return undefined
  const read = readSheetDay(text, { order: 'day-first', year: 2000, ahead: 99 })
  if ('wrong' in read) throw new WrongCell(column, read.wrong)
  return { day: read.day, on: read.clock === undefined ? isoDay(read.day) : `${isoDay(read.day)} ${read.clock}` }
}

/** A day; nothing where the cell is empty. Throws WrongCell. */
export const dayIn = (row: TableRow, column: string): Day | undefined => whenIn(row, column)?.day

const yes = new Set(['y', 'yes', '1', 't', 'true'])
const no = new Set(['n', 'no', '0', 'f', 'false'])

const flagOf = (text: string | undefined): boolean | undefined => {
  const plain = text?.toLowerCase() ?? ''
  return yes.has(plain) ? true : no.has(plain) ? false : undefined
}

/** Whether a flag is set; nothing where it is empty or says neither. */
export const flagIn = (row: TableRow, column: string): boolean | undefined => flagOf(textIn(row, column))

const jsonIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
  } catch {
    return {}
  }
}

const plainKey = (key: string): string => key.replace(/^OUTCOME_/u, '').replace(/_FLAG$/u, '')

/** The outcomes of a column of outcomes that are said to be so, by their names in the dataset without "OUTCOME_" and "_FLAG". */
export const outcomesIn = (row: TableRow, column: string): readonly string[] =>
  Object.entries(jsonIn(textIn(row, column) ?? '')).flatMap(([key, value]) =>
    key.endsWith('_FLAG') && key !== 'OTHER_OUTCOMES_EXIST_FLAG' && flagOf(String(value)) === true
      ? [plainKey(key)]
      : [],
  )

const inPlainWords: Readonly<Record<string, string>> = {
  NFA: 'no further action',
  NFA_CONTINUE_SINGLE: 'no further action; the assessment goes on',
  LEGAL_ACTION: 'legal action',
  PROV_OF_SERVICES: 'services',
  PROV_OF_SB_CARE: 'short breaks',
  CP_CONFERENCE: 'a child protection conference',
  CP: 'a child protection plan',
  MONITOR: 'another agency watches',
  SINGLE_ASSESSMENT: 'an assessment',
  STRATEGY_DISCUSSION: 'a strategy discussion',
  CLA_REQUEST: 'a request to look after the child',
  SPECIALIST_ASSESSMENT: 'a specialist assessment',
  REFERRAL_TO_OTHER_AGENCY: 'a referral to another agency',
  OTHER_ACTIONS: 'other actions',
}

/** Outcomes as a sentence says them; nothing when there are none. */
export const outcomesInWords = (outcomes: readonly string[]): string | undefined =>
  outcomes.length === 0
    ? undefined
    : outcomes.map(one => inPlainWords[one] ?? one.toLowerCase().replaceAll('_', ' ')).join(', ')
