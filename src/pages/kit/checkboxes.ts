import { type Choice, type ChoicesOptions, choices } from './choices.ts'
import type { Markup, Options } from './markup.ts'

/** One answer of several; `behaviour: 'exclusive'` marks "none of these". */
export type Checkbox = Choice & Options<{ name?: string; behaviour?: 'exclusive' }>

/** GOV.UK's options of answers of which any number holds. */
export type CheckboxesOptions = ChoicesOptions<Checkbox> &
  Options<{ values?: readonly (string | number)[]; describedBy?: string }>

/** Answers of which any number holds. */
export function checkboxes(options: CheckboxesOptions): Markup {
  const chosen = new Set(options.values?.map(String))
  return choices(options, {
    type: 'checkbox',
    block: 'govuk-checkboxes',
    describedBy: options.fieldset?.describedBy || options.describedBy,
    nameOf: item => item.name || options.name,
    behaviourOf: item => item.behaviour,
    isChecked: item => item.checked ?? chosen.has(String(item.value)),
  })
}
