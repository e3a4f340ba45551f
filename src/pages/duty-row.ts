import { html } from 'hono/html'
import { ownerInWords } from '../duties/owner.ts'
import type { Duty } from '../duties/rule.ts'
import { becauseInWords } from '../record/words.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { type Owing, owingTag, sentenceOf } from './owed.ts'
import { holderInWords, holderOn } from './owner.ts'
import type { Siblings } from './siblings.ts'
import { toldInBrief } from './told.ts'

const childLink = ({ name, addresses }: FamilyOnDay, { duty }: Owing, isMore: boolean): Markup | string =>
  isMore
    ? html` and <a class="govuk-link" href="${addresses.duty(duty.key)}">${name(duty.child)}</a>`
    : name(duty.child)

/** For which children a thing is to be done, where the record has several; each but the first with the way to theirs. */
export const forWhom = (look: FamilyOnDay, siblings: Siblings): Markup | '' =>
  look.stands.children.length > 1
    ? html`<p class="holdfast-quiet">For ${siblings.map((one, index) => childLink(look, one, index > 0))}</p>`
    : ''

/** The same in a list of many families: the first child's name leads to the family. */
const ofWhom = (look: FamilyOnDay, siblings: Siblings): Markup => {
  const [first, ...others] = siblings
  const family = html`<a class="govuk-link" href="${look.addresses.page('')}">${capital(look.name(first.duty.child))}</a>`
  return html`<p class="holdfast-quiet">${family}${others.map(one => childLink(look, one, true))}</p>`
}

const whoseIs = ({ stands, day }: FamilyOnDay, duty: Duty, told: string): Markup => {
  const holder = holderInWords(holderOn(stands, duty, day), day)
  return html`<p>${capital(ownerInWords(duty))}</p>
    ${holder !== '' && html`<p class="holdfast-duty__told">${holder}</p>`}
    ${told !== '' && html`<p class="holdfast-duty__told">${told}</p>`}`
}

/** What a row says beside the thing itself. */
export interface RowOptions {
  /** Further down, after the reason. */
  readonly more?: Markup | ''
  /** At its end, instead of whose it is. */
  readonly aside?: Markup
  /** Whether whoever owes it knows, where it is not for the record alone to say. */
  readonly told?: string
  /** Whether the list is of many families, so that each row names its own. */
  readonly ofMany?: boolean
}

/**
 * One thing to do: how it stands, what, for whom, because of what, and whose it is. What is the same for siblings is one.
 */
export function dutyRow(look: FamilyOnDay, siblings: Siblings, options: RowOptions = {}): Markup {
  const [owing] = siblings
  const { duty } = owing
  const { more, aside, ofMany, told = toldInBrief(look, duty) } = options
  return html`<li class="holdfast-duty">
  <div>${owingTag(owing, look.day)}</div>
  <div>
    <p class="holdfast-duty__what"><a class="govuk-link" href="${look.addresses.duty(duty.key)}">${sentenceOf(duty)}</a></p>
    ${ofMany ? ofWhom(look, siblings) : forWhom(look, siblings)}
    <p class="holdfast-duty__because">${becauseInWords(duty.because, look.name)}</p>
    ${more}
  </div>
  <div>
    ${aside ?? whoseIs(look, duty, told)}
  </div>
</li>`
}
