import { html } from 'hono/html'
import { countOf } from '../calendar/words.ts'
import type { Duty } from '../duties/rule.ts'
import { isCheckableKind } from '../record/caught.ts'
import type { Entry } from '../record/entry.ts'
import { headingOf } from '../record/words.ts'
import { wayFromEntry } from './after-a-miss/way-to.ts'
import type { FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { button } from './kit/button.ts'
import type { Markup } from './kit/markup.ts'
import { notificationBanner } from './kit/notification-banner.ts'
import { sentenceOf } from './owed.ts'
import { caughtInWords } from './record/caught.ts'
import { entryAsText } from './record/entry-as-text.ts'
import { restsOnIt } from './record/rests-on.ts'

/** What one entry brought about, as its reader may see it. */
export interface BroughtAbout {
  readonly raised: readonly Duty[]
  readonly ended: readonly Duty[]
  readonly told: number
}

const inNumbers = ({ raised, ended, told }: BroughtAbout): string => {
  const parts = [
    ...(raised.length > 0 ? [`raises ${countOf(raised.length, 'thing')} to do`] : []),
    ...(ended.length > 0
      ? [`ends ${countOf(ended.length, 'thing')} that ${ended.length === 1 ? 'was' : 'were'} owed`]
      : []),
    ...(told > 0 ? [`tells ${told === 1 ? '1 person or desk' : `${told} people or desks`}`] : []),
  ]
  if (parts.length === 0) return 'It is on the record. Nothing more is owed because of it.'
  const last = parts.at(-1)
  return `This ${parts.length === 1 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`}.`
}

const linkTo =
  ({ addresses }: FamilyOnDay) =>
  (duty: Duty): Markup =>
    html`<li><a class="govuk-link" href="${addresses.duty(duty.key)}">${sentenceOf(duty)}</a></li>`

const listed = (look: FamilyOnDay, words: string, duties: readonly Duty[]): Markup | '' =>
  duties.length === 0
    ? ''
    : html`<p>${words}</p><ul class="govuk-list govuk-list--bullet">${duties.map(linkTo(look))}</ul>`

/** News of what was just saved: what is said of it first, then all that it raised and ended, each with the way to it. */
export const saved = (look: FamilyOnDay, about: BroughtAbout, first: string = inNumbers(about)): Markup =>
  notificationBanner({
    type: 'success',
    titleText: 'Saved',
    html: html`<p class="govuk-notification-banner__heading">${first}</p>
${listed(look, 'To do now:', about.raised)}${listed(look, 'No longer owed:', about.ended)}`,
  })

/** What a page of one entry shows. */
export interface EntryAsked {
  readonly look: FamilyOnDay
  readonly entry: Entry
  /** What it brought about, when it was just saved. */
  readonly about: BroughtAbout | undefined
  /** Whether somebody may correct it or say that it does not belong here: only in a record that goes on. */
  readonly live: boolean
}

const ways = (base: string, name: string): Markup => html`<ul class="holdfast-ways">
<li><a class="govuk-link" href="${base}/correct">Correct it</a></li>
<li><a class="govuk-link" href="${base}/set-apart">It does not belong to this family</a></li>
</ul>
<p class="holdfast-quiet">Nothing on the record is changed or taken away: a correction stands beside what it corrects.</p>
<p class="holdfast-quiet">Entry ${name}</p>`

/** What something agreed catches on the record, under the words in which it was agreed. */
const caught = (look: FamilyOnDay, entry: Entry): Markup | '' =>
  isCheckableKind(entry) ? html`<h3>What it has caught so far</h3>${caughtInWords(look, entry)}` : ''

/** One entry: what it says, as text to copy into one's own agency's record, and what can be done with it. */
export function entryPage({ look, entry, about, live }: EntryAsked): FamilyContent {
  const text = entryAsText(entry, look.name)
  const name = look.addresses.anchor(entry).slice(2)
  const base = look.addresses.bare(`entries/${name}`)
  const body = html`${about && saved(look, about)}
<h2 class="holdfast-section">${headingOf(entry, look.name)}</h2>
<div class="govuk-form-group">
  <label class="govuk-label" for="as-text">The entry as text, for your own agency’s record</label>
  <textarea class="govuk-textarea" id="as-text" rows="${Math.min(16, text.split('\n').length + 1)}" readonly>${text}</textarea>
  ${button({ text: 'Copy the text', type: 'button', classes: 'govuk-button--secondary', attributes: { 'data-copy': 'as-text', hidden: '' } })}
</div>
${caught(look, entry)}${restsOnIt(look, entry, live)}
${entry.kind === 'was-not-brought' && html`<p>${wayFromEntry(look, entry)}</p>`}
<p><a class="govuk-link" href="${look.addresses.entry(entry)}">See it in the chronology</a></p>
${live && ways(base, name)}`
  return { title: about === undefined ? 'Entry' : 'Saved', here: undefined, body }
}
