import { parseRows } from '../csv.ts'
import type { Fault } from '../fault.ts'
import { textOfFile } from '../file-text.ts'

/*
 * The council's extract in the vocabulary of the Standard Safeguarding Dataset (data-to-insight/ssd-data-model, version 1.4.0):
 * a CSV file for each table, named for it, with the dataset's names as headings. Other tables and columns are passed over.
 */

/** The tables that are read, each with the columns that it cannot do without; the first is the id of its rows. */
export const tables = {
  ssd_person: ['pers_person_id', 'pers_dob'],
  ssd_professionals: ['prof_professional_id', 'prof_professional_name'],
  ssd_cin_episodes: ['cine_referral_id', 'cine_person_id', 'cine_referral_date'],
  ssd_cin_assessments: ['cina_assessment_id', 'cina_person_id', 'cina_assessment_start_date'],
  ssd_s47_enquiry: ['s47e_s47_enquiry_id', 's47e_person_id', 's47e_s47_start_date'],
  ssd_initial_cp_conference: ['icpc_icpc_id', 'icpc_person_id', 'icpc_icpc_date'],
  ssd_cin_plans: ['cinp_cin_plan_id', 'cinp_person_id', 'cinp_cin_plan_start_date'],
  ssd_cp_plans: ['cppl_cp_plan_id', 'cppl_person_id', 'cppl_cp_plan_start_date'],
  ssd_cp_reviews: ['cppr_cp_review_id', 'cppr_person_id', 'cppr_cp_review_date'],
  ssd_cin_visits: ['cinv_cin_visit_id', 'cinv_person_id', 'cinv_cin_visit_date'],
  ssd_cp_visits: ['cppv_cp_visit_id', 'cppv_person_id', 'cppv_cp_visit_date'],
  ssd_involvements: ['invo_involvements_id', 'invo_person_id', 'invo_involvement_start_date'],
} as const satisfies Record<string, readonly [string, ...string[]]>

export type TableName = keyof typeof tables
const tableNames = Object.keys(tables) as readonly TableName[]

/** One row of a table: the line on which it begins, and its texts by column, in small letters. */
export interface TableRow {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** The tables of an extract that are there. One that is not there is not looked at, and nothing of it is gone. */
export type Tables = ReadonlyMap<TableName, readonly TableRow[]>

/** A file of the folder. */
export interface ExtractFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Something wrong with a file or a row of it; a row that is wrong is neither taken nor taken to be gone. */
export interface ExtractFault extends Fault {
  readonly file: string
}

/** The table that a file is named for: "ssd_cp_plans.csv", "2026-11-25_ssd_cp_plans.csv", "cp_plans.csv". */
export const tableOfFile = (name: string): TableName | undefined => {
  const plain = name
    .toLowerCase()
    .replace(/^.*[/\\]/u, '')
    .replace(/\.csv$/u, '')
  if (!/\.csv$/iu.test(name)) return undefined
  return tableNames
    .filter(
      table =>
        new RegExp(`(?:^|[^a-z0-9])${table}(?:$|[^a-z0-9_]|_(?:v|p|per)?\\d)`, 'u').test(plain) ||
        `ssd_${plain}` === table,
    )
    .sort((one, other) => other.length - one.length)[0]
}

const mostBytes = 128 * 1024 * 1024

const said = (cell: string): string => {
  const plain = cell.trim()
  return /^(?:null|n\/a|none)$/iu.test(plain) ? '' : plain
}

const delimiterOf = (text: string): string => {
  const heading = text.slice(0, 20_000).split(/\r\n|\n|\r/u, 1)[0] ?? ''
  return [',', ';', '\t', '|'].reduce((best, mark) =>
    heading.split(mark).length > heading.split(best).length ? mark : best,
  )
}

const missing = (table: TableName, headings: readonly string[]): readonly string[] =>
  tables[table].filter(column => !headings.includes(column))

interface TableRead {
  readonly rows: readonly TableRow[]
  readonly faults: readonly ExtractFault[]
}

const inTable = (table: TableName, { name, bytes }: ExtractFile): TableRead => {
  const wrong = (what: string, line = 1): TableRead => ({ rows: [], faults: [{ file: name, line, what }] })
  if (bytes.length > mostBytes) return wrong('is larger than 128 MB: split the extract by years')
  const { text, faults } = textOfFile(bytes, true)
  const [bad] = faults
  if (bad !== undefined) return wrong(bad.what, bad.line)
  const read = parseRows(text, delimiterOf(text))
  const [broken] = read.faults
  if (broken !== undefined) return wrong(broken.what, broken.line)
  const headings = (read.rows[0]?.cells ?? []).map(cell => cell.trim().toLowerCase())
  const lacks = missing(table, headings)
  if (lacks.length > 0) return wrong(`has no column ${lacks.join(', ')}: is it the table ${table}?`)
  const rows = read.rows.slice(1).filter(({ cells }) => cells.some(cell => said(cell) !== ''))
  return onlyOnce(
    table,
    name,
    rows.map(({ line, cells }) => ({ line, cells: byHeading(headings, cells) })),
  )
}

const byHeading = (headings: readonly string[], cells: readonly string[]): ReadonlyMap<string, string> =>
  new Map(headings.flatMap((heading, at) => (said(cells[at] ?? '') === '' ? [] : [[heading, said(cells[at] ?? '')]])))

/** Two rows of one id cannot be told apart the next night: the first holds. */
const onlyOnce = (table: TableName, file: string, rows: readonly TableRow[]): TableRead => {
  const [id] = tables[table]
  const seen = new Set<string>()
  const faults: ExtractFault[] = []
  const kept = rows.filter(({ line, cells }) => {
    const own = cells.get(id)
    const what =
      own === undefined ? 'is empty: each row needs its id' : seen.has(own) ? 'is the id of a row above' : undefined
    if (what !== undefined) faults.push({ file, line, field: id, what })
    if (own !== undefined) seen.add(own)
    return what === undefined
  })
  return { rows: kept, faults }
}

/** The tables of an extract, and all that is wrong with its files. A file that is wrong as a whole is not looked at. */
export const readTables = (
  files: readonly ExtractFile[],
): { readonly tables: Tables; readonly faults: readonly ExtractFault[] } => {
  const found = new Map<TableName, readonly TableRow[]>()
  const faults: ExtractFault[] = []
  for (const file of files) {
    const table = tableOfFile(file.name)
    if (table === undefined) continue
    if (found.has(table)) faults.push({ file: file.name, line: 1, what: `is a second file for ${table}: keep one` })
    else {
      const read = inTable(table, file)
      faults.push(...read.faults)
      if (read.rows.length > 0 || read.faults.length === 0) found.set(table, read.rows)
    }
  }
  return { tables: found, faults }
}
