import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** GOV.UK's options of news about the page or about what was just done. */
export type NotificationBannerOptions = Content &
  Options<{
    titleText?: string
    titleHtml?: Markup
    titleHeadingLevel?: 1 | 2 | 3 | 4 | 5 | 6
    titleId?: string
    type?: 'success'
    role?: string
    disableAutoFocus?: boolean
    classes?: string
    attributes?: Attributes
  }>

/** News about the page, or with `type: 'success'` about what was just done. */
export function notificationBanner(options: NotificationBannerOptions): Markup {
  const isSuccess = options.type === 'success'
  const names = spaced('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', options.classes)
  const id = options.titleId || 'govuk-notification-banner-title'
  const role = options.role || (isSuccess ? 'alert' : 'region')
  const focus = attribute('data-disable-auto-focus', options.disableAutoFocus?.toString())
  const own = html`role="${role}" aria-labelledby="${id}" data-module="govuk-notification-banner"${focus}`
  return html`<div class="${names}" ${own}${attributes(options.attributes)}>
  <div class="govuk-notification-banner__header">${title(options, id)}</div>
  <div class="govuk-notification-banner__content">${news(options)}</div>
</div>`
}

function title(options: NotificationBannerOptions, id: string): Markup {
  const tag = `h${options.titleHeadingLevel || 2}`
  const usual = options.type === 'success' ? 'Success' : 'Important'
  const words = wording({ text: options.titleText, html: options.titleHtml }) ?? usual
  return html`<${tag} class="govuk-notification-banner__title" id="${id}">${words}</${tag}>`
}

function news(options: NotificationBannerOptions): Markup | '' {
  const words = wording(options)
  if (words === undefined) return ''
  return words === options.html ? options.html : html`<p class="govuk-notification-banner__heading">${words}</p>`
}
