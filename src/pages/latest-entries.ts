import { html } from 'hono/html'
import { agencyInWords } from '../people/service.ts'
import { always } from '../record/always.ts'
import type { Entry, Kind } from '../record/entry.ts'
import { headingOf } from '../record/words.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { dayNear } from './owed.ts'

const most = 5

/** What only says that somebody knows, or moves entries, is no news of the family. */
const quiet: ReadonlySet<Kind> = new Set([
  'told',
  'delivered',
  'bounced',
  'opened',
  'acknowledged',
  'set-apart',
  'set-apart-undone',
  'taken-over',
  'taken-over-undone',
  'same-person',
  'not-same-person',
])

/** From the end backwards, and no further than need be: a record may hold thousands. */
const latest = ({ stands: { entries } }: FamilyOnDay): readonly Entry[] => {
  const found: Entry[] = []
  for (let i = entries.length - 1; i >= 0 && found.length < most; i--) {
    const entry = entries[i]
    if (entry !== undefined && entry.day !== always && !quiet.has(entry.kind)) found.push(entry)
  }
  return found
}

/** What happened last, as the record knows it on the day: the newest first. */
export function latestEntries(look: FamilyOnDay): Markup {
  const entries = latest(look)
  if (entries.length === 0)
    return html`<p>Nothing is on the record yet. What an agency writes stands here from the day on which it is written.</p>`
  return html`<ul class="holdfast-plain">${entries.map(
    entry =>
      html`<li><a class="govuk-link" href="${look.addresses.entry(entry)}">${headingOf(entry, look.name)}</a> <span class="holdfast-quiet">${dayNear(entry.day, look.day)}, ${agencyInWords(entry.by)}</span></li>`,
  )}</ul>`
}
