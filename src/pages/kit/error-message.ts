import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of what is wrong with one field and what to do about it. */
export type ErrorMessageOptions = Content &
  Options<{ id?: string; classes?: string; attributes?: Attributes; visuallyHiddenText?: string }>

/** What is wrong with one field; "Error:" is said before it to whoever listens. */
export function errorMessage(options: ErrorMessageOptions): Markup {
  const names = spaced('govuk-error-message', options.classes)
  const said = options.visuallyHiddenText ?? 'Error'
  return html`<p${attribute('id', options.id)} class="${names}"${attributes(options.attributes)}>
  ${said && html`<span class="govuk-visually-hidden">${said}:</span>`} ${wording(options)}
</p>`
}
