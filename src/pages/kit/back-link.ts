import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of a link back to where one came from. */
export type BackLinkOptions = Options<{
  text?: string
  html?: Markup
  href?: string
  classes?: string
  attributes?: Attributes
}>

/** A link back; it says "Back" unless it is told otherwise. */
export function backLink(options: BackLinkOptions): Markup {
  const names = spaced('govuk-back-link', options.classes)
  return html`<a href="${options.href || '#'}" class="${names}"${attributes(options.attributes)}>${wording(options) ?? 'Back'}</a>`
}
