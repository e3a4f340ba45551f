import { html } from 'hono/html'
import { londonDay } from '../../calendar/moment.ts'
import type { Span } from '../../calendar/span.ts'
import type { ChildPlaced, ChildSees, MedicineSeen, ResultSeen } from '../../giving/parent/seen.ts'
import type { Visit } from '../../giving/parent/visits.ts'
import { withQuery } from '../address.ts'
import { capital } from '../capital.ts'
import { button } from '../kit/button.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { clockAt } from '../moment.ts'
import { gap, into } from './into.ts'
import { asWritten } from './layout.ts'
import { agencyFor, ringLines, telephone } from './people.ts'
import type { MyWords } from './words.ts'

/** What every part of the page needs: its words, a name for a thing that says nothing of it, and whether it can be pressed. */
export interface Said {
  readonly words: MyWords
  readonly ref: (id: string) => string
  /** False on paper, and where staff look at it: nothing is sent from there. */
  readonly live: boolean
}

/** Words of the record, in their own language. */
export const written = ({ words }: Said, text: string): Markup => asWritten(words, text)

const call = (text: string, number: string): Markup =>
  html`<p>${into(text.replace(number, gap), html`<a class="govuk-link" href="tel:${number}">${number}</a>`)}</p>`

const sickDay = (said: Said, name: string, plan: ChildPlaced['sickDay']): Markup | '' => {
  if (plan === undefined) return ''
  const { words } = said
  return html`<h3>${words.plan(name)}</h3><p class="holdfast-my-words">${written(said, plan.steps)}</p>
${plan.ring && html`<p>${telephone(plan.ring)}</p>`}
<p class="holdfast-quiet">${into(words.planBy(gap, words.day(plan.day)), agencyFor(words, plan.by))}</p>`
}

/** What to do when a child is ill: it stands first. */
export const poorly = (said: Said, { name = '', placed }: ChildSees): Markup => {
  const { words } = said
  return html`<div class="holdfast-my-card holdfast-my-poorly">${call(words.call999, '999')}${call(words.call111, '111')}
${sickDay(said, name, placed?.sickDay)}
<p>${words.ringTeam}</p>${ringLines(words, placed, 2)}</div>`
}

/** The day and time of something, in the words of the page. */
export const whenOf = ({ words }: Said, { from, at }: Span): string =>
  at === undefined ? words.day(from) : `${words.day(londonDay(at))}, ${words.at(clockAt(at))}`

/** Which clinic, and where. */
export const whereOf = (
  said: Said,
  { clinic, agency, site }: Pick<Visit, 'clinic' | 'agency'> & Partial<Pick<Visit, 'site'>>,
): Markup =>
  html`${clinic === undefined ? said.words.visit : written(said, clinic)}, ${agencyFor(said.words, agency)}${site && html`, ${written(said, site)}`}`

const link = (address: string, text: string): Markup => html`<a class="govuk-link" href="${address}">${text}</a>`

/** What can be sent about a visit: one thing to press, and two that are asked for less often. */
const presses = ({ words, ref, live }: Said, { appointment }: Visit): Markup | '' => {
  if (!live) return ''
  const at = (form: string): string => withQuery(`/my/${form}`, { visit: ref(appointment) })
  return html`${button({ text: words.cannotCome, href: at('cannot-come'), classes: 'govuk-button--secondary' })}
<p>${link(at('another-day'), words.anotherDay)}<br>${link(at('help'), words.needHelp)}</p>`
}

const clashOf = (said: Said, { clashes: [clash] }: Visit): Markup | '' => {
  if (clash === undefined) return ''
  const { words } = said
  const what = clash.clinic === undefined ? words.visit : written(said, clash.clinic)
  return html`<p>${into(words.clash[clash.why](gap), what)} <strong>${words.ourMistake}</strong> ${words.clashPut}</p>`
}

