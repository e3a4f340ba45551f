import { html } from 'hono/html'
import { ownerInWords } from '../../duties/owner.ts'
import type { PersonId } from '../../record/field.ts'
import { capital } from '../capital.ts'
import { addressToDo } from '../do-it.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { type Owing, owedOf, owingTag, sentenceOf, worstFirst } from '../owed.ts'
import { holderInWords, holderOn } from '../owner.ts'

/** What a part of the page is drawn with: the look, the child, and whether the visitor may write. */
export interface Drawing {
  readonly look: FamilyOnDay
  readonly child: PersonId
  readonly live: boolean
}

/** What is owed of some rules for the child, of one thing where it is named. */
export const owedHere = ({ look, child }: Drawing, rules: readonly string[], thing?: string): readonly Owing[] => {
  const own = look.duties.filter(
    duty => duty.child === child && rules.includes(duty.rule.name) && (thing === undefined || duty.thing === thing),
  )
  return worstFirst(owedOf(own, look.day), look.day)
}

const whose = ({ look }: Drawing, { duty }: Owing): string => {
  const holder = holderInWords(holderOn(look.stands, duty, look.day), look.day)
  return `${capital(ownerInWords(duty))}${holder === '' ? '' : `: ${holder}`}`
}

const doIt = ({ look, live }: Drawing, { duty }: Owing): Markup | '' =>
  live
    ? html` <a class="govuk-link holdfast-no-print" href="${addressToDo(look, duty)}">Do it<span class="govuk-visually-hidden">: ${sentenceOf(duty)}</span></a>`
    : ''

/** One thing that is owed: how late, what, whose, and the way to do it. */
export const owedLine = (drawing: Drawing, owing: Owing): Markup =>
  html`<p>${owingTag(owing, drawing.look.day)} <a class="govuk-link" href="${drawing.look.addresses.duty(owing.duty.key)}">${sentenceOf(owing.duty)}</a>${doIt(drawing, owing)}<br><span class="holdfast-quiet">${whose(drawing, owing)}</span></p>`

/** Everything that is owed of some rules, a line each. */
export const owedLines = (drawing: Drawing, rules: readonly string[], thing?: string): readonly Markup[] =>
  owedHere(drawing, rules, thing).map(one => owedLine(drawing, one))
