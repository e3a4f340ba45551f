import type { FieldShape, Sort } from '../../src/record/field-shape.ts'
import { codes } from './markdown.ts'

const sorts: Readonly<Record<Exclude<Sort, 'choice' | 'list'>, readonly [one: string, several: string]>> = {
  words: ['words', 'words'],
  day: ['a day', 'days'],
  span: ['a day, a moment or a span', 'days'],
  agency: ['an agency', 'agencies'],
  role: ['a role', 'roles'],
  audience: ['a role or an agency', 'roles or agencies'],
  person: ['a person’s id', 'people’s ids'],
  thing: ['an id', 'ids'],
  entry: ['the id of an entry', 'ids of entries'],
  count: ['a whole number', 'whole numbers'],
  'yes-no': ['yes or no', 'yes or no'],
}

/** What a field may hold, in words: "an agency", "one or several agencies", or the words that are allowed. */
export const holds = ({ sort, allowed = [], each }: FieldShape): string => {
  if (sort === 'choice') return codes(allowed)
  if (sort !== 'list') return sorts[sort][0]
  if (each === undefined || each.sort === 'list') return 'one or several'
  return each.sort === 'choice'
    ? `one or several of ${codes(each.allowed ?? [])}`
    : `one or several ${sorts[each.sort][1]}`
}
