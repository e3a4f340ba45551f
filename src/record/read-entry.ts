import type { z } from 'zod'
import { type Day, getDay, isoDay } from '../calendar/day.ts'
import type { Span } from '../calendar/span.ts'
import type { Agency } from '../people/service.ts'
import { type Entry, type Kind, kinds } from './entry.ts'
import type { EntryId } from './field.ts'

/** One thing wrong with one field, in words for whoever wrote it. */
export interface Problem {
  readonly field: string
  readonly what: string
}

export type ReadResult = { readonly entry: Entry } | { readonly problems: readonly Problem[] }

/** What is true of a person "always" stands at this day, before all days of any record. */
export const always: Day = getDay('1900-01-01')

const kindNames = Object.keys(kinds) as Kind[]

/** The name without case, spaces and underscores, for forgiving a slip. */
const plain = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, '-')

/** The kind that a text names, or nothing. */
export const findKind = (text: string): Kind | undefined => {
  const name = plain(text)
  return Object.hasOwn(kinds, name) ? (name as Kind) : undefined
}

const nearest = (text: string): string => {
  const name = plain(text)
  const near = kindNames.filter(
    kind => name !== '' && (kind.includes(name) || name.includes(kind) || shared(kind, name) > 0.6),
  )
  return near.length > 0 ? `; did you mean ${near.slice(0, 3).join(' or ')}?` : '; docs/entries.md lists them'
}

const pairs = (text: string) =>
  new Set(Array.from({ length: Math.max(text.length - 1, 0) }, (_, i) => text.slice(i, i + 2)))
const shared = (one: string, other: string): number => {
  const [a, b] = [pairs(one), pairs(other)]
  const both = [...a].filter(pair => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size)
}

/** 64 bits of FNV-1a, as letters and digits: the same text always gives the same short name. */
const shortHash = (text: string): string => {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ (code + i), 0x85ebca6b)
  }
  return (high >>> 0).toString(36).padStart(7, '0').slice(0, 4) + (low >>> 0).toString(36).padStart(7, '0').slice(0, 3)
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
const nameOf = (kind: Kind, parsed: Parsed): EntryId =>
  `${kind}-${parsed.on === undefined ? 'always' : isoDay(parsed.on.to)}-${shortHash(JSON.stringify(canonical(parsed)))}` as EntryId

/** The entry that a checked input makes. Written defaults to the end of happened; arrived is what was written (design, section 4). */
const entryFrom = (kind: Kind, parsed: Parsed): Entry => {
  const { id, on, written, by, ...own } = parsed
  const name = id ?? nameOf(kind, parsed)
  const wrote = written?.to ?? on?.to ?? always
  const frame = {
    kind,
    id: name,
    root: parsed.corrects ?? name,
    from: on?.from ?? always,
    day: on?.to ?? always,
    written: wrote,
    arrived: wrote,
    by: by ?? ('other' as Agency),
  }
  return { ...frame, ...(on?.at === undefined ? {} : { at: on.at }), ...own } as unknown as Entry
}

const fieldsOf = (kind: Kind) => Object.keys(kinds[kind].schema.shape)

const problemsOf = (kind: Kind, issue: z.core.$ZodIssue): Problem[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(key => ({
      field: key,
      what: `is not a field of ${kind}: its fields are ${fieldsOf(kind).join(', ')}`,
    }))
  const field = String(issue.path[0] ?? 'line')
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union') {
    return [
      {
        field,
        what:
          issue.input === undefined
            ? 'is missing: fill it in'
            : `${shown(issue.input)} is not what belongs here: write it as text`,
      },
    ]
  }
  return [{ field, what: issue.message }]
}

const shown = (value: unknown) => `"${(JSON.stringify(value) ?? String(value)).slice(0, 60)}"`

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
  const kind = findKind(String(named))
  if (kind === undefined)
    return {
      problems: [{ field: 'kind', what: `${shown(named)} is not a kind of entry we know${nearest(String(named))}` }],
    }
  const parsed = (kinds[kind].schema as z.ZodType<Parsed>).safeParse(fields, { reportInput: true })
  if (!parsed.success) return { problems: parsed.error.issues.flatMap(issue => problemsOf(kind, issue)) }
  return { entry: entryFrom(kind, parsed.data) }
}
