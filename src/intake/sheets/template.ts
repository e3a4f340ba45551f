import writeWorkbook, { type Row } from 'write-excel-file/node'
import { type Kind, kinds, practices } from '../../record/entry.ts'
import { isNeeded } from '../../record/field-shape.ts'
import { fieldsOfKind } from './columns.ts'
import { csvMark } from './csv.ts'
import { exampleFamily } from './example-family.ts'
import { exampleLines } from './example-lines.ts'
import { workbookCell } from './workbook-cell.ts'
import { csvOf } from './write-chronology.ts'

export type TemplateFormat = 'csv' | 'xlsx' | 'jsonl'

const title = `${csvMark}: fill in the rows below, save, and send`

const advice: readonly string[] = [
  'Each row or line is one thing that happened, as one agency wrote it. Write only what somebody recorded; leave out what nobody said.',
  'Days: 2024-05-13, with a time 2024-05-13 14:30, or about 2024-05-13, May 2024, 2024-05-01 to 2024-05-14.',
  'by: the agency that wrote it, as a service (health-visiting, police, gp) or service/name (hospital/royal).',
  'Several values in one cell are parted by a semicolon: bea; tess.',
  'Give things that go on (an appointment, a referral, a plan) an id of your own, and use it in every entry about them.',
  'What begins with # is a note and is passed over. docs/entries.md describes every kind and every column.',
]

type Field = Parameters<typeof isNeeded>[0]
const fieldOf = (kind: Kind, field: string): Field =>
  (kinds[kind].schema.shape as Readonly<Record<string, Field>>)[field] as Field

const meant = (kind: Kind, field: string): string => {
  const schema = fieldOf(kind, field)
  return `${schema.description ?? ''}${isNeeded(schema) ? ' (needed)' : ''}`
}

const practiceNames = Object.keys(practices) as (keyof typeof practices)[]
const kindsOf = (practice: keyof typeof practices): readonly Kind[] => Object.keys(practices[practice]) as Kind[]
const kindNames = Object.keys(kinds) as Kind[]

const cellOf = (value: unknown): string => (Array.isArray(value) ? value.join('; ') : String(value))
const exampleCells = (kind: Kind): readonly string[] => {
  const example: Readonly<Record<string, unknown>> = exampleLines[kind]
  return fieldsOfKind(kind).map(field => (example[field] === undefined ? '' : cellOf(example[field])))
}

/** For each kind: what it is, its heading with what each column means, an example, and room for rows; all but the heading are notes. */
const csvBlock = (kind: Kind): readonly (readonly string[])[] => [
  [],
  [`# ${kind}: ${kinds[kind].says}`],
  ['kind', ...fieldsOfKind(kind)],
  ['# what it means', ...fieldsOfKind(kind).map(field => meant(kind, field))],
  [`# example: ${kind}`, ...exampleCells(kind)],
]

const csvTemplate = (): string => csvOf([[title], ...advice.map(line => [`# ${line}`]), ...kindNames.flatMap(csvBlock)])

const jsonNote = (kind: Kind): string =>
  `// ${kind}: ${kinds[kind].says}\n// ${JSON.stringify({ kind, ...exampleLines[kind] })}`

const jsonTemplate = (): string =>
  [
    title,
    ...advice.map(line => `# ${line}`),
    '# Take the two strokes off an example and change it, or write a line of your own.',
    ...practiceNames.flatMap(practice => ['', `# ${practice}`, ...kindsOf(practice).map(jsonNote)]),
    '',
  ].join('\n')

const bold = { fontWeight: 'bold' } as const
const note = { textColor: '#505a5f', wrap: true, alignVertical: 'top' } as const
const asText = { type: String, format: '@' } as const

const sheetOf = (kind: Kind) => {
  const fields = fieldsOfKind(kind)
  const says: Row = fields.map((field, index) => ({
    value: workbookCell(`${index === 0 ? '# ' : ''}${meant(kind, field)}`),
    ...note,
  }))
  const empty: Row[] = Array.from({ length: 20 }, () => fields.map(() => ({ ...asText })))
  return {
    sheet: kind.slice(0, 31),
    data: [fields.map(field => ({ value: field, ...bold })), says, ...empty],
    columns: fields.map(() => ({ width: 22 })),
    stickyRowsCount: 1,
  }
}

const familyRows = (): Row[] =>
  exampleFamily.map(({ kind, ...said }) => [
    cellOf(kind),
    Object.entries(said)
      .map(([field, value]) => `${field}: ${cellOf(value)}`)
      .join('  |  '),
  ])

const readMe = () => ({
  sheet: 'Read me',
  data: [
    [{ value: title.slice(2), ...bold }],
    ...advice.map((line): Row => [line]),
    [
      'Type into the rows of a sheet. They are set to text: a month stays a month there, where a sheet of your own would make a day of it.',
    ],
    [],
    [{ value: 'The sheets', ...bold }],
    ...kindNames.map((kind): Row => [kind, kinds[kind].says]),
    [],
    [{ value: 'An invented family, a line an entry', ...bold }],
    ...familyRows(),
  ] as Row[],
  columns: [{ width: 30 }, { width: 120 }],
})

const xlsxTemplate = async (): Promise<Uint8Array> => writeWorkbook([readMe(), ...kindNames.map(sheetOf)]).toBuffer()

/** An empty chronology file to fill in: what each kind and each column means, and an example of each, all as notes. */
export const template = async (format: TemplateFormat): Promise<Uint8Array> => {
  if (format === 'xlsx') return xlsxTemplate()
  return new TextEncoder().encode(format === 'csv' ? csvTemplate() : jsonTemplate())
}
