import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of a word on a ground of colour. */
export type TagOptions = Content & Options<{ classes?: string; attributes?: Attributes }>

/** A word or two on a ground of colour, to say how a thing stands. */
export function tag(options: TagOptions): Markup {
  const names = spaced('govuk-tag', options.classes)
  return html`<strong class="${names}"${attributes(options.attributes)}>
  ${wording(options)}
</strong>`
}
