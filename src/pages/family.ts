import { html, raw } from 'hono/html'
import { countOf } from '../calendar/words.ts'
import { dutyRow } from './duty-row.ts'
import { familyCards } from './family-cards.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { isOwed, type Owing, owingOn, worstFirst } from './owed.ts'
import { usualStretch } from './threads/stretch.ts'
import { familyPicture } from './threads.ts'

const most = 5

/** What is owed on the day, worst first. A step counted from one that is not done waits in the ledger. */
const owedNow = (look: FamilyOnDay): { readonly now: readonly Owing[]; readonly all: number } => {
  const owed = look.duties.map(duty => owingOn(duty, look.day)).filter(isOwed)
  const own = owed.filter(({ duty }) => !duty.projected).sort(worstFirst)
  return { now: own.slice(0, most), all: owed.length }
}

const rest = (look: FamilyOnDay, count: number): Markup | '' =>
  count > 0
    ? html`<p><a class="govuk-link" href="${look.addresses.page('ledger', { state: 'owed' })}">${count} more that ${count === 1 ? 'is' : 'are'} owed</a></p>`
    : ''

const now = (look: FamilyOnDay): Markup => {
  const { now: owed, all } = owedNow(look)
  if (all === 0)
    return html`<p>Nothing is owed on this day. What somebody agrees, or a rule asks for, stands here until an entry proves it done.</p>`
  return html`<ol class="holdfast-duties">${owed.map(owing => dutyRow(look, owing))}</ol>${rest(look, all - owed.length)}`
}

/** The family on a day: who is involved, what is owed now, and what became of what was promised. */
export function familyPage({ look }: FamilyAsked): FamilyContent {
  const late = look.duties.filter(duty => owingOn(duty, look.day).state === 'late').length
  const body = html`${familyCards(look)}
<section aria-labelledby="now">
  <h2 class="holdfast-section" id="now">Now</h2>
  <p class="holdfast-quiet">${late === 0 ? 'Nothing is late.' : `${countOf(late, 'thing')} ${late === 1 ? 'is' : 'are'} late.`}</p>
  ${now(look)}
</section>
<section aria-labelledby="became">
  <h2 class="holdfast-section" id="became">What was promised, and what became of it</h2>
  ${raw(familyPicture(look, usualStretch(look)))}
  <p><a class="govuk-link" href="${look.addresses.page('threads')}">The picture with its table, over a week or over five years</a></p>
</section>`
  return { title: 'Now', here: '', body }
}
