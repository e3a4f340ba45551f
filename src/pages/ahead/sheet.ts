import { html } from 'hono/html'
import { findLanguage, languageSaid } from '../../notices/to-family/language.ts'
import { type FamilyWords, familyWords } from '../../notices/to-family/words.ts'
import { roleInWords } from '../../people/role.ts'
import { agencyInWords } from '../../people/service.ts'
import { deskOf } from '../../record/ahead.ts'
import type { PersonId } from '../../record/field.ts'
import { workingOn } from '../../record/network-standing.ts'
import type { Planned } from '../../record/planned.ts'
import { holdsInWords, type Reach } from '../../record/reaching-family.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import { insetText } from '../kit/inset-text.ts'
import type { Markup } from '../kit/markup.ts'
import { warningText } from '../kit/warning-text.ts'
import { placeOf } from './said.ts'
import { type SheetAsked, type SheetRows, sheetRows } from './sheet-rows.ts'

/** The roles of those whom a family rings to plan, in this order. */
const planners = [
  'lead-practitioner',
  'health-visitor',
  'family-support-worker',
  'school-nurse',
  'social-worker',
] as const

const ringers = ({ stands, day, reach }: FamilyOnDay): readonly Markup[] => {
  const working = stands.children.flatMap(child => workingOn(stands.network, child, day))
  const found = planners.flatMap(role => working.find(one => one.role === role) ?? [])
  return found
    .flatMap(one => {
      const { telephone } = reach(one)
      const who = [one.practitioner, roleInWords(one.role)].filter(part => part !== undefined).join(', ')
      return telephone === undefined ? [] : [html`<li>${capital(who)}: <strong>${telephone}</strong></li>`]
    })
    .slice(0, 3)
}

const desks = ({ family }: FamilyOnDay, rows: readonly Planned[]): readonly Markup[] =>
  [...new Set(rows.map(({ appointment }) => appointment.agency))].flatMap(agency => {
    const number = deskOf(family.posts ?? [], agency)?.telephone
    return number === undefined ? [] : [html`<li>${capital(agencyInWords(agency))}: <strong>${number}</strong></li>`]
  })

/** How they get there and who comes, in a line below the place: that transport is booked stands only where it is confirmed. */
const besides = ({ transport, interpreter, along }: Planned, { sheet }: FamilyWords): string =>
  [
    ...(transport === 'arranged' ? [sheet.arranged] : transport === 'needed' ? [sheet.notArranged] : []),
    ...(interpreter === 'booked' ? [sheet.interpreter] : []),
    ...(along.length === 0 ? [] : [`${sheet.whoComes}: ${along.map(({ who }) => who).join(', ')}`]),
  ]
    .map(part => `${part}.`)
    .join(' ')

/** By the first name: it hangs where visitors read it. What is the person’s own says no more than that. */
const whatOf = ({ name }: FamilyOnDay, person: PersonId, { sheet }: FamilyWords, one: Planned): string =>
  one.people.includes(person)
    ? sheet.own
    : `${one.people.map(id => name(id).split(' ')[0]).join(', ')}: ${placeOf(one)}`

const row =
  ({ look, person }: SheetAsked, words: FamilyWords, clashing: ReadonlySet<Planned>) =>
  (one: Planned): Markup => {
    const more = besides(one, words)
    return html`<tr><th scope="row">${capital(words.day(one.day))}${one.at !== undefined && html`, ${words.time(one.at)}`}</th><td>${whatOf(look, person, words, one)}${clashing.has(one) && html`<br><strong>${words.sheet.clash}</strong>`}${more !== '' && html`<br>${more}`}</td></tr>`
  }

const table = (asked: SheetAsked, words: FamilyWords, { rows, clashing }: SheetRows): Markup =>
  html`<table><thead><tr><th scope="col">${words.sheet.when}</th><th scope="col">${words.sheet.whereTo}</th></tr></thead>
<tbody>${rows.map(row(asked, words, clashing))}</tbody></table>`

const sheet = (asked: SheetAsked, words: FamilyWords, lang: string): Markup => {
  const { look } = asked
  const made = sheetRows(asked)
  const { rows, later, unnamed } = made
  const { sheet: said } = words
  return html`<article class="holdfast-sheet" lang="${lang}">
<h1>${said.title}</h1>
${rows.length > 0 ? table(asked, words, made) : !unnamed && html`<p>${said.nothing}</p>`}
${made.clashing.size > 0 && html`<p>${said.clashes}</p>`}
${later > 0 && html`<p>${said.later(later)}</p>`}
${unnamed && html`<p><strong>${said.bare}</strong></p>`}
<h2>${said.ring}</h2>
<ul>${ringers(look)}${desks(look, rows)}</ul>
<p>${said.toChange}</p>
<h2>${said.poorly}</h2>
<p><strong>${said.emergency}</strong></p>
<p><strong>${said.unsure}</strong></p>
<p class="holdfast-quiet">${said.made(words.day(look.day))}</p>
</article>`
}

/** Why less than everything goes to somebody, for the member of staff who is about to hand something over. */
export const heldBecause = (look: FamilyOnDay, reach: Reach): Markup => {
  const seen = new Set(look.stands.entries.map(({ root }) => root))
  const holds = holdsInWords(reach, ({ root }) => seen.has(root))
  return html`<ul class="govuk-list govuk-list--bullet">${holds.map(({ says, lifts }) => html`<li>${capital(says)}. <span class="holdfast-quiet">What would lift it: ${lifts}.</span></li>`)}</ul>`
}

const forStaff = (look: FamilyOnDay, reach: Reach): Markup | '' =>
  reach.level === 'everything'
    ? ''
    : insetText({
        html: html`<p><strong>This sheet names no time and no place.</strong> Hand over what is needed in a talk.</p>${heldBecause(look, reach)}`,
        classes: 'holdfast-no-print',
      })

const held = (look: FamilyOnDay, reach: Reach, who: string): Markup =>
  html`${warningText({ text: `No sheet is made for ${who} now. A person speaks with the family.`, iconFallbackText: 'Warning' })}${heldBecause(look, reach)}`

/** The sheet for the fridge: one side of A4 in large type, for one person of the family and what they may know. */
export const sheetPage = (asked: SheetAsked): { readonly title: string; readonly body: Markup } => {
  const { look, person } = asked
  const { reach } = sheetRows(asked)
  const back = html`<p class="holdfast-no-print"><a class="govuk-link" href="${look.addresses.bare('ahead')}">Back to what lies ahead</a></p>`
  const title = 'A sheet for the fridge'
  if (reach.level === 'nothing') return { title, body: html`${back}${held(look, reach, look.name(person))}` }
  const language = findLanguage(languageSaid(look.stands, person, look.day)) ?? 'english'
  const lang = language === 'polish' ? 'pl' : 'en'
  return {
    title,
    body: html`${back}${forStaff(look, reach)}<p class="holdfast-no-print">Print this page: it is one sheet. Read it with ${look.name(person)} before you leave it there.</p>${sheet(asked, familyWords[language], lang)}`,
  }
}
