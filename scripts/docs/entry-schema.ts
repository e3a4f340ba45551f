import { roles } from '../../src/people/role.ts'
import { services } from '../../src/people/service.ts'
import { type Kind, kinds } from '../../src/record/entry.ts'
import { type FieldShape, isNeeded, type Sort, shapeOf } from '../../src/record/field-shape.ts'
import { common } from '../../src/record/kind.ts'

type Schema = Readonly<Record<string, unknown>>

const id = { type: 'string', pattern: '^[^;]+$', maxLength: 200 } as const

/** What each sort of field may hold, in the form to write. Reading forgives more: other words for a service, a missing hyphen. */
const sorts: Readonly<Record<Exclude<Sort, 'choice' | 'list'>, Schema>> = {
  words: { type: ['string', 'number'], minLength: 1 },
  day: {
    type: 'string',
    description: 'A day, or about when: then the last day that it may be counts.',
    examples: ['2019-05-13', '13/05/2019', '13 May 2019', 'about 2019-05-13', 'May 2019'],
  },
  span: {
    type: ['string', 'number'],
    description: 'A day, a moment or a stretch of days. A time without a zone is London’s.',
    examples: [
      '2019-05-13',
      '2019-05-13 14:30',
      '2019-05-13T13:30:00Z',
      'about 2019-05-13',
      '2019-05-01 to 2019-05-14',
    ],
  },
  agency: {
    type: 'string',
    description: 'A service, or one place of it: hospital/royal.',
    pattern: `^(${Object.keys(services).join('|')})(/.*)?$`,
  },
  role: { enum: Object.keys(roles) },
  audience: { anyOf: [{ $ref: '#/$defs/role' }, { $ref: '#/$defs/agency' }] },
  person: { ...id, description: 'The id of a person.' },
  thing: { ...id, description: 'The id of something that goes on over time, or of an entry.' },
  entry: { ...id, description: 'The id of an entry.' },
  count: {
    anyOf: [
      { type: 'integer', minimum: 1 },
      { type: 'string', pattern: '^[0-9]{1,6}$' },
    ],
  },
  'yes-no': { anyOf: [{ type: 'boolean' }, { enum: ['yes', 'no'] }] },
}

const holds = ({ sort, allowed, each }: FieldShape): Schema => {
  if (sort === 'choice') return { enum: allowed }
  if (sort !== 'list') return { $ref: `#/$defs/${sort}` }
  const items = each === undefined ? {} : holds(each)
  return {
    anyOf: [
      { type: 'array', minItems: 1, items },
      { type: 'string', minLength: 1, description: 'Several are parted by semicolons.' },
    ],
  }
}

type Field = Parameters<typeof shapeOf>[0]
const property = (field: Field): Schema => ({
  ...(field.description === undefined ? {} : { description: field.description }),
  ...holds(shapeOf(field)),
})

const isCommon = (name: string, field: Field): boolean => (common as Readonly<Record<string, unknown>>)[name] === field

const kindSchema = (kind: Kind): Schema => {
  const { schema, says } = kinds[kind]
  const fields = Object.entries<Field>(schema.shape)
  const own = fields.map(
    ([name, field]) => [name, isCommon(name, field) ? { $ref: `#/$defs/field-${name}` } : property(field)] as const,
  )
  return {
    title: kind,
    description: says,
    type: 'object',
    properties: { kind: { const: kind }, ...Object.fromEntries(own) },
    required: ['kind', ...fields.flatMap(([name, field]) => (isNeeded(field) ? [name] : []))],
    additionalProperties: false,
  }
}

const commonFields = (): Schema =>
  Object.fromEntries(Object.entries<Field>(common).map(([name, field]) => [`field-${name}`, property(field)]))

/** JSON Schema of one line of a chronology file: one of the kinds. What it passes is read; reading forgives more. */
export const entrySchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'One line of a Holdfast chronology file',
  description: 'docs/entries.md describes the file. Made by scripts/docs.ts from the code: do not edit.',
  oneOf: (Object.keys(kinds) as Kind[]).map(kindSchema),
  $defs: { ...sorts, ...commonFields() },
})

/** JSON with a line for each member down to a depth, and what lies deeper on that line. */
export const jsonText = (value: unknown, depth: number, indent = ''): string => {
  if (depth === 0 || typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const members = Array.isArray(value)
    ? value.map(one => jsonText(one, depth - 1, inner))
    : Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${jsonText(one, depth - 1, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${members.map(member => `${inner}${member}`).join(',\n')}\n${indent}${close}`
}
