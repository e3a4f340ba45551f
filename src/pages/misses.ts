import { html } from 'hono/html'
import { type Day, daysBetween } from '../calendar/day.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import { valuesOf } from '../intake/forms/form-values.ts'
import { labelOf } from '../intake/forms/offered.ts'
import { agencyInWords } from '../people/service.ts'
import type { Kind } from '../record/entry.ts'
import { withQuery } from './address.ts'
import { pageOf, readPage } from './asked-day.ts'
import { capital } from './capital.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { stateTag } from './kit/state-tag.ts'
import { type TableCell, table } from './kit/table.ts'
import type { Missed, NoOutcome } from './misses/of-family.ts'
import type { ListsOf, MissList } from './misses/whose.ts'
import { isKept, isOwed, type Owing, owingTag, sentenceOf } from './owed.ts'
import { pagesBelow } from './pages-below.ts'
import { recordAddress } from './record/asked-form.ts'

/** Where the lists of children not brought stand. */
export const missesAddress = '/misses'

/** What the page of lists is asked for. */
export interface MissesAsked {
  readonly around: Around
  readonly day: Day
  readonly lists: ListsOf
  readonly query: (name: string) => string | undefined
}

const onPage = 50

const owingOf = ({ of }: MissList, { owed: [first], practice }: Missed): Owing | undefined =>
  of === 'practice' ? practice : first

const stateCell = (list: MissList, one: Missed, day: Day): TableCell => {
  const owing = owingOf(list, one)
  if (owing === undefined) {
    const words = one.counts ? 'nothing owed' : 'counts against nobody'
    return { html: stateTag(words, 'open') }
  }
  return { html: html`${owingTag(owing, day)}<br><span class="holdfast-quiet">${sentenceOf(owing.duty)}</span>` }
}

const followUp = (one: Missed): string =>
  recordAddress(one.family, {
    kind: 'contact',
    values: valuesOf({ child: [one.child], about: one.appointment, purpose: 'after-a-miss' }),
  })

const planRead = (one: Missed): string =>
  recordAddress(one.family, {
    kind: 'notes-reviewed',
    values: valuesOf({ child: [one.child], appointment: one.appointment }),
  })

const named = (words: string, { name }: Missed | NoOutcome): Markup =>
  html`${words}<span class="govuk-visually-hidden">: ${name}</span>`

const doCell = (list: MissList, one: Missed): TableCell => {
  const owing = owingOf(list, one)
  const links: readonly (Markup | false)[] = [
    (owing === undefined || !isKept(owing)) &&
      html`<li><a class="govuk-link" href="${followUp(one)}">${named('Follow up', one)}</a></li>`,
    list.of === 'practice' &&
      owing !== undefined &&
      isOwed(owing) &&
      html`<li><a class="govuk-link" href="${planRead(one)}">${named('The letter and plan were read', one)}</a></li>`,
    html`<li><a class="govuk-link" href="${one.address}">${named('All steps', one)}</a></li>`,
  ]
  return { html: html`<ul class="govuk-list">${links}</ul>`, classes: 'holdfast-no-print' }
}

const row = (list: MissList, one: Missed, day: Day): readonly TableCell[] => [
  { html: html`<a class="govuk-link" href="${one.address}">${capital(one.name)}</a>` },
  { text: `${dayInWords(one.day)}, ${one.clinic ?? 'an appointment'}, ${agencyInWords(one.agency)}` },
  stateCell(list, one, day),
  doCell(list, one),
]

const isOwedOn = (list: MissList, one: Missed): boolean => {
  const owing = owingOf(list, one)
  return owing !== undefined && isOwed(owing)
}

const inNumbers = (list: MissList): string => {
  const owed = list.missed.filter(one => isOwedOn(list, one)).length
  const late = list.missed.filter(one => owingOf(list, one)?.state === 'late').length
  const children = new Set(list.missed.map(one => `${one.family}|${one.child}`)).size
  return `${countOf(list.missed.length, 'appointment')} of ${children === 1 ? '1 child' : `${children} children`} in twelve months; ${owed} still to do, ${late} of these late.`
}

const scrolled = (label: string, body: Markup): Markup =>
  html`<div class="holdfast-scroll" tabindex="0" role="region" aria-label="${label}, as a table">${body}</div>`

