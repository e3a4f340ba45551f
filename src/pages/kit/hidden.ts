import { html } from 'hono/html'
import type { Markup } from './markup.ts'

/** A field that nobody sees and the form sends back, unless there is nothing in it. */
export const hidden = (name: string, value: string | undefined): Markup | '' =>
  value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`

/** What shows that a form was sent from a page of this session; every form that is posted carries it. */
export const csrfField = (csrf: string | undefined): Markup | '' => hidden('csrf', csrf)