const helpLines = ({ words }: Said, { transport, help, interpreter, change }: Visit): Markup => {
  const lines = [
    transport && (transport === 'arranged' ? words.transportArranged : words.transportAsked),
    help && (help === 'arranged' ? words.helpArranged : words.helpAsked),
    interpreter && (interpreter === 'booked' ? words.interpreterBooked : words.interpreterMissing),
    change && (change === 'asked' ? words.changeAsked : words.changeNot),
  ]
  return html`${lines.map(line => line && html`<p>${line}</p>`)}`
}

const whyOf = (said: Said, { purpose, why }: Visit): Markup => {
  const { words } = said
  return html`${purpose && html`<p>${into(words.purpose(gap), written(said, purpose))}</p>`}${why && html`<p>${into(words.why(gap), written(said, why))}</p>`}`
}

const visitCard = (said: Said, visit: Visit): Markup =>
  html`<div class="holdfast-my-card"><h3>${whenOf(said, visit.when)}</h3><p>${whereOf(said, visit)}</p>
${whyOf(said, visit)}${clashOf(said, visit)}${helpLines(said, visit)}
${presses(said, visit)}</div>`

/** How many visits stand open; the others are one press away, and on paper all of them stand. */
const inTheOpen = 2

/** What is next for a child. */
export const whatIsNext = (said: Said, { visits }: ChildPlaced): Markup => {
  const { words } = said
  if (visits.length === 0) return html`<p>${words.nothingNext}</p>`
  const cards = visits.map(visit => visitCard(said, visit))
  const [open, more] = [cards.slice(0, inTheOpen), cards.slice(inTheOpen)]
  return html`${open}${more.length > 0 && details({ summaryText: words.moreVisits, html: html`${more}` })}`
}

const medicine = (said: Said, child: ChildSees, one: MedicineSeen): Markup => {
  const { words } = said
  const name = html`<strong>${written(said, one.medicine)}</strong>`
  if (one.checking)
    return html`<div class="holdfast-my-card"><p>${name}</p><p><strong>${words.checking}</strong> ${words.checkingRing}</p>${ringLines(words, child.placed, 1)}</div>`
  const { by, agreed, dose } = one
  const who = by && (by.author === undefined ? agencyFor(words, by.agency) : by.author)
  return html`<div class="holdfast-my-card"><p>${name} ${written(said, dose)}</p>
<p>${agreed && words.allAgreed} ${by && who && into(words.saidBy(gap, words.day(by.day)), who)}</p></div>`
}

/** The medicines of a child, and where to say that somebody said otherwise. */
export const medicinesOf = (said: Said, child: ChildSees): Markup => {
  const { words, live, ref } = said
  if (child.medicines.length === 0) return html`<p>${words.noMedicines}</p>`
  const say = withQuery('/my/medicine', { child: ref(child.id) })
  return html`${child.medicines.map(one => medicine(said, child, one))}
${live && html`<p><a class="govuk-link" href="${say}">${words.toldElse}</a></p>`}`
}

const result = (said: Said, one: ResultSeen): Markup => {
  const { words } = said
  const test = one.test === undefined ? words.aTest : written(said, capital(one.test))
  const owed = html`${into(words.mustTell(gap), agencyFor(words, one.agency))} ${one.late && html`<strong>${words.weAreLate}</strong>`}`
  return html`<div class="holdfast-my-card"><p>${into(words.result(gap, words.day(one.asked)), test)}</p>
<p>${one.told === undefined ? owed : words.wasTold(words.day(one.told))}</p></div>`
}

/** What the family waits for, and results that they were told. */
export const resultsOf = (said: Said, { results }: ChildPlaced): Markup => {
  const [owed, told] = [results.filter(one => one.told === undefined), results.filter(one => one.told !== undefined)]
  return html`${owed.length > 0 && html`<h2>${said.words.waiting}</h2>${owed.map(one => result(said, one))}`}
${told.length > 0 && html`<h2>${said.words.results}</h2>${told.map(one => result(said, one))}`}`
}
