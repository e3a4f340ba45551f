import { html } from 'hono/html'
import { type Day, findDayOf } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { findNhsNumber, formatNhsNumber, whyNotNhsNumber } from '../people/nhs-number.ts'
import type { Kin } from '../people/practitioner.ts'
import { button } from './kit/button.ts'
import { dateInput } from './kit/date-input.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import type { Markup, Options } from './kit/markup.ts'
import { type Form, type Problem, problemAt } from './problem.ts'

const fields = ['nhs', 'name', 'born-day', 'born-month', 'born-year'] as const

/** What was typed of somebody, as it was typed. */
export type KinTyped = Readonly<Record<(typeof fields)[number], string>>

/** Somebody to add, or what is to be mended and what was typed. */
export type KinRead = { readonly kin: Kin } | { readonly problems: readonly Problem[]; readonly typed: KinTyped }

type Part<T> = { readonly is?: T; readonly problem?: Problem }

const whyNotNhs = (text: string): string => {
  const why = whyNotNhsNumber(text) ?? ''
  return why.startsWith('the ') ? `Check the NHS number: ${why}` : `This NHS number ${why}`
}

const readNhs = ({ nhs }: KinTyped): Part<string> => {
  if (nhs === '') return {}
  const is = findNhsNumber(nhs)
  return is === undefined ? { problem: { field: 'nhs', what: whyNotNhs(nhs) } } : { is }
}

const whole = (text: string): number => (/^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN)

const readBorn = (typed: KinTyped): Part<Day> => {
  const [day, month, year] = [typed['born-day'], typed['born-month'], typed['born-year']]
  if (day + month + year === '') return {}
  const is = findDayOf({ day: whole(day), month: whole(month), year: whole(year) })
  return is === undefined
    ? { problem: { field: 'born-day', what: 'Enter a real day of birth, such as 27 3 1990' } }
    : { is }
}

// Without an NHS number both are needed: a name alone fits too many, and a day of birth alone far too many.
const missing = (nhs: Part<string>, name: string, born: Part<Day>): readonly Problem[] => {
  const [hasName, hasBorn] = [name !== '', born.is !== undefined || born.problem !== undefined]
  if (nhs.is !== undefined || nhs.problem !== undefined || (hasName && hasBorn)) return []
  if (hasName) return [{ field: 'born-day', what: 'Enter the day of birth too: others have the same name' }]
  if (hasBorn) return [{ field: 'name', what: 'Enter the name too: others have the same day of birth' }]
  return [{ field: 'nhs', what: 'Enter an NHS number, or a name and a day of birth' }]
}

/** Reads the form that adds somebody: by NHS number, or by name and day of birth. */
export function readKin(form: Form): KinRead {
  const text = (field: string): string => (form(field) ?? '').trim().slice(0, 200)
  const typed = Object.fromEntries(fields.map(field => [field, text(field)])) as KinTyped
  const { name } = typed
  const [nhs, born] = [readNhs(typed), readBorn(typed)]
  const problems = [nhs.problem, ...missing(nhs, name, born), born.problem].filter(one => one !== undefined)
  if (problems.length > 0) return { problems, typed }
  return {
    kin: {
      ...(nhs.is === undefined ? {} : { nhs: nhs.is }),
      ...(name === '' ? {} : { name }),
      ...(born.is === undefined ? {} : { born: born.is }),
    },
  }
}

/** Somebody whose record is closed to a practitioner, with the key by which the store knows them. */
export interface KinHeld {
  readonly key: string
  readonly kin: Kin
}

/** Somebody as their practitioner named them: Nia Adeyemi, born 3 May 1990, NHS number 999 000 0018. */
export const kinInWords = ({ name, born, nhs }: Kin): string =>
  [name, born && `born ${dayInWords(born)}`, nhs && `NHS number ${formatNhsNumber(nhs)}`].filter(Boolean).join(', ')

const heldRow = ({ key, kin }: KinHeld, csrf: string): Markup => html`<li>
  ${kinInWords(kin)}
  <form method="post" action="/account/kin/remove">${csrfField(csrf)}${hidden('kin', key)}<button class="govuk-link holdfast-as-link">Take off<span class="govuk-visually-hidden">: ${kinInWords(kin)}</span></button></form>
</li>`

const list = (held: readonly KinHeld[], csrf: string): Markup =>
  held.length === 0
    ? html`<p>Nobody stands here yet.</p>`
    : html`<ul class="govuk-list govuk-list--bullet">${held.map(one => heldRow(one, csrf))}</ul>`

const nhsField = (typed: KinTyped | undefined, found: readonly Problem[]): Markup =>
  input({
    label: { text: 'NHS number' },
    hint: { text: 'If you know it. Then nothing else is needed' },
    name: 'nhs',
    value: typed?.nhs,
    inputmode: 'numeric',
    autocomplete: 'off',
    spellcheck: false,
    classes: 'govuk-input--width-10',
    errorMessage: problemAt(found, 'nhs'),
  })

const bornField = (typed: KinTyped | undefined, found: readonly Problem[]): Markup =>
  dateInput({
    id: 'born',
    namePrefix: 'born',
    fieldset: { legend: { text: 'Day of birth' } },
    values: typed ?? {},
    errorMessage: problemAt(found, 'born-day'),
  })

type Asked = Options<{ held: readonly KinHeld[]; problems: readonly Problem[]; typed?: KinTyped; csrf: string }>

const form = ({ typed, problems, csrf }: Asked): Markup => html`<form method="post" action="/account/kin" novalidate>
${csrfField(csrf)}
${nhsField(typed, problems)}
${input({
  label: { text: 'Name' },
  name: 'name',
  value: typed?.name,
  autocomplete: 'off',
  spellcheck: false,
  classes: 'govuk-input--width-20',
  errorMessage: problemAt(problems, 'name'),
})}
${bornField(typed, problems)}
${button({ text: 'Add this person', classes: 'govuk-button--secondary' })}
</form>`

/** The part of the account where a practitioner names the people whose record she never opens. */
export const kinSection = (asked: Asked): Markup => html`<h2>People whose record you must not open</h2>
<p>Name yourself, your relatives and your partner, present and past. A record in which one of them appears is closed to you, even in an emergency, and Holdfast tells nobody why.</p>
${list(asked.held, asked.csrf)}
<h3>Add somebody</h3>
${form(asked)}`
