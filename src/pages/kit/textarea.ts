import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type FieldOptions, field } from './form-group.ts'
import { type Markup, type Options, spaced } from './markup.ts'

/** GOV.UK's options of a field of several lines. */
export type TextareaOptions = FieldOptions &
  Options<{
    value?: string
    rows?: number
    spellcheck?: boolean
    autocomplete?: string
    disabled?: boolean
    classes?: string
    attributes?: Attributes
  }>

/** A field of several lines with its label, help and error. */
export function textarea(options: TextareaOptions): Markup {
  const names = spaced('govuk-textarea', options.errorMessage && 'govuk-textarea--error', options.classes)
  const { name, rows, value, spellcheck, disabled, autocomplete } = options
  return field(
    options,
    (id, describedBy) => html`<textarea class="${names}" id="${id}" name="${name}" rows="${rows || 5}"
    ${attribute('spellcheck', spellcheck?.toString())}${attribute('disabled', disabled)}
    ${attribute('aria-describedby', describedBy)}${attribute('autocomplete', autocomplete)}
    ${attributes(options.attributes)}>${value}</textarea>`,
  )
}
