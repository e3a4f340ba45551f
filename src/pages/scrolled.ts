import { html } from 'hono/html'
import type { Markup } from './kit/markup.ts'

/** A table that may be wider than a telephone: it scrolls by itself, also by keyboard, and never the page. */
export const scrolled = (label: string, table: Markup): Markup =>
  html`<div class="holdfast-scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`
