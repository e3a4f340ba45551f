import { findAgency } from '../../people/service.ts'
import type { AlsoSaid } from '../feeds/said.ts'
import { all, type FhirNode, text, texts } from './node.ts'
import { numberOf } from './patient.ts'
import { meantBy, type Together } from './references.ts'
import { findWhen } from './when.ts'

const ownNumber = (resource: FhirNode): string | undefined =>
  all(resource, 'identifier').flatMap(numberOf)[0]?.number ?? text(resource, 'id')

const conceptWords = (concepts: readonly FhirNode[]): string | undefined =>
  concepts.flatMap(one => text(one, 'text') ?? text(one, 'coding', 'display') ?? [])[0]

const dayIn = (resource: FhirNode, ...names: readonly string[]) =>
  names.flatMap(name => findWhen(text(resource, name))?.day ?? [])[0]

const medicineOf = (together: Together, resource: FhirNode): string | undefined => {
  const [reference] = all(resource, 'medicationReference')
  const medication = meantBy(together, resource, reference)
  const coded = medication === undefined ? [] : all(medication, 'code')
  const own = conceptWords([...all(resource, 'medicationCodeableConcept'), ...coded])
  return own ?? (reference && text(reference, 'display'))
}

const doseOf = (resource: FhirNode): string | undefined => {
  const said = all(resource, 'dosage').flatMap(one => {
    const words = [text(one, 'text'), text(one, 'patientInstruction')].filter(part => part !== undefined)
    return words.length === 0 ? [] : [words.join('; ')]
  })
  return said.length === 0 ? undefined : said.join('; ')
}

/** What a medicine is, and how it is given, in the sender's own words; or that it is given no more. No words of ours. */
const sayMedicine = (together: Together, resource: FhirNode): readonly AlsoSaid[] => {
  const [medicine, dose, status] = [medicineOf(together, resource), doseOf(resource), text(resource, 'status')]
  if (medicine === undefined) return []
  const common = { number: ownNumber(resource), day: dayIn(resource, 'dateAsserted', 'effectiveDateTime'), medicine }
  if (status === 'stopped') return [{ what: 'medicine-stopped', ...common }]
  return status === 'active' && dose !== undefined ? [{ what: 'instruction', ...common, dose }] : []
}

const isReferral = (resource: FhirNode): boolean =>
  text(resource, 'resourceType') === 'ReferralRequest' ||
  all(resource, 'category').some(
    one => texts(one, 'coding', 'code').includes('3457005') || /referral/iu.test(conceptWords([one]) ?? ''),
  )

/** To whom it goes, where the sender names somebody whom we know by that name. */
const receiverOf = (together: Together, resource: FhirNode) =>
  [...all(resource, 'performer'), ...all(resource, 'recipient')].flatMap(reference => {
    const meant = meantBy(together, resource, reference)
    return findAgency((meant && text(meant, 'name')) ?? text(reference, 'display') ?? '') ?? []
  })[0]

/** A referral that stands, where it is known to whom. An order for a test is none. */
const sayReferral = (together: Together, resource: FhirNode): readonly AlsoSaid[] => {
  const [to, number] = [receiverOf(together, resource), ownNumber(resource)]
  if (text(resource, 'status') !== 'active' || !isReferral(resource) || to === undefined || number === undefined)
    return []
  const reason =
    conceptWords([...all(resource, 'reasonCode'), ...all(resource, 'code')]) ?? text(resource, 'description')
  const urgent = /^(?:urgent|asap|stat)$/u.test(text(resource, 'priority') ?? '')
  return [{ what: 'referral', number, day: dayIn(resource, 'authoredOn'), to, reason, urgent }]
}

const isSafeguarding = (resource: FhirNode): boolean => {
  const codes = [...texts(resource, 'category', 'coding', 'code'), ...texts(resource, 'code', 'coding', 'code')]
  const systems = texts(resource, 'code', 'coding', 'system')
  return (
    codes.includes('SG') ||
    codes.includes('child-protection-information-system-flag') ||
    systems.some(system => system.includes('safeguarding'))
  )
}

/** A flag that somebody raised: a person looks at it, and nothing follows from it by itself. */
const sayFlag = (_: Together, resource: FhirNode): readonly AlsoSaid[] =>
  text(resource, 'status') === 'active' && isSafeguarding(resource)
    ? [
        {
          what: 'safeguarding-flag',
          words: conceptWords(all(resource, 'code')) ?? text(resource, 'code', 'coding', 'code'),
        },
      ]
    : []

const sayers: Readonly<Record<string, typeof sayFlag>> = {
  MedicationStatement: sayMedicine,
  ServiceRequest: sayReferral,
  ReferralRequest: sayReferral,
  Flag: sayFlag,
}

/** What a resource says beside appointments; what says nothing to us is kept with the record of whom it is about. */
export const alsoSaid = (together: Together, resource: FhirNode): readonly AlsoSaid[] => {
  const type = text(resource, 'resourceType') ?? ''
  const say = Object.hasOwn(sayers, type) ? sayers[type] : undefined
  return say === undefined ? [] : say(together, resource)
}
