import { html, raw } from 'hono/html'
import type { Markup } from './markup.ts'

// A hitch on a ring: two strands go down behind the bight, around the ring, and hold the harder they are pulled.
const ring = '<circle cx="16" cy="20.5" r="8.5"/>'
const strands = '<path d="M13 2v12M19 2v12"/>'
const bight = '<path d="M8.5 15V12a4 4 0 0 1 4-4h7a4 4 0 0 1 4 4v3"/>'
const drawing = `<g fill="none" stroke-width="3" stroke-linecap="round">${ring}${strands}${bight}</g>`

/** The product's own mark in the colour of the words around it; said by the name beside it, so hidden from listeners. */
export function mark(): Markup {
  return html`<svg class="holdfast-mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke="currentColor" aria-hidden="true" focusable="false">${raw(drawing)}</svg>`
}

/** The mark as an SVG file for the browser's tab: white on our blue, to be seen on light and dark alike. */
export function favicon(): string {
  const ground = '<rect width="32" height="32" rx="6" fill="#1d4f73"/>'
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" stroke="#ffffff">${ground}${drawing}</svg>`
}
