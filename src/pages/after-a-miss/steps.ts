import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { ownerInWords } from '../../duties/owner.ts'
import type { Duty } from '../../duties/rule.ts'
import { valuesOf } from '../../intake/forms/form-values.ts'
import { labelOf } from '../../intake/forms/offered.ts'
import type { Kind } from '../../record/entry.ts'
import { headingOf } from '../../record/words.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { stateTag } from '../kit/state-tag.ts'
import { clockAndLabel, dueInWords, isOwed, owingOn, owingTag } from '../owed.ts'
import { holderInWords, holderOn } from '../owner.ts'
import { recordAddress } from '../record/asked-form.ts'
import { type FilledForm, formsForDuty } from '../record/form-for-duty.ts'
import { dutyAfter, type TheMiss } from './the-miss.ts'

/** One step after a miss: what it is, the rule that makes it owed, and what is said where nothing is. */
interface Step {
  readonly id: string
  readonly title: string
  readonly rule: string
  readonly silent: (miss: TheMiss) => string
  /** The entries that can be written of it, each filled in as far as the record knows; those that end what is owed if left out. */
  readonly forms?: (miss: TheMiss) => readonly FilledForm[]
}

const filled = (kind: Kind, { child }: TheMiss, values: Readonly<Record<string, string>> = {}): FilledForm => ({
  kind,
  values: valuesOf({ ...values, child: [child] }),
})

const named = ({ appointment: { id } }: TheMiss): Readonly<Record<string, string>> => ({ appointment: id })

const noMore = ({ appointment }: TheMiss): string =>
  appointment.excuse === undefined
    ? 'Not owed: one missed appointment of a child with no plan asks for a call and no more.'
    : 'Not owed: this miss counts against nobody.'

const steps: readonly Step[] = [
  {
    ...{ id: 'call', title: 'Somebody asks the family', rule: 'family-contacted-after-miss' },
    silent: () => 'Not owed: the clinic called it off, or wrote down why it does not count.',
    forms: miss => [filled('contact', miss, { about: miss.appointment.id, purpose: 'after-a-miss', way: 'call' })],
  },
  {
    ...{ id: 'reason', title: 'Why they could not come', rule: 'reason-for-miss-checked' },
    silent: () => 'No check is owed: no reason is written down yet, or it needs none.',
    forms: miss => [
      filled('barrier-reported', miss, named(miss)),
      filled('help-arranged', miss),
      filled('reason-checked', miss, named(miss)),
      filled('appointment-excused', miss, named(miss)),
      filled('miss-disputed', miss, named(miss)),
    ],
  },
  {
    ...{ id: 'review', title: 'The consultant reads the notes and says the harm', rule: 'notes-reviewed-after-miss' },
    silent: noMore,
    forms: miss => [filled('notes-reviewed', miss, named(miss))],
  },
  {
    ...{ id: 'letter', title: 'One letter, with its copies', rule: 'letter-after-miss' },
    silent: noMore,
    // Each copy has its own forms beside it.
    forms: () => [],
  },
  {
    ...{ id: 'gp', title: 'The GP practice follows up', rule: 'gp-follow-up-after-miss' },
    silent: () =>
      'Not owed yet: it is once a GP practice is on the record and social care is involved, or the letter has gone there.',
    forms: miss => [filled('contact', miss, { about: miss.appointment.id, purpose: 'after-a-miss' })],
  },
  {
    ...{ id: 'worker', title: 'The allocated worker is told', rule: 'worker-told-of-miss' },
    silent: () => 'Not owed: the child has no plan of social care, or this miss counts against nobody.',
  },
  {
    ...{ id: 'rebooked', title: 'A new appointment', rule: 'appointment-rebooked' },
    silent: () => 'It is owed once the review of the notes says that there is to be one.',
  },
]

const whose = (look: FamilyOnDay, duty: Duty): string => {
  const holder = holderInWords(holderOn(look.stands, duty, look.day), look.day)
  return `${capital(ownerInWords(duty))}${holder === '' ? '' : `: ${holder}`}`
}

/** By whom and by when; or the entry by which it ended. */
const facts = (look: FamilyOnDay, duty: Duty): Markup => {
  const { ended } = duty
  if (ended !== undefined && ended.day <= look.day) {
    const { entry } = ended
    return html`<p><a class="govuk-link" href="${look.addresses.entry(entry)}">${capital(headingOf(entry, look.name))}</a>, ${dayInWords(ended.day)}</p>`
  }
  return html`<p>${whose(look, duty)}, by ${dueInWords(duty)} <span class="holdfast-quiet">(${clockAndLabel(duty)})</span></p>`
}

const formLink = (miss: TheMiss, form: FilledForm, title: string): Markup =>
  html`<li><a class="govuk-link" href="${recordAddress(miss.look.family.id, form)}">${labelOf(form.kind)}<span class="govuk-visually-hidden">: ${title}</span></a></li>`

/** The forms of a step, each one press away; on paper a line to write on takes their place. */
const ways = (miss: TheMiss, { title, forms }: Step, duty: Duty | undefined, live: boolean): Markup | '' => {
  const owed = duty !== undefined && isOwed(owingOn(duty, miss.look.day))
  const offered = forms?.(miss) ?? (owed ? formsForDuty(duty, miss.look.stands) : [])
  const line = owed ? html`<p class="holdfast-print-only">Done on ____________ by ____________________</p>` : ''
  return live && offered.length > 0
    ? html`<ul class="holdfast-ways holdfast-no-print">${offered.map(form => formLink(miss, form, title))}</ul>${line}`
    : line
}

/** What a step has to say beyond how it stands. */
export type More = Readonly<Record<string, Markup>>

const shown = (miss: TheMiss, step: Step, more: More, live: boolean): Markup => {
  const { look } = miss
  const duty = dutyAfter(miss, step.rule)
  const state = duty === undefined ? stateTag('nothing owed', 'open') : owingTag(owingOn(duty, look.day), look.day)
  const body = duty === undefined ? html`<p class="holdfast-quiet">${step.silent(miss)}</p>` : facts(look, duty)
  const name =
    duty === undefined
      ? step.title
      : html`<a class="govuk-link" href="${look.addresses.duty(duty.key)}">${step.title}</a>`
  return html`<li id="${step.id}"><h3 class="govuk-heading-s">${name} ${state}</h3>${body}${more[step.id]}${ways(miss, step, duty, live)}</li>`
}

/** Every step after a miss in its order: done, owed or not, by whom and by when, with its form. */
export const stepsAfter = (miss: TheMiss, more: More, live: boolean): Markup =>
  html`<ol class="govuk-list govuk-list--number govuk-list--spaced holdfast-steps">${steps.map(step => shown(miss, step, more, live))}</ol>`
