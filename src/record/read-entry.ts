import type { z } from 'zod'
import { type Day, isoDay } from '../calendar/day.ts'
import type { Span } from '../calendar/span.ts'
import type { Agency } from '../people/service.ts'
import { always } from './always.ts'
import { type Entry, type Kind, kinds } from './entry.ts'
import type { EntryId } from './field.ts'
import { shapeOf } from './field-shape.ts'
import { didYouMean, nearestAmong, plainName, quoted } from './near.ts'

/** One thing wrong with one field, in words for whoever wrote it. */
export interface Problem {
  readonly field: string
  readonly what: string
}

export type ReadResult = { readonly entry: Entry } | { readonly problems: readonly Problem[] }

const kindNames = Object.keys(kinds) as Kind[]

/** The kind that a text names, or nothing. */
export const findKind = (text: string): Kind | undefined => {
  const name = plainName(text)
  return Object.hasOwn(kinds, name) ? (name as Kind) : undefined
}

const nearestKind = nearestAmong(kindNames)
const unknownKind = (named: unknown): string =>
  didYouMean(typeof named === 'string' ? nearestKind(named) : [], '; docs/entries.md lists them')

const mixed = (hash: number): number => {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const most = Math.imul(half ^ (half >>> 13), 0xc2b2ae35)
  return (most ^ (most >>> 16)) >>> 0
}

/** 64 bits of a hash as letters and digits: the same text always gives the same short name, two texts hardly ever. */
const shortHash = (text: string): string => {
  let high = 0x9e3779b1
  let low = 0x243f6a88
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x5bd1e995) ^ (low >>> 15)
  }
  const digits = (hash: number) => mixed(hash).toString(36).padStart(7, '0')
  return digits(high) + digits(low ^ high)
}

type Raw = Readonly<Record<string, unknown>>
interface Parsed {
  readonly [field: string]: unknown
  readonly id?: EntryId
  readonly on?: Span
  readonly written?: Span
  readonly by?: Agency
  readonly corrects?: EntryId
}

const canonical = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, inner]) => [key, canonical(inner)]),
      )
    : value

/** An entry without an id is named after what it says, so that it has the same name in whatever file and place it stands. */
const nameOf = (said: { readonly kind: Kind; readonly day: Day }): EntryId =>
  `${said.kind}-${said.day === always ? 'always' : isoDay(said.day)}-${shortHash(JSON.stringify(canonical(said)))}` as EntryId

/** The entry that a checked input makes. Written defaults to the end of happened; arrived is what was written (design, section 4). */
const entryFrom = (kind: Kind, parsed: Parsed): Entry => {
  const { id, on, written, by, ...own } = parsed
  const day = on?.to ?? always
  const wrote = written?.to ?? day
  const said = {
    kind,
    from: on?.from ?? always,
    day,
    ...(on?.at === undefined ? {} : { at: on.at }),
    written: wrote,
    by: by ?? ('other' as Agency),
    ...own,
  }
  const name = id ?? nameOf(said)
  const moment = written?.at === undefined ? {} : { writtenAt: written.at }
  return { ...said, ...moment, id: name, root: parsed.corrects ?? name, arrived: wrote } as unknown as Entry
}

const fieldsOf = (kind: Kind) => Object.keys(kinds[kind].schema.shape)

const nearestField = Object.fromEntries(kindNames.map(kind => [kind, nearestAmong(fieldsOf(kind))])) as Record<
  Kind,
  ReturnType<typeof nearestAmong>
>

const unknownField = (kind: Kind, field: string): Problem => {
  const near = nearestField[kind](field)
  return {
    field,
    what: `is not a field of ${kind}${didYouMean(near)}${near.length > 0 ? ' Its' : ': its'} fields are ${fieldsOf(kind).join(', ')}`,
  }
}

/** What belongs in a field that holds something that is no text at all. */
const belongs = (kind: Kind, field: string): string =>
  shapeOf((kinds[kind].schema.shape as z.ZodRawShape)[field] as z.ZodType).sort === 'list'
    ? 'write texts, parted by semicolons or as a list'
    : 'write one text, in quotation marks'

const problemsOf = (kind: Kind, issue: z.core.$ZodIssue): Problem[] => {
  if (issue.code === 'unrecognized_keys') return issue.keys.map(key => unknownField(kind, key))
  const field = String(issue.path[0] ?? 'line')
  if (issue.code !== 'invalid_type') return [{ field, what: issue.message }]
  if (issue.input === undefined) return [{ field, what: 'is missing: fill it in' }]
  return [{ field, what: `${quoted(issue.input)} is not what belongs here: ${belongs(kind, field)}` }]
}

/** Empty cells and nulls say nothing. */
const said = (raw: Raw) =>
  Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null && value !== undefined && value !== ''))

/**
 * One line of a chronology file as an entry, or everything that is wrong with it, field by field.
 * The input is a plain object of texts (a JSON line, or a row of a sheet); `kind` names the schema.
 */
export const readEntry = (raw: Raw): ReadResult => {
  const { kind: named, ...fields } = said(raw)
  if (named === undefined)
    return {
      problems: [{ field: 'kind', what: 'is missing: say what kind of entry this is, as listed in docs/entries.md' }],
    }
  const kind = typeof named === 'string' ? findKind(named) : undefined
  if (kind === undefined)
    return {
      problems: [{ field: 'kind', what: `${quoted(named)} is not a kind of entry we know${unknownKind(named)}` }],
    }
  const parsed = (kinds[kind].schema as z.ZodType<Parsed>).safeParse(fields, { reportInput: true })
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(issue => problemsOf(kind, issue)) }
  return { entry: entryFrom(kind, parsed.data) }
}
