import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { type Content, type Listed, type Markup, type Options, spaced, wording } from './markup.ts'

/** A link that does something with a row or a card; its hidden words say with which. */
export type SummaryAction = Content &
  Options<{ href: string; visuallyHiddenText?: string; classes?: string; attributes?: Attributes }>

/** The links of a row or a card. */
export type SummaryActions = Options<{ items?: readonly SummaryAction[]; classes?: string }>

/** One fact: its name, what it is, and what can be done with it. */
export type SummaryRow = Options<{
  key: Content & Options<{ classes?: string }>
  value: Content & Options<{ classes?: string }>
  actions?: SummaryActions
  classes?: string
}>

/** The frame around a list, with a title and links of its own. */
export type SummaryCard = Options<{
  title?: Content & Options<{ classes?: string; headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 }>
  actions?: SummaryActions
  classes?: string
  attributes?: Attributes
}>

/** GOV.UK's options of a list of facts. */
export type SummaryListOptions = Options<{
  rows: readonly Listed<SummaryRow>[]
  card?: SummaryCard
  classes?: string
  attributes?: Attributes
}>

type Look = { readonly list: string; readonly item: string }

/** Facts by name, in a card if the options have one. */
export function summaryList(options: SummaryListOptions): Markup {
  const anyActions = options.rows.some(row => (row ? row.actions?.items?.length : 0))
  const rows = options.rows.map(row => row && summaryRow(row, Boolean(anyActions), options.card?.title))
  const names = spaced('govuk-summary-list', options.classes)
  const list = html`<dl class="${names}"${attributes(options.attributes)}>${rows}</dl>`
  return options.card ? card(options.card, list) : list
}

function summaryRow(row: SummaryRow, anyActions: boolean, cardTitle: SummaryCard['title']): Markup {
  const bare = anyActions && !row.actions?.items && 'govuk-summary-list__row--no-actions'
  return html`<div class="${spaced('govuk-summary-list__row', bare, row.classes)}">
  <dt class="${spaced('govuk-summary-list__key', row.key?.classes)}">${wording(row.key)}</dt>
  <dd class="${spaced('govuk-summary-list__value', row.value?.classes)}">${wording(row.value)}</dd>
  ${rowActions(row.actions, cardTitle)}
</div>`
}

function rowActions(actions: SummaryActions | undefined, cardTitle: SummaryCard['title']): Markup | '' {
  const items = actions?.items ?? []
  if (items.length === 0) return ''
  const links = items.map(item => actionLink(item, cardTitle))
  const look = { list: 'govuk-summary-list__actions-list', item: 'govuk-summary-list__actions-list-item' }
  const body = links.length === 1 ? links : listed(links, look)
  return html`<dd class="${spaced('govuk-summary-list__actions', actions?.classes)}">${body}</dd>`
}

function card(options: SummaryCard, list: Markup): Markup {
  return html`<div class="${spaced('govuk-summary-card', options.classes)}"${attributes(options.attributes)}>
  <div class="govuk-summary-card__title-wrapper">${cardTitle(options.title)}${cardActions(options)}</div>
  <div class="govuk-summary-card__content">${list}</div>
</div>`
}

function cardTitle(title: SummaryCard['title']): Markup | '' {
  if (!title) return ''
  const tag = `h${title.headingLevel || 2}`
  return html`<${tag} class="${spaced('govuk-summary-card__title', title.classes)}">${wording(title)}</${tag}>`
}

function cardActions({ actions, title }: SummaryCard): Markup | '' {
  const links = (actions?.items ?? []).map(item => actionLink(item, title))
  const names = spaced('govuk-summary-card__actions', actions?.classes)
  if (links.length === 0) return ''
  if (links.length === 1) return html`<div class="${names}">${links}</div>`
  return listed(links, { list: names, item: 'govuk-summary-card__action' })
}

function listed(links: readonly Markup[], look: Look): Markup {
  return html`<ul class="${look.list}">${links.map(link => html`<li class="${look.item}">${link}</li>`)}</ul>`
}

function actionLink(action: SummaryAction, cardTitle: SummaryCard['title']): Markup {
  const names = spaced('govuk-link', action.classes)
  const hidden = action.visuallyHiddenText && ` ${action.visuallyHiddenText}`
  const title = cardTitle && html` (${wording(cardTitle)})`
  const said = (hidden || title) && html`<span class="govuk-visually-hidden">${hidden}${title}</span>`
  return html`<a class="${names}" href="${action.href}"${attributes(action.attributes)}>${wording(action)}${said}</a>`
}
