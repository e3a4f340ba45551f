import { html } from 'hono/html'
import { ownerInWords } from '../duties/owner.ts'
import { becauseInWords } from '../record/words.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { type Owing, owingTag, sentenceOf } from './owed.ts'
import { holderInWords, holderOn } from './owner.ts'
import { toldInBrief } from './told.ts'

const childLink = ({ name, addresses }: FamilyOnDay, { duty }: Owing, isMore: boolean): Markup | string =>
  isMore
    ? html` and <a class="govuk-link" href="${addresses.duty(duty.key)}">${name(duty.child)}</a>`
    : name(duty.child)

const forWhom = (look: FamilyOnDay, siblings: readonly Owing[]): Markup | '' =>
  look.stands.children.length > 1
    ? html`<p class="holdfast-quiet">For ${siblings.map((one, index) => childLink(look, one, index > 0))}</p>`
    : ''

/** One thing to do: how it stands, what, for whom, because of what, and whose it is. What is the same for siblings is one. */
export function dutyRow(
  look: FamilyOnDay,
  siblings: readonly [Owing, ...(readonly Owing[])],
  more: Markup | '' = '',
): Markup {
  const [owing] = siblings
  const { duty } = owing
  const holder = holderInWords(holderOn(look.stands, duty, look.day), look.day)
  const told = toldInBrief(look, duty)
  return html`<li class="holdfast-duty">
  <div>${owingTag(owing, look.day)}</div>
  <div>
    <p class="holdfast-duty__what"><a class="govuk-link" href="${look.addresses.duty(duty.key)}">${sentenceOf(duty)}</a></p>
    ${forWhom(look, siblings)}
    <p class="holdfast-duty__because">${becauseInWords(duty.because, look.name)}</p>
    ${more}
  </div>
  <div>
    <p>${capital(ownerInWords(duty))}</p>
    ${holder !== '' && html`<p class="holdfast-duty__told">${holder}</p>`}
    ${told !== '' && html`<p class="holdfast-duty__told">${told}</p>`}
  </div>
</li>`
}
