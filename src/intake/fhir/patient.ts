import { findDay } from '../../calendar/day.ts'
import { findNhsNumber } from '../../people/nhs-number.ts'
import type { AddressSaid, NumberSaid, PatientSaid } from '../feeds/said.ts'
import { all, type FhirNode, first, text, texts } from './node.ts'
import { findWhen } from './when.ts'

/** Both names under which UK systems send the NHS number: that of e-RS and that of everybody else. */
const nhsSystem = /^https?:\/\/fhir\.nhs\.(?:net|uk)\/id\/nhs-number$/iu

/** Whether an identifier says that it is an NHS number. */
export const isNhsIdentifier = (identifier: FhirNode): boolean => nhsSystem.test(text(identifier, 'system') ?? '')

const isOld = (one: FhirNode): boolean => text(one, 'use') === 'old' || text(one, 'period', 'end') !== undefined

const nhsOf = (identifiers: readonly FhirNode[]): string | undefined =>
  identifiers
    .filter(one => isNhsIdentifier(one) && !isOld(one))
    .flatMap(one => findNhsNumber(text(one, 'value') ?? '') ?? [])[0]

/** An identifier as a number with the authority that gave it: its organisation's code where that is sent, else its system. */
export const numberOf = (identifier: FhirNode): readonly NumberSaid[] => {
  const number = text(identifier, 'value')
  const authority = text(identifier, 'assigner', 'identifier', 'value') ?? text(identifier, 'system')
  return number === undefined ? [] : [{ number, authority }]
}

/** The id by which a server knows a resource; its authority says so, so that it is never taken for a hospital number. */
export const idNumber = (type: string, id: string): NumberSaid => ({ number: id, authority: `fhir:${type}` })

const numbersOf = (patient: FhirNode, nhs: string | undefined): readonly NumberSaid[] => {
  const identifiers = all(patient, 'identifier').flatMap(one =>
    isNhsIdentifier(one) && findNhsNumber(text(one, 'value') ?? '') === nhs && nhs !== undefined ? [] : numberOf(one),
  )
  const id = text(patient, 'id')
  return id === undefined ? identifiers : [...identifiers, idNumber('Patient', id)]
}

const byUse = (among: readonly FhirNode[], ...uses: readonly string[]): FhirNode | undefined => {
  const use = uses.find(one => among.some(node => text(node, 'use') === one))
  return among.find(node => (use === undefined ? !isOld(node) : text(node, 'use') === use))
}

/** A name as it is said: what is given and the family's, else the text, without titles. */
export const nameOf = (name: FhirNode | undefined): string | undefined => {
  if (name === undefined) return undefined
  const parts = [...texts(name, 'given'), ...texts(name, 'family')]
  return texts(name, 'family').length > 0 ? parts.join(' ') : text(name, 'text')
}

const addressOf = (patient: FhirNode): AddressSaid | undefined => {
  const address = byUse(all(patient, 'address'), 'home')
  if (address === undefined) return undefined
  const parts = [...texts(address, 'line'), ...texts(address, 'city'), ...texts(address, 'district')]
  const lines = parts.length > 0 ? [...new Set(parts)] : texts(address, 'text')
  const postcode = text(address, 'postalCode')
  return lines.length === 0 && postcode === undefined ? undefined : { lines, postcode }
}

/** BaRS puts the patient's own telephone with the contact who is "oneself". */
const ownContacts = (patient: FhirNode): readonly FhirNode[] =>
  all(patient, 'contact').filter(one => texts(one, 'relationship', 'coding', 'code').includes('ONESELF'))

const telephoneOf = (patient: FhirNode): string | undefined => {
  const ways = [patient, ...ownContacts(patient)].flatMap(one => all(one, 'telecom'))
  const phones = ways.filter(one => text(one, 'system') === 'phone' && !isOld(one) && text(one, 'value') !== undefined)
  const [chosen] = [...phones.filter(one => text(one, 'use') === 'mobile'), ...phones]
  return chosen && text(chosen, 'value')
}

const diedOf = (patient: FhirNode): PatientSaid['died'] => {
  const day = findWhen(text(patient, 'deceasedDateTime'))?.day
  if (day !== undefined) return day
  return text(patient, 'deceasedBoolean') === 'true' || text(patient, 'deceasedDateTime') !== undefined
    ? 'yes'
    : undefined
}

/** A patient as their resource says them. */
export const patientOf = (patient: FhirNode): PatientSaid => {
  const nhs = nhsOf(all(patient, 'identifier'))
  return {
    numbers: numbersOf(patient, nhs),
    nhs,
    name: nameOf(byUse(all(patient, 'name'), 'official', 'usual')),
    born: findDay((text(patient, 'birthDate') ?? '').slice(0, 10)),
    address: addressOf(patient),
    telephone: telephoneOf(patient),
    died: diedOf(patient),
  }
}

/** A patient of whom a reference alone speaks: by an identifier, or by the id on the sender's own server. */
export const patientNamed = (
  reference: FhirNode,
  named: { readonly id: string } | undefined,
): PatientSaid | undefined => {
  const identifier = first(reference, 'identifier')
  const nhs = identifier && nhsOf([identifier])
  const given = identifier === undefined || nhs !== undefined ? [] : numberOf(identifier)
  const numbers = named === undefined ? given : [...given, idNumber('Patient', named.id)]
  if (nhs === undefined && numbers.length === 0) return undefined
  return { ...nobody, numbers, nhs, name: text(reference, 'display') }
}

const nobody = { born: undefined, address: undefined, telephone: undefined, died: undefined } as const
