import type { Kind } from '../../record/entry.ts'
import type { FieldShape } from '../../record/field-shape.ts'
import type { Problem } from '../../record/read-entry.ts'
import { questionOf } from './questions.ts'

/** One thing to mend in a form: the field, or one of the form's own controls, and what to do about it, as a sentence. */
export type FormProblem = Problem

const asked = (kind: Kind, field: string): string => `“${questionOf(kind, field)}”`

/** What is said of a field that an entry cannot do without and that was left empty. */
export const missing = (kind: Kind, field: string, { sort }: FieldShape): FormProblem => {
  if (sort === 'words' || sort === 'count') return { field, what: `Write an answer to ${asked(kind, field)}` }
  if (sort === 'day' || sort === 'span') return { field, what: `Write a day for ${asked(kind, field)}` }
  return { field, what: `Choose an answer to ${asked(kind, field)}` }
}

// What is wrong with a line of a file, in words for whoever fills in a form: no list of all names, and no page of the docs.
const rewords: readonly (readonly [RegExp, string])[] = [
  [
    / is not a date: .*$/su,
    ' is not a day: write it as 14 May 2019, 14 May 2019 10:20, about 14 May 2019, or May 2019 for some day of that month',
  ],
  [
    / is not a service we know: .*$/su,
    ' is not an agency we know: write a service, or a service and its place, such as hospital/royal; other/name if none fits',
  ],
  [
    / is (not a|neither a) role( nor a service)? we know(?:[:;] docs.*)?$/su,
    ' is $1 role$2 we know: write it another way',
  ],
]

const sentence = (text: string): string =>
  /^[a-z]/u.test(text) ? `What is written here ${text}` : text.replace(/^"(.*?)" /su, '“$1” ')

/** What is wrong with a field that was filled in, as a sentence beside it. */
export const reworded = ({ field, what }: Problem): FormProblem => ({
  field,
  what: sentence(rewords.reduce((text, [pattern, words]) => text.replace(pattern, words), what)),
})
