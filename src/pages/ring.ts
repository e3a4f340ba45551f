import { html } from 'hono/html'
import type { Reach } from '../record/posts.ts'
import type { Markup } from './kit/markup.ts'

/** A telephone number that a telephone dials when it is pressed; other words stay words. */
export const telephone = (number: string): Markup =>
  /^[\d ]+$/u.test(number)
    ? html`<a class="govuk-link holdfast-number" href="tel:${number.replaceAll(' ', '')}">${number}</a>`
    : html`${number}`

const numbers = /(\b0\d{2,4} ?\d{3} ?\d{3,4}\b|\b(?:999|111)\b)/u

/** Words in which each telephone number is dialled when it is pressed: "the ward, 01632 960204, day and night". */
export const withNumbers = (words: string): Markup =>
  html`${words.split(numbers).map((part, at) => (at % 2 === 1 ? telephone(part) : part))}`

/** By which number somebody is reached in the day, and who answers at night and at weekends, where that is another. */
export const reachInWords = ({ telephone: number, outOfHours }: Reach): Markup => {
  if (number !== undefined && outOfHours?.includes(number)) return telephone(number)
  const night =
    outOfHours === undefined
      ? ''
      : html`${number === undefined ? 'At' : '; at'} night and weekends: ${withNumbers(outOfHours)}`
  return html`${number === undefined ? '' : telephone(number)}${night}`
}
