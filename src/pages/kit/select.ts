import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type FieldOptions, field } from './form-group.ts'
import { type Listed, type Markup, type Options, spaced } from './markup.ts'

/** One choice of a list; without a value its text is its value. */
export type SelectItem = Options<{
  text: string
  value?: string | number
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>

/** GOV.UK's options of a list to choose one from. */
export type SelectOptions = FieldOptions &
  Options<{
    items: readonly Listed<SelectItem>[]
    value?: string | number
    disabled?: boolean
    classes?: string
    attributes?: Attributes
  }>

/** A list to choose one from, with its label, help and error. */
export function select(options: SelectOptions): Markup {
  const names = spaced('govuk-select', options.classes, options.errorMessage && 'govuk-select--error')
  const items = options.items.map(item => item && choice(item, options.value))
  return field(options, (id, describedBy) => {
    const described = attribute('aria-describedby', describedBy)
    const further = html`${attribute('disabled', options.disabled)}${described}${attributes(options.attributes)}`
    return html`<select class="${names}" id="${id}" name="${options.name}"${further}>${items}</select>`
  })
}

function choice(item: SelectItem, chosen: string | number | undefined): Markup {
  const value = item.value === undefined ? '' : html` value="${String(item.value)}"`
  const isChosen = chosen !== undefined && String(item.value ?? item.text) === String(chosen)
  const selected = attribute('selected', item.selected ?? isChosen)
  const further = html`${selected}${attribute('disabled', item.disabled)}${attributes(item.attributes)}`
  return html`<option${value}${further}>${item.text}</option>`
}
