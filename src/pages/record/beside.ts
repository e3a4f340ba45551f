import { html } from 'hono/html'
import { type FormValues, firstIn } from '../../intake/forms/form-values.ts'
import type { Kind } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { saidBeforehand } from '../after-a-miss/the-miss.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { evidenceFor, factors } from '../five-factors/evidence.ts'
import { whoJudges } from '../five-factors.ts'
import type { Markup } from '../kit/markup.ts'

const ofFactors = (look: FamilyOnDay, values: FormValues): ReadonlyMap<string, Markup> => {
  const named = firstIn(values, 'child')
  const child: PersonId = look.stands.children.find(id => id === named) ?? look.stands.subject[0]
  const evidence = factors.map(
    factor => [factor, html`<div class="govuk-inset-text">${evidenceFor(look, child, factor, 'h3')}</div>`] as const,
  )
  return new Map<string, Markup>([['', whoJudges], ...evidence])
}

const ofNotes: ReadonlyMap<string, Markup> = new Map([
  [
    '',
    html`<p>These words go into the letter to the family and to the practice. Write them so that everybody who gets it may read them: nothing of who did not come, and nobody by name but the child.</p>`,
  ],
])

/** What the record holds that helps to answer the questions of a form, by the field beside which it stands. */
export const besideForm = (
  kind: Kind,
  look: FamilyOnDay,
  values: FormValues,
): ReadonlyMap<string, Markup> | undefined => {
  if (kind === 'medical-neglect-review') return ofFactors(look, values)
  return kind === 'notes-reviewed' ? ofNotes : undefined
}

/** A form with the words that somebody wrote beforehand put in as a start: what such an appointment is for, and what a miss may do. */
export const withStart = (kind: Kind, { stands }: FamilyOnDay, values: FormValues): FormValues => {
  const id = kind === 'notes-reviewed' ? firstIn(values, 'appointment') : undefined
  const appointment = stands.appointments.find(one => one.id === id)
  if (appointment === undefined) return values
  const { purpose, harm } = saidBeforehand({ stands }, appointment)
  const start = Object.entries({ purpose, harm }).flatMap(([field, words]) =>
    words === undefined || values.has(field) ? [] : [[field, [words]] as const],
  )
  return new Map([...values, ...start])
}
