import type { Day } from '../../../calendar/day.ts'
import { findNhsNumber } from '../../../people/nhs-number.ts'
import type { PatientSaid } from '../../feeds/said.ts'
import { textIn, WrongCell, whenIn } from './cells.ts'
import { planReaders } from './plans-and-people.ts'
import {
  type ExtractFault,
  type ExtractFile,
  readTables,
  type TableName,
  type TableRow,
  type Tables,
  tables,
} from './tables.ts'
import type { Beside, RowReader, WantedRow } from './wanted.ts'
import { workReaders } from './work-of-social-care.ts'

/** Causes stand above what follows from them, so that what a row names is there before it. */
const readersOfTables = { ...workReaders, ...planReaders } as const satisfies Partial<Record<TableName, RowReader>>
type EventTable = keyof typeof readersOfTables
const eventTables = Object.keys(readersOfTables) as readonly EventTable[]

/** An extract as it was read. */
export interface ExtractRead {
  /** Whom its rows are about, by the council's own number. */
  readonly people: ReadonlyMap<string, PatientSaid>
  readonly rows: readonly WantedRow[]
  /** The tables that were there; of another nothing is gone. */
  readonly looked: ReadonlySet<TableName>
  /** Rows that could not be read: they are neither taken nor gone. */
  readonly unread: ReadonlySet<string>
  /** Of whom a referral is open at the council. */
  readonly openThere: ReadonlySet<string>
  readonly faults: readonly ExtractFault[]
}

/** A row by its table and its own id. */
const sourceOf = (table: TableName, row: TableRow): string => `${table}/${textIn(row, tables[table][0]) ?? ''}`

const personOf = (row: TableRow, authority: string): PatientSaid => {
  const [id, nhs, upn] = ['pers_person_id', 'pers_common_child_id', 'pers_upn'].map(column => textIn(row, column))
  const name = [textIn(row, 'pers_forename'), textIn(row, 'pers_surname')].filter(part => part !== undefined).join(' ')
  return {
    numbers: [
      ...(id === undefined ? [] : [{ number: id, authority }]),
      ...(upn === undefined ? [] : [{ number: upn, authority: 'UPN' }]),
    ],
    nhs: findNhsNumber(nhs ?? ''),
    name: name === '' ? undefined : name,
    born: whenIn(row, 'pers_dob')?.day,
    address: undefined,
    telephone: undefined,
    died: whenIn(row, 'pers_death_date')?.day,
  }
}

/** Reads one row by itself: what is wrong in it is said of it, and stops no other. */
const each = <T>(
  rows: readonly TableRow[],
  table: TableName,
  read: (row: TableRow) => T,
  wrong: (row: TableRow, fault: ExtractFault) => void,
): readonly T[] =>
  rows.flatMap(row => {
    try {
      return [read(row)]
    } catch (error) {
      if (!(error instanceof WrongCell)) throw error
      wrong(row, { file: `${table}.csv`, line: row.line, field: error.column, what: error.message })
      return []
    }
  })

const workersOf = (all: Tables): Beside['workers'] =>
  new Map(
    (all.get('ssd_professionals') ?? []).flatMap(row => {
      const [id, name] = [textIn(row, 'prof_professional_id'), textIn(row, 'prof_professional_name')]
      if (id === undefined || name === undefined) return []
      return [[id, { name: plainName(name), title: textIn(row, 'prof_professional_job_title') }] as const]
    }),
  )

/** A name as the council's system may turn it round: "Hartley, Jo" is Jo Hartley. */
const plainName = (name: string): string => {
  const [, surname, forename] = /^([^,]+), *(.+)$/u.exec(name) ?? []
  return surname === undefined ? name : `${forename} ${surname}`
}

const wantedOf = (table: EventTable, row: TableRow, beside: Beside): WantedRow => {
  const source = sourceOf(table, row)
  const { parts, unsaid = [] } = readersOfTables[table](row, beside)
  return { source, table, person: textIn(row, tables[table][1]) ?? '', thing: source.replace('/', '-'), parts, unsaid }
}

/** Reads an extract: its people, what each row becomes, and all that is wrong, by file, line and column. */
export const readExtract = (
  files: readonly ExtractFile[],
  { authority, today }: { readonly authority: string; readonly today: Day },
): ExtractRead => {
  const { tables: all, faults: first } = readTables(files)
  const faults: ExtractFault[] = [...first]
  const unread = new Set<string>()
  const wrong = (table: TableName) => (row: TableRow, fault: ExtractFault) => {
    unread.add(sourceOf(table, row))
    faults.push(fault)
  }
  const persons = each(all.get('ssd_person') ?? [], 'ssd_person', row => personOf(row, authority), wrong('ssd_person'))
  const beside: Beside = { tables: all, today, workers: workersOf(all) }
  const rows = eventTables.flatMap(table =>
    each(all.get(table) ?? [], table, row => wantedOf(table, row, beside), wrong(table)),
  )
  const people = new Map(persons.map(person => [person.numbers[0]?.number ?? '', person]))
  const openThere = new Set(
    (all.get('ssd_cin_episodes') ?? [])
      .filter(row => textIn(row, 'cine_close_date') === undefined)
      .flatMap(row => textIn(row, 'cine_person_id') ?? []),
  )
  return { people, rows, looked: new Set(all.keys()), unread, openThere, faults }
}
