import { html } from 'hono/html'
import type { ChildPlaced, PersonToRing } from '../../giving/parent/seen.ts'
import { type Agency, agencyInWords } from '../../people/service.ts'
import type { Markup } from '../kit/markup.ts'
import { gap, into } from './into.ts'
import { asWritten } from './layout.ts'
import type { MyWords } from './words.ts'

const numberIn = /\+?\d[\d ]{5,}\d/u

/** A telephone number that a phone rings when it is pressed; words around it stay words. */
export const telephone = (text: string): Markup => {
  const found = numberIn.exec(text)?.[0]
  if (found === undefined) return html`${text}`
  return into(
    text.replace(found, gap),
    html`<a class="govuk-link" href="tel:${found.replaceAll(' ', '')}">${found}</a>`,
  )
}

/** An agency as a parent reads it. */
export const agencyFor = (words: MyWords, agency: Agency): Markup => asWritten(words, agencyInWords(agency))

const byDay = (words: MyWords, { telephone: day }: PersonToRing): Markup =>
  day === undefined ? html`${words.noNumber}` : into(words.inDay(gap), telephone(day))

const byNight = (words: MyWords, { outOfHours: night }: PersonToRing): Markup =>
  night === undefined ? html`${words.noNight}` : into(words.atNight(gap), telephone(night))

const whoIs = (words: MyWords, { role, name, agency }: PersonToRing): Markup =>
  name === undefined
    ? html`<strong>${agencyFor(words, agency)}</strong>: ${words.roles[role]}`
    : html`<strong>${name}</strong>, ${words.roles[role]}`

/** Somebody to ring, with a number for each hour. */
const personToRing = (words: MyWords, one: PersonToRing): Markup =>
  html`<div class="holdfast-my-card"><p>${whoIs(words, one)}</p><p>${byDay(words, one)}<br>${byNight(words, one)}</p></div>`

/** Who is who with a child. */
export const whoIsWho = (words: MyWords, { people }: ChildPlaced): Markup =>
  people.length === 0 ? html`<p>${words.nobody}</p>` : html`${people.map(one => personToRing(words, one))}`

const treating: ReadonlySet<PersonToRing['role']> = new Set<PersonToRing['role']>([
  'consultant',
  'lead-paediatrician',
  'lead-health-practitioner',
  'community-nurse',
  'gp',
])

/** Those who treat the child, whoever leads first; else whoever there is. */
const whoTreats = ({ people }: ChildPlaced): readonly PersonToRing[] => {
  const own = people.filter(one => treating.has(one.role))
  return own.length > 0 ? own : people
}

/** Whom to ring about an illness or a medicine, so many at most; 111 where nobody is known. */
export const ringLines = (words: MyWords, placed: ChildPlaced | undefined, most: number): Markup => {
  const people = placed === undefined ? [] : whoTreats(placed).slice(0, most)
  if (people.length === 0) return html`<p>${words.call111Short}</p>`
  return html`<ul class="govuk-list">${people.map(
    one => html`<li>${whoIs(words, one)}<br>${byDay(words, one)}<br>${byNight(words, one)}</li>`,
  )}</ul>`
}
