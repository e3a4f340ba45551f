import { html } from 'hono/html'
import { countOf } from '../calendar/words.ts'
import { stateOn } from '../duties/derive.ts'
import { ownerInWords } from '../duties/owner.ts'
import type { Duty } from '../duties/rule.ts'
import { agencyInWords } from '../people/service.ts'
import { becauseInWords } from '../record/words.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { details } from './kit/details.ts'
import type { Markup } from './kit/markup.ts'
import { sentenceOf } from './owed.ts'
import { ruleAddress } from './rules.ts'

const most = 20

const one =
  ({ name }: FamilyOnDay) =>
  (duty: Duty): Markup => {
    const whose = duty.agency === undefined ? ownerInWords(duty) : agencyInWords(duty.agency)
    return html`<li><a class="govuk-link" href="${ruleAddress(duty.rule)}">${sentenceOf(duty)}</a><br>
${becauseInWords(duty.because, name)} <span class="holdfast-quiet">Suggested, not adopted by ${whose}.</span></li>`
  }

/** What rules suggest that nobody has adopted for whose it is: apart from what is owed, never late, folded away. */
export const suggestions = (look: FamilyOnDay): Markup | '' => {
  const open = look.suggested.filter(duty => !duty.projected && stateOn(duty, look.day) === 'suggested')
  if (open.length === 0) return ''
  const more = open.length > most && html`<p>And ${open.length - most} more.</p>`
  return details({
    summaryText: `${countOf(open.length, 'thing')} suggested by rules that are not adopted`,
    html: html`<ul class="govuk-list govuk-list--spaced">${open.slice(0, most).map(one(look))}</ul>${more}`,
  })
}
