import { html } from 'hono/html'
import type { CountLine } from '../../giving/parent/count.ts'
import type { AgreedSeen, ChildPlaced, PlanSeen, PromiseSeen, WordSeen } from '../../giving/parent/seen.ts'
import { roleInWords } from '../../people/role.ts'
import { withQuery } from '../address.ts'
import { button } from '../kit/button.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'
import { gap, into } from './into.ts'
import { agencyFor } from './people.ts'
import { type Said, whereOf, written } from './sections.ts'

const bullets = (items: readonly Markup[]): Markup =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map(item => html`<li>${item}</li>`)}</ul>`

const promise = (said: Said, { what, owner, agency, due, done }: PromiseSeen): Markup => {
  const { words } = said
  const who = owner === undefined ? agencyFor(words, agency) : written(said, roleInWords(owner))
  const open = due === undefined ? '' : words.byWhen(words.day(due))
  const when = done === undefined ? open : words.done(words.day(done))
  return html`${written(said, what)}<br><strong>${who}</strong>${when === '' ? '' : `, ${when}`}`
}

const plan = ({ words }: Said, name: string, { type, since, members }: PlanSeen): Markup => {
  const who = html`${members.map((one, at) => html`${at > 0 ? ', ' : ''}${agencyFor(words, one)}`)}`
  return html`<p>${words.hasPlan(name, words.planTypes[type], words.day(since))}</p>
${members.length > 0 && html`<p>${into(words.onPlan(gap), who)}</p>`}`
}

const agreedOn = ({ words }: Said, { what, day, by }: AgreedSeen): Markup =>
  html`${words.agreedWhat[what]}<br>${into(words.onBy(words.day(day), gap), agencyFor(words, by))}`

/** The plan that was decided, who does what by when, and what was agreed by whom. */
export const planOf = (said: Said, name: string, { plans, promises, agreed }: ChildPlaced): Markup => {
  const { words } = said
  return html`${plans.length === 0 ? html`<p>${words.noPlan}</p>` : plans.map(one => plan(said, name, one))}
${promises.length > 0 && html`<h3>${words.doesWhat}</h3>${bullets(promises.map(one => promise(said, one)))}`}
${agreed.length > 0 && html`<h3>${words.agreed}</h3>${bullets(agreed.map(one => agreedOn(said, one)))}`}`
}

/** Whether a line of the count can be disputed: something was missed, and it was not disputed yet. */
export const mayDispute = ({ outcome, dispute }: CountLine): boolean =>
  dispute === undefined && (outcome === 'missed' || outcome === 'missed-not-counted')

const countLine = (said: Said, line: CountLine): Markup => {
  const { words, ref, live } = said
  const address = withQuery('/my/wrong', { visit: ref(line.appointment) })
  const which = html`<span class="govuk-visually-hidden">: ${words.day(line.day)}</span>`
  const say = live && mayDispute(line) && html`<a class="govuk-link" href="${address}">${words.wrong}${which}</a>`
  return html`${words.day(line.day)}: ${whereOf(said, line)}<br>${words.outcomes[line.outcome]}. ${line.dispute && words.disputes[line.dispute]} ${say}`
}

const mostLines = 12

/** The count about the family, each line of which can be disputed. */
export const countOf = (said: Said, { count }: ChildPlaced): Markup => {
  const { words } = said
  if (count.lines.length === 0) return html`<p>${words.noCount}</p>`
  return html`<p>${words.countWords(count.kept, count.offered)} ${words.countKind}</p>
${details({ summaryText: words.eachVisit, html: bullets(count.lines.slice(0, mostLines).map(line => countLine(said, line))) })}`
}

const word = ({ words }: Said, one: WordSeen): Markup => {
  const answered = one.answered === undefined ? '' : one.answered ? words.answered : words.notAnswered
  if (one.text === undefined)
    return html`${into(words.wroteDown(gap, words.day(one.day)), agencyFor(words, one.by))} ${answered}`
  return html`${words.youWrote(words.day(one.day))}<br><span class="holdfast-my-words" lang="">${one.text}</span> ${answered}`
}

const mostWords = 20

/** What the parent said. */
export const ownWords = (said: Said, list: readonly WordSeen[]): Markup =>
  html`${list.length === 0 ? html`<p>${said.words.noWords}</p>` : bullets(list.slice(0, mostWords).map(one => word(said, one)))}
${said.live && button({ text: said.words.write, href: '/my/write', classes: 'govuk-button--secondary' })}`
