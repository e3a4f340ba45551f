import { html } from 'hono/html'
import { addMonths, type Day } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { type Offered, offeredTo } from '../record/offered.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { eachOf } from './offered/each.ts'
import { byPerson, byService, figures } from './offered/tables.ts'

const stretches = { 3: 'Three months', 12: 'Twelve months', all: 'All of the record' } as const
type Stretch = keyof typeof stretches

const readStretch = (text: string | undefined): Stretch => (text === '3' ? 3 : text === 'all' ? 'all' : 12)

const sinceOf = (day: Day, stretch: Stretch): Day | undefined =>
  stretch === 'all' ? undefined : addMonths(day, -stretch)

/** What was offered to a family in a stretch of months up to the day of the look. */
export const offeredIn = (look: FamilyOnDay, stretch: Stretch): readonly Offered[] => {
  const since = sinceOf(look.day, stretch)
  return offeredTo(look.stands, look.day).filter(({ day }) => since === undefined || day > since)
}

const ways = (look: FamilyOnDay, here: Stretch): Markup => {
  const link = (stretch: Stretch) =>
    html`<li><a class="govuk-link govuk-link--no-visited-state" href="${look.addresses.page('offered', { months: stretch === 12 ? undefined : stretch })}"${stretch === here ? html` aria-current="true"` : ''}>${stretches[stretch]}</a></li>`
  return html`<nav class="holdfast-no-print" aria-label="For how long"><ul class="holdfast-ways">${([3, 12, 'all'] as const).map(link)}</ul></nav>`
}

const whatCounts = html`<p>Only what was missed, and what was changed within two working days, counts. A change asked for ahead, what a service called off, and what is excused say nothing of a family. What a family says kept them holds until somebody has checked it; that it is not checked yet is for us to mend. No figure here is a score: each leads to its entries.</p>`

const since = (look: FamilyOnDay, stretch: Stretch): string => {
  const day = sinceOf(look.day, stretch)
  return day === undefined ? `up to ${dayInWords(look.day)}` : `after ${dayInWords(day)}, up to ${dayInWords(look.day)}`
}

/** How a family and those around it worked together: what was offered, kept, missed, called off and by whom, and why (R-ENG-2). */
export function offeredAndKeptPage({ look, query }: FamilyAsked): FamilyContent {
  const stretch = readStretch(query('months'))
  const offered = offeredIn(look, stretch)
  const [people, services] = [byPerson(look, offered), byService(offered)]
  const nothing = html`<p>Nothing that was offered in this time is on the record. Appointments, visits and meetings stand here once what became of them is written down.</p>`
  const all = html`${whatCounts}
${figures(people, 'By the person whose it was', 'Person')}
${figures(services, 'By the service that offered it', 'Service')}
<h2 class="holdfast-section">Each of them, by person</h2>
${people.map(group => eachOf(look, group))}
<h2 class="holdfast-section">Each of them, by service</h2>
${services.map(group => eachOf(look, group))}`
  const body = html`<h2 class="holdfast-section">What was offered and kept</h2>
<p>Appointments, visits and meetings ${since(look, stretch)}, as far as you may see them.</p>
${ways(look, stretch)}
${offered.length === 0 ? nothing : all}`
  const keep = stretch === 12 ? {} : { months: String(stretch) }
  return { title: 'What was offered and kept', here: 'offered', body, keep }
}
