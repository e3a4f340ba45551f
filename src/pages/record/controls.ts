import { html } from 'hono/html'
import type { z } from 'zod'
import { otherControl, placeControl } from '../../intake/forms/form-values.ts'
import { kinds } from '../../record/entry.ts'
import type { FieldShape } from '../../record/field-shape.ts'
import { checkboxes } from '../kit/checkboxes.ts'
import { fieldset } from '../kit/fieldset.ts'
import { input } from '../kit/input.ts'
import type { Markup } from '../kit/markup.ts'
import { radios } from '../kit/radios.ts'
import { type SelectItem, select } from '../kit/select.ts'
import { textarea } from '../kit/textarea.ts'
import type { Asking } from './asking.ts'
import { dayHints } from './hints.ts'
import { isChosen, type Option, optionsFor } from './options.ts'

/** A field as it is drawn, with the id of the control to which what is wrong with it leads. */
export interface Drawn {
  readonly markup: Markup
  readonly anchor: string
}

const text = (words: string | undefined) => (words === undefined ? undefined : { text: words })

/** What all questions have alike: their help, and what is wrong with the answer. */
const common = ({ field, hint, problem }: Asking, help: string | undefined = hint) => ({
  name: field,
  hint: text(help),
  errorMessage: text(problem),
})

const label = ({ isNeeded, question }: Asking) => ({
  text: isNeeded ? question : `${question} (optional)`,
  classes: 'govuk-label--s',
})
const legend = (words: string) => ({ text: words, classes: 'govuk-fieldset__legend--s' })

const manyLines: ReadonlySet<string> = new Set([
  'text',
  'reason',
  'harm',
  'outcome',
  'wants',
  'exceptions',
  'need',
  'steps',
  'harmedEvidence',
  'benefitEvidence',
  'worthItEvidence',
  'availableEvidence',
  'understoodEvidence',
])
const isLong = ({ field, values }: Asking): boolean =>
  manyLines.has(field) || values.some(value => value.length > 80 || value.includes('\n'))

const line = (asking: Asking, help?: string, classes?: string): Markup =>
  input({
    ...common(asking, help ?? asking.hint),
    label: label(asking),
    value: asking.values[0],
    classes,
    autocomplete: 'off',
  })

const words = (asking: Asking): Markup => {
  if (isChosen(asking)) return list(asking)
  if (!isLong(asking)) return line(asking)
  const rows = asking.field === 'text' || asking.field === 'steps' ? 6 : 3
  return textarea({ ...common(asking), label: label(asking), value: asking.values[0], rows, autocomplete: 'off' })
}

const dayLine = (asking: Asking): Markup =>
  line(asking, asking.hint ?? dayHints[asking.shape.sort === 'day' ? 'day' : 'span'], 'govuk-input--width-20')

const describes = ({ form, field }: Asking): string =>
  (kinds[form.kind].schema.shape as Readonly<Record<string, z.ZodType>>)[field]?.description ?? ''

/** What it means to choose nothing in a list. */
const nothing = (asking: Asking): string => {
  if (asking.isNeeded) return 'Choose one'
  return /agency that wrote it/u.test(describes(asking)) ? 'The agency that writes this' : 'Not said'
}

/** A list holds "nothing" unless something stands in the field for good: what begins something is a new one, or one of the list. */
const items = (asking: Asking, options: readonly Option[]): readonly SelectItem[] => {
  const isSettled = asking.values.length > 0 && (asking.isNeeded || options.some(one => one.value.startsWith(';')))
  return [...(isSettled ? [] : [{ value: '', text: nothing(asking) }]), ...options]
}

const list = (asking: Asking): Markup =>
  select({
    ...common(asking),
    label: label(asking),
    items: items(asking, optionsFor(asking)),
    value: asking.values[0] ?? '',
  })

const mostRadios = 5

