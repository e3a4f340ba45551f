import { z } from 'zod'
import { type Day, findDay } from '../calendar/day.ts'
import { findSpan, type Span } from '../calendar/span.ts'
import { findRole, type Role } from '../people/role.ts'
import { type Agency, findAgency, services } from '../people/service.ts'

/** A person's id: any short word the writer chooses, never derived from facts. */
export type PersonId = string & { readonly brand: 'PersonId' }
/** The id of something that goes on over time: an appointment, a referral, a plan. */
export type ThingId = string & { readonly brand: 'ThingId' }
/** The id of one entry. */
export type EntryId = string & { readonly brand: 'EntryId' }

const trimmed = z.string().trim()
const unsafe = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u
const sound = trimmed.min(1, 'is empty: leave it out, or fill it in').refine(text => !unsafe.test(text), {
  message: 'holds a character that cannot be kept (U+0000 or half of a pair): take it out',
})

/** Reads a text by a finder, and says what would be right when it finds nothing. */
const read = <T>(find: (text: string) => T | undefined, wanted: string) =>
  sound.transform((text, context): T => {
    const found = find(text)
    if (found !== undefined) return found
    context.addIssue({ code: 'custom', message: `"${text.slice(0, 60)}" ${wanted}` })
    return z.NEVER
  })

const spanHint =
  'is not a date: write 2019-05-13, 2019-05-13 14:30, about 2019-05-13, 2019-05 or 2019-05-01 to 2019-05-14'
const agencyHint = `is not a service we know: write one of ${Object.keys(services).join(', ')}, or service/name such as hospital/royal; other/name if none fits`

const dayOf = (text: string): Day | undefined => findDay(text) ?? findSpan(text)?.to

/** Free words. */
export const words = () => sound
/** A day, exact or "about" (then the last day that it may be). */
export const day = () => read(dayOf, spanHint)
/** A day, a moment or a stretch of days. */
export const span = () => read<Span>(findSpan, spanHint)
/** An agency: a service, or service/name. */
export const agency = () => read<Agency>(findAgency, agencyHint)
/** A role by its title. */
export const role = () => read<Role>(findRole, 'is not a role we know: the list is in docs/entries.md')
/** A person's id. */
export const person = () => sound.transform(text => text as PersonId)
/** The id of a thing that goes on over time. */
export const thing = () => sound.transform(text => text as ThingId)
/** The id of an entry. */
export const entry = () => sound.transform(text => text as EntryId)
/** A whole number of one or more. */
export const count = () =>
  z.union([z.number(), sound]).transform((value, context) => {
    const number = typeof value === 'number' ? value : /^\d{1,6}$/u.test(value) ? Number(value) : Number.NaN
    if (Number.isInteger(number) && number > 0) return number
    context.addIssue({
      code: 'custom',
      message: `"${String(value).slice(0, 60)}" is not a whole number of one or more`,
    })
    return z.NEVER
  })

const yes = new Set(['yes', 'true', 'y'])
const no = new Set(['no', 'false', 'n'])
/** Yes or no. */
export const yesNo = () =>
  z.union([z.boolean(), sound]).transform((value, context): boolean => {
    const word = String(value).toLowerCase()
    if (yes.has(word) || no.has(word)) return yes.has(word)
    context.addIssue({ code: 'custom', message: `"${word.slice(0, 60)}" is neither yes nor no` })
    return z.NEVER
  })

/** One of a closed list of words; case and spaces are forgiven. */
export const oneOf = <const W extends readonly [string, ...string[]]>(...allowed: W) =>
  z.preprocess(
    value =>
      typeof value === 'string'
        ? value
            .trim()
            .toLowerCase()
            .replace(/[\s_]+/gu, '-')
        : value,
    z.enum(allowed, { error: issue => `"${String(issue.input).slice(0, 60)}" is not one of: ${allowed.join(', ')}` }),
  )

const parted = (value: unknown): unknown =>
  typeof value === 'string'
    ? value
        .split(';')
        .map(part => part.trim())
        .filter(part => part !== '')
    : value

/** One or several, as a JSON list or parted by semicolons. */
export const list = <T extends z.ZodType>(of: T) => z.preprocess(parted, z.array(of).min(1, 'is empty'))
