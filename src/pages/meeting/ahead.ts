import { html } from 'hono/html'
import { dayWithWeekday } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import { type AppointmentStanding, dayOfAppointment, outcomeOf } from '../../record/appointment-standing.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'

const isAhead =
  ({ day }: FamilyOnDay) =>
  (one: AppointmentStanding): boolean => {
    const on = dayOfAppointment(one)
    return on !== undefined && on >= day && one.cancelled === undefined && outcomeOf(one) === undefined
  }

const row = (look: FamilyOnDay) => (one: AppointmentStanding) => {
  const day = dayOfAppointment(one)
  const where = one.agency === undefined ? '' : `, ${agencyInWords(one.agency)}`
  return html`<li>${day !== undefined && dayWithWeekday(day)}: ${one.children.map(look.name).join(', ')}${where}</li>`
}

/** Every appointment that lies ahead, at every place: to plan with the family who brings whom, and how they get there (review 5.18). */
export const ahead = (look: FamilyOnDay): Markup => {
  const coming = look.stands.appointments
    .filter(isAhead(look))
    .sort((one, other) => (dayOfAppointment(one) ?? 0) - (dayOfAppointment(other) ?? 0))
  return coming.length === 0
    ? html`<p>No appointment ahead is on the record. Ask the family what they have been sent.</p>`
    : html`<ol class="govuk-list">${coming.map(row(look))}</ol>
<p>For each: who comes along, how they get there, and could two be put on one day and place?</p>`
}
