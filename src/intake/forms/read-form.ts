import type { z } from 'zod'
import type { Day } from '../../calendar/day.ts'
import { dayInWords } from '../../calendar/words.ts'
import type { Post } from '../../people/practitioner.ts'
import { roleInWords } from '../../people/role.ts'
import { type Entry, type Kind, kinds } from '../../record/entry.ts'
import { type FieldShape, isNeeded, shapeOf } from '../../record/field-shape.ts'
import { readEntry } from '../../record/read-entry.ts'
import { fieldsOfKind } from '../sheets/columns.ts'
import type { Written, WrittenLine } from '../sheets/file-form.ts'
import { type FormProblem, missing, reworded } from './form-problem.ts'
import {
  allIn,
  type FormValues,
  firstIn,
  mayKnow,
  newOne,
  otherControl,
  ownControls,
  placeControl,
} from './form-values.ts'
import { placeOf, typedAgency, typedAudience, typedRole } from './typed-agency.ts'
import { typedDay } from './typed-day.ts'

/** Who fills in a form: the name, and the posts in one of which it is written. */
export interface Writer {
  readonly name: string
  readonly posts: readonly Post[]
}

/** What an entry says without being asked. */
export const frameFields = ['id', 'written', 'by', 'author', 'corrects', 'record'] as const
export type FrameField = (typeof frameFields)[number]

/** What a form is read with, beside what it holds. */
export interface FormContext {
  /** The random name of this form: the ids of what is new are made of it, and never of facts. */
  readonly key: string
  readonly today: Day
  /** Gives the agency and the author of the entry. */
  readonly writer?: Writer
  /** What is known of the entry beforehand: goes before what the writer gives. */
  readonly frame?: { readonly [F in FrameField]?: string }
}

/** The line of a chronology file that a form says, with the entry that it makes; or all that is to be mended. */
export type FormRead =
  | { readonly line: WrittenLine; readonly entry: Entry }
  | { readonly problems: readonly FormProblem[] }

/** The post in the value of a control. */
export const postValue = ({ agency, role }: Post): string => `${agency} ${role}`

const typed: Partial<Record<FieldShape['sort'], (text: string) => string>> = {
  role: typedRole,
  agency: typedAgency,
  audience: typedAudience,
}

const one = (field: string, sort: FieldShape['sort'], text: string, { key, today }: FormContext): string => {
  if (text === newOne) return `${field}-${key}`
  return sort === 'day' || sort === 'span' ? typedDay(text, today) : (typed[sort]?.(text) ?? text)
}

const single = (field: string, { sort }: FieldShape, sent: FormValues, context: FormContext): string | undefined => {
  const text = firstIn(sent, field)
  const place = sort === 'agency' ? firstIn(sent, placeControl(field)) : undefined
  if (place !== undefined) return placeOf(text, place)
  return text === undefined ? undefined : one(field, sort, text, context)
}

/** What was typed beside a list; a list of words says whom something went to, by agency, role or name. */
const others = (field: string, sort: FieldShape['sort'], sent: FormValues): readonly string[] =>
  allIn(sent, otherControl(field))
    .flatMap(text => text.split(';'))
    .map(text => text.trim())
    .filter(text => text !== '')
    .map(text => typed[sort === 'words' ? 'audience' : sort]?.(text) ?? text)

const several = (
  field: string,
  sort: FieldShape['sort'],
  sent: FormValues,
  context: FormContext,
): readonly string[] | undefined => {
  const chosen = allIn(sent, field).map(text => one(field, sort, text, context))
  const values = [...chosen, ...others(field, sort, sent)]
  return values.length === 0 ? undefined : values
}

const written = (field: string, shape: FieldShape, sent: FormValues, context: FormContext): Written | undefined =>
  shape.sort === 'list'
    ? several(field, shape.each?.sort ?? 'words', sent, context)
    : single(field, shape, sent, context)

type Fields = Readonly<Record<string, z.ZodType>>
const schemaOf = (kind: Kind): Fields => kinds[kind].schema.shape
const isFrame = (field: string): boolean => (frameFields as readonly string[]).includes(field)

/** The fields that a form of a kind asks, in the order of its schema. */
export const askedFields = (kind: Kind): readonly string[] => fieldsOfKind(kind).filter(field => !isFrame(field))

/** The shape of a field of a kind. */
export const fieldShape = (kind: Kind, field: string): FieldShape => shapeOf(schemaOf(kind)[field] as z.ZodType)

