import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of what a field asks for; a component that holds the field sets `for`. */
export type LabelOptions = Content &
  Options<{ for?: string; isPageHeading?: boolean; classes?: string; attributes?: Attributes }>

/** What a field asks for; nothing when it has no words. */
export function label(options: LabelOptions): Markup | '' {
  const words = wording(options)
  if (words === undefined) return ''
  const names = spaced('govuk-label', options.classes)
  const asked = html`<label class="${names}"${attributes(options.attributes)}${attribute('for', options.for)}>
  ${words}
</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${asked}</h1>` : asked
}
