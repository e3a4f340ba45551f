import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { findNhsNumber, formatNhsNumber } from '../../people/nhs-number.ts'
import { agencyInWords } from '../../people/service.ts'
import type { ToRing } from '../../record/emergency.ts'
import { stop } from '../../record/medicine-standing.ts'
import { type MedicineStanding, type Medicines, medicinesOn, type Said } from '../../record/medicines.ts'
import { sickDayPlanOf } from '../../record/sick-day-plan.ts'
import { capital } from '../capital.ts'
import { type Around, layout } from '../kit/layout.ts'
import type { Markup } from '../kit/markup.ts'
import { summaryList } from '../kit/summary-list.ts'
import { reachInWords, withNumbers } from '../ring.ts'
import type { Drawing } from './owed-here.ts'
import { ringFirst, treating } from './ring-first.ts'
import { signedInWords, versionInWords } from './signed-list.ts'

/** For whom a sheet is printed: staff of a ward; a school or nursery; the family's own fridge. */
export type SheetFor = 'ward' | 'school' | 'fridge'

/** Whom a sheet is for, as an address says it; the fridge unless it says another. */
export const sheetFor = (asked: string | undefined): SheetFor =>
  asked === 'ward' || asked === 'school' ? asked : 'fridge'

const on: Record<SheetFor, string> = {
  ward: 'For the ward',
  school: 'For school or nursery',
  fridge: 'For the fridge at home',
}

interface Sheet extends Omit<Drawing, 'live'> {
  readonly sheet: SheetFor
}

const until = ({ entry }: Said): string =>
  entry.kind === 'instruction' && entry.until !== undefined ? `, until ${dayInWords(entry.until)}` : ''
const route = ({ entry }: Said): string =>
  entry.kind === 'instruction' && entry.route !== undefined ? ` (${entry.route})` : ''

const how = (sheet: Sheet, one: MedicineStanding): Markup | string => {
  if (one.isOpen) return html`We are checking this. ${ringFirst(sheet)} before you change anything.`
  const [said] = one.standing
  return said === undefined ? 'Ask: the words are not written here' : `${said.words}${route(said)}${until(said)}`
}

const whose = (one: MedicineStanding): string =>
  one.standing.map(({ entry }) => `${capital(agencyInWords(entry.by))}, ${dayInWords(entry.day)}`).join('; ')

const isGiven = (one: MedicineStanding): boolean => one.isOpen || (!one.isStopped && one.standing.length > 0)

const rowOf = (sheet: Sheet, one: MedicineStanding) => ({
  key: { html: html`<span class="holdfast-dose">${one.medicine}</span>` },
  value: {
    html: html`<span class="holdfast-dose">${how(sheet, one)}</span>${sheet.sheet === 'ward' && html`<br><span class="holdfast-quiet">${whose(one)}</span>`}`,
  },
})

const list = (sheet: Sheet, { medicines }: Medicines): Markup => {
  const given = medicines.filter(isGiven)
  return given.length === 0
    ? html`<p>No medicine stands on the record. Ask the parents.</p>`
    : summaryList({ rows: given.map(one => rowOf(sheet, one)) })
}

const stoppedNow = ({ medicines }: Medicines): Markup | '' => {
  const names = medicines.flatMap(one => (one.isOpen || one.standing[0]?.words !== stop ? [] : [one.medicine]))
  return names.length === 0 ? '' : html`<p>Not given any more: ${names.join(', ')}</p>`
}

const signed = ({ agreed, isOpen }: Medicines): Markup => {
  if (agreed === undefined) return html`<p>These are the prescribers’ words. No list was signed yet.</p>`
  const stillHolds = agreed.since.length === 0 && !isOpen
  return html`<p>${capital(versionInWords(agreed))}, signed by ${signedInWords(agreed)}${!stillHolds && '. Something was said or asked since: it stands in the rows'}.</p>`
}

const allergies = ({ allergies: all }: Medicines): Markup => {
  if (all.length === 0) return html`<p><strong>Allergies:</strong> none is written here. Ask.</p>`
  const words = all.map(({ substance, state, reaction }) =>
    state === 'none-known'
      ? 'none known'
      : `${substance ?? 'not said to what'}${state === 'suspected' ? ' (suspected)' : ''}${reaction === undefined ? '' : `: ${reaction}`}`,
  )
  return html`<p><strong>Allergies:</strong> ${words.join('; ')}</p>`
}

const ill = ({ look, child }: Sheet, name: string): Markup => {
  const standing = sickDayPlanOf(look.stands, child, look.day)
  const body =
    standing === undefined
      ? html`<p>No plan is written here. In danger to life ring 999. For advice ring 111.</p>`
      : html`<p class="holdfast-steps">${standing.plan.steps}</p>${standing.plan.ring && html`<p><strong>Ring:</strong> ${withNumbers(standing.plan.ring)}</p>`}`
  return html`<h2>If ${name} is ill</h2>${body}`
}

const ringRow = (one: ToRing): Markup =>
  html`<li>${one.name ?? capital(one.who)}, ${one.where}: ${reachInWords(one)}</li>`

const ring = (sheet: Sheet): Markup => {
  const reached = treating(sheet).filter(one => (one.telephone ?? one.outOfHours) !== undefined)
  return html`<h2>Who to ring about a medicine</h2>${
    reached.length === 0
      ? html`<p>The hospital’s switchboard.</p>`
      : html`<ul class="govuk-list">${reached.map(ringRow)}</ul>`
  }`
}

const who = ({ look, child, sheet }: Sheet): string => {
  const person = look.stands.people.get(child)
  const ten = person?.nhs === undefined || sheet !== 'ward' ? undefined : findNhsNumber(person.nhs)
  return [
    ...(person?.born === undefined ? [] : [`Born ${dayInWords(person.born)}`]),
    ...(ten === undefined ? [] : [`NHS ${formatNhsNumber(ten)}`]),
  ].join('; ')
}

/**
 * One sheet of paper with a child's medicines, allergies and plan for sick days: for the ward with whose words they are, for
 * school and fridge without. A dose that is being checked is not on it; whom to ring is.
 */
export function medicinesSheet(sheet: Sheet, around: Around): Markup {
  const { look, child } = sheet
  const medicines = medicinesOn(look.stands, child, look.day)
  const name = look.name(child)
  const title = `Medicines of ${name}`
  // Whoever has an ill child before them reads what to do first; a ward reads the doses first.
  const isForHome = sheet.sheet !== 'ward'
  const body = html`<div class="holdfast-sheet">
<p class="holdfast-no-print"><a class="govuk-link" href="${look.addresses.page('medicines')}">Back to medicines, results and questions</a>. Print this page with your browser.</p>
<h1>${title}</h1>
<p>${who(sheet)}</p>
${allergies(medicines)}
${isForHome && ill(sheet, name)}
<h2>Medicines</h2>
${list(sheet, medicines)}
${stoppedNow(medicines)}
${!isForHome && ill(sheet, name)}
${ring(sheet)}
<p class="holdfast-quiet">${on[sheet.sheet]}. Printed as it stood on ${dayInWords(look.day)}: throw the older sheet away.</p>
${signed(medicines)}
</div>`
  return layout({ ...around, title: 'Medicines, a sheet to print', body, wide: true })
}
