import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type ErrorMessageOptions, errorMessage } from './error-message.ts'
import { type FieldsetOptions, fieldset } from './fieldset.ts'
import { type HintOptions, hint } from './hint.ts'
import { type LabelOptions, label } from './label.ts'
import { type Markup, type Options, spaced } from './markup.ts'

/** What every question has: help, what is wrong with the answer, and the box around both. */
export type QuestionOptions = Options<{
  hint?: HintOptions
  errorMessage?: ErrorMessageOptions
  formGroup?: Options<{ classes?: string; attributes?: Attributes }>
}>

/** A question with one field. */
export type FieldOptions = QuestionOptions &
  Options<{ label: LabelOptions; name: string; id?: string; describedBy?: string }>

/** A question with several fields, in a fieldset when it has one. */
export type GroupOptions = QuestionOptions & Options<{ fieldset?: Omit<FieldsetOptions, 'html' | 'role'> }>

/** A field with its label, help and error; `control` draws it from its id and the ids that describe it. */
export function field(options: FieldOptions, control: (id: string, describedBy: string) => Markup): Markup {
  const id = options.id || options.name
  const asked = label({ ...options.label, for: id })
  const drawn = control(id, describedBy(options, id, options.describedBy))
  return formGroup(options, html`${asked} ${messages(options, id)} ${drawn}`)
}

/** Fields that answer one question, in a fieldset if the options have one; `role` is the fieldset's. */
export function group(options: GroupOptions, id: string, controls: Markup, described?: string, role?: string): Markup {
  const body = html`${messages(options, id)} ${controls}`
  if (!options.fieldset) return formGroup(options, body)
  return formGroup(options, fieldset({ ...options.fieldset, describedBy: described, role, html: body }))
}

/** The ids that describe a question: those given, then its hint's, then its error's. */
export function describedBy(options: QuestionOptions, id: string, given: string | undefined): string {
  return spaced(given, options.hint && `${id}-hint`, options.errorMessage && `${id}-error`)
}

function messages(options: QuestionOptions, id: string): Markup {
  const help = options.hint && hint({ ...options.hint, id: `${id}-hint` })
  const wrong = options.errorMessage && errorMessage({ ...options.errorMessage, id: `${id}-error` })
  return html`${help} ${wrong}`
}

function formGroup(options: QuestionOptions, body: Markup): Markup {
  const wrong = options.errorMessage && 'govuk-form-group--error'
  const names = spaced('govuk-form-group', wrong, options.formGroup?.classes)
  return html`<div class="${names}"${attributes(options.formGroup?.attributes)}>${body}</div>`
}
