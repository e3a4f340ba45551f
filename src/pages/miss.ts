import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import { copiesNow, copiesTable } from './after-a-miss/copies.ts'
import { type GateFor, gateIn } from './after-a-miss/gate.ts'
import { happened } from './after-a-miss/happened.ts'
import { stepsAfter } from './after-a-miss/steps.ts'
import { findMiss, nextDay, reviewOf, type TheMiss } from './after-a-miss/the-miss.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { Markup } from './kit/markup.ts'

/** The new day, and whether it is in time: a day that is booked too late is no answer to what the consultant wrote. */
const newDay = (miss: TheMiss): Markup => {
  const [next, by] = [nextDay(miss)?.when?.to, reviewOf(miss)?.mattersBy]
  if (next === undefined)
    return by === undefined
      ? html``
      : html`<p>It matters that the child is seen by ${dayInWords(by)}. No new day is booked.</p>`
  if (by === undefined || next <= by) return html`<p>The new day is ${dayInWords(next)}.</p>`
  return html`<p><strong>The new day is ${dayInWords(next)}, after ${dayInWords(by)}, by which it matters: ask for a sooner one.</strong></p>`
}

/** An appointment may be of two children: for each the same is owed, and the page shows that of the first. */
const others = ({ look, appointment: { children }, child }: TheMiss): Markup | '' => {
  const names = children.filter(one => one !== child).map(look.name)
  return names.length === 0
    ? ''
    : html`<p>It was for ${names.join(' and ')} too: <a class="govuk-link" href="${look.addresses.page('ledger', { state: 'owed' })}">what is owed for each child</a>.</p>`
}

/**
 * What happens after one missed appointment, on one page: what it was and whether it counts, and each step with whose it
 * is, by when, and its form (review 4.2, 4.3, 5.19, 5.25).
 */
export const missPage =
  (named: string, gate?: GateFor) =>
  ({ look, live = false }: FamilyAsked): FamilyContent | undefined => {
    const miss = findMiss(look, named)
    if (miss === undefined) return undefined
    const letter = copiesTable(miss, copiesNow(miss, gate ?? gateIn(look.stands, look)), live)
    const body = html`<h2 class="holdfast-section">After the appointment that was missed on ${dayInWords(miss.day)}</h2>
${happened(miss)}
${others(miss)}
<h2 class="holdfast-section">What is done, and what is owed</h2>
${stepsAfter(miss, { letter, rebooked: newDay(miss) }, live)}
<p><a class="govuk-link" href="${look.addresses.page('ahead')}">All that lies ahead, with what clashes and the help to come</a><br>
<a class="govuk-link" href="${look.addresses.entry(miss.entry)}">See it in the chronology</a></p>`
    return { title: 'After a missed appointment', here: undefined, body }
  }
