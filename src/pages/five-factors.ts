import { html } from 'hono/html'
import { dayInWords } from '../calendar/words.ts'
import { valuesOf } from '../intake/forms/form-values.ts'
import { questionOf } from '../intake/forms/questions.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout } from '../record/standing.ts'
import { shortName, withQuery } from './address.ts'
import { capital } from './capital.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import { evidenceFor, type Factor, factors } from './five-factors/evidence.ts'
import type { Markup } from './kit/markup.ts'
import { recordAddress } from './record/asked-form.ts'

type Review = EntryOf<'medical-neglect-review'>

const kind = 'medical-neglect-review'

/** What stands above the five factors wherever they are weighed: who judges, and who does not. */
export const whoJudges = html`<p>Beside each factor stands what the record holds of two years, as far as you may see it. It is not the answer: you write that, with what it rests on. Holdfast adds nothing up and scores nothing. What is excused, what a service called off and what a family was not helped with count against nobody.</p>
<p>A family that struggles to come is asked what would help first. “Unknown” is an answer: somebody then finds out.</p>`

const lastReview = ({ stands, day }: FamilyOnDay, child: PersonId): Review | undefined =>
  all(stands, kind).findLast(one => one.day <= day && isAbout(stands, one, child))

const judged = (review: Review | undefined, factor: Factor): Markup | '' => {
  const answer = review?.[factor]
  if (review === undefined || answer === undefined) return ''
  const why = review[`${factor}Evidence`]
  return html`<p><strong>Judged ${answer}</strong> on ${dayInWords(review.day)}${why === undefined ? '' : `: “${why}”`}</p>`
}

const unknowns = (look: FamilyOnDay, review: Review | undefined, live: boolean): Markup | '' => {
  const open = factors.filter(factor => review?.[factor] === 'unknown')
  if (open.length === 0) return ''
  const form = recordAddress(look.family.id, { kind: 'undertaking-given', values: valuesOf({}) })
  return html`<p>${open.length === 1 ? 'One factor is' : `${open.length} factors are`} unknown: each asks for somebody to find out.${live ? html` <a class="govuk-link" href="${form}">Write down who does, and by when</a>` : ''}</p>`
}

const ofFactor = (look: FamilyOnDay, child: PersonId, review: Review | undefined, factor: Factor): Markup =>
  html`<section aria-labelledby="${factor}"><h3 id="${factor}">${questionOf(kind, factor)}</h3>
${judged(review, factor)}${evidenceFor(look, child, factor, 'h4')}
<p class="holdfast-print-only">Yes ☐ No ☐ Unknown ☐ because ________________________________________</p></section>`

const childAsked = (look: FamilyOnDay, named: string | undefined): PersonId =>
  look.stands.children.find(id => shortName(look.family.id, id) === named) ?? look.stands.subject[0]

const otherChildren = (look: FamilyOnDay, child: PersonId): Markup | '' => {
  const others = look.stands.children.filter(id => id !== child)
  if (others.length === 0) return ''
  const page = look.addresses.bare('five-factors')
  return html`<p class="holdfast-no-print">For ${others.map((id, place) => html`${place > 0 ? ', ' : ''}<a class="govuk-link" href="${withQuery(page, { child: shortName(look.family.id, id) })}">${look.name(id)}</a>`)}</p>`
}

const reviewed = (review: Review | undefined): string =>
  review === undefined
    ? 'They have not been reviewed yet.'
    : `Last reviewed on ${dayInWords(review.day)} by ${agencyInWords(review.by)}${review.signedBy === undefined ? '' : `, signed by the ${roleInWords(review.signedBy)}`}.`

/** The five factors of medical neglect for one child, each with what the record holds of it (R-NEG-1; review 4.1). */
export function fiveFactorsPage({ look, query, live = false }: FamilyAsked): FamilyContent {
  const child = childAsked(look, query('child'))
  const review = lastReview(look, child)
  const form = recordAddress(look.family.id, { kind, values: valuesOf({ child: [child] }) })
  const body = html`<h2 class="holdfast-section">The five factors of medical neglect: ${capital(look.name(child))}</h2>
${whoJudges}${otherChildren(look, child)}
<p>${reviewed(review)}</p>
${live && html`<p class="holdfast-no-print"><a class="govuk-link" href="${form}">Review them now</a></p>`}
${unknowns(look, review, live)}
${factors.map(factor => ofFactor(look, child, review, factor))}
<p class="holdfast-print-only">Signed ____________________ as ____________________ on ____________</p>`
  return { title: 'Five factors of medical neglect', here: undefined, body }
}
