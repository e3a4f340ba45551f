import { html } from 'hono/html'
import { dayInWords } from '../../calendar/words.ts'
import { roleInWords } from '../../people/role.ts'
import type { EntryOf } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { workingOn } from '../../record/network-standing.ts'
import { isChildOn, type PersonStanding } from '../../record/person-standing.ts'
import { all } from '../../record/standing.ts'
import { capital } from '../capital.ts'
import type { FamilyOnDay } from '../family-on-day.ts'
import type { Markup } from '../kit/markup.ts'

const isHere =
  ({ day }: FamilyOnDay) =>
  ({ death, gone }: PersonStanding): boolean =>
    (death === undefined || death.day > day) && (gone === undefined || gone.day > day)

const childRow = (look: FamilyOnDay) => (child: PersonId) => {
  const services = [...new Set(workingOn(look.stands.network, child, look.day).map(one => roleInWords(one.role)))]
  const words = services.length === 0 ? 'nobody is on the record: ask who knows this child' : services.join(', ')
  return html`<li><strong>${capital(look.name(child))}</strong>: ${words}</li>`
}

/** Every child of the family, born or not, and who works with each: one network for all of them (review 4.5, 5.28). */
export const everyChild = (look: FamilyOnDay): Markup => {
  const here = look.stands.children.filter(id => {
    const person = look.stands.people.get(id)
    return person === undefined || isHere(look)(person)
  })
  return html`<ul class="govuk-list">${here.map(childRow(look))}</ul>`
}

const statuses: Record<EntryOf<'person-covered'>['status'], string> = {
  assessed: 'assessed',
  declined: 'not assessed: declined',
  'not-located': 'not assessed: not found',
  'not-needed': 'not assessed: not thought needed',
  'not-asked': 'not assessed: not asked',
}

const adultRow = (look: FamilyOnDay, { id }: PersonStanding): Markup => {
  const said = all(look.stands, 'person-covered').findLast(entry => entry.person === id)
  const words =
    said === undefined
      ? 'not assessed: no assessment on the record covers them'
      : `${statuses[said.status]} (${dayInWords(said.day)})${said.reason === undefined ? '' : `: ${said.reason}`}`
  return html`<li><strong>${capital(look.name(id))}</strong>: ${words}</li>`
}

/** Every adult of the family, and whether an assessment covers them: who is not assessed stands in every pack (review 5.8). */
export const everyAdult = (look: FamilyOnDay): Markup => {
  const children = new Set(look.stands.children)
  const adults = [...look.stands.people.values()].filter(
    person => isHere(look)(person) && !children.has(person.id) && !isChildOn(person, look.day),
  )
  return adults.length === 0
    ? html`<p>No adult is on the record. Who lives with the children, and who else looks after them?</p>`
    : html`<ul class="govuk-list">${adults.map(one => adultRow(look, one))}</ul>`
}
