import { html } from 'hono/html'
import { layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'

/** What can be wrong with a request as a whole: an answer that is no page, with its status. */
export type Wrong = keyof typeof words

const words = {
  'not-found': {
    status: 404,
    title: 'This page is not here',
    what: 'If you typed the address, check it. If you followed a link, what it led to may not have been known on the day you chose: try a later day.',
  },
  'not-here': {
    status: 421,
    title: 'This is not the address of this Holdfast',
    what: 'Holdfast answers under the address it said when it started, and under no other. Open it there.',
  },
  'from-elsewhere': {
    status: 403,
    title: 'This was not sent from a page of Holdfast',
    what: 'Open the page in Holdfast, write it there and send it from there.',
  },
  'too-large': {
    status: 413,
    title: 'This is too much at once',
    what: 'A form may have 1 MB, a file 10 MB. Nothing was kept: go back, and send it in parts.',
  },
  'cannot-be-kept': {
    status: 400,
    title: 'This cannot be kept',
    what: 'What was sent holds a character that cannot be kept (U+0000). Go back, take it out of what was typed, and send it again.',
  },
  fault: {
    status: 500,
    title: 'Holdfast could not make this page',
    what: 'This is a fault of Holdfast, not of yours. Nothing was changed. Go back to the families and try again; if it happens again, stop Holdfast and start it anew.',
  },
} as const

/** The status of what is wrong. */
export const statusOf = (wrong: Wrong): 400 | 403 | 404 | 413 | 421 | 500 => words[wrong].status

/** A page that says in plain words what is wrong and what to do; it holds nothing of anybody. */
export function wrongPage(wrong: Wrong): Markup {
  const { title, what } = words[wrong]
  const body = html`<h1>${title}</h1><p>${what}</p><p><a class="govuk-link" href="/">All families</a></p>`
  return layout({ title, body })
}
