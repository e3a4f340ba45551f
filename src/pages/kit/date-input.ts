import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { describedBy, type GroupOptions, group } from './form-group.ts'
import { input } from './input.ts'
import { type Listed, type Markup, type Options, spaced } from './markup.ts'

/** One part of a date; `error` marks the part that is wrong, `error: false` one that is not. */
export type DatePart = Options<{
  name?: string
  label?: string
  value?: string | number
  id?: string
  inputmode?: string
  autocomplete?: string
  pattern?: string
  error?: boolean
  classes?: string
  attributes?: Attributes
}>

/** GOV.UK's options of a date; a part that is false is not asked for, `items` replaces all three. */
export type DateInputOptions = GroupOptions &
  Options<{
    id: string
    namePrefix?: string
    day?: DatePart | false
    month?: DatePart | false
    year?: DatePart | false
    items?: readonly Listed<DatePart>[]
    values?: Readonly<Record<string, string | number | undefined>>
    classes?: string
    attributes?: Attributes
  }>

type Unit = 'day' | 'month' | 'year'
type NamedPart = DatePart & { readonly name: string; readonly width: 2 | 4 }

const units = ['day', 'month', 'year'] as const
const widths = { day: 2, month: 2, year: 4 } as const satisfies Record<Unit, number>

/** A date in three fields, which is easier to type than to pick; each part has a label of its own. */
export function dateInput(options: DateInputOptions): Markup {
  const parts = namedParts(options)
  const anyIsWrong = parts.some(isMarkedWrong)
  const fields = parts.map(part => dateField(part, options, isWrong(part, options, anyIsWrong)))
  const names = spaced('govuk-date-input', options.classes)
  const own = html`${attributes(options.attributes)}${attribute('id', options.id)}`
  const described = describedBy(options, options.id, options.fieldset?.describedBy)
  return group(options, options.id, html`<div class="${names}"${own}>${fields}</div>`, described, 'group')
}

function namedParts(options: DateInputOptions): readonly NamedPart[] {
  const items = options.items?.length ? options.items : units.map(unit => partOf(unit, options))
  return items.flatMap(item => (item ? [namedPart(item, options)] : []))
}

function partOf(unit: Unit, options: DateInputOptions): DatePart | undefined {
  const part = options[unit] ?? { value: options.values?.[unit] }
  return part ? { ...part, name: part.name ?? unit } : undefined
}

// An item that bears the name of a part is that part: it takes its width, and its value if it has none of its own.
function namedPart(item: DatePart, options: DateInputOptions): NamedPart {
  const name = item.name ?? ''
  const unit = units.find(each => name === each || name === partOf(each, options)?.name)
  const part = unit && partOf(unit, options)
  return { ...item, name, width: unit ? widths[unit] : 2, value: item.value ?? part?.value }
}

function isMarkedWrong(part: DatePart): boolean {
  return part.error || (part.classes?.includes('govuk-input--error') ?? false)
}

function isWrong(part: DatePart, options: DateInputOptions, anyIsWrong: boolean): boolean {
  return isMarkedWrong(part) || (part.error !== false && options.errorMessage !== undefined && !anyIsWrong)
}

function dateField(part: NamedPart, options: DateInputOptions, wrong: boolean): Markup {
  const name = spaced(options.namePrefix, part.name).replace(' ', '-')
  const { inputmode, autocomplete, pattern, attributes: further } = part
  const text = part.label || part.name.charAt(0).toUpperCase() + part.name.slice(1)
  const filledIn = input({
    label: { text, classes: 'govuk-date-input__label' },
    id: part.id || `${options.id}-${part.name}`,
    classes: fieldClasses(part, wrong),
    name,
    value: part.value ?? options.values?.[name],
    inputmode: inputmode || 'numeric',
    ...{ autocomplete, pattern, attributes: further },
  })
  return html`<div class="govuk-date-input__item">${filledIn}</div>`
}

function fieldClasses(part: NamedPart, wrong: boolean): string {
  const given = part.classes ?? ''
  return spaced(
    'govuk-date-input__input',
    wrong && !given.includes('govuk-input--error') && 'govuk-input--error',
    !given.includes('govuk-input--width-') && `govuk-input--width-${part.width}`,
    given,
  )
}
