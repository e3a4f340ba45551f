import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import { copiesNow, copiesTable } from './after-a-miss/copies.ts'
import { type GateFor, gateIn } from './after-a-miss/gate.ts'
import { happened } from './after-a-miss/happened.ts'
import { stepsAfter } from './after-a-miss/steps.ts'
import { findMiss } from './after-a-miss/the-miss.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'

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
<h2 class="holdfast-section">What is done, and what is owed</h2>
${stepsAfter(miss, { letter }, live)}
<p><a class="govuk-link" href="${look.addresses.entry(miss.entry)}">See it in the chronology</a></p>`
    return { title: 'After a missed appointment', here: undefined, body }
  }
