import { html } from 'hono/html'
import type { Day } from '../../calendar/day.ts'
import type { ChildPlaced, ChildSees, ParentSees } from '../../giving/parent/seen.ts'
import { button } from '../kit/button.ts'
import { csrfField } from '../kit/hidden.ts'
import type { Markup, Options } from '../kit/markup.ts'
import { type MyAround, myLayout } from './layout.ts'
import { whoIsWho } from './people.ts'
import { countOf, ownWords, planOf } from './plan.ts'
import { medicinesOf, poorly, resultsOf, type Said, whatIsNext } from './sections.ts'
import { type MyWords, wordsIn } from './words.ts'

/** What a parent's page is made of. */
export type MyPageAsked = Options<{
  around: MyAround
  sees: ParentSees
  today: Day
  ref: (id: string) => string
  /** False on paper and where staff look at it: nothing can be pressed there. */
  live: boolean
}>

const firstName = (name: string | undefined): string => name?.split(' ')[0] ?? ''

/** With one child a heading needs no name; with several each says whose it is. */
const heading = (title: string, name: string, several: boolean): Markup =>
  html`<h2>${several ? `${title}: ${name}` : title}</h2>`

const withPlaces = (said: Said, name: string, placed: ChildPlaced, several: boolean): Markup => {
  const { words } = said
  return html`${resultsOf(said, placed)}
${heading(words.who, name, several)}${whoIsWho(words, placed)}
${heading(words.plans, name, several)}${planOf(said, name, placed)}
${heading(words.count, name, several)}${countOf(said, placed)}`
}

const ofChild = (said: Said, child: ChildSees, several: boolean): Markup => {
  const { words } = said
  const name = firstName(child.name)
  const { placed } = child
  return html`<h2>${words.poorly(name)}</h2>${poorly(said, { ...child, name })}
${placed && html`${heading(words.next, name, several)}${whatIsNext(said, placed)}`}
${heading(words.medicines, name, several)}${medicinesOf(said, child)}
${placed && withPlaces(said, name, placed, several)}`
}

const whoReads = (words: MyWords): Markup =>
  html`<h2>${words.whoReads}</h2>${words.whoReadsText.map(text => html`<p>${text}</p>`)}`

const ways = (around: MyAround, words: MyWords): Markup => html`<div class="holdfast-my-screen">
<p><a class="govuk-link" href="/my/devices">${words.devices}</a></p>
<form method="post" action="/my/sign-out">${csrfField(around.csrf)}${button({ text: words.signOut, classes: 'govuk-button--secondary' })}</form>
</div>`

/** The page itself, and on paper the same. */
export const myBody = ({ around, sees, today, ref, live }: MyPageAsked): Markup => {
  const words = wordsIn(around.language)
  const said: Said = { words, ref, live }
  const names = sees.children.map(child => firstName(child.name)).join(', ')
  return html`<h1>${words.hello(firstName(sees.name))}</h1>
<p>${words.thisIs(names)} ${words.made(words.day(today))}</p>
${sees.children.map(child => ofChild(said, child, sees.children.length > 1))}
<h2>${words.words}</h2>${ownWords(said, sees.words)}
${whoReads(words)}
${live ? ways(around, words) : ''}`
}

/** The whole document of a parent's page. */
export const myPage = (asked: MyPageAsked): Markup => myLayout(asked.around, myBody(asked))

/** What stands there while the page is not: the same for whatever reason. */
export const myOffPage = (around: MyAround, ring: string | undefined): Markup => {
  const words = wordsIn(around.language)
  return myLayout(
    around,
    html`<h1>${words.off}</h1><p>${words.offText}</p>${ring === undefined ? '' : html`<p>${words.offRing(ring)}</p>`}`,
  )
}
