import { html } from 'hono/html'
import { type Attributes, attributes } from './attributes.ts'
import { button } from './button.ts'
import { type Markup, type Options, spaced, wording } from './markup.ts'

/** Something to press in a panel that interrupts; without `href` it is a button. */
export type PanelAction = Options<{
  text: string
  href?: string
  type?: 'submit' | 'button' | 'reset'
  classes?: string
  attributes?: Attributes
}>

/** GOV.UK's options of a panel; `govuk-panel--interruption` among its classes makes it one that interrupts. */
export type PanelOptions = Options<{
  titleText?: string
  titleHtml?: Markup
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6
  text?: string
  html?: Markup
  actions?: Options<{ items?: readonly PanelAction[]; classes?: string; attributes?: Attributes }>
  classes?: string
  attributes?: Attributes
}>

/** A large panel that says that something is done, or that interrupts. */
export function panel(options: PanelOptions): Markup {
  const interrupts = options.classes?.includes('govuk-panel--interruption') ?? false
  const names = spaced('govuk-panel', !interrupts && 'govuk-panel--confirmation', options.classes)
  const tag = `h${options.headingLevel || 1}`
  const title = wording({ text: options.titleText, html: options.titleHtml })
  const words = wording(options)
  return html`<div class="${names}"${attributes(options.attributes)}>
  <${tag} class="govuk-panel__title">${title}</${tag}>
  ${words !== undefined && html`<div class="govuk-panel__body">${words}</div>`}
  ${interrupts && options.actions && actionRow(options.actions)}
</div>`
}

function actionRow(actions: NonNullable<PanelOptions['actions']>): Markup {
  const items = actions.items ?? []
  const row =
    items.length > 0 && html`<div class="govuk-button-group">${items.map(item => html`${action(item)} `)}</div>`
  return html`<div class="${spaced('govuk-panel__actions', actions.classes)}"${attributes(actions.attributes)}>${row}</div>`
}

function action(item: PanelAction): Markup {
  if (!item.href || item.type === 'button') {
    const classes = spaced('govuk-button--inverse', item.classes)
    return button({ ...item, type: item.type || 'button', classes })
  }
  const names = spaced('govuk-link govuk-link--inverse', item.classes)
  return html`<a class="${names}" href="${item.href}"${attributes(item.attributes)}>${item.text}</a>`
}
