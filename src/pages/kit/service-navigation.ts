import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Listed, type Markup, type Options, spaced, wording } from './markup.ts'

/** One way to go: `current` is this very page, `active` one above it. */
export type NavigationItem = Content &
  Options<{ href?: string; current?: boolean; active?: boolean; attributes?: Attributes }>

/** Markup of our own at the places where GOV.UK lets it in. */
export type NavigationSlots = Options<{
  start?: Markup
  end?: Markup | Options<{ html: Markup; align?: 'inline' }>
  navigationStart?: Markup
  navigationEnd?: Markup
}>

/** GOV.UK's options of the name of the service and the ways through it. */
export type ServiceNavigationOptions = Options<{
  serviceName?: string
  serviceUrl?: string
  navigation?: readonly Listed<NavigationItem>[]
  slots?: NavigationSlots
  ariaLabel?: string
  menuButtonText?: string
  menuButtonLabel?: string
  navigationLabel?: string
  navigationId?: string
  navigationClasses?: string
  collapseNavigationOnMobile?: boolean
  classes?: string
  attributes?: Attributes
}>

/** The name of the service and the ways through it; a landmark of its own when it holds more than the ways. */
export function serviceNavigation(options: ServiceNavigationOptions): Markup {
  const names = spaced('govuk-service-navigation', options.classes)
  const own = html`class="${names}" data-module="govuk-service-navigation"${attributes(options.attributes)}`
  const isLandmark = options.serviceName || options.slots?.start || endSlot(options.slots)
  if (!isLandmark) return html`<div ${own}>${container(options)}</div>`
  return html`<section aria-label="${options.ariaLabel ?? 'Service information'}" ${own}>${container(options)}</section>`
}

function container(options: ServiceNavigationOptions): Markup {
  const { slots } = options
  const inline = isInline(slots) && 'govuk-service-navigation__inlining-container'
  return html`<div class="${spaced('govuk-width-container', inline)}">${slots?.start}
  <div class="govuk-service-navigation__container">${serviceName(options)}${navigation(options)}</div>
  ${endSlot(slots)}
</div>`
}

function isPlaced(end: NavigationSlots['end']): end is Options<{ html: Markup; align?: 'inline' }> {
  return typeof end === 'object' && 'html' in end
}

function isInline(slots: NavigationSlots | undefined): boolean {
  return isPlaced(slots?.end) && slots.end.align === 'inline'
}

function endSlot(slots: NavigationSlots | undefined): Markup | undefined {
  return isPlaced(slots?.end) ? slots.end.html : slots?.end
}

function serviceName({ serviceName: name, serviceUrl }: ServiceNavigationOptions): Markup | '' {
  if (!name) return ''
  const shown = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">
  ${name}
</a>`
    : html`<span class="govuk-service-navigation__text">${name}</span>`
  return html`<span class="govuk-service-navigation__service-name">
  ${shown}
</span>`
}

function navigation(options: ServiceNavigationOptions): Markup | '' {
  const { slots } = options
  const items = (options.navigation ?? []).filter(item => !!item)
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return ''
  const words = options.menuButtonText || 'Menu'
  const id = options.navigationId || 'navigation'
  const folds = options.collapseNavigationOnMobile ?? items.length > 1
  const names = spaced('govuk-service-navigation__wrapper', options.navigationClasses)
  return html`<nav aria-label="${options.navigationLabel || words}" class="${names}">${folds && toggle(options, words, id)}
  <ul class="govuk-service-navigation__list" id="${id}">${slots?.navigationStart}${items.map(navigationItem)}${slots?.navigationEnd}</ul>
</nav>`
}

function toggle(options: ServiceNavigationOptions, words: string, id: string): Markup {
  const { menuButtonLabel: said } = options
  const label = attribute('aria-label', said !== words && said)
  const names = 'govuk-service-navigation__toggle govuk-js-service-navigation-toggle'
  return html`<button type="button" class="${names}" aria-controls="${id}"${label} hidden aria-hidden="true">
  ${words}
</button>`
}

function navigationItem(item: NavigationItem): Markup {
  const isHere = item.active || item.current
  const names = spaced('govuk-service-navigation__item', isHere && 'govuk-service-navigation__item--active')
  return html`<li class="${names}">${navigationLink(item)}</li>`
}

function navigationLink(item: NavigationItem): Markup | '' {
  const words = wording(item)
  const isHere = item.active || item.current
  const shown = isHere ? html`<strong class="govuk-service-navigation__active-fallback">${words}</strong>` : words
  const here = attribute('aria-current', isHere && (item.current ? 'page' : 'true'))
  const further = html`${here}${item.href && attributes(item.attributes)}`
  if (item.href)
    return html`<a class="govuk-service-navigation__link" href="${item.href}"${further}>
  ${shown}
</a>`
  if (words === undefined) return ''
  return html`<span class="govuk-service-navigation__text"${further}>
  ${shown}
</span>`
}
