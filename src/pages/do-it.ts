import { html } from 'hono/html'
import type { Duty } from '../duties/rule.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { agreeAddress } from './medicines/child-asked.ts'
import { sentenceOf } from './owed.ts'
import { recordAddress } from './record/asked-form.ts'
import { formForDuty } from './record/form-for-duty.ts'

/**
 * The page on which a duty is done where one form is not enough: which copy of a letter goes is decided one by one, and a
 * list of medicines is signed line by line.
 */
export const pageToDo = (look: FamilyOnDay, { rule, thing, child }: Duty): string | undefined => {
  const { addresses } = look
  if (rule.name === 'letter-after-miss') return `${addresses.miss(thing)}#letter`
  if (rule.name === 'medicines-agreed') return agreeAddress(look, child)
  return undefined
}

/** The address at which one writes that a duty is done: its page, its form, else the page that takes it as done elsewhere. */
export const addressToDo = (look: FamilyOnDay, duty: Duty): string => {
  const { family, stands, addresses } = look
  const page = pageToDo(look, duty)
  if (page !== undefined) return page
  const form = formForDuty(duty, stands)
  return form === undefined ? `${addresses.duty(duty.key)}#done` : recordAddress(family.id, form)
}

/** The two things to press beside each thing to do: do it, or say why not. */
export const doIt = (look: FamilyOnDay, duty: Duty): Markup => {
  const what = html`<span class="govuk-visually-hidden">: ${sentenceOf(duty)}</span>`
  return html`<p><a class="govuk-link" href="${addressToDo(look, duty)}">Do it${what}</a></p>
<p class="holdfast-duty__told"><a class="govuk-link" href="${look.addresses.duty(duty.key)}#set-aside">or say why not${what}</a></p>`
}
