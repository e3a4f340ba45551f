import { type Choice, type ChoicesOptions, choices } from './choices.ts'
import type { Markup, Options } from './markup.ts'

/** GOV.UK's options of answers of which one holds. */
export type RadiosOptions = ChoicesOptions<Choice> & Options<{ value?: string | number }>

/** Answers of which one holds. */
export function radios(options: RadiosOptions): Markup {
  const { name, value, fieldset } = options
  return choices(options, {
    type: 'radio',
    block: 'govuk-radios',
    describedBy: fieldset?.describedBy,
    nameOf: () => name,
    isChecked: item => item.checked ?? (value !== undefined && String(item.value) === String(value)),
  })
}
