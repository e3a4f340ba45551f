import { html } from 'hono/html'
import type { Reach } from '../record/posts.ts'
import type { Markup } from './kit/markup.ts'

/** A telephone number that a telephone dials when it is pressed; other words stay words. */
export const telephone = (number: string): Markup =>
  /^[\d ]+$/u.test(number)
    ? html`<a class="govuk-link holdfast-number" href="tel:${number.replaceAll(' ', '')}">${number}</a>`
    : html`${number}`

/** By which number somebody is reached in the day, and who answers at night and at weekends, where that is another. */
export const reachInWords = ({ telephone: number, outOfHours }: Reach): Markup => {
  if (number !== undefined && outOfHours?.includes(number)) return telephone(number)
  const night =
    outOfHours === undefined ? '' : html`${number === undefined ? 'At' : '; at'} night and weekends: ${outOfHours}`
  return html`${number === undefined ? '' : telephone(number)}${night}`
}
