import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { button } from './button.ts'
import { type Content, type Markup, type Options, spaced } from './markup.ts'

/** GOV.UK's options of the button that leaves a page at once. */
export type ExitThisPageOptions = Content &
  Options<{
    id?: string
    classes?: string
    attributes?: Attributes
    redirectUrl?: string
    activatedText?: string
    timedOutText?: string
    pressTwoMoreTimesText?: string
    pressOneMoreTimeText?: string
  }>

const usual = html`<span class="govuk-visually-hidden">Emergency</span> Exit this page`

/** A button that leaves for another site; without a script it is a link that does the same. */
export function exitThisPage(options: ExitThisPageOptions): Markup {
  const words = html`${attribute('data-i18n.activated', options.activatedText)}${attribute('data-i18n.timed-out', options.timedOutText)}${attribute('data-i18n.press-two-more-times', options.pressTwoMoreTimesText)}${attribute('data-i18n.press-one-more-time', options.pressOneMoreTimeText)}`
  const content: Content = options.html || options.text ? options : { html: usual }
  const link = button({
    ...(content.html ? { html: content.html } : { text: content.text ?? '' }),
    classes: 'govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button',
    href: options.redirectUrl || 'https://www.bbc.co.uk/weather',
    attributes: { rel: 'nofollow noreferrer' },
  })
  return html`<div${attribute('id', options.id || undefined)} class="${spaced('govuk-exit-this-page', options.classes)}" data-module="govuk-exit-this-page"${attributes(options.attributes)}${words}>
  ${link}
</div>`
}
