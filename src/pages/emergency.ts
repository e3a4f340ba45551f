import { html } from 'hono/html'
import { ageInWords } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { findNhsNumber, formatNhsNumber } from '../people/nhs-number.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import { type InEmergency, type Medicine, type PlanNow, type ToRing, treats } from '../record/emergency.ts'
import type { EntryOf } from '../record/entry.ts'
import type { Said } from '../record/medicines.ts'
import type { SickDayPlanStanding } from '../record/sick-day-plan.ts'
import { capital } from './capital.ts'
import { planNames } from './family-header.ts'
import { button } from './kit/button.ts'
import { csrfField } from './kit/hidden.ts'
import { insetText } from './kit/inset-text.ts'
import { type Around, layout } from './kit/layout.ts'
import type { Markup, Options } from './kit/markup.ts'
import { summaryList } from './kit/summary-list.ts'
import { type Problem, problemSummary, titleWith } from './problem.ts'
import { reachInWords, telephone, withNumbers } from './ring.ts'
import { type SoughtTyped, soughtFields } from './sought-child.ts'

/** Where a child is looked up in an emergency. */
export const emergencyAddress = '/emergency'

/** What the page that asks for a child shows. */
export type EmergencyAsked = Options<{
  around: Around
  csrf: string
  typed: SoughtTyped
  problems?: readonly Problem[]
  /** Whether a child was looked for and nothing may be shown. */
  nothing?: boolean
}>

const title = 'Emergency view'

// One answer, whatever the reason: no record, several that fit, or one that is closed to whoever asks.
const nothingShown = insetText({
  html: html`<h2>Nothing is shown for this</h2>
<p>Check the NHS number, or the name and the day of birth. It does not mean that nothing is known: ring the emergency duty team or the duty desk of social care if you need to know.</p>`,
})

/** Looking for a child in an emergency: by NHS number, or by name and day of birth. No reason is asked. */
export function emergencySearchPage({ around, csrf, typed, problems = [], nothing }: EmergencyAsked): Markup {
  const body = html`${problemSummary(problems, 'Nothing was looked for yet')}
${nothing && nothingShown}
<h1>${title}</h1>
<p>For a child who is in front of you now: what to do when they are ill, their medicines, and who to ring. Each look is written down and is reviewed the next day.</p>
<form method="post" action="${emergencyAddress}" novalidate>
${csrfField(csrf)}
${soughtFields(typed, problems)}
${button({ text: 'Show the emergency view' })}
</form>`
  return layout({ ...around, title: titleWith(problems, title), body, here: emergencyAddress })
}

/** Who answers a question about a medicine: whoever treats the child, else the first who can be rung at all. */
const whoAnswers = (ring: readonly ToRing[]): ToRing | undefined =>
  ring.find(one => treats(one) && (one.telephone ?? one.outOfHours) !== undefined) ?? ring[0]

const checking = ({ ring }: InEmergency): Markup => {
  const who = whoAnswers(ring)
  const whom =
    who === undefined ? 'the hospital’s switchboard' : html`${who.name ?? `the ${who.who}`}, ${reachInWords(who)},`
  return html`<strong>We are checking this: ring ${whom} before you change anything.</strong>`
}

const until = ({ entry }: Said, day: Day): string => {
  if (entry.kind !== 'instruction' || entry.until === undefined) return ''
  return entry.until < day
    ? `, until ${dayInWords(entry.until)}: that day is over`
    : `, until ${dayInWords(entry.until)}`
}

const saidBy = ({ entry }: Said): string => {
  const did = { instruction: 'Written', 'medicine-stopped': 'Said', 'instruction-settled': 'Settled' }[entry.kind]
  return `${did} by ${agencyInWords(entry.by)} on ${dayInWords(entry.day)}`
}

const doseOf = (look: InEmergency, one: Medicine, day: Day): Markup => {
  if (one.open) return checking(look)
  if (one.said === undefined)
    return html`The dose is not written here. It is on the list of all medicines${look.list && ` of ${dayInWords(look.list.entry.day)}`}: ask the parents or the ward for it.`
  const words = one.said.entry.kind === 'medicine-stopped' ? 'Stopped' : one.said.words
  return html`${words}${until(one.said, day)}<br><span class="holdfast-quiet">${saidBy(one.said)}</span>`
}

const listed = ({ list }: InEmergency): Markup | '' =>
  list === undefined
    ? ''
    : html`<p>One list of all medicines was last agreed on ${dayInWords(list.entry.day)}${list.version && `, version ${list.version}`}, by ${agencyInWords(list.entry.by)}${list.signedBy && `, signed by the ${roleInWords(list.signedBy)}`}. Ask the parents for it: it may hold more than stands here.</p>`

