import { type Day, isoDay, type Moment } from '../../calendar/day.ts'
import { findMoment, isoMoment } from '../../calendar/moment.ts'
import type { Span } from '../../calendar/span.ts'
import { always } from '../../record/always.ts'
import { type Entry, type Kind, kinds } from '../../record/entry.ts'
import { type FieldShape, shapeOf } from '../../record/field-shape.ts'
import { fieldsOfKind } from './columns.ts'

/** What one field of a line holds: a text, or several. */
export type Written = string | readonly string[]

/** An entry as a line of a chronology file. */
export type WrittenLine = Readonly<Record<string, Written>>

// London time to the minute, unless that says another moment: one with seconds, or in the hour that comes twice in October.
const momentText = (at: Moment): string => {
  const text = isoMoment(at)
  return findMoment(text) === at ? text : Temporal.Instant.fromEpochMilliseconds(at).toString()
}

const spanText = ({ from, to, at }: Span): string =>
  at !== undefined ? momentText(at) : from === to ? isoDay(to) : `${isoDay(from)} to ${isoDay(to)}`

const written = ({ sort, each }: FieldShape, value: unknown): Written => {
  if (sort === 'day') return isoDay(value as Day)
  if (sort === 'span') return spanText(value as Span)
  if (sort === 'yes-no') return value === true ? 'yes' : 'no'
  if (sort === 'list' && each !== undefined) return (value as readonly unknown[]).map(one => String(written(each, one)))
  return String(value)
}

/** What is true "always" is written without a day. */
const happened = (entry: Entry): string | undefined =>
  kinds[entry.kind].options.undated && entry.day === always
    ? undefined
    : spanText({ from: entry.from, to: entry.day, ...(entry.at === undefined ? {} : { at: entry.at }) })

const author = (entry: Entry): string | undefined =>
  kinds[entry.kind].options.undated && entry.by === 'other' ? undefined : entry.by

const frame: Readonly<Record<string, (entry: Entry) => string | undefined>> = {
  on: happened,
  written: entry =>
    entry.writtenAt !== undefined
      ? momentText(entry.writtenAt)
      : entry.written === entry.day
        ? undefined
        : isoDay(entry.written),
  by: author,
}

const shapesOf = (kind: Kind): readonly (readonly [field: string, shape: FieldShape])[] => {
  const shape: Readonly<Record<string, Parameters<typeof shapeOf>[0]>> = kinds[kind].schema.shape
  return fieldsOfKind(kind).map(field => [field, shapeOf(shape[field] as Parameters<typeof shapeOf>[0])])
}
const shapes = new Map((Object.keys(kinds) as Kind[]).map(kind => [kind, shapesOf(kind)]))

/**
 * An entry as the line of a chronology file from which it can be read again, its kind first. When it arrived is not
 * said: that is for the store into which it comes.
 */
export const lineOf = (entry: Entry): WrittenLine => {
  const line: Record<string, Written> = { kind: entry.kind }
  const own = entry as unknown as Readonly<Record<string, unknown>>
  for (const [field, shape] of shapes.get(entry.kind) ?? []) {
    const ofFrame = frame[field]
    if (ofFrame !== undefined) {
      const text = ofFrame(entry)
      if (text !== undefined) line[field] = text
    } else if (own[field] !== undefined) line[field] = written(shape, own[field])
  }
  return line
}
