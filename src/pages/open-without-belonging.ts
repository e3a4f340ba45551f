import { html } from 'hono/html'
import { countOf } from '../calendar/words.ts'
import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import { reachOfPost } from '../record/posts.ts'
import { capital } from './capital.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { textarea } from './kit/textarea.ts'
import { type Form, type Problem, problemAt, problemSummary, titleWith } from './problem.ts'
import { reachInWords } from './ring.ts'
import { readSought, type SoughtRead, type SoughtTyped, soughtFields, soughtTyped } from './sought-child.ts'

/** Where a record is opened that is not one's own. */
export const openAddress = '/open-without-belonging'

/** What was typed to open a record without belonging. */
export interface OpeningTyped extends SoughtTyped {
  readonly reason: string
}

const mostWords = 2000
const fewestLetters = 15

/** What was typed in the form, as it was typed. */
export const openingTyped = (form: Form): OpeningTyped => ({
  ...soughtTyped(form),
  reason: (form('reason') ?? '').trim().slice(0, mostWords),
})

const reasonProblem = (reason: string): Problem | undefined =>
  reason.length >= fewestLetters
    ? undefined
    : {
        field: 'reason',
        what: `Write why you need this record now, in a sentence of at least ${countOf(fewestLetters, 'letter')}`,
      }

/** Reads the form: which child, and why; or all that is to be mended. */
export const readOpening = (
  typed: OpeningTyped,
): { readonly sought: SoughtRead; readonly reason: string } | { readonly problems: readonly Problem[] } => {
  const child = readSought(typed)
  const why = reasonProblem(typed.reason)
  const problems = [...('problems' in child ? child.problems : []), ...(why === undefined ? [] : [why])]
  if (problems.length > 0 || 'problems' in child) return { problems }
  return { sought: child.sought, reason: typed.reason }
}

/** What the page shows. */
export type OpeningAsked = Options<{
  around: Around
  csrf: string
  typed: OpeningTyped
  hours: number
  problems?: readonly Problem[]
  /** The desks to ring, when nothing could be opened. */
  desks?: readonly EntryOf<'post'>[]
}>

const desk = (post: EntryOf<'post'>): Markup =>
  html`<li>${capital(agencyInWords(post.agency ?? post.by))}: ${reachInWords(reachOfPost(post))}</li>`

// One answer, whatever the reason: whether there is a record, and whose, is told to nobody who does not belong to it.
const cannot = (desks: readonly EntryOf<'post'>[]): Markup =>
  insetText({
    html: html`<h2>Holdfast cannot open a record from this</h2>
<p>Check what you typed. Ring the desk if you need to know more now.</p>
<ul class="govuk-list">${desks.map(desk)}</ul>`,
  })

/** Opening a record to whose network one does not belong: which child, and why. */
export function openWithoutBelongingPage(asked: OpeningAsked): Markup {
  const { around, csrf, typed, hours, problems = [], desks } = asked
  const title = 'Open a record without belonging'
  const body = html`${problemSummary(problems, 'Nothing was opened yet')}
${desks && cannot(desks)}
<h1>${title}</h1>
<p>For a child whose record you need now, when you do not work with the family.</p>
<p><strong>This is written down. Your safeguarding lead, the information-governance lead and the family’s lead are told.</strong></p>
<p>The record stays open to you for ${countOf(hours, 'hour')} (local setting). What is restricted to others stays restricted.</p>
<form method="post" action="${openAddress}" novalidate>
${csrfField(csrf)}
${soughtFields(typed, problems)}
${textarea({
  label: { text: 'Why do you need this record now?' },
  hint: { text: 'The information-governance lead and the family’s lead read these words' },
  name: 'reason',
  value: typed.reason,
  rows: 3,
  errorMessage: problemAt(problems, 'reason'),
})}
${button({ text: 'Open the record', preventDoubleClick: true })}
</form>`
  return layout({ ...around, title: titleWith(problems, title), body, here: '/families' })
}
