import { html } from 'hono/html'
import { ageInWords } from '../calendar/age.ts'
import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { findNhsNumber, formatNhsNumber } from '../people/nhs-number.ts'
import { proposedEndings } from '../record/closing.ts'
import type { PersonId } from '../record/field.ts'
import { holds, workingOn } from '../record/network-standing.ts'
import { isUnbornOn, type PersonStanding } from '../record/person-standing.ts'
import type { PlanType } from '../record/plan-standing.ts'
import { all, isAbout, openToSocialCareOn, type Picture, planOn } from '../record/standing.ts'
import type { FamilyPlace } from './address.ts'
import { capital } from './capital.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { stateTag } from './kit/state-tag.ts'
import { hasCare } from './medicines/has-care.ts'
import { dayNear } from './owed.ts'

/** What pages call each type of plan. */
export const planNames: Record<PlanType, string> = {
  'child-protection': 'Child protection plan',
  'looked-after': 'Looked after',
  'child-in-need': 'Child in need plan',
  'early-help': 'Early help plan',
}

/** The plan that stands for a child on a day, by its name; nothing when there is none. */
export const planInWords = (stands: Picture, child: PersonId, day: Day): string | undefined => {
  const types = Object.keys(planNames) as PlanType[]
  const type = types.find(one => planOn(stands, child, day, [one]) !== undefined)
  return type && planNames[type]
}

const diedOn = ({ death }: PersonStanding, day: Day): Day | undefined =>
  death !== undefined && death.day <= day ? death.day : undefined

/** How old a child is on a day, or when the birth is expected, or that the child died. */
export const ageOfChild = (person: PersonStanding | undefined, day: Day): string => {
  if (person === undefined) return 'age not recorded'
  const died = diedOn(person, day)
  if (died !== undefined) return `died on ${dayInWords(died)}`
  if (isUnbornOn(person, day))
    return person.expected === undefined ? 'not yet born' : `expected ${dayInWords(person.expected)}`
  return person.born === undefined ? 'age not recorded' : ageInWords(person.born, day)
}

const factsOf = (person: PersonStanding | undefined, day: Day): readonly string[] => {
  const died = person === undefined ? undefined : diedOn(person, day)
  const born = person?.born
  const nhs = person?.nhs
  const ten = nhs === undefined ? undefined : findNhsNumber(nhs)
  return [
    ageOfChild(person, day),
    ...(born !== undefined && born <= day ? [`born ${dayInWords(born)}`] : []),
    ...(died !== undefined && born !== undefined ? [`${ageInWords(born, died)} old`] : []),
    ...(nhs === undefined ? [] : [ten === undefined ? `NHS ${nhs} (not verified)` : `NHS ${formatNhsNumber(ten)}`]),
  ]
}

/** The last word on whether somebody accepted the lead for a child. */
const leadAccepted = (stands: Picture, child: PersonId): boolean => {
  const words = [...all(stands, 'lead-named'), ...all(stands, 'lead-accepted'), ...all(stands, 'lead-declined')]
  const own = words.filter(entry => entry.lead === 'lead-practitioner' && isAbout(stands, entry, child))
  return own.sort((one, other) => one.day - other.day).at(-1)?.kind === 'lead-accepted'
}

const nobodyHolds = (stands: Picture, child: PersonId, day: Day): string | undefined => {
  if (workingOn(stands.network, child, day).some(one => holds(one.role))) return undefined
  const left = stands.network.flatMap(one =>
    holds(one.role) && one.children.includes(child) ? (one.ends?.day ?? []) : [],
  )
  return left.length === 0
    ? 'No social worker is recorded'
    : `Social worker not allocated since ${dayNear(Math.max(...left) as Day, day)}`
}

/** What is missing for a child on a day, each as a few words. */
export const missingFor = (stands: Picture, child: PersonId, day: Day): readonly string[] => {
  const plan = planOn(stands, child, day)
  const isOpen = openToSocialCareOn(stands, child, day)
  const proposed = plan === undefined ? [] : proposedEndings(plan)
  const held = isOpen ? nobodyHolds(stands, child, day) : undefined
  return [
    ...(held === undefined ? [] : [held]),
    ...((isOpen || plan !== undefined) && !leadAccepted(stands, child) ? ['No lead practitioner has accepted'] : []),
    ...(proposed.length > 0 ? ['The end of the plan is proposed, not in effect'] : []),
  ]
}

