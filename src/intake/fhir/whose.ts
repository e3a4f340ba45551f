import type { PatientSaid } from '../feeds/said.ts'
import { all, type FhirNode, text, typeOf } from './node.ts'
import { isNhsIdentifier, patientNamed, patientOf } from './patient.ts'
import { meantBy, namedIn, type Together } from './references.ts'

/** Where each resource says whom it is about; in STU3 and in R4. */
const places: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Appointment: [['participant', 'actor']],
  Flag: [['subject']],
  CareTeam: [['subject']],
  CarePlan: [['subject']],
  MedicationStatement: [['subject']],
  Communication: [['subject']],
  ServiceRequest: [['subject']],
  ReferralRequest: [['subject']],
  Task: [['for']],
}

/** Whether a resource is about somebody, and says whom. */
export const isAboutSomebody = (resource: FhirNode): boolean => Object.hasOwn(places, typeOf(resource))

/** The patient whom a reference means: the resource that was sent too, else what the reference itself says. */
const patientMeant = (together: Together, holder: FhirNode, reference: FhirNode): PatientSaid | undefined => {
  const resource = meantBy(together, holder, reference)
  if (resource !== undefined) return typeOf(resource) === 'Patient' ? patientOf(resource) : undefined
  const named = namedIn(reference)
  const isPatient =
    (named?.type ?? text(reference, 'type')) === 'Patient' || all(reference, 'identifier').some(isNhsIdentifier)
  return isPatient ? patientNamed(reference, named) : undefined
}

/** Everybody whom a resource is about. */
export const patientsOf = (together: Together, resource: FhirNode): readonly PatientSaid[] => {
  if (typeOf(resource) === 'Patient') return [patientOf(resource)]
  const at = isAboutSomebody(resource) ? places[typeOf(resource)] : undefined
  return (at ?? []).flatMap(path =>
    all(resource, ...path).flatMap(reference => patientMeant(together, resource, reference) ?? []),
  )
}

/** One word for a patient as they were sent, by which two sayings of one are known to be of one. */
export const patientKey = ({ nhs, numbers, name }: PatientSaid): string =>
  nhs ?? (numbers.map(({ authority, number }) => `${authority}|${number}`).join('\n') || `name ${name}`)