const missList = ({ day, query }: MissesAsked, list: MissList): Markup => {
  const pages = Math.ceil(list.missed.length / onPage)
  const name = `page-${list.id}`
  const page = readPage(query(name), pages)
  const rows = pageOf(list.missed, page, onPage).map(one => row(list, one, day))
  const heads = [
    { text: 'Child' },
    { text: 'Appointment' },
    { text: 'Follow-up' },
    { text: 'Do', classes: 'holdfast-no-print' },
  ]
  const body =
    rows.length === 0
      ? html`<p>No child was missed in twelve months. A child stands here from the hour at which a clinic writes that they were not brought.</p>`
      : html`<p>${inNumbers(list)}</p>${scrolled(list.heading, table({ head: heads, rows, firstCellIsHeader: true }))}
${pagesBelow(pages, page, number => withQuery(missesAddress, { [name]: number }))}`
  return html`<section aria-labelledby="${list.id}"><h2 class="holdfast-section" id="${list.id}">${list.heading}</h2>${body}</section>`
}

const outcomes: readonly Kind[] = ['attended', 'was-not-brought', 'appointment-cancelled']

const outcomeForm = ({ duty, day, family }: NoOutcome, kind: Kind): string =>
  recordAddress(family, {
    kind,
    values: valuesOf({
      ...{ child: [duty.child], appointment: duty.thing },
      ...(kind === 'appointment-cancelled' ? { cancelledBy: 'clinic' } : { on: dayInWords(day) }),
    }),
  })

const outcomeWords: Partial<Record<Kind, string>> = {
  attended: 'They came',
  'was-not-brought': 'The child was not brought',
  'appointment-cancelled': 'We cancelled it',
}

/** A code counts as nothing until somebody says what that sender means by it. */
const unexplained = ({ code }: NoOutcome): string =>
  code === undefined ? '' : `. The sender’s code “${code}” is not explained yet`

const outcomeRow = (one: NoOutcome, today: Day): readonly TableCell[] => [
  { text: capital(one.name) },
  { text: `${dayInWords(one.day)}, ${one.clinic ?? 'an appointment'}, ${agencyInWords(one.agency)}` },
  { text: `${countOf(daysBetween(one.day, today), 'day')} ago${unexplained(one)}` },
  {
    html: html`<ul class="govuk-list">${outcomes.map(kind => html`<li><a class="govuk-link" href="${outcomeForm(one, kind)}">${named(outcomeWords[kind] ?? labelOf(kind), one)}</a></li>`)}</ul>`,
    classes: 'holdfast-no-print',
  },
]

const oldest = (rows: readonly NoOutcome[], today: Day): string => {
  const [first] = rows
  return first === undefined
    ? ''
    : ` The oldest is from ${dayInWords(first.day)}, ${countOf(daysBetween(first.day, today), 'day')} ago.`
}

const noOutcomes = ({ lists: { noOutcome, seesOutcomes }, day, query }: MissesAsked): Markup | '' => {
  if (!seesOutcomes) return ''
  const pages = Math.ceil(noOutcome.length / onPage)
  const page = readPage(query('page-outcomes'), pages)
  const heads = [
    { text: 'Child' },
    { text: 'Appointment' },
    { text: 'Age' },
    { text: 'What became of it', classes: 'holdfast-no-print' },
  ]
  const rows = pageOf(noOutcome, page, onPage).map(one => outcomeRow(one, day))
  const body =
    rows.length === 0
      ? html`<p>Of every past appointment it is written what became of it.</p>`
      : html`<p>${countOf(noOutcome.length, 'appointment')} of which the outcome is not known: ask the clinic.${oldest(noOutcome, day)} Until somebody writes what became of one, it counts as nothing, against nobody.</p>
${scrolled('Past appointments without an outcome', table({ head: heads, rows, firstCellIsHeader: true }))}
${pagesBelow(pages, page, number => withQuery(missesAddress, { 'page-outcomes': number }))}`
  return html`<section aria-labelledby="outcomes"><h2 class="holdfast-section" id="outcomes">Outcome not known</h2>${body}</section>`
}

/** The children who were not brought, by whose list it is, each with the follow-up one form away; and past appointments without an outcome. */
export function missesPage(asked: MissesAsked): Markup {
  const body = html`<h1 class="govuk-heading-l">Not brought</h1>
<p>In the records that you may open, as of ${dayInWords(asked.day)}. That a child was not brought says nothing yet of why: ask first.</p>
${noOutcomes(asked)}
${asked.lists.misses.map(list => missList(asked, list))}`
  return layout({ ...asked.around, title: 'Not brought', body, wide: true, here: missesAddress })
}
