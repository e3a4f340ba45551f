import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of words set apart from the rest. */
export type InsetTextOptions = Content & Options<{ id?: string; classes?: string; attributes?: Attributes }>

/** Words set apart from the rest of a page: a quotation, an example, an aside. */
export function insetText(options: InsetTextOptions): Markup {
  const names = spaced('govuk-inset-text', options.classes)
  return html`<div${attribute('id', options.id)} class="${names}"${attributes(options.attributes)}>${wording(options)}</div>`
}
