import { html } from 'hono/html'
import { type Attributes, attribute, attributes } from './attributes.ts'
import { type Content, type Listed, type Markup, type Options, spaced, wording } from './markup.ts'

/** One cell; `format: 'numeric'` sets figures to the right. */
export type TableCell = Content &
  Options<{ format?: 'numeric'; classes?: string; colspan?: number; rowspan?: number; attributes?: Attributes }>

/** GOV.UK's options of a table. */
export type TableOptions = Options<{
  rows: readonly Listed<readonly TableCell[]>[]
  head?: readonly TableCell[]
  caption?: string
  captionClasses?: string
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
}>

/** A table with its caption and heads. */
export function table(options: TableOptions): Markup {
  const rows = options.rows.map(row => row && bodyRow(row, options.firstCellIsHeader ?? false))
  return html`<table class="${spaced('govuk-table', options.classes)}"${attributes(options.attributes)}>
  ${caption(options)}
  ${options.head && headRow(options.head)}
  <tbody class="govuk-table__body">${rows}</tbody>
</table>`
}

function caption(options: TableOptions): Markup | '' {
  if (!options.caption) return ''
  return html`<caption class="${spaced('govuk-table__caption', options.captionClasses)}">${options.caption}</caption>`
}

function headRow(cells: readonly TableCell[]): Markup {
  const heads = cells.map(cell => {
    const names = spaced('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)
    return html`<th scope="col" class="${names}"${further(cell)}>${wording(cell)}</th>`
  })
  return html`<thead class="govuk-table__head"><tr class="govuk-table__row">${heads}</tr></thead>`
}

function bodyRow(cells: readonly TableCell[], firstIsHeader: boolean): Markup {
  const drawn = cells.map((cell, place) => (firstIsHeader && place === 0 ? rowHead(cell) : bodyCell(cell)))
  return html`<tr class="govuk-table__row">${drawn}</tr>`
}

function rowHead(cell: TableCell): Markup {
  const names = spaced('govuk-table__header', cell.classes)
  return html`<th scope="row" class="${names}"${further(cell)}>${wording(cell)}</th>`
}

function bodyCell(cell: TableCell): Markup {
  const names = spaced('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)
  return html`<td class="${names}"${further(cell)}>${wording(cell)}</td>`
}

function further(cell: TableCell): Markup {
  const spans = html`${attribute('colspan', cell.colspan)}${attribute('rowspan', cell.rowspan)}`
  return html`${spans}${attributes(cell.attributes)}`
}
