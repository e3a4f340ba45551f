import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of a warning. */
export type WarningTextOptions = Content &
  Options<{ iconFallbackText?: string; classes?: string; attributes?: Attributes }>

/** A warning beside a large exclamation mark. */
export function warningText(options: WarningTextOptions): Markup {
  const names = spaced('govuk-warning-text', options.classes)
  return html`<div class="${names}"${attributes(options.attributes)}>
  <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
  <strong class="govuk-warning-text__text">
    <span class="govuk-visually-hidden">${options.iconFallbackText || 'Warning'}</span>
    ${wording(options)}
  </strong>
</div>`
}
