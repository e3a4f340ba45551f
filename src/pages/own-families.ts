import { html } from 'hono/html'
import type { Moment } from '../calendar/day.ts'
import { isoMoment, londonDay } from '../calendar/moment.ts'
import { dayInWords, numberInWords } from '../calendar/words.ts'
import { nameKey } from '../people/name-key.ts'
import { pageOf, readPage } from './asked-day.ts'
import { type FamilySummary, familyRow, longestLateFirst } from './families.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { input } from './kit/input.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { openAddress } from './open-without-belonging.ts'
import { pagesBelow } from './pages-below.ts'

/** A family that somebody opened without belonging to it: nothing of it but the name, and until when it is open. */
export interface OpenForAWhile {
  readonly address: string
  readonly family: string
  readonly until: Moment
}

/** What the page shows. */
export type OwnFamiliesAsked = Options<{
  around: Around
  csrf: string
  families: readonly FamilySummary[]
  openForAWhile: readonly OpenForAWhile[]
  /** The name that was looked for. It comes in a form and not in an address, where it would be kept. */
  name?: string
  page?: string
}>

const onPage = 100

/** Whether every word that was typed begins a word of one of the children's names, however it is spelled. */
const isCalled =
  (asked: string) =>
  ({ names }: FamilySummary): boolean => {
    const wanted = nameKey(asked).split(' ')
    return names.some(name => {
      const words = nameKey(name).split(' ')
      return wanted.every(part => words.some(word => word.startsWith(part)))
    })
  }

const find = ({ csrf, name }: OwnFamiliesAsked): Markup =>
  html`<form class="holdfast-find" method="post" action="/families" role="search" novalidate>
${csrfField(csrf)}
${input({
  label: { text: 'Find by the name of a child' },
  name: 'name',
  value: name,
  autocomplete: 'off',
  spellcheck: false,
  classes: 'govuk-input--width-20',
})}
${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>`

const rows = (families: readonly FamilySummary[]): Markup =>
  html`<ol class="holdfast-duties">${families.map(family => familyRow(family))}</ol>`

const none = html`<p>No family is yours yet. One stands here from the day on which an entry says that you work with it, stand in for somebody who does, manage them, or owe it something.</p>`

const all = ({ families, page: asked }: OwnFamiliesAsked): Markup => {
  if (families.length === 0) return none
  const pages = Math.ceil(families.length / onPage)
  const page = readPage(asked, pages)
  return html`<p>${numberInWords(families.length)} ${families.length === 1 ? 'family is' : 'families are'} yours. What is longest late stands first.</p>
${rows(pageOf([...families].sort(longestLateFirst), page, onPage))}
${pagesBelow(pages, page, number => `/families?page=${number}`)}`
}

const back = html`<p><a class="govuk-link" href="/families">All your families</a></p>`

const found = (name: string, families: readonly FamilySummary[]): Markup => {
  const fit = families.filter(isCalled(name)).sort(longestLateFirst)
  if (fit.length === 0)
    return html`<p>No child of your families is called ${name}. Only families that are yours are looked through: check how the name is written, or try a part of it.</p>${back}`
  const more = fit.length > onPage ? ` The first ${onPage} are shown: write more of the name.` : ''
  return html`<p>${numberInWords(fit.length)} ${fit.length === 1 ? 'family has' : 'families have'} a child called ${name}.${more}</p>
${rows(fit.slice(0, onPage))}${back}`
}

const untilInWords = (until: Moment): string => `${dayInWords(londonDay(until))} at ${isoMoment(until).slice(11)}`

const whileRow = ({ address, family, until }: OpenForAWhile): Markup =>
  html`<li class="holdfast-until"><a class="govuk-link" href="${address}">${family}</a><span class="holdfast-quiet">open to you until ${untilInWords(until)}</span></li>`

const forAWhile = (open: readonly OpenForAWhile[]): Markup | '' =>
  open.length === 0
    ? ''
    : html`<section aria-labelledby="for-a-while"><h2 class="holdfast-section" id="for-a-while">Opened with a reason</h2>
<p>You do not belong to these families. You gave a reason, and those who must know were told.</p>
<ul class="holdfast-plain">${open.map(whileRow)}</ul></section>`

const another = html`<p><a class="govuk-link" href="${openAddress}">Open a record of a family that is not yours</a>: it takes a reason, and others are told.</p>`

/** The families that are a visitor's own, the longest late first, and apart those that were opened for a while. */
export function ownFamiliesPage(asked: OwnFamiliesAsked): Markup {
  const { families, openForAWhile } = asked
  const name = asked.name?.trim() ?? ''
  const body = html`<h1>Families</h1>
${families.length > 0 && find(asked)}
${nameKey(name) === '' ? all(asked) : found(name, families)}
${forAWhile(openForAWhile)}
${another}`
  return layout({ ...asked.around, title: 'Families', body, wide: true, here: '/families' })
}
