import { html } from 'hono/html'
import type { Day, Moment } from '../calendar/day.ts'
import { isoMoment, londonDay } from '../calendar/moment.ts'
import { dayInWords, numberInWords } from '../calendar/words.ts'
import { worstFirst } from '../duties/ranking.ts'
import { familyInWords } from './family-words.ts'
import { details } from './kit/details.ts'
import { csrfField } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { notificationBanner } from './kit/notification-banner.ts'
import { cameOn, cameTo, listInWords, noticeInWords } from './notice-words.ts'
import { isList, type NoticeRead, worstTold } from './things-told.ts'

/** What the page shows. */
export type InboxAsked = Options<{
  around: Around
  csrf: string
  today: Day
  /** Whether the reader answers for openings and for what is set apart. */
  leadsGovernance: boolean
  /** The notices that nobody has acknowledged, and those that somebody has, each newest first. */
  waiting: readonly NoticeRead[]
  had: readonly NoticeRead[]
  /** Whether the reader has just said that they have one, or wanted to and it has grown since they looked. */
  justHad?: boolean
  hasGrown?: boolean
}>

const have = ({ csrf }: InboxAsked, { notice }: NoticeRead): Markup =>
  html`<form method="post" action="/inbox/${notice.notice}">${csrfField(csrf)}<input type="hidden" name="things" value="${notice.of.length}"><button class="govuk-button govuk-button--secondary holdfast-have" data-module="govuk-button" data-prevent-double-click="true">I have it<span class="govuk-visually-hidden">: what came ${cameTo(notice).toLowerCase()}</span></button></form>`

const row = (asked: InboxAsked, read: NoticeRead): Markup =>
  html`<li class="holdfast-duty">
  <div><p>${cameOn(read.notice, asked.today)}</p></div>
  <div>${noticeInWords(read, asked.leadsGovernance)}<p class="holdfast-duty__told">${cameTo(read.notice)}</p></div>
  <div>${have(asked, read)}</div>
</li>`

const heading = ({ look, notice }: NoticeRead): Markup | string =>
  look === undefined
    ? isList(notice)
      ? listInWords(notice)
      : notice.template === 'agencies'
        ? 'What agencies owe'
        : 'Not about a family of yours'
    : html`<a class="govuk-link" href="${look.addresses.page('')}">${familyInWords(look)}</a>`

const group = (asked: InboxAsked, notices: readonly NoticeRead[]): Markup | '' => {
  const [first] = notices
  if (first === undefined) return ''
  return html`<section><h2 class="holdfast-of-family">${heading(first)}</h2>
<ol class="holdfast-duties">${notices.map(read => row(asked, read))}</ol></section>`
}

/** What is not of a duty comes first, the newest before the others; then by the worst of what each tells. */
const inOrder = ({ waiting, today }: InboxAsked): readonly NoticeRead[] => {
  const ranked = waiting.map(read => ({ read, worst: worstTold(read) }))
  const told = ranked.flatMap(({ read, worst }) => (worst === undefined ? [] : [{ read, duty: worst.duty }]))
  const others = ranked.filter(({ worst }) => worst === undefined).map(({ read }) => read)
  const isOfDuties = ({ notice: { template } }: NoticeRead) => template === 'duties'
  return [
    ...others.filter(read => !isOfDuties(read)),
    ...worstFirst(told, ({ duty }) => duty, today).map(({ read }) => read),
    ...others.filter(isOfDuties),
  ]
}

/** The worst first, and those of one family together under the worst of them. */
const byFamily = (asked: InboxAsked): readonly (Markup | '')[] =>
  [...Map.groupBy(inOrder(asked), ({ look, notice }) => (isList(notice) ? notice : look))].map(([, notices]) =>
    group(asked, notices),
  )

const momentInWords = (moment: Moment): string => `${dayInWords(londonDay(moment))} at ${isoMoment(moment).slice(11)}`

const hadRow = (asked: InboxAsked, read: NoticeRead): Markup =>
  html`<li class="holdfast-duty">
  <div><p>${cameOn(read.notice, asked.today)}</p></div>
  <div><p>${heading(read)}</p>${noticeInWords(read, asked.leadsGovernance)}<p class="holdfast-duty__told">${cameTo(read.notice)}</p></div>
  <div>${read.notice.acknowledged.map(({ name, at }) => html`<p class="holdfast-duty__told">${name} has it, ${momentInWords(at)}</p>`)}</div>
</li>`

const acknowledged = (asked: InboxAsked): Markup | '' =>
  asked.had.length === 0
    ? ''
    : details({
        classes: 'holdfast-had',
        summaryText: `Acknowledged: ${asked.had.length}`,
        html: html`<ol class="holdfast-duties">${asked.had.map(read => hadRow(asked, read))}</ol>`,
      })

const none = html`<p>Nothing waits for you. When you come to owe something, when it is late, or when something that you watch is not done, a notice of it stands here until you say that you have it.</p>`

const waitingInWords = ({ waiting: { length } }: InboxAsked): Markup =>
  html`<p class="holdfast-lead">${numberInWords(length)} ${length === 1 ? 'notice waits' : 'notices wait'}. To say that you have one is no promise that it is done: it shows that it has reached somebody.</p>`

/** What somebody and their desks have been told, the worst first, until somebody says that they have it. */
export function inboxPage(asked: InboxAsked): Markup {
  const body = html`${asked.hasGrown && notificationBanner({ titleText: 'Look again', text: 'More has come to it since you looked. It stands below, with what is new.' })}${asked.justHad && notificationBanner({ type: 'success', titleText: 'Done', text: 'It stands on record that you have it.' })}
<h1>Inbox</h1>
${asked.waiting.length === 0 ? none : waitingInWords(asked)}
${byFamily(asked)}
${acknowledged(asked)}`
  return layout({ ...asked.around, title: 'Inbox', body, wide: true, here: '/inbox' })
}
