import { html } from 'hono/html'
import type { Markup } from '../kit/markup.ts'

/** Stands in a sentence of fixed words for what is put into it; nobody types it. */
export const gap = '\u241f'

/** A sentence with markup in the place of its gap. */
export const into = (sentence: string, what: Markup | string): Markup => {
  const [before = '', ...after] = sentence.split(gap)
  return html`${before}${what}${after.join(gap)}`
}
