import { html } from 'hono/html'
import { countOf } from '../calendar/words.ts'
import { aheadOf } from '../record/ahead.ts'
import { adultsAround } from '../record/household.ts'
import { shortName } from './address.ts'
import { toSettle } from './ahead/to-settle.ts'
import { byWeek } from './ahead/weeks.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'

/** Whoever brings a child of the family: for each there may be a sheet for the fridge, messages and a calendar. */
export const carersOf = ({ stands, day }: FamilyOnDay) =>
  [...new Set(stands.children.flatMap(child => adultsAround(stands, child, day)))].filter(
    id => !stands.children.includes(id),
  )

const forTheFamily = (look: FamilyOnDay): Markup => {
  const carers = carersOf(look)
  if (carers.length === 0) return html``
  const links = carers.map(
    id =>
      html`<li><a class="govuk-link" href="${look.addresses.bare(`ahead/sheet/${shortName(look.family.id, id)}`)}">A sheet for the fridge, for ${look.name(id)}</a></li>`,
  )
  return html`<section class="holdfast-no-print" aria-labelledby="for-family"><h2 class="holdfast-section" id="for-family">For the family</h2>
<ul class="holdfast-plain">${links}
<li><a class="govuk-link" href="${look.addresses.bare('ahead/reaching')}">Messages and calendar: how each is reached, and what was held</a></li></ul></section>`
}

const inFew = (look: FamilyOnDay, count: number, places: number): string =>
  `${countOf(count, 'appointment')} at ${countOf(places, 'place')}, as far as you may see them${look.family.today === undefined ? '' : ', from today on'}.`

/**
 * What comes next for this family at every hospital, what of it clashes, what might be put together and whom to ask, and
 * what each appointment still needs (review 2.6, 3.6, 5.18).
 */
export function aheadPage({ look, live = false }: FamilyAsked): FamilyContent {
  const ahead = aheadOf(look.stands, look.day)
  const places = new Set(ahead.planned.map(({ appointment }) => appointment.agency)).size
  const nothing = html`<p>No appointment lies ahead. One stands here from the day on which it is booked, at whichever hospital, until what became of it is written down.</p>`
  const all = html`<p>${inFew(look, ahead.planned.length, places)}</p>
<section aria-labelledby="settle"><h2 class="holdfast-section" id="settle">To settle</h2>${toSettle({ look, ahead, live })}</section>
${byWeek(look, ahead.planned, live)}`
  const body = html`<h2 class="holdfast-section">What lies ahead</h2>
${ahead.planned.length === 0 ? nothing : all}
${live && forTheFamily(look)}`
  return { title: 'What lies ahead', here: 'ahead', body }
}
