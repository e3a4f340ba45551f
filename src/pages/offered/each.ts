import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { agencyInWords } from '../../people/service.ts'
import type { Excuse } from '../../record/appointment-standing.ts'
import type { Became, Offered } from '../../record/offered.ts'
import { reasonInWords } from '../../record/words.ts'
import { wayFromEntry } from '../after-a-miss/way-to.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'
import { becameInWords, type Group } from './tables.ts'

/** Why something does not count, in a few words. */
export const excuseInWords: Record<Excuse['why'], string> = {
  'in-hospital': 'in hospital that day',
  clash: 'two appointments at one time',
  ill: 'ill that day',
  'old-address': 'the letter went to an old address',
  'not-delivered': 'the letter did not arrive',
  'short-notice': 'short notice',
  'no-interpreter': 'no interpreter was booked',
  'no-accessible-letter': 'the letter could not be read by those it was for',
  'no-transport': 'no way to get there',
  cost: 'the cost',
  'caring-for-another': 'caring for somebody else',
  struggling: 'they said that they are struggling: that asks for help',
  'clinic-error': 'the clinic called it off',
  'dispute-upheld': 'the family disputed it and was right',
  other: 'for another reason',
}

/** What a check of a reason came to. */
export const reasonsInWords = {
  verified: 'checked, and borne out',
  unverified: 'checked, and neither borne out nor contradicted',
  contradicted: 'checked, and contradicted',
} as const

const excused = (look: FamilyOnDay, { excuse }: Offered): Markup | '' =>
  excuse === undefined
    ? ''
    : html`<br>Does not count: ${excuseInWords[excuse.why]}. <span class="holdfast-quiet">Because ${reasonInWords(excuse.entry, look.name)}.</span>`

/** The family's reason, with what a check of it came to: that nobody checked it is ours to mend, and no mark against them. */
const reasoned = ({ reason, check, became }: Offered): Markup | '' => {
  if (reason === undefined && check === undefined) return ''
  const said = reason === undefined ? 'A reason was given' : html`The family said: “${reason}”`
  const found = check === undefined ? 'not checked yet, which is for us to do' : reasonsInWords[check.answer]
  return html`<br>${said}${(check !== undefined || became === 'missed' || became === 'excused') && html` (${found})`}`
}

const whatWas = ({ what, clinic }: Offered): string =>
  clinic ?? (what === 'appointment' ? 'an appointment' : `a ${what}`)

const after = (look: FamilyOnDay, { entry }: Offered): Markup | '' => {
  const way = wayFromEntry(look, entry, 'What happens after it')
  return way === '' ? '' : html`<br>${way}`
}

const row = (look: FamilyOnDay, one: Offered): Markup =>
  html`<li><a class="govuk-link" href="${look.addresses.entry(one.entry)}">${dayInWords(one.day)}</a>, ${whatWas(one)}, ${agencyInWords(one.agency)}${excused(look, one)}${reasoned(one)}${after(look, one)}</li>`

/** Of what was kept the days alone, so that sixty that were kept take no more room than three that were not. */
const days = (look: FamilyOnDay, kept: readonly Offered[]): Markup =>
  html`<p>${kept.map((one, index) => html`${index > 0 ? '; ' : ''}<a class="govuk-link" href="${look.addresses.entry(one.entry)}">${dayInWords(one.day)}</a>`)}</p>`

const order: readonly Became[] = ['missed', 'changed-late', 'excused', 'changed', 'called-off', 'not-recorded', 'kept']

const entriesOf = (look: FamilyOnDay, group: Group, became: Became): Markup | '' => {
  const those = group.offered.filter(one => one.became === became)
  if (those.length === 0) return ''
  const list =
    became === 'kept' ? days(look, those) : html`<ul class="holdfast-plain">${those.map(one => row(look, one))}</ul>`
  return html`<h4 id="${group.anchor}-${became}">${becameInWords[became]}: ${those.length} of ${group.offered.length}</h4>${list}`
}

/** Every one of a group with its entry: what was missed first, with the family's reason and its check, and what was kept. */
export const eachOf = (look: FamilyOnDay, group: Group): Markup =>
  html`<section aria-labelledby="${group.anchor}"><h3 id="${group.anchor}">${group.name}</h3>${order.map(one => entriesOf(look, group, one))}</section>`
