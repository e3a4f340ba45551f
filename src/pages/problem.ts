import { errorSummary } from './kit/error-summary.ts'
import type { Markup } from './kit/markup.ts'

/** One thing to mend in a form: the id of its field, and a sentence that says what to do. */
export interface Problem {
  readonly field: string
  readonly what: string
}

/** How a form that was sent is read: the text in a field, by its name. */
export type Form = (name: string) => string | undefined

/** All that is to be mended, at the top of a page, each with a link to its field; nothing when all is well. */
export const problemSummary = (problems: readonly Problem[], titleText = 'There is something to mend'): Markup | '' =>
  problems.length === 0
    ? ''
    : errorSummary({ titleText, errorList: problems.map(({ field, what }) => ({ text: what, href: `#${field}` })) })

/** What is wrong with one field, as the field shows it. */
export const problemAt = (problems: readonly Problem[], field: string): { readonly text: string } | undefined => {
  const found = problems.find(problem => problem.field === field)
  return found && { text: found.what }
}

/** The title of a page with a form, which says first that there is something to mend. */
export const titleWith = (problems: readonly Problem[], title: string): string =>
  problems.length === 0 ? title : `Error: ${title}`
