import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of a part that opens when it is pressed. */
export type DetailsOptions = Content &
  Options<{
    summaryText?: string
    summaryHtml?: Markup
    id?: string
    open?: boolean
    classes?: string
    attributes?: Attributes
  }>

/** A part of a page that is one line until somebody opens it; it works without a script. */
export function details(options: DetailsOptions): Markup {
  const names = spaced('govuk-details', options.classes)
  const { summaryText: text, summaryHtml, id, open } = options
  return html`<details${attribute('id', id)} class="${names}"${attributes(options.attributes)}${attribute('open', open)}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">
      ${wording({ text, html: summaryHtml })}
    </span>
  </summary>
  <div class="govuk-details__text">${wording(options)}</div>
</details>`
}