const radioList = (asking: Asking, isInline: boolean): Markup => {
  const left = asking.isNeeded ? [] : [{ value: '', text: 'Not said' }]
  return radios({
    ...common(asking),
    fieldset: { legend: legend(asking.question) },
    items: [...optionsFor(asking), ...left],
    value: asking.values[0],
    classes: isInline ? 'govuk-radios--inline' : undefined,
  })
}

const oneOf = (asking: Asking): Markup =>
  optionsFor(asking).length > mostRadios ? list(asking) : radioList(asking, false)

const agency = (asking: Asking): Markup => {
  const place = placeControl(asking.field)
  const chosen = select({
    ...common(asking),
    label: { text: 'Agency' },
    items: items(asking, optionsFor(asking)),
    value: asking.values[0] ?? '',
  })
  const named = input({
    label: { text: 'Its place or team, if that is not in the list' },
    name: place,
    value: asking.place,
    autocomplete: 'off',
    classes: 'govuk-input--width-20',
  })
  return html`<div class="govuk-form-group">${fieldset({ legend: legend(asking.question), html: html`${chosen}${named}` })}</div>`
}

const boxes = (asking: Asking, options: readonly Option[]): Markup =>
  checkboxes({
    ...common(asking),
    fieldset: { legend: legend(asking.question) },
    items: options,
    values: asking.values,
    classes: 'govuk-checkboxes--small',
  })

const otherHints: Partial<Record<FieldShape['sort'], string>> = {
  agency: 'Such as: nursery; Elm Road GP practice. A semicolon parts them.',
  role: 'Such as: named nurse; midwife. A semicolon parts them.',
  audience: 'Roles or agencies, such as: named nurse; police. A semicolon parts them.',
  words: 'Agencies, roles or names, with a semicolon between them.',
}

/** Whether what is not in the list of a field can be typed beside it. */
const takesOthers = ({ shape }: Asking): boolean => otherHints[shape.each?.sort ?? 'day'] !== undefined

/** Many lists of a form may have others beside them: whoever hears the form is told whose these are. */
const others = ({ question }: Asking) => ({
  html: html`Others<span class="govuk-visually-hidden">: ${question}</span>`,
})

const several = (asking: Asking): Markup => {
  const options = optionsFor(asking)
  if (!takesOthers(asking)) return options.length === 0 ? nobodyYet(asking) : boxes(asking, options)
  const other = input({
    label: options.length === 0 ? label(asking) : others(asking),
    name: otherControl(asking.field),
    value: asking.other,
    hint: text(otherHints[asking.shape.each?.sort ?? 'words']),
    errorMessage: options.length === 0 ? text(asking.problem) : undefined,
    autocomplete: 'off',
  })
  return options.length === 0 ? other : html`${boxes(asking, options)}${other}`
}

const nobodyYet = ({ question, field }: Asking): Markup =>
  html`<p id="${field}"><strong>${question}</strong> Nothing that could be chosen here stands on this record yet.</p>`

const person = (asking: Asking): Markup => (optionsFor(asking).length === 0 ? nobodyYet(asking) : oneOf(asking))

const bySort: Readonly<Record<FieldShape['sort'], (asking: Asking) => Markup>> = {
  words,
  day: dayLine,
  span: dayLine,
  entry: line,
  count: asking => line(asking, asking.hint, 'govuk-input--width-3'),
  agency,
  role: list,
  audience: line,
  person,
  thing: list,
  'yes-no': asking => radioList(asking, true),
  choice: oneOf,
  list: several,
}

const anchorOf = (asking: Asking): string =>
  asking.shape.sort === 'list' && takesOthers(asking) && (asking.other !== '' || optionsFor(asking).length === 0)
    ? otherControl(asking.field)
    : asking.field

/** A field as it is drawn, by what it holds. */
export const draw = (asking: Asking): Drawn => ({
  markup: bySort[asking.shape.sort](asking),
  anchor: anchorOf(asking),
})
