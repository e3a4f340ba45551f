import { html } from 'hono/html'
import type { Duty } from '../../duties/rule.ts'
import type { Entry } from '../../record/entry.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { missOf } from './the-miss.ts'

const way = ({ addresses }: FamilyOnDay, appointment: string, words: string): Markup =>
  html`<a class="govuk-link" href="${addresses.miss(appointment)}">${words}</a>`

/** The way from the entry of a miss to the page of what happens after it; nothing for any other entry. */
export const wayFromEntry = (look: FamilyOnDay, entry: Entry, words = 'What happens after this miss'): Markup | '' => {
  if (entry.kind !== 'was-not-brought') return ''
  const appointment = look.stands.appointments.find(({ missed }) => missed?.root === entry.root)
  return appointment === undefined || missOf(look, appointment) === undefined ? '' : way(look, appointment.id, words)
}

/** The way from a thing to do that a miss makes, to the page with all the steps after it. */
export const wayFromDuty = (look: FamilyOnDay, { thing }: Duty): Markup | '' => {
  const appointment = look.stands.appointments.find(({ id }) => id === thing)
  return appointment === undefined || missOf(look, appointment) === undefined
    ? ''
    : way(look, appointment.id, 'All steps after this miss')
}
