import { html } from 'hono/html'
import { londonDay } from '../../calendar/moment.ts'
import type { ParentDevice } from '../../store/parent-sessions.ts'
import { button } from '../kit/button.ts'
import { csrfField, hidden } from '../kit/hidden.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { clockAt } from '../moment.ts'
import { type MyAround, myLayout } from './layout.ts'
import { type MyWords, wordsIn } from './words.ts'

/** What the page shows. */
export type MyDevicesAsked = Options<{
  around: MyAround
  devices: readonly ParentDevice[]
  /** The session in which this is asked. */
  here: string
}>

const openedAt = (words: MyWords, { begun }: ParentDevice): string =>
  words.opened(`${words.day(londonDay(begun))}, ${words.at(clockAt(begun))}`)

const device = ({ around, here }: MyDevicesAsked, words: MyWords, one: ParentDevice): Markup => {
  const close = html`<form method="post" action="/my/devices">${csrfField(around.csrf)}${hidden('device', one.session)}
${button({ html: html`${words.close}<span class="govuk-visually-hidden">: ${one.device} ${openedAt(words, one)}</span>`, classes: 'govuk-button--secondary' })}</form>`
  return html`<div class="holdfast-my-card"><p><strong>${one.device === '' ? words.unknownDevice : one.device}</strong> ${one.session === here && words.thisOne}<br>
${openedAt(words, one)}<br>${one.ended ? words.isClosed : words.isOpen}</p>${!one.ended && close}</div>`
}

/** Where a parent's page is and was open, each of which they can close; and everything in one act. */
export const myDevicesPage = (asked: MyDevicesAsked): Markup => {
  const words = wordsIn(asked.around.language)
  const body = html`<p><a class="govuk-back-link" href="/my">${words.back}</a></p>
<h1>${words.devices}</h1><p>${words.devicesText}</p>
${asked.devices.map(one => device(asked, words, one))}
<h2>${words.closeAll}</h2><p>${words.closeAllText}</p>
<form method="post" action="/my/close-everything">${csrfField(asked.around.csrf)}${button({ text: words.closeAll, classes: 'govuk-button--warning' })}</form>`
  return myLayout(asked.around, body)
}
