import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** What a group of fields asks. */
export type LegendOptions = Content & Options<{ classes?: string; isPageHeading?: boolean }>

/** GOV.UK's options of a group of fields that answer one question. */
export type FieldsetOptions = Options<{
  legend?: LegendOptions
  html?: Markup
  describedBy?: string
  role?: string
  classes?: string
  attributes?: Attributes
}>

/** Fields that answer one question together, under the question. */
export function fieldset(options: FieldsetOptions): Markup {
  const names = spaced('govuk-fieldset', options.classes)
  const described = attribute('aria-describedby', options.describedBy)
  return html`<fieldset class="${names}"${attribute('role', options.role)}${described}${attributes(options.attributes)}>
  ${options.legend && legend(options.legend)}
  ${options.html}
</fieldset>`
}

function legend(options: LegendOptions): Markup | '' {
  const words = wording(options)
  if (words === undefined) return ''
  const asked = options.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words
  return html`<legend class="${spaced('govuk-fieldset__legend', options.classes)}">${asked}</legend>`
}
