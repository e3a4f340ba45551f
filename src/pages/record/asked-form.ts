import { allIn, type FormValues } from '../../intake/forms/form-values.ts'
import { askedFields, fieldShape } from '../../intake/forms/read-form.ts'
import { findRole } from '../../people/role.ts'
import { findAgency } from '../../people/service.ts'
import type { Kind } from '../../record/entry.ts'
import type { Picture } from '../../record/standing.ts'
import { shortName } from '../address.ts'
import type { FilledForm } from './form-for-duty.ts'
import { everyThing } from './things.ts'

const idSorts: ReadonlySet<string> = new Set(['person', 'thing', 'entry'])
/** A rule's name says nothing of anybody; all other free words may. */
const plainWords: ReadonlySet<string> = new Set(['rule'])
/** A medicine is named on the record, and stands in an address by a short name as a person does. */
const namedWords: ReadonlySet<string> = new Set(['medicine'])

const sortOf = (kind: Kind, field: string): string => {
  const { sort, each } = fieldShape(kind, field)
  return each?.sort ?? sort
}

/** A value as it may stand in an address: ids by short names, words not at all. */
const addressed = (family: string, kind: Kind, field: string, value: string): readonly string[] => {
  const sort = sortOf(kind, field)
  if (idSorts.has(sort) || namedWords.has(field)) return [shortName(family, value)]
  if (sort !== 'words' || plainWords.has(field)) return [value]
  const isPost = findAgency(value) !== undefined || findRole(value) !== undefined
  return isPost ? [value] : fieldShape(kind, field).sort === 'list' ? [shortName(family, value)] : []
}

/** The address of a form that is filled in beforehand; it holds no name, no id that somebody chose, and no words. */
export const recordAddress = (family: string, { kind, values }: FilledForm): string => {
  const query = new URLSearchParams({ kind })
  for (const field of askedFields(kind))
    for (const value of allIn(values, field).flatMap(one => addressed(family, kind, field, one)))
      query.append(field, value)
  return `/families/${family}/record?${query}`
}

/** Where an address was asked: the family, and its record as the reader may see it. */
export interface AskedOf {
  readonly family: string
  readonly stands: Picture
}

const idsByName = ({ family, stands }: AskedOf): ReadonlyMap<string, string> =>
  new Map(
    [
      ...stands.people.keys(),
      ...stands.children,
      ...everyThing(stands).map(({ id }) => id),
      ...stands.entries.flatMap(({ id, root }) => [id, root]),
      ...stands.entries.flatMap(entry => ('medicine' in entry ? (entry.medicine ?? []) : [])),
    ].map(id => [shortName(family, id), id]),
  )

const isShortName = (text: string): boolean => /^[0-9a-f]{12}$/u.test(text)
const longest = 2000

/**
 * What an address fills in beforehand. A short name stands for an id of this record, as its reader may see it; one that
 * stands for nothing here is left out.
 */
export const valuesAsked = (kind: Kind, query: URLSearchParams, of: AskedOf): FormValues => {
  const ids = idsByName(of)
  const meant = (text: string) => (isShortName(text) ? (ids.get(text) ?? []) : text.slice(0, longest))
  const values = askedFields(kind).map(field => [field, query.getAll(field).flatMap(meant)] as const)
  return new Map(values.filter(([, texts]) => texts.length > 0))
}