/** Whether an entry of a kind cannot do without a field. */
export const isFieldNeeded = (kind: Kind, field: string): boolean => isNeeded(schemaOf(kind)[field] as z.ZodType)

const postOf = (sent: FormValues, { writer }: FormContext): Post | undefined => {
  const [first, ...others] = writer?.posts ?? []
  const chosen = firstIn(sent, ownControls.post)
  return others.length === 0 ? first : writer?.posts.find(post => postValue(post) === chosen)
}

/** Who wrote an entry, as it says so itself: the name, and the role in which it was written. */
export const authorOf = ({ name }: Pick<Writer, 'name'>, post: Post): string => `${name}, ${roleInWords(post.role)}`

const frameOf = (sent: FormValues, context: FormContext): WrittenLine => {
  const post = postOf(sent, context)
  const own =
    post === undefined || context.writer === undefined
      ? {}
      : { by: post.agency as string, author: authorOf(context.writer, post) }
  return { ...own, ...context.frame }
}

const isOnly = (sent: FormValues): boolean => firstIn(sent, ownControls.mayKnow) === mayKnow.only

const lineFrom = (kind: Kind, sent: FormValues, context: FormContext): WrittenLine => {
  const line: Record<string, Written> = { kind, ...frameOf(sent, context) }
  for (const field of askedFields(kind)) {
    const value =
      field === 'sight' && !isOnly(sent) ? undefined : written(field, fieldShape(kind, field), sent, context)
    if (value !== undefined) line[field] = value
  }
  return line
}

/** An entry has an agency: that of the post in which it is written. */
const postProblems = (sent: FormValues, context: FormContext): readonly FormProblem[] => {
  const isUnknown = context.frame?.by === undefined && postOf(sent, context) === undefined
  if (!isUnknown || context.writer === undefined) return []
  return [{ field: ownControls.post, what: 'Choose as which of your posts you write this' }]
}

/** Who may know an entry is never guessed: named people beside "everybody" are a question, and so is nobody at all. */
const sightProblems = (sent: FormValues): readonly FormProblem[] => {
  const names = allIn(sent, 'sight').length + others('sight', 'audience', sent).length > 0
  const only = isOnly(sent)
  if (only === names) return []
  const what = only
    ? 'Say who may know this: tick a role or an agency'
    : 'Choose “Only those ticked below”, or tick nobody: you named who may know this, and left it open to others too'
  return [{ field: only ? 'sight' : ownControls.mayKnow, what }]
}

const missingIn = (kind: Kind, line: WrittenLine): readonly FormProblem[] =>
  askedFields(kind)
    .filter(field => isFieldNeeded(kind, field) && line[field] === undefined)
    .map(field => missing(kind, field, fieldShape(kind, field)))

/** Who comes, goes and stands in is known beforehand; all else is written when it has happened. */
const aheadOf: ReadonlySet<Kind> = new Set<Kind>(['worker-starts', 'worker-leaves', 'worker-away', 'cover'])

const aheadProblems = (entry: Entry, { today }: FormContext): readonly FormProblem[] =>
  entry.from > today && !aheadOf.has(entry.kind)
    ? [{ field: 'on', what: `${dayInWords(entry.from)} has not come yet: write the day on which it happened` }]
    : []

/** One problem for each field: the first says what to do, and the others are mostly its consequence. */
const firsts = (problems: readonly FormProblem[]): readonly FormProblem[] =>
  problems.filter((one, index) => problems.findIndex(({ field }) => field === one.field) === index)

/**
 * What a form says, as the line of a chronology file and as the entry that this line makes; or what is to be mended,
 * field by field. Entering a file form by form gives the same entries as the file.
 */
export const readForm = (kind: Kind, sent: FormValues, context: FormContext): FormRead => {
  const line = lineFrom(kind, sent, context)
  const read = readEntry(line)
  const lacking = missingIn(kind, line)
  const wrong = 'problems' in read ? read.problems.map(reworded) : aheadProblems(read.entry, context)
  const post = postProblems(sent, context)
  const own = wrong.filter(({ field }) => post.length === 0 || field !== 'by')
  const problems = [...post, ...lacking, ...own, ...sightProblems(sent)]
  if (problems.length > 0) return { problems: firsts(problems) }
  return 'entry' in read ? { line, entry: read.entry } : { problems }
}
