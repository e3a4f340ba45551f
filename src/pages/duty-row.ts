import { html } from 'hono/html'
import { becauseInWords } from '../record/words.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { type Owing, owingTag, sentenceOf } from './owed.ts'
import { holderInWords, holderOn, ownerInWords } from './owner.ts'

const forWhom = ({ stands, name }: FamilyOnDay, { duty }: Owing): Markup | '' =>
  stands.children.length > 1 ? html`<p class="holdfast-quiet">For ${name(duty.child)}</p>` : ''

/** One thing to do: how it stands, what, because of what, and whose it is. */
export function dutyRow(look: FamilyOnDay, owing: Owing, more: Markup | '' = ''): Markup {
  const { duty } = owing
  const holder = holderInWords(holderOn(look.stands, duty, look.day), look.day)
  return html`<li class="holdfast-duty">
  <div>${owingTag(owing, look.day)}</div>
  <div>
    <p class="holdfast-duty__what"><a class="govuk-link" href="${look.addresses.duty(duty.key)}">${sentenceOf(duty)}</a></p>
    ${forWhom(look, owing)}
    <p class="holdfast-duty__because">${becauseInWords(duty.because, look.name)}</p>
    ${more}
  </div>
  <div>
    <p>${capital(ownerInWords(duty))}</p>
    ${holder !== '' && html`<p class="holdfast-duty__told">${holder}</p>`}
  </div>
</li>`
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
