import { html } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { findNhsNumber, whyNotNhsNumber } from '../people/nhs-number.ts'
import { findTypedDay } from './asked-day.ts'
import { input } from './kit/input.ts'
import type { Markup } from './kit/markup.ts'
import { type Form, type Problem, problemAt } from './problem.ts'

/** A child as somebody writes them who does not know the record. */
export interface SoughtTyped {
  readonly name: string
  readonly born: string
  readonly nhs: string
}

/** The same, read. */
export interface SoughtRead {
  readonly name?: string
  readonly born?: Day
  readonly nhs?: string
}

const longest = 200

/** What was typed of a child, as it was typed. */
export const soughtTyped = (form: Form): SoughtTyped => {
  const text = (field: string): string => (form(field) ?? '').trim().slice(0, longest)
  return { name: text('name'), born: text('born'), nhs: text('nhs') }
}

const bornProblem = (text: string): Problem => ({
  field: 'born',
  what: `${text.slice(0, 40)} is not a day: write it as 14 May 2019 or 2019-05-14`,
})

/** Reads a child as typed: an NHS number, or a name and a day of birth; or what is to be mended. */
export const readSought = (
  typed: SoughtTyped,
): { readonly sought: SoughtRead } | { readonly problems: readonly Problem[] } => {
  const nhs = typed.nhs === '' ? undefined : findNhsNumber(typed.nhs)
  const born = typed.born === '' ? undefined : findTypedDay(typed.born)
  const problems: Problem[] = []
  if (typed.nhs !== '' && nhs === undefined)
    problems.push({ field: 'nhs', what: `This NHS number ${whyNotNhsNumber(typed.nhs)}` })
  if (typed.born !== '' && born === undefined) problems.push(bornProblem(typed.born))
  if (problems.length === 0 && nhs === undefined && (typed.name === '' || born === undefined))
    problems.push({ field: 'nhs', what: 'Enter the NHS number, or the name and the day of birth' })
  if (problems.length > 0) return { problems }
  return {
    sought: {
      ...(typed.name === '' ? {} : { name: typed.name }),
      ...(born === undefined ? {} : { born }),
      ...(nhs === undefined ? {} : { nhs }),
    },
  }
}

/** The fields by which a child is sought: NHS number, name, day of birth. */
export const soughtFields = (typed: SoughtTyped, problems: readonly Problem[]): Markup => html`${input({
  label: { text: 'NHS number, if you know it' },
  name: 'nhs',
  value: typed.nhs,
  classes: 'govuk-input--width-10',
  inputmode: 'numeric',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: problemAt(problems, 'nhs'),
})}
${input({
  label: { text: 'The child’s name' },
  name: 'name',
  value: typed.name,
  classes: 'govuk-input--width-20',
  autocomplete: 'off',
  spellcheck: false,
  errorMessage: problemAt(problems, 'name'),
})}
${input({
  label: { text: 'Day of birth' },
  hint: { text: 'For example, 14 May 2019' },
  name: 'born',
  value: typed.born,
  classes: 'govuk-input--width-10',
  autocomplete: 'off',
  errorMessage: problemAt(problems, 'born'),
})}`

/** A child who is sought, in one line. */
export const soughtInWords = ({ name, born, nhs }: SoughtRead): string =>
  [name, born === undefined ? undefined : `born ${dayInWords(born)}`, nhs === undefined ? undefined : `NHS ${nhs}`]
    .filter(part => part !== undefined)
    .join(', ')
