import { html } from 'hono/html'
import type { Duty } from '../../duties/rule.ts'
import type { Entry } from '../../record/entry.ts'
import { shortName, withQuery } from '../address.ts'
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

const factorsOf = ({ addresses, family }: FamilyOnDay, { child }: Duty): Markup =>
  html`<a class="govuk-link" href="${withQuery(addresses.bare('five-factors'), { child: shortName(family.id, child) })}">The five factors, each with what the record holds</a>`

/** The way from a thing to do that misses make, to the page with all the steps after one, or with the five factors. */
export const wayFromDuty = (look: FamilyOnDay, duty: Duty): Markup | '' => {
  if (duty.rule.name === 'medical-neglect-review') return factorsOf(look, duty)
  const { thing } = duty
  const appointment = look.stands.appointments.find(({ id }) => id === thing)
  return appointment === undefined || missOf(look, appointment) === undefined
    ? ''
    : way(look, appointment.id, 'All steps after this miss')
}
