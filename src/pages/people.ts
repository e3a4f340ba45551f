import { html } from 'hono/html'
import { isoDay } from '../calendar/day.ts'
import { dayInWords } from '../calendar/words.ts'
import { roleInWords } from '../people/role.ts'
import { agencyInWords } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { homeOf } from '../record/household.ts'
import type { Involvement } from '../record/network-standing.ts'
import { homeOn, isUnbornOn, type PersonStanding } from '../record/person-standing.ts'
import { all } from '../record/standing.ts'
import { capital } from './capital.ts'
import type { FamilyAsked, FamilyContent } from './family-frame.ts'
import { ageOfChild } from './family-header.ts'
import type { FamilyOnDay } from './family-on-day.ts'
import type { Markup } from './kit/markup.ts'
import { table } from './kit/table.ts'
import { reachInWords } from './ring.ts'

const plain = (word: string): string => word.replaceAll('-', ' ')

const stillSo = ({ day }: FamilyOnDay, one: EntryOf<'relationship'>): boolean =>
  one.day <= day && (one.until === undefined || one.until > day)

const responsibility = ({ responsibility: held }: EntryOf<'relationship'>): string => {
  if (held === 'yes') return ', with parental responsibility'
  return held === 'no' ? ', without parental responsibility' : ''
}

const relations = (look: FamilyOnDay, id: PersonId): readonly string[] =>
  all(look.stands, 'relationship')
    .filter(one => one.person === id && stillSo(look, one))
    .map(one => `${plain(one.is)} of ${look.name(one.of)}${responsibility(one)}`)

const ageOf = (look: FamilyOnDay, person: PersonStanding): string =>
  person.born === undefined && !isUnbornOn(person, look.day)
    ? person.death === undefined
      ? 'age not recorded'
      : ageOfChild(person, look.day)
    : ageOfChild(person, look.day)

const needs = (look: FamilyOnDay, id: PersonId): readonly string[] =>
  all(look.stands, 'communication-need')
    .filter(one => one.person === id)
    .flatMap(one => [
      ...(one.language === undefined ? [] : [`speaks ${one.language}`]),
      ...(one.interpreter === true ? ['needs an interpreter'] : []),
      ...(one.need === undefined ? [] : [one.need]),
    ])

const personRow = (look: FamilyOnDay, person: PersonStanding): Markup => {
  const facts = [ageOf(look, person), ...relations(look, person.id), ...needs(look, person.id)]
  return html`<li><strong>${capital(look.name(person.id))}</strong>, ${facts.join('; ')}</li>`
}

const noHome = 'Where they live is not recorded'

/** People by the home in which they live on the day; an unborn child lives where its mother does. */
const households = (look: FamilyOnDay): ReadonlyMap<string, readonly PersonStanding[]> => {
  const people = [...look.stands.people.values()].filter(
    person => person.gone === undefined && !(person.death !== undefined && person.death.day <= look.day),
  )
  const home = (person: PersonStanding) =>
    homeOn(person, look.day) ?? homeOf(look.stands, person.id, look.day) ?? noHome
  return Map.groupBy(people, home)
}

const household = (look: FamilyOnDay, address: string, people: readonly PersonStanding[]): Markup =>
  html`<section><h3>${address === noHome ? noHome : addressAsWritten(look, address)}</h3>
<ul class="govuk-list">${people.map(person => personRow(look, person))}</ul></section>`

/** An address as somebody wrote it; what is compared has lost its capital letters. */
const addressAsWritten = ({ stands }: FamilyOnDay, address: string): string =>
  all(stands, 'lives-at').findLast(entry => entry.address.trim().toLowerCase().replace(/\s+/gu, ' ') === address)
    ?.address ?? capital(address)

const since = ({ starts }: Involvement): Markup =>
  html`<time datetime="${isoDay(starts.day)}">${dayInWords(starts.day)}</time>`

const networkTable = (look: FamilyOnDay): Markup => {
  const now = look.stands.network.filter(
    one => one.starts.day <= look.day && (one.ends === undefined || one.ends.day > look.day),
  )
  if (now.length === 0)
    return html`<p>Nobody is on the record yet. A worker stands here from the day an entry says that they start.</p>`
  return html`<div class="holdfast-scroll" tabindex="0" role="region" aria-label="Who works with the family">${table({
    head: ['Who', 'Role', 'Agency', 'For', 'How to reach them', 'Since'].map(text => ({ text })),
    rows: now.map(one => [
      { text: one.practitioner ?? 'Name not recorded' },
      { text: roleInWords(one.role) },
      { text: agencyInWords(one.agency) },
      { text: one.children.map(look.name).join(', ') },
      { html: reachInWords(look.reach(one)) },
      { html: since(one) },
    ]),
  })}</div>`
}

const parentsPages = ({ addresses }: FamilyOnDay): Markup => html`<h2>Parents’ own pages</h2>
<p><a class="govuk-link" href="${addresses.bare('parents-page')}">Give a parent a page of their own, or close it</a>: for those who work with the parents.</p>`

/** The people of a family, by the home in which they live, and everybody who works with them. */
export function peoplePage({ look, live = false }: FamilyAsked): FamilyContent {
  const homes = [...households(look)]
  const body = html`<h2 class="holdfast-section">People and households</h2>
<p>As it was on ${dayInWords(look.day)}.</p>
${homes.map(([address, people]) => household(look, address, people))}
<h2>Who works with the family, and how to reach them</h2>
${networkTable(look)}
${live && parentsPages(look)}`
  return { title: 'People', here: 'people', body }
}