const allergyRow = ({ substance, state, reaction }: EntryOf<'allergy'>): Markup =>
  html`<li><strong>${substance ?? 'Not said to what'}</strong>${state === 'suspected' && ' (suspected)'}${reaction && `: ${reaction}`}</li>`

const allergies = (look: InEmergency): Markup => {
  const [first] = look.allergies
  if (first === undefined) return html`<p>No allergy is written here. That does not mean that there is none.</p>`
  if (first.state === 'none-known')
    return html`<p>None known: asked on ${dayInWords(first.day)} by ${agencyInWords(first.by)}.</p>`
  return html`<ul class="govuk-list">${look.allergies.map(allergyRow)}</ul>`
}

const medicines = (look: InEmergency, day: Day): Markup => {
  if (look.medicines.length === 0)
    return html`${listed(look)}<p>No dose is written here. That does not mean that the child takes nothing.</p>`
  const rows = look.medicines.map(one => ({ key: { text: one.medicine }, value: { html: doseOf(look, one, day) } }))
  return html`${listed(look)}${summaryList({ rows })}`
}

const anyOpen = ({ medicines: all }: InEmergency): boolean => all.some(one => one.open)

const parentsKnow: Record<SickDayPlanStanding['saidBack'], string> = {
  clear: 'The parent said it back in their own words.',
  'not-clear': 'The parent could not say it back when they were asked: go through it with them.',
  'not-asked': 'Whether the parent can say it back is not written.',
}

const sickDay = (look: InEmergency): Markup => {
  if (look.sickDayPlan === undefined) return html`<p>No plan for sick days is written here.</p>`
  const { plan, agreedBy, saidBack } = look.sickDayPlan
  return html`<p class="holdfast-steps">${plan.steps}</p>
${anyOpen(look) && html`<p>A dose is being checked: see the medicines below before you give one.</p>`}
${plan.ring && html`<p><strong>Ring:</strong> ${withNumbers(plan.ring)}</p>`}
<p class="holdfast-quiet">Agreed on ${dayInWords(plan.day)} by ${agreedBy.map(agencyInWords).join(' and ')}. ${parentsKnow[saidBack]}</p>`
}

const planRow = ({ type, endWritten }: PlanNow): Markup =>
  html`<li>${planNames[type]}${endWritten !== undefined && `: its end was written on ${dayInWords(endWritten)}`}</li>`

const plans = (look: InEmergency): Markup =>
  look.plans.length === 0
    ? html`<p>No plan is written here.</p>`
    : html`<ul class="govuk-list">${look.plans.map(planRow)}</ul>
<p class="holdfast-quiet">What is in it is not shown here. Ask the social worker or the emergency duty team.</p>`

const whoIs = ({ name, where, who }: ToRing): string =>
  where.endsWith(who) ? (name ?? '') : `${name ?? 'Name not recorded'}, ${where}`

const ringRow = (one: ToRing) => ({
  key: { text: capital(one.who) },
  value: {
    html: html`${whoIs(one)}<br>${(one.telephone ?? one.outOfHours) ? reachInWords(one) : 'No telephone number is recorded'}`,
  },
})

const ring = (look: InEmergency): Markup =>
  look.ring.length === 0
    ? html`<p>Nobody is recorded. In danger to life ring ${telephone('999')}.</p>`
    : summaryList({ rows: look.ring.map(ringRow) })

const facts = ({ born, nhs }: InEmergency, day: Day): string => {
  const ten = nhs === undefined ? undefined : findNhsNumber(nhs)
  const parts = [
    ...(born === undefined ? [] : [`${ageInWords(born, day)}, born ${dayInWords(born)}`]),
    ...(ten === undefined ? [] : [`NHS ${formatNhsNumber(ten)}`]),
  ]
  return parts.join('; ')
}

/** What may be known of a child in an emergency, in the order in which it is needed. */
export function emergencyPage(asked: {
  readonly around: Around
  readonly look: InEmergency
  readonly day: Day
}): Markup {
  const { around, look, day } = asked
  const body = html`<h1>${look.name ?? 'The child you looked for'}</h1>
<p>${facts(look, day)}</p>
<h2>When ill</h2>
${sickDay(look)}
<h2>Allergies</h2>
${allergies(look)}
<h2>Medicines</h2>
${medicines(look, day)}
<h2>Plan</h2>
${plans(look)}
<h2>Who to ring now</h2>
${ring(look)}
<p class="holdfast-quiet">This look is written down, and is reviewed the next day.</p>
<p><a class="govuk-link" href="${emergencyAddress}">Look for another child</a></p>`
  return layout({ ...around, title, body, here: emergencyAddress })
}
