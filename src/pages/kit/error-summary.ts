import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** One thing to mend, with a link to its field. */
export type ErrorSummaryItem = Content & Options<{ href?: string; attributes?: Attributes }>

/** GOV.UK's options of the list of all that is to be mended on a page. */
export type ErrorSummaryOptions = Options<{
  titleText?: string
  titleHtml?: Markup
  descriptionText?: string
  descriptionHtml?: Markup
  errorList?: readonly ErrorSummaryItem[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

/** All that is to be mended on a page, at its top, each with a link to its field. */
export function errorSummary(options: ErrorSummaryOptions): Markup {
  const names = spaced('govuk-error-summary', options.classes)
  const focus = attribute('data-disable-auto-focus', options.disableAutoFocus?.toString())
  return html`<div class="${names}"${focus}${attributes(options.attributes)} data-module="govuk-error-summary">
  <div role="alert">
    <h2 class="govuk-error-summary__title">${wording({ text: options.titleText, html: options.titleHtml })}</h2>
    <div class="govuk-error-summary__body">${description(options)}${list(options.errorList ?? [])}</div>
  </div>
</div>`
}

function description({ descriptionText: text, descriptionHtml }: ErrorSummaryOptions): Markup | '' {
  const words = wording({ text, html: descriptionHtml })
  return words === undefined ? '' : html`<p>${words}</p>`
}

function list(items: readonly ErrorSummaryItem[]): Markup | '' {
  if (items.length === 0) return ''
  return html`<ul class="govuk-list govuk-error-summary__list">${items.map(listed)}</ul>`
}

function listed(item: ErrorSummaryItem): Markup {
  if (!item.href) return html`<li>${wording(item)}</li>`
  return html`<li>
  <a href="${item.href}"${attributes(item.attributes)}>${wording(item)}</a>
</li>`
}
