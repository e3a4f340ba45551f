import { type Entry, type Kind, kinds } from './entry.ts'
import { eachOf, type PersonId } from './field.ts'
import { type FieldShape, shapeOf } from './field-shape.ts'
import { findKind, readEntry } from './read-entry.ts'

/** A line as it is kept, to the letter. */
type Line = Readonly<Record<string, unknown>>

/** Whose entry it was where it does not belong, everybody whom that record names, and whose it is where it does. */
export interface Move {
  readonly children: readonly PersonId[]
  readonly people: ReadonlySet<string>
  readonly to: PersonId
}

/** What says who people are, or which entries are read, holds for its own record and no other. */
const staying: ReadonlySet<Kind> = new Set([
  'person',
  'relationship',
  'lives-at',
  'same-person',
  'not-same-person',
  'pregnancy',
  'birth',
  'set-apart',
  'set-apart-undone',
  'taken-over',
  'taken-over-undone',
])

/** The names that an entry has in its own record. */
const ownNames: ReadonlySet<string> = new Set(['id', 'corrects', 'record', 'child'])

/** What somebody wrote in their own words, and who wrote it, stays as it was written. */
const asWritten: ReadonlySet<string> = new Set(['text', 'author'])

/** Whom a value names, if anybody: an id of the wrong record names nobody in another. */
const movedOne = (value: unknown, { sort }: FieldShape, { children, people, to }: Move): unknown => {
  if (typeof value !== 'string' || (sort !== 'person' && sort !== 'words')) return value
  if (children.some(child => child === value)) return to
  return people.has(value) ? undefined : value
}

const movedValue = (value: unknown, shape: FieldShape, move: Move): unknown => {
  if (shape.sort !== 'list' || shape.each === undefined) return movedOne(value, shape, move)
  const { each } = shape
  const moved = eachOf(value)
    .map(one => movedOne(one, each, move))
    .filter(one => one !== undefined)
  return moved.length === 0 ? undefined : [...new Set(moved)]
}

const movedFields = (kind: Kind, line: Line, move: Move): Line => {
  const shape: Readonly<Record<string, Parameters<typeof shapeOf>[0]>> = kinds[kind].schema.shape
  return Object.fromEntries(
    Object.entries(line).flatMap(([field, value]) => {
      const own = shape[field]
      const moved = own === undefined || asWritten.has(field) ? value : movedValue(value, shapeOf(own), move)
      return ownNames.has(field) || moved === undefined ? [] : [[field, moved]]
    }),
  )
}

/**
 * A line that stood in the wrong record, as it is written where it belongs: in the name of whoever wrote it, about the
 * right child, without the names that it and others had there. Nothing when it cannot be so without losing what it says,
 * or whom it is hidden from: then somebody has to look at it.
 */
export const movedLine = (line: Line, move: Move): { readonly line: Line; readonly entry: Entry } | undefined => {
  const { kind: named, hiddenFrom } = line
  const kind = typeof named === 'string' ? findKind(named) : undefined
  if (kind === undefined || staying.has(kind) || hiddenFrom !== undefined) return undefined
  const moved = { ...movedFields(kind, line, move), child: [move.to] }
  const read = readEntry(moved)
  return 'entry' in read ? { line: moved, entry: read.entry } : undefined
}