const babies = ({ pregnancies }: Picture, subject: PersonId): readonly string[] =>
  pregnancies
    .filter(one => one.ended === undefined && one.birth === undefined && one.unborn !== subject)
    .map(one => (one.expected === undefined ? 'Baby expected' : `Baby expected ${dayInWords(one.expected)}`))

const others = ({ stands, day, name }: FamilyOnDay): readonly string[] =>
  stands.children
    .filter(id => id !== stands.subject[0])
    .flatMap(id => {
      const person = stands.people.get(id)
      return person === undefined || isUnbornOn(person, day) ? [] : [`${name(id)}, ${ageOfChild(person, day)}`]
    })

interface Tab {
  readonly place: FamilyPlace
  readonly text: string
}

const tabs: readonly Tab[] = [
  { place: '', text: 'Now' },
  { place: 'chronology', text: 'Chronology' },
  { place: 'threads', text: 'Threads' },
  { place: 'ledger', text: 'What happened here' },
  { place: 'offered', text: 'Offered and kept' },
  { place: 'people', text: 'People' },
  { place: 'meeting', text: 'For a meeting' },
]

/** For a child of whom any of it is on the record. */
const careTabs: readonly Tab[] = [{ place: 'medicines', text: 'Medicines' }]

/** What can be done only in a record that goes on. */
const liveTabs: readonly Tab[] = [{ place: 'record', text: 'Record something' }]

/** For whoever leads or manages the family alone. */
const leadTabs: readonly Tab[] = [{ place: 'opened', text: 'Who has opened this' }]

/** Only while something lies ahead, or on the page itself. */
const aheadTab: Tab = { place: 'ahead', text: 'Ahead' }

const liesAhead = ({ stands, day }: FamilyOnDay): boolean =>
  stands.appointments.some(
    one => one.when !== undefined && one.when.to >= day && one.cancelled === undefined && one.attended === undefined,
  )

const tabsFor = (look: FamilyOnDay, here: FamilyPlace | undefined, live: boolean): readonly Tab[] => [
  ...tabs.slice(0, 1),
  ...(here === 'ahead' || liesAhead(look) ? [aheadTab] : []),
  ...tabs.slice(1),
  ...(hasCare(look.stands) ? careTabs : []),
  ...(live ? liveTabs : []),
  ...(live && look.family.leads ? leadTabs : []),
]

const tab = (look: FamilyOnDay, here: FamilyPlace | undefined) => (one: Tab) =>
  html`<li><a class="govuk-link govuk-link--no-visited-state" href="${look.addresses.page(one.place)}"${here === one.place ? html` aria-current="page"` : ''}>${one.text}</a></li>`

/** The head of every page of a family: the child, age, plan, what is missing, and the ways to the family's pages. */
export function familyHeader(look: FamilyOnDay, here: FamilyPlace | undefined, live = false): Markup {
  const { stands, day, name } = look
  const child = stands.subject[0]
  const person = stands.people.get(child)
  const plan = planInWords(stands, child, day)
  const missing = person !== undefined && diedOn(person, day) !== undefined ? [] : missingFor(stands, child, day)
  const more = others(look)
  return html`<header class="holdfast-family-header">
  <ul class="holdfast-family-header__facts">
    <li><h1 class="holdfast-family-header__name">${capital(name(child))}</h1></li>
    ${factsOf(person, day).map(fact => html`<li>${capital(fact)}</li>`)}
    ${plan && html`<li>${stateTag(plan, 'open')}</li>`}
    ${missing.map(words => html`<li>${stateTag(words, 'late')}</li>`)}
    ${babies(stands, child).map(words => html`<li>${words}</li>`)}
    ${more.length > 0 && html`<li>With ${more.join('; ')}</li>`}
  </ul>
  <nav aria-label="Pages of this family"><ul class="holdfast-tabs">${tabsFor(look, here, live).map(tab(look, here))}</ul></nav>
</header>`
}
