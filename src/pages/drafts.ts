import { html } from 'hono/html'
import { labelOf } from '../intake/forms/offered.ts'
import { findKind } from '../record/read-entry.ts'
import type { Draft } from '../store/drafts.ts'
import { button } from './kit/button.ts'
import { csrfField, hidden } from './kit/hidden.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup } from './kit/markup.ts'
import { momentInWords } from './moment.ts'

const isRecordForm = ({ address }: Draft): boolean =>
  /^\/families\/[a-z0-9]{10}\/(?:record|duties\/[0-9a-f]{12}\/(?:done|set-aside))$/u.test(address)

const nameOf = ({ fields }: Draft): string => {
  const kind = findKind(new Map(fields).get('kind') ?? '')
  return kind === undefined ? 'Something you wrote' : labelOf(kind)
}

const silent: ReadonlySet<string> = new Set(['key', 'kind', 'do', 'csrf'])

const words = ({ fields }: Draft): Markup =>
  html`<dl class="holdfast-facts">${fields
    .filter(([name, text]) => !silent.has(name) && text.trim() !== '')
    .map(([name, text]) => html`<div><dt>${name}</dt><dd class="holdfast-own-words">${text}</dd></div>`)}</dl>`

const goOn = (draft: Draft): Markup | '' =>
  isRecordForm(draft)
    ? html`<p><a class="govuk-link" href="${draft.address}?draft=${draft.draft}">Go on with it</a></p>`
    : html`<p class="holdfast-quiet">Open the page from which you sent it, and copy your words from here.</p>`

const row =
  (csrf: string) =>
  (draft: Draft): Markup =>
    html`<li class="holdfast-entry">
  <p class="holdfast-entry__when">${momentInWords(draft.saved)}</p>
  <div>
    <h2 class="holdfast-entry__what">${nameOf(draft)}</h2>
    ${draft.late && html`<p>You had been signed out when you sent this. It is not on the record yet.</p>`}
    ${words(draft)}
    ${goOn(draft)}
    <form method="post" action="/drafts">${csrfField(csrf)}${hidden('draft', draft.draft)}
    ${button({ text: 'Take this draft away', classes: 'govuk-button--secondary' })}</form>
  </div>
</li>`

/** What somebody typed and did not send, or sent too late: theirs alone, no part of any record, gone after seven days. */
export function draftsPage(asked: {
  readonly around: Around
  readonly csrf: string
  readonly drafts: readonly Draft[]
}): Markup {
  const { drafts, csrf, around } = asked
  const list =
    drafts.length === 0
      ? html`<p>You have no drafts. A form that you keep as a draft stands here, and one that you sent after you had been signed out.</p>`
      : html`<ol class="holdfast-entries">${drafts.map(row(csrf))}</ol>`
  const body = html`<h1>Your drafts</h1>
<p>Only you can see these. They are no part of any record, and are gone after seven days.</p>
${list}`
  return layout({ ...around, title: 'Your drafts', body, wide: true })
}
