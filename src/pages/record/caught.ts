import { html } from 'hono/html'
import { countOf, dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import { type Caught, type Checkable, canBeChecked, caughtBy, type Looking } from '../../record/caught.ts'
import type { Entry } from '../../record/entry.ts'
import { listed } from '../../record/wording.ts'
import { entryInWords, headingOf } from '../../record/words.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { details } from '../kit/details.ts'
import type { Markup } from '../kit/markup.ts'

const most = 12

const line = ({ addresses, name }: FamilyOnDay, entry: Entry): Markup =>
  html`<li>${dayInWords(entry.day)}: <a class="govuk-link" href="${addresses.entry(entry)}">${headingOf(entry, name)}</a> (${agencyInWords(entry.by)})</li>`

const linesOf = (look: FamilyOnDay, entries: readonly Entry[]): Markup =>
  html`<ul class="govuk-list govuk-list--bullet">${entries.map(entry => line(look, entry))}</ul>`

/** The latest come last; of many the first and all between stand one press away. */
const counted = (look: FamilyOnDay, entries: readonly Entry[]): Markup => {
  const [before, latest] = [entries.slice(0, -most), entries.slice(-most)]
  const earlier =
    before.length > 0 &&
    details({
      summaryText: `${countOf(before.length, 'earlier entry', 'earlier entries')}`,
      html: linesOf(look, before),
    })
  return html`${earlier}${linesOf(look, latest)}`
}

const words = {
  'as if always': { met: 'It would have been met on', unmet: 'It would not have been met so far.' },
  'since agreed': { met: 'It was met on', unmet: 'It is not met so far.' },
} as const satisfies Record<Looking, unknown>

const metOn = ({ name }: FamilyOnDay, met: readonly Entry[], last: Entry): string =>
  `${dayInWords(last.day)}: ${listed(met.map(entry => `${entryInWords(entry, name)} on ${dayInWords(entry.day)}`))}.`

const ofChild = (look: FamilyOnDay, { child, counted: entries, met }: Caught, looking: Looking): Markup => {
  const last = met?.at(-1)
  const whom = look.stands.children.length > 1 ? html`<p><strong>${capital(look.name(child))}</strong></p>` : ''
  if (entries.length === 0) return html`${whom}<p>Nothing so far.</p>`
  const first =
    met === undefined || last === undefined
      ? `${words[looking].unmet} What counts towards it:`
      : `${words[looking].met} ${metOn(look, met, last)}`
  return html`${whom}<p>${first}</p>${counted(look, entries)}`
}

const vague = (entry: Checkable): string =>
  entry.kind === 'condition'
    ? 'It is only words so far: tick which events count, and anybody can tell when it is met.'
    : 'It is only words so far: say whom it binds and what it asks, and anybody can tell whether it is kept.'

/**
 * What something agreed catches on the record so far, each entry with its day: by what its reader may see, and nothing
 * else. No score and no count alone: the entries themselves.
 */
export const caughtInWords = (look: FamilyOnDay, entry: Checkable, looking: Looking = 'since agreed'): Markup => {
  if (!canBeChecked(entry)) return html`<p>${vague(entry)}</p>`
  const { first, last } = look.record
  const days = looking === 'as if always' ? `from ${dayInWords(first)} to ${dayInWords(last)}` : 'since it was agreed'
  return html`${caughtBy(look.stands, entry, looking).map(one => ofChild(look, one, looking))}
<p class="holdfast-quiet">Looked for ${days}, in what you may see of this record. What is excused counts nowhere.</p>`
}

/** The look before saving: what it would have caught, above the form that is still to be saved. */
export const lookFirst = (look: FamilyOnDay, entry: Checkable): Markup =>
  html`<section class="holdfast-card" id="caught" aria-labelledby="caught-title">
<h2 id="caught-title">What it would have caught so far</h2>
${caughtInWords(look, entry, 'as if always')}
<p><strong>It is not saved yet.</strong> Change it below and look again, or save it.</p>
</section>`
