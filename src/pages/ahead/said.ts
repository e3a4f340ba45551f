import { html } from 'hono/html'
import { isoDay } from '../../calendar/day.ts'
import { isoMoment } from '../../calendar/moment.ts'
import { dayWithWeekday } from '../../calendar/words.ts'
import { valuesOf } from '../../intake/forms/form-values.ts'
import { agencyInWords } from '../../people/service.ts'
import { deskOf } from '../../record/ahead.ts'
import type { Kind } from '../../record/entry.ts'
import type { Planned } from '../../record/planned.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { recordAddress } from '../record/asked-form.ts'
import { telephone } from '../ring.ts'

/** The clock time of an appointment, or that it is not known. */
export const timeOf = ({ at }: Planned): string => (at === undefined ? 'time not known' : isoMoment(at).slice(11))

/** The day of an appointment, for people and for machines. */
export const dayOf = ({ day }: Planned): Markup => html`<time datetime="${isoDay(day)}">${dayWithWeekday(day)}</time>`

/** A clinic as it is named, with its hospital and its site. */
export const placeOf = ({ appointment: { clinic, agency, site } }: Planned): string =>
  [clinic ?? 'an appointment', agencyInWords(agency), ...(site === undefined ? [] : [site])].join(', ')

/** Whose an appointment is, by name. */
export const whoseOf = ({ name }: FamilyOnDay, { people }: Planned): string => people.map(name).join(' and ')

/** One appointment in a line: Maya, the eye clinic, Royal hospital, 10:20. */
export const inALine = (look: FamilyOnDay, one: Planned): string =>
  `${capital(whoseOf(look, one))}: ${placeOf(one)}, ${timeOf(one)}`

/** The address of a form about one appointment, filled in as far as the record knows. */
export const formFor = (
  { family }: FamilyOnDay,
  kind: Kind,
  { appointment, people }: Planned,
  more: Readonly<Record<string, string>> = {},
): string => {
  const child = appointment.person === undefined ? { child: [...people] } : {}
  return recordAddress(family.id, { kind, values: valuesOf({ appointment: appointment.id, ...child, ...more }) })
}

/** Whom to ask for another day, with the number; and the form, one press away, where the visitor may write. */
export const askFor = (
  look: FamilyOnDay,
  one: Planned,
  { wanted, asks, other, live }: { wanted: string; asks: string; other?: Planned | undefined; live: boolean },
): Markup => {
  const { agency } = one.appointment
  const desk = deskOf(look.family.posts ?? [], agency)
  const number = desk?.telephone === undefined ? 'no number of its desk is recorded' : telephone(desk.telephone)
  const together = other === undefined ? {} : { with: other.appointment.id }
  const form = formFor(look, 'change-asked', one, { wanted, to: agency, ...together })
  return html`<li>Ask ${agencyInWords(agency)} ${asks}: ${number}${desk?.practitioner !== undefined && html` (${desk.practitioner})`}${live && html` <a class="govuk-link holdfast-no-print" href="${form}">Write that it was asked<span class="govuk-visually-hidden">: ${placeOf(one)}</span></a>`}</li>`
}
