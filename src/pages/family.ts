import { html, raw } from 'hono/html'
import type { Day } from '../calendar/day.ts'
import { countOf, dayInWords } from '../calendar/words.ts'
import { nowAndMore } from '../duties/ranking.ts'
import { capital } from './capital.ts'
import { dutyRow } from './duty-row.ts'
import { familyCards } from './family-cards.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { button } from './kit/button.ts'
import { insetText } from './kit/inset-text.ts'
import type { Markup } from './kit/markup.ts'
import { latestEntries } from './latest-entries.ts'
import { type Owing, owedOf, worstFirst } from './owed.ts'
import { type Siblings, siblingsTogether } from './siblings.ts'
import { suggestions } from './suggestions.ts'
import { usualStretch } from './threads/stretch.ts'
import { familyPicture } from './threads.ts'

/**
 * What is to be done now: five things, and beyond them what is statutory or due today. A step counted from one that is not
 * done waits in the ledger.
 */
const nowOf = (owed: readonly Owing[], day: Day): readonly Siblings[] => {
  const asked = owed.filter(({ duty }) => !duty.projected)
  return nowAndMore(siblingsTogether(worstFirst(asked, day)), ([{ duty }]) => duty, day).now
}

const rest = (look: FamilyOnDay, count: number): Markup | '' =>
  count > 0
    ? html`<p><a class="govuk-link" href="${look.addresses.page('ledger', { state: 'owed' })}">${count} more that ${count === 1 ? 'is' : 'are'} owed</a></p>`
    : ''

const list = (look: FamilyOnDay, owed: readonly Owing[]): Markup => {
  if (owed.length === 0)
    return html`<p>Nothing is owed on this day. What somebody agrees, or a rule asks for, stands here until an entry proves it done.</p>`
  const shown = nowOf(owed, look.day)
  return html`<ol class="holdfast-duties">${shown.map(one => dutyRow(look, one))}</ol>${rest(look, owed.length - shown.flat().length)}`
}

const lateInWords = (owed: readonly Owing[]): string => {
  const late = owed.filter(({ state }) => state === 'late').length
  return late === 0 ? 'Nothing is late.' : `${countOf(late, 'thing')} ${late === 1 ? 'is' : 'are'} late.`
}

/** After a death nothing grows later: what was owed stands as it was on that day. */
const afterDeath = ({ stands, day, name }: FamilyOnDay): readonly Markup[] =>
  stands.children.flatMap(id => {
    const death = stands.people.get(id)?.death
    if (death === undefined || death.day > day) return []
    const words = `${name(id)} died on ${dayInWords(death.day)}. What was owed then stands here as it was on that day, and counts no further.`
    return [insetText({ text: capital(words) })]
  })

const recordButton = ({ addresses }: FamilyOnDay): Markup =>
  button({ text: 'Record something', href: addresses.bare('record'), classes: 'holdfast-no-print' })

/** The family on a day: who is involved, what is owed now, what happened last, and what became of what was promised. */
export function familyPage({ look, live }: FamilyAsked): FamilyContent {
  const owed = owedOf(look.duties, look.day)
  const body = html`${familyCards(look)}
<section aria-labelledby="now">
  <h2 class="holdfast-section" id="now">Now</h2>
  ${afterDeath(look)}
  ${owed.length > 0 && html`<p class="holdfast-quiet">${lateInWords(owed)}</p>`}
  ${list(look, owed)}
  ${suggestions(look)}
  ${live && recordButton(look)}
</section>
<section aria-labelledby="latest">
  <h2 class="holdfast-section" id="latest">What happened last</h2>
  ${latestEntries(look)}
  <p class="holdfast-no-print"><a class="govuk-link" href="${look.addresses.page('chronology')}">Everything, in order</a></p>
</section>
<section aria-labelledby="became">
  <h2 class="holdfast-section" id="became">What was promised, and what became of it</h2>
  ${raw(familyPicture(look, usualStretch(look)))}
  <p class="holdfast-no-print"><a class="govuk-link" href="${look.addresses.page('threads')}">The same with its table, over a week or over five years</a></p>
</section>`
  return { title: 'Now', here: '', body }
}
