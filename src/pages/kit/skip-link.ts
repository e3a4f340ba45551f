import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of the link past the head of a page. */
export type SkipLinkOptions = Content & Options<{ href?: string; classes?: string; attributes?: Attributes }>

/** A link past the head of a page, seen when the keyboard reaches it. */
export function skipLink(options: SkipLinkOptions): Markup {
  const names = spaced('govuk-skip-link', options.classes)
  const further = html`${attributes(options.attributes)} data-module="govuk-skip-link"`
  return html`<a href="${options.href || '#content'}" class="${names}"${further}>${wording(options)}</a>`
}
