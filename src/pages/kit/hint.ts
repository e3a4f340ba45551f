import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of what helps to fill in a field. */
export type HintOptions = Content & Options<{ id?: string; classes?: string; attributes?: Attributes }>

/** What helps to fill in a field. */
export function hint(options: HintOptions): Markup {
  const names = spaced('govuk-hint', options.classes)
  return html`<div${attribute('id', options.id)} class="${names}"${attributes(options.attributes)}>${wording(options)}</div>`
}
