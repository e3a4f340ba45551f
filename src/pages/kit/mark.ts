import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'

// A rope made fast through a ring: its two strands go over the ring and under it, and a turn binds them above.
// The gaps stand where one lies under the other.
const ring = 'M13.3 14.5A8 8 0 1 1 9.2 17.7'
const rope = 'M11 1v3.4M21 1v3.4M11 9.6V19a5 5 0 0 0 10 0M21 9.6v2.8'
const turn = 'M7.5 7h17'
const drawing = `<path d="${ring}${rope}${turn}" fill="none" stroke-width="3"/>`

/** The product's own mark in the colour of the words around it; said by the name beside it, so hidden from listeners. */
export function mark(): Markup {
  return html`<svg class="holdfast-mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke="currentColor" aria-hidden="true" focusable="false">${raw(drawing)}</svg>`
}

/** The mark as an SVG file for the browser's tab: white on our blue, to be seen on light and dark alike. */
export function favicon(): string {
  const ground = '<rect width="32" height="32" rx="6" fill="#1d4f73"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke="#ffffff">${ground}${drawing}</svg>`
}
