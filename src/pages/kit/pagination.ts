import { html, raw } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Listed, type Markup, type Options, spaced, wording } from './markup.ts'

/** One page of several, or a gap in their row. */
export type PaginationItem = Options<{
  number?: string | number
  href?: string
  current?: boolean
  ellipsis?: boolean
  visuallyHiddenText?: string
  attributes?: Attributes
}>

/** The page before or the page after. */
export type PaginationLink = Options<{
  href: string
  text?: string
  html?: Markup
  labelText?: string
  attributes?: Attributes
}>

/** GOV.UK's options of the way through several pages. */
export type PaginationOptions = Options<{
  items?: readonly Listed<PaginationItem>[]
  previous?: PaginationLink
  next?: PaginationLink
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}>

const arrows = {
  prev: raw(`<svg class="govuk-pagination__icon govuk-pagination__icon--prev" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
    <path d="m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z"></path>
  </svg>`),
  next: raw(`<svg class="govuk-pagination__icon govuk-pagination__icon--next" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13">
    <path d="m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"></path>
  </svg>`),
}

const usualWords = {
  prev: raw('Previous<span class="govuk-visually-hidden"> page</span>'),
  next: raw('Next<span class="govuk-visually-hidden"> page</span>'),
}

type Side = keyof typeof arrows

/** The way through several pages: the one before, their numbers, the one after. */
export function pagination(options: PaginationOptions): Markup {
  const { previous, next, items } = options
  const isBlock = !items && Boolean(next || previous)
  const names = spaced('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes)
  return html`<nav class="${names}" aria-label="${options.landmarkLabel || 'Pagination'}"${attributes(options.attributes)}>
  ${previous?.href && arrowLink(previous, 'prev', isBlock)}
  ${items && html`<ul class="govuk-pagination__list">${items.map(item => item && pageItem(item))}</ul>`}
  ${next?.href && arrowLink(next, 'next', isBlock)}
</nav>`
}

function arrowLink(link: PaginationLink, side: Side, isBlock: boolean): Markup {
  const leads = isBlock || side === 'prev'
  return html`<div class="govuk-pagination__${side}">
  <a class="govuk-link govuk-pagination__link" href="${link.href}" rel="${side}"${attributes(link.attributes)}>
    ${leads && arrows[side]}
    ${linkTitle(link, side, isBlock)}
    ${!leads && arrows[side]}
  </a>
</div>`
}

function linkTitle(link: PaginationLink, side: Side, isBlock: boolean): Markup {
  const plain = isBlock && !link.labelText && 'govuk-pagination__link-title--decorated'
  const title = html`<span class="${spaced('govuk-pagination__link-title', plain)}">
    ${wording(link) ?? usualWords[side]}
  </span>`
  if (!link.labelText || !isBlock) return title
  return html`${title}
  <span class="govuk-visually-hidden">:</span>
  <span class="govuk-pagination__link-label">${link.labelText}</span>`
}

function pageItem(item: PaginationItem): Markup | '' {
  if (Object.keys(item).length === 0) return ''
  const current = item.current && 'govuk-pagination__item--current'
  const gap = item.ellipsis && 'govuk-pagination__item--ellipsis'
  const names = spaced('govuk-pagination__item', current, gap)
  return html`<li class="${names}">${item.ellipsis ? raw('&ctdot;') : pageLink(item)}</li>`
}

function pageLink(item: PaginationItem): Markup {
  const said = item.visuallyHiddenText ?? `Page ${item.number}`
  const further = html`${attribute('aria-current', item.current && 'page')}${attributes(item.attributes)}`
  return html`<a class="govuk-link govuk-pagination__link" href="${item.href}" aria-label="${said}"${further}>
  ${item.number}
</a>`
}
