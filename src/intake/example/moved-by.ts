import type { z } from 'zod'
import { addWeeks, type Day, isoDay } from '../../calendar/day.ts'
import { isoMoment } from '../../calendar/moment.ts'
import type { Span } from '../../calendar/span.ts'
import { kinds } from '../../record/entry.ts'
import { day, eachOf, span } from '../../record/field.ts'
import { type FieldShape, shapeOf } from '../../record/field-shape.ts'
import { common } from '../../record/kind.ts'
import { findKind } from '../../record/read-entry.ts'
import { movedIsoDates, movedWords } from './moved-words.ts'

/** A line of a chronology file: a plain object of texts. */
export type Line = Readonly<Record<string, unknown>>

interface Move {
  readonly weeks: number
  /** When the line was written, for dates without a year. */
  readonly near: Day | undefined
}

/** What names a person, a place, a record or a rule is no telling of what happened: Mr May lives at 3 March Street. */
const names: ReadonlySet<string> = new Set([
  'address',
  'author',
  'name',
  'otherRecord',
  'practitioner',
  'record',
  'rule',
  'telephone',
])

// These need no reading: the date moves and all else that is written stays as it is, "about" and the clock too.
const plainDays = /^(?:about )?\d{4}-\d\d-\d\d(?: \d\d:\d\d)?(?: to \d{4}-\d\d-\d\d)?$/u

const anySpan = span()
const anyDay = day()

const written = ({ from, to, at }: Span, weeks: number): string => {
  const [first, last] = [from, to].map(each => isoDay(addWeeks(each as Day, weeks)))
  if (at !== undefined) return `${last} ${isoMoment(at).slice(11)}`
  return first === last ? `${last}` : `${first} to ${last}`
}

/** A month or a year has no length in weeks: moved, it is a stretch from one day to another. */
const movedSpan = (value: unknown, weeks: number): unknown => {
  if (typeof value === 'string' && plainDays.test(value)) return movedIsoDates(value, weeks)
  const read = anySpan.safeParse(value)
  return read.success ? written(read.data, weeks) : value
}

const movedDay = (value: unknown, weeks: number): unknown => {
  if (typeof value === 'string' && plainDays.test(value)) return movedIsoDates(value, weeks)
  const read = anyDay.safeParse(value)
  return read.success ? isoDay(addWeeks(read.data, weeks)) : value
}

const movedValue = ({ sort, each }: FieldShape, value: unknown, move: Move): unknown => {
  if (sort === 'span') return movedSpan(value, move.weeks)
  if (sort === 'day') return movedDay(value, move.weeks)
  if (sort === 'words') return typeof value === 'string' ? movedWords(value, move.weeks, move.near) : value
  if (each?.sort === 'day' || each?.sort === 'span') return eachOf(value).map(part => movedValue(each, part, move))
  return value
}

const shapesOf = (line: Line): Readonly<Record<string, z.ZodType>> => {
  const kind = typeof line['kind'] === 'string' ? findKind(line['kind']) : undefined
  return kind === undefined ? common : (kinds[kind].schema.shape as Readonly<Record<string, z.ZodType>>)
}

const findLastDay = (value: unknown): Day | undefined => {
  const read = anyDay.safeParse(value)
  return read.success ? read.data : undefined
}

/**
 * A line with every day, moment and span in it, and every full date in its words, so many whole weeks later (earlier
 * when negative), so that each keeps its day of the week. What cannot be read stays, to be named by whoever reads it.
 */
export const movedBy = (line: Line, weeks: number): Line => {
  if (weeks === 0) return line
  const fields = shapesOf(line)
  const move = { weeks, near: findLastDay(line['on']) ?? findLastDay(line['written']) }
  const moved = (field: string, value: unknown): unknown => {
    const schema = Object.hasOwn(fields, field) && !names.has(field) ? fields[field] : undefined
    return schema === undefined ? value : movedValue(shapeOf(schema), value, move)
  }
  return Object.fromEntries(Object.entries(line).map(([field, value]) => [field, moved(field, value)]))
}
