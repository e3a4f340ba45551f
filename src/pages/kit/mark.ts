import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'

// Two ropes, each of which holds the other: the harder they are pulled, the faster they hold. Each lies once over
// the other and once under it, which the gaps show.
const fromLeft = 'M2 7H17a6 6 0 0 1 0 12H11.6M6.4 19H2'
const fromRight = 'M30 25H15a6 6 0 0 1 0-12H20.4M25.6 13H30'
const drawing = `<path d="${fromLeft}${fromRight}" fill="none" stroke-width="3"/>`

/** The product's own mark in the colour of the words around it; said by the name beside it, so hidden from listeners. */
export function mark(): Markup {
  return html`<svg class="holdfast-mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke="currentColor" aria-hidden="true" focusable="false">${raw(drawing)}</svg>`
}

/** The mark as an SVG file for the browser's tab: white on our blue, to be seen on light and dark alike. */
export function favicon(): string {
  const ground = '<rect width="32" height="32" rx="6" fill="#1d4f73"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke="#ffffff">${ground}${drawing}</svg>`
}
