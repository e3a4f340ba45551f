import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type FieldOptions, field } from './form-group.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** A unit or a sign that stands beside a field. */
export type AffixOptions = Content & Options<{ classes?: string; attributes?: Attributes }>

/** GOV.UK's options of a field of one line. */
export type InputOptions = FieldOptions &
  Options<{
    value?: string | number
    type?: string
    inputmode?: string
    autocomplete?: string
    autocapitalize?: string
    pattern?: string
    spellcheck?: boolean
    disabled?: boolean
    prefix?: AffixOptions
    suffix?: AffixOptions
    inputWrapper?: Options<{ classes?: string; attributes?: Attributes }>
    classes?: string
    attributes?: Attributes
  }>

/** A field of one line with its label, help and error. */
export function input(options: InputOptions): Markup {
  return field(options, (id, describedBy) => {
    const line = inputElement(options, id, describedBy)
    const before = affix(options.prefix, 'prefix')
    const after = affix(options.suffix, 'suffix')
    if (!before && !after) return line
    const names = spaced('govuk-input__wrapper', options.inputWrapper?.classes)
    return html`<div class="${names}"${attributes(options.inputWrapper?.attributes)}>${before} ${line} ${after}</div>`
  })
}

function inputElement(options: InputOptions, id: string, describedBy: string): Markup {
  const names = spaced('govuk-input', options.classes, options.errorMessage && 'govuk-input--error')
  const held = options.value === undefined ? '' : html` value="${options.value}"`
  const { spellcheck, disabled, autocomplete } = options
  return html`<input class="${names}" id="${id}" name="${options.name}" type="${options.type || 'text'}"
    ${attribute('spellcheck', spellcheck?.toString())}${held}${attribute('disabled', disabled)}
    ${attribute('aria-describedby', describedBy)}${attribute('autocomplete', autocomplete)}
    ${attribute('autocapitalize', options.autocapitalize)}${attribute('pattern', options.pattern)}
    ${attribute('inputmode', options.inputmode)}${attributes(options.attributes)}>`
}

function affix(options: AffixOptions | undefined, side: 'prefix' | 'suffix'): Markup | '' {
  const words = wording(options)
  if (words === undefined) return ''
  const names = spaced(`govuk-input__${side}`, options?.classes)
  return html`<div class="${names}" aria-hidden="true"${attributes(options?.attributes)}>${words}</div>`
}
