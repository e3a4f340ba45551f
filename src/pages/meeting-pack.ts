import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import { dutyRow } from './duty-row.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { conditions, undertakings } from './meeting/agreed.ts'
import { ahead } from './meeting/ahead.ts'
import { everyAdult, everyChild } from './meeting/everybody.ts'
import { inTheirWords, openQuestions } from './meeting/said.ts'
import { byPerson, figures } from './offered/tables.ts'
import { offeredIn } from './offered-and-kept.ts'
import { isSoon, owedOf, worstFirst } from './owed.ts'
import { siblingsTogether } from './siblings.ts'

/** What every meeting asks, whatever it is for: the agenda that does not change (R-MTG-8), and what reviews keep finding (R-LRN-2). */
const questions = [
  'What has happened since we last met, and what does it mean for each child, born and unborn?',
  'Who of the adults do we not know, and who asks?',
  'What do the parents say, and what do the children say?',
  'What was agreed last time, and is it done?',
  'What would make us act sooner, and who would see it first?',
  'Does anybody here disagree? It is written down, with both reasons.',
]

/** How everybody worked together: offered, kept, missed, called off and by whom (R-ENG-2); the page beside it has each. */
const cooperation = (look: FamilyOnDay): Markup => {
  const people = byPerson(look, offeredIn(look, 12))
  if (people.length === 0) return html`<p>Nothing that was offered is on the record.</p>`
  const ask =
    people.length > 1 ? html`<p>Where these rows differ, ask why: one may have been easier to come to.</p>` : ''
  const more = html`<p><a class="govuk-link" href="${look.addresses.page('offered')}">Each of them, with the reasons of the family</a><br><a class="govuk-link" href="${look.addresses.bare('five-factors')}">The five factors of medical neglect, each with what the record holds</a></p>`
  return html`${figures(people, 'By the person whose it was', 'Person', look.addresses.page('offered'))}${ask}${more}`
}

const section = (id: string, heading: string, body: Markup): Markup =>
  html`<section aria-labelledby="${id}"><h3 id="${id}">${heading}</h3>${body}</section>`

/** As many as a meeting gets through; the rest is a press away. */
const most = 10

const owedHere = (look: FamilyOnDay): Markup => {
  const soon = owedOf(look.duties, look.day).filter(one => !one.duty.projected && isSoon(one, look.day))
  if (soon.length === 0) return html`<p>Nothing is late, and nothing falls due within two weeks.</p>`
  const rows = siblingsTogether(worstFirst(soon, look.day))
  const more =
    rows.length > most
      ? html`<p><a class="govuk-link" href="${look.addresses.page('ledger', { state: 'owed' })}">${rows.length - most} more</a></p>`
      : ''
  return html`<ol class="holdfast-duties">${rows.slice(0, most).map(one => dutyRow(look, one))}</ol>${more}`
}

/**
 * All that a meeting about a family needs in front of it, made anew each time for whoever opens it: who everybody is, who
 * is not assessed, what lies ahead, what was agreed and what became of it, and the questions of every agenda.
 */
export function meetingPackPage({ look }: FamilyAsked): FamilyContent {
  const body = html`<h2 class="holdfast-section">For a meeting</h2>
<p>As it was known on ${dayInWords(look.day)}. It shows what you may see: print it for yourself, not for others.</p>
${section('questions', 'What we ask each time', html`<ol class="govuk-list govuk-list--number">${questions.map(one => html`<li>${one}</li>`)}</ol>`)}
${section('children', 'Every child, and who works with each', everyChild(look))}
${section('adults', 'Every adult, and whether they were assessed', everyAdult(look))}
${section('words', 'In their own words', inTheirWords(look))}
${section('offered', 'What was offered and kept in twelve months', cooperation(look))}
${section('open-questions', 'What the family asked', openQuestions(look))}
${section('conditions', 'If this happens, then that is done', conditions(look))}
${section('undertakings', 'What somebody took on', undertakings(look))}
${section('owed', 'Late, or due within two weeks', owedHere(look))}
${section('ahead', 'Appointments ahead', ahead(look))}`
  return { title: 'For a meeting', here: 'meeting', body }
}
