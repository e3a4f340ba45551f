import { z } from 'zod'
import type { Role } from '../people/role.ts'
import type { Service } from '../people/service.ts'
import { agency, audience, entry, list, person, span, words } from './field.ts'

/** What every entry may say, whatever its kind. */
export const common = {
  id: entry().optional().describe('A name for this entry, needed only when another entry speaks of it'),
  on: span().describe('When it happened: a day, a moment, or "about"'),
  written: span().optional().describe('When its agency wrote it; if left out, the day it happened'),
  by: agency().describe('The agency that wrote it'),
  author: words().optional().describe('Who wrote it: a role or a name'),
  child: list(person()).optional().describe('The child or children it is about; if left out, the child of the record'),
  text: words().optional().describe('What was written, in its own words'),
  sight: list(audience())
    .optional()
    .describe('Only these roles and services may see it; if left out, all in the network'),
  hiddenFrom: list(person()).optional().describe('These people, and whoever acts for them, may not see it'),
  corrects: entry()
    .optional()
    .describe('The id of the entry that this one corrects; this one then stands in its place'),
  record: words().optional().describe('Which record it belongs to, when a file holds several'),
} as const

/** For what is true of a person whenever it was written: the day may be left out, and then it was always known. */
const always = {
  ...common,
  on: common.on.optional().describe('From when it is so; if left out, always'),
  by: common.by.optional().describe('The agency that wrote it, if it matters'),
}

export interface KindOptions {
  /** Who may see it unless the entry says otherwise (design, section 4, sight). */
  readonly sight?: readonly (Role | Service)[]
  /** The day may be left out: it is about a person, not about a day. */
  readonly undated?: boolean
}

/** What a field of this name means in every kind that says nothing else of it. */
const usual: Readonly<Record<string, string>> = { reason: 'Why, in words' }
const described = <F extends z.ZodRawShape>(fields: F): F =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const meant = (field as z.ZodType).description ?? usual[name]
      return [name, meant === undefined ? field : (field as z.ZodType).describe(meant)]
    }),
  ) as F

const dated = <F extends z.ZodRawShape>(fields: F) => z.strictObject({ ...common, ...fields })
const undated = <F extends z.ZodRawShape>(fields: F) => z.strictObject({ ...always, ...fields })

/** A kind of entry: what it says in one sentence, and its own fields beside the common ones. */
export const kind = <F extends z.ZodRawShape>(says: string, fields: F, options: KindOptions = {}) => {
  const own = described(fields)
  return {
    says,
    fields: own,
    options,
    schema: (options.undated ? undated(own) : dated(own)) as ReturnType<typeof dated<F>>,
  }
}
