import { addDays, type Day } from '../../calendar/day.ts'
import { momentAt } from '../../calendar/moment.ts'
import { findNhsNumber } from '../../people/nhs-number.ts'
import type { PersonStanding } from '../../record/person-standing.ts'
import { childrenGiven, dateOf, type Found, filled, type Look, patientId, type Range } from './resource.ts'

/** The system under which NHS numbers are given out. */
export const nhsSystem = 'https://fhir.nhs.uk/Id/nhs-number'

/** A day as a range of moments. */
export const rangeOf = (from: Day, to: Day = from): Range => ({
  from: momentAt(from, '00:00'),
  until: momentAt(addDays(to, 1), '00:00'),
})

const addressesOf = ({ homes }: PersonStanding, day: Day) => {
  const home = homes.findLast(one => one.from <= day && (one.until === undefined || one.until >= day))
  if (home?.entry.kind !== 'lives-at') return undefined
  return [{ use: 'home' as const, text: home.entry.address }]
}

const identifiersOf = ({ nhs }: PersonStanding) =>
  nhs === undefined ? [] : [{ system: nhsSystem, value: findNhsNumber(nhs) ?? nhs }]

/** A child of the record as a patient. */
export const patientResource = (look: Look, person: PersonStanding) =>
  filled({
    resourceType: 'Patient' as const,
    id: patientId(look, person.id),
    identifier: person.nhs === undefined ? undefined : identifiersOf(person),
    active: true,
    name: person.name === undefined ? undefined : [{ use: 'usual' as const, text: person.name }],
    birthDate: person.born === undefined ? undefined : dateOf(person.born),
    deceasedDateTime: person.death === undefined ? undefined : dateOf(person.death.day),
    address: addressesOf(person, look.day),
  })

/** Every child of the look, each as a patient. */
export const patientsIn = (look: Look): readonly Found[] =>
  childrenGiven(look).flatMap(child => {
    const person = look.stands.people.get(child)
    if (person === undefined) return []
    const id = patientId(look, child)
    return [
      {
        ...{ id, resource: patientResource(look, person), record: look.family.id, patients: [id], name: person.name },
        when: person.born === undefined ? undefined : rangeOf(person.born),
        identifiers: identifiersOf(person),
      },
    ]
  })
