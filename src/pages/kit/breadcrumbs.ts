import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type Content, type Markup, type Options, spaced, wording } from './markup.ts'

/** One step of the way: a link, or without `href` the page that one is on. */
export type Breadcrumb = Content & Options<{ href?: string; attributes?: Attributes }>

/** GOV.UK's options of the way from the first page to this one. */
export type BreadcrumbsOptions = Options<{
  items: readonly Breadcrumb[]
  classes?: string
  collapseOnMobile?: boolean
  attributes?: Attributes
  labelText?: string
}>

/** The way from the first page to this one. */
export function breadcrumbs(options: BreadcrumbsOptions): Markup {
  const folds = options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  const names = spaced('govuk-breadcrumbs', options.classes, folds)
  return html`<nav class="${names}"${attributes(options.attributes)} aria-label="${options.labelText ?? 'Breadcrumb'}">
  <ol class="govuk-breadcrumbs__list">${options.items.map(crumb)}</ol>
</nav>`
}

function crumb(item: Breadcrumb): Markup {
  if (!item.href) return html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${wording(item)}</li>`
  return html`<li class="govuk-breadcrumbs__list-item">
  <a class="govuk-breadcrumbs__link" href="${item.href}"${attributes(item.attributes)}>${wording(item)}</a>
</li>`
}
