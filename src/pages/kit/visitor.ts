import { html } from 'hono/html'
import { csrfField } from './hidden.ts'
import type { Markup, Options } from './markup.ts'
import type { NavigationItem } from './service-navigation.ts'

/** A way in the head: a page that everybody who is signed in comes back to. */
export interface Way {
  readonly href: string
  readonly text: string
}

/** Whoever is signed in, as the head of every page names them. */
export type Visitor = Options<{
  name: string
  /** The role in words: health visitor. */
  what: string
  ways: readonly Way[]
  /** How many notices wait in the inbox; with it the inbox is the last of the ways. */
  waiting?: number
  csrf: string
}>

const waitingWords = (count: number): Markup | '' =>
  count > 0
    ? html` <span class="holdfast-count">${count}<span class="govuk-visually-hidden"> waiting</span></span>`
    : ''

const inbox = '/inbox'

/** The ways of whoever is signed in, with what waits in the inbox beside it; it is the last where no way leads there. */
export const waysOf = ({ ways, waiting }: Visitor): readonly (NavigationItem & { readonly href: string })[] => {
  if (waiting === undefined) return ways
  const counted = { href: inbox, html: html`Inbox${waitingWords(waiting)}` }
  const others = ways.map(way => (way.href === inbox ? counted : way))
  return others.includes(counted) ? others : [...others, counted]
}

/** Who is signed in, and the button that signs them out, as they stand at the right of the head. */
export const visitorInHead = ({ name, what, csrf }: Visitor): Markup =>
  html`<div class="holdfast-visitor">
  <span><a class="govuk-link govuk-link--inverse" href="/account">${name}</a>, ${what}</span>
  <form method="post" action="/sign-out">${csrfField(csrf)}<button class="govuk-link holdfast-as-link">Sign out</button></form>
</div>`
