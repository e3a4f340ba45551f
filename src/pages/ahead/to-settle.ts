import { html } from 'hono/html'
import { dayInWords, dayWithWeekday } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { Ahead, MeetingThatDay } from '../../record/ahead.ts'
import type { Bundle, Clash } from '../../record/clashes.ts'
import type { Planned } from '../../record/planned.ts'
import type { SameTest } from '../../record/same-test.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { askFor, dayOf, inALine, placeOf, timeOf } from './said.ts'

interface Settling {
  readonly look: FamilyOnDay
  readonly ahead: Ahead
  /** Whether whoever reads this may write to the record. */
  readonly live: boolean
}

const item = (heading: string, body: Markup): Markup =>
  html`<li class="holdfast-card"><h3 class="holdfast-card__heading">${heading}</h3>${body}</li>`

const both = (look: FamilyOnDay, one: Planned, other: Planned): Markup =>
  html`<ul class="govuk-list govuk-list--bullet"><li>${inALine(look, one)}</li><li>${inALine(look, other)}</li></ul>`

const headings: Record<Clash['why'], string> = {
  'same-time': 'Two at one time',
  'no-time-to-travel': 'No time to get from one place to the other',
  'time-not-known': 'Two places on one day, and a time is not known',
}

const whyOf = ({ name }: FamilyOnDay, { child, why, minutesBetween }: Clash, ahead: Ahead): string => {
  const who =
    child === undefined ? 'Whoever brings them is needed at both.' : `${capital(name(child))} is needed at both.`
  if (why !== 'no-time-to-travel') return who
  return `${who} ${minutesBetween} minutes lie between them; from one place to another takes ${ahead.settings.travelMinutes} (local setting).`
}

const clash =
  ({ look, ahead, live }: Settling) =>
  (one: Clash): Markup =>
    item(
      headings[one.why],
      html`<p>${dayOf(one.one)}</p>${both(look, one.one, one.other)}<p>${whyOf(look, one, ahead)}</p>
<ul class="holdfast-plain">${[one.one, one.other].map(each => askFor(look, each, { wanted: 'another-day', asks: 'for another day', live }))}</ul>`,
    )

const doneOrPlanned = (look: FamilyOnDay, one: SameTest['one']): string =>
  'kind' in one
    ? `${one.test}, done on ${dayInWords(one.day)} at ${agencyInWords(one.by)}`
    : `${inALine(look, one)}, ${dayInWords(one.day)}${one.purpose === undefined ? '' : `: ${one.purpose}`}`

const sameTest =
  ({ look, ahead, live }: Settling) =>
  ({ one, other, words }: SameTest): Markup => {
    const ask = 'kind' in one ? [other] : [one, other]
    return item(
      'Perhaps the same test twice',
      html`<ul class="govuk-list govuk-list--bullet"><li>${doneOrPlanned(look, one)}</li><li>${doneOrPlanned(look, other)}</li></ul>
<p>Because both speak of it: “${words[0]}” and “${words[1]}”, within ${ahead.settings.sameTestWeeks} weeks (local setting). A clinician says whether one is enough.</p>
<ul class="holdfast-plain">${ask.map((each, place) => askFor(look, each, { wanted: 'one-test-for-both', asks: 'whether one test is enough', other: ask[1 - place], live }))}</ul>`,
    )
  }

const bundle =
  ({ look, ahead, live }: Settling) =>
  ({ planned }: Bundle): Markup => {
    const [first, ...others] = planned
    const place = first === undefined ? '' : agencyInWords(first.appointment.agency)
    return item(
      `Perhaps on one day, at ${place}`,
      html`<ul class="govuk-list govuk-list--bullet">${planned.map(one => html`<li>${inALine(look, one)}, ${dayWithWeekday(one.day)}</li>`)}</ul>
<p>All at one place, within ${ahead.settings.bundleDays} days (local setting): one journey instead of ${new Set(planned.map(({ day }) => day)).size}.</p>
<ul class="holdfast-plain">${others.slice(-1).map(one => askFor(look, one, { wanted: 'same-day-as-another', asks: 'for one day', other: first, live }))}</ul>`,
    )
  }

const meeting =
  ({ look }: Settling) =>
  ({ day, what, planned }: MeetingThatDay): Markup =>
    item(
      `A ${what} on the same day`,
      html`<p>${dayWithWeekday(day)}. The record does not know at what time it is.</p>
<ul class="govuk-list govuk-list--bullet">${planned.map(one => html`<li>${placeOf(one)}, ${timeOf(one)}: ${look.name(one.people[0] ?? look.stands.subject[0])}</li>`)}</ul>`,
    )

/** What a person may settle, named at the top of all that lies ahead; Holdfast moves nothing by itself. */
export const toSettle = (settling: Settling): Markup => {
  const { ahead } = settling
  const found = [
    ...ahead.clashes.map(clash(settling)),
    ...ahead.sameTests.map(sameTest(settling)),
    ...ahead.bundles.map(bundle(settling)),
    ...ahead.meetings.map(meeting(settling)),
  ]
  if (found.length === 0)
    return html`<p>Nothing clashes, as far as you may see it: no two at one time, no test twice, nothing at one place on several days.</p>`
  return html`<p>These are proposals. Ask the family first what suits them; a change asked for ahead counts against nobody.</p>
<ul class="holdfast-cards">${found}</ul>`
}
