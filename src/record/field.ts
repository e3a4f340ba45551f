import { z } from 'zod'
import { type Day, findDay, firstDay, lastDay } from '../calendar/day.ts'
import { findMoment, londonDay } from '../calendar/moment.ts'
import { findSpan, type Span } from '../calendar/span.ts'
import { findRole, type Role, roles } from '../people/role.ts'
import { type Agency, findAgency, services } from '../people/service.ts'
import { type FieldShape, type Sort, shaped, shapeOf } from './field-shape.ts'
import { didYouMean, nearestAmong, plainName, quoted } from './near.ts'

/** A person's id: any short word the writer chooses, never derived from facts. */
export type PersonId = string & { readonly brand: 'PersonId' }
/** The id of something that goes on over time: an appointment, a referral, a plan. */
export type ThingId = string & { readonly brand: 'ThingId' }
/** The id of one entry. */
export type EntryId = string & { readonly brand: 'EntryId' }

/** A number stands for its digits. One too long to be held exactly stays a number, and is refused. */
const digitsOf = (value: unknown): unknown =>
  typeof value === 'number' && Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
    ? String(value)
    : value

const unsafe = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u
const sound = z.preprocess(
  digitsOf,
  z
    .string()
    .trim()
    .min(1, { message: 'is empty: leave it out, or fill it in', abort: true })
    .refine(text => !unsafe.test(text), {
      message: 'holds a character that cannot be kept (U+0000 or half of a pair): take it out',
      abort: true,
    }),
)

type Wanted = string | ((text: string) => string)

/** Reads a text by a finder, and says what would be right when it finds nothing. */
const read = <T>(shape: FieldShape, find: (text: string) => T | undefined, wanted: Wanted) =>
  shaped(
    sound.transform((text, context): T => {
      const found = find(text)
      if (found !== undefined) return found
      const what = typeof wanted === 'string' ? wanted : wanted(text)
      context.addIssue({ code: 'custom', message: `${quoted(text)} ${what}` })
      return z.NEVER
    }),
    shape,
  )

const spanHint =
  'is not a date: write 2019-05-13, 2019-05-13 14:30, about 2019-05-13, 2019-05 or 2019-05-01 to 2019-05-14'
const serviceNames = Object.keys(services)
const agencyHint = `is not a service we know: write one of ${serviceNames.join(', ')}, or service/name such as hospital/royal; other/name if none fits`
const nearestRole = nearestAmong(Object.keys(roles))
const nearestAudience = nearestAmong([...Object.keys(roles), ...serviceNames])
const roleHint = (text: string): string =>
  `is not a role we know${didYouMean(nearestRole(text), ': docs/entries.md lists them')}`
const audienceHint = (text: string): string =>
  `is neither a role nor a service we know${didYouMean(nearestAudience(text), ': docs/entries.md lists both')}`

/** A moment as other systems write it (2019-05-13T14:30:05Z), on its day in London. */
const findMomentSpan = (text: string): Span | undefined => {
  const at = findMoment(text)
  if (at === undefined) return undefined
  const on = londonDay(at)
  return on < firstDay || on > lastDay ? undefined : { from: on, to: on, at }
}

const withoutSeconds = (text: string): string => text.replace(/(\d\d:\d\d):\d\d(?:\.\d{1,9})?$/u, '$1')
const findAnySpan = (text: string): Span | undefined =>
  findSpan(text) ?? findMomentSpan(text) ?? findSpan(withoutSeconds(text))
const findAnyDay = (text: string): Day | undefined => findDay(text) ?? findAnySpan(text)?.to

/** Free words. */
export const words = () => shaped(sound, { sort: 'words' })
/** A day, exact or "about" (then the last day that it may be). */
export const day = () => read({ sort: 'day' }, findAnyDay, spanHint)
/** A day, a moment or a stretch of days. */
export const span = () => read<Span>({ sort: 'span' }, findAnySpan, spanHint)
/** An agency: a service, or service/name. */
export const agency = () => read<Agency>({ sort: 'agency' }, findAgency, agencyHint)
/** A role by its title. */
export const role = () => read<Role>({ sort: 'role' }, findRole, roleHint)
/** Who may see an entry: a role, a service or one agency. */
export const audience = () =>
  read<Role | Agency>({ sort: 'audience' }, text => findRole(text) ?? findAgency(text), audienceHint)

// A semicolon parts the values of a list, and an id stands in lists.
const idShape = /^[^;\p{Cc}]{1,200}$/u
const idHint = 'cannot be an id: use at most 200 letters, figures, spaces and marks, without a semicolon or a new line'
const id = <T extends string>(sort: Sort) =>
  read<T>({ sort }, text => (idShape.test(text) ? (text as T) : undefined), idHint)

/** A person's id. */
export const person = () => id<PersonId>('person')
/** The id of a thing that goes on over time. */
export const thing = () => id<ThingId>('thing')
/** The id of an entry. */
export const entry = () => id<EntryId>('entry')

const findCount = (text: string): number | undefined =>
  /^\d{1,6}$/u.test(text) && Number(text) > 0 ? Number(text) : undefined
/** A whole number of one or more. */
export const count = () => read({ sort: 'count' }, findCount, 'is not a whole number of one or more')

const answers: Readonly<Record<string, boolean>> = {
  yes: true,
  true: true,
  y: true,
  '1': true,
  no: false,
  false: false,
  n: false,
  '0': false,
}
const findAnswer = (text: string): boolean | undefined => {
  const word = text.toLowerCase()
  return Object.hasOwn(answers, word) ? answers[word] : undefined
}
const saidAsWord = (value: unknown): unknown => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : value)
/** Yes or no. */
export const yesNo = () =>
  shaped(z.preprocess(saidAsWord, read({ sort: 'yes-no' }, findAnswer, 'is neither yes nor no')), { sort: 'yes-no' })

const choiceOf = (value: unknown): unknown => {
  const word = digitsOf(saidAsWord(value))
  return typeof word === 'string' ? plainName(word) : word
}
/** One of a closed list of words; case and spaces are forgiven. */
export const oneOf = <const W extends readonly [string, ...string[]]>(...allowed: W) =>
  shaped(
    z.preprocess(
      choiceOf,
      z.enum(allowed, { error: issue => `${quoted(issue.input)} is not one of: ${allowed.join(', ')}` }),
    ),
    { sort: 'choice', allowed },
  )

const parted = (value: unknown): readonly unknown[] =>
  typeof value === 'string'
    ? value
        .split(';')
        .map(part => part.trim())
        .filter(part => part !== '')
    : [value]
/** The parts of a list as it may be written: a JSON list, or one text parted by semicolons, or both at once. */
export const eachOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.flatMap(parted) : parted(value)

/** One or several, as a JSON list or parted by semicolons. */
export const list = <T extends z.ZodType>(of: T) =>
  shaped(z.preprocess(eachOf, z.array(of).min(1, 'is empty: leave it out, or fill it in')), {
    sort: 'list',
    each: shapeOf(of),
  })
