import type { Moment } from '../../calendar/day.ts'
import type { PatientSaid, Said } from '../feeds/said.ts'
import { appointmentOf } from './appointment.ts'
import { all, type FhirNode, first, text, texts, typeOf } from './node.ts'
import { isNhsIdentifier, patientNamed, patientOf } from './patient.ts'
import { readFhir } from './read-fhir.ts'
import { meantBy, namedIn, type Together, togetherIn } from './references.ts'
import { findInstant } from './when.ts'

/** What the Bundle says of all that is in it. */
interface Envelope {
  readonly control: string | undefined
  /** The event of a message, as its header names it, with its reason; nothing in other Bundles. */
  readonly event: string | undefined
  readonly made: Moment | undefined
}

const headerOf = ({ entered }: Together): FhirNode | undefined =>
  entered.find(({ resource }) => typeOf(resource) === 'MessageHeader')?.resource

const eventOf = (header: FhirNode): string =>
  [
    text(header, 'eventCoding', 'code') ?? text(header, 'eventUri') ?? text(header, 'event', 'code') ?? 'message',
    ...texts(header, 'reason', 'coding', 'code'),
  ].join(' ')

const envelopeOf = (resource: FhirNode, together: Together): Envelope => {
  if (typeOf(resource) !== 'Bundle') return { control: undefined, event: undefined, made: undefined }
  const header = headerOf(together)
  return {
    control: text(resource, 'identifier', 'value') ?? text(resource, 'id'),
    event: header && eventOf(header),
    // A list that somebody asked for is as new as the question; what is in it may be old.
    made: header && findInstant(text(header, 'timestamp') ?? text(resource, 'timestamp')),
  }
}

/** The patient whom a reference means: the resource that was sent too, else what the reference itself says. */
const patientMeant = (together: Together, holder: FhirNode, reference: FhirNode): PatientSaid | undefined => {
  const resource = meantBy(together, holder, reference)
  if (resource !== undefined) return typeOf(resource) === 'Patient' ? patientOf(resource) : undefined
  const named = namedIn(reference)
  const isPatient =
    (named?.type ?? text(reference, 'type')) === 'Patient' || all(reference, 'identifier').some(isNhsIdentifier)
  return isPatient ? patientNamed(reference, named) : undefined
}

const patientsOf = (together: Together, appointment: FhirNode): readonly PatientSaid[] =>
  all(appointment, 'participant', 'actor').flatMap(actor => patientMeant(together, appointment, actor) ?? [])

const madeOf = (envelope: Envelope, resource: FhirNode): Moment | undefined =>
  envelope.made ?? findInstant(text(resource, 'meta', 'lastUpdated'))

const saidOf = (envelope: Envelope, resource: FhirNode): Said => ({
  control: envelope.control,
  event: [envelope.event, typeOf(resource), text(resource, 'status')].filter(part => part !== undefined).join(' '),
  made: madeOf(envelope, resource),
  patient: undefined,
  appointment: undefined,
  merge: undefined,
})

const sayAppointment = (together: Together, envelope: Envelope, resource: FhirNode): readonly Said[] => {
  const appointment = appointmentOf(together, resource)
  const said = { ...saidOf(envelope, resource), appointment }
  const patients = patientsOf(together, resource)
  return patients.length === 0 ? [said] : patients.map(patient => ({ ...said, patient }))
}

const sayPatient = (_: Together, envelope: Envelope, resource: FhirNode): readonly Said[] => [
  { ...saidOf(envelope, resource), patient: patientOf(resource) },
]

const sayers: Readonly<Record<string, typeof sayPatient>> = { Appointment: sayAppointment, Patient: sayPatient }

/** A patient who is somebody's appointment is said with it, and not once more alone. */
const isSaidElsewhere = (together: Together, resource: FhirNode): boolean =>
  typeOf(resource) === 'Patient' && together.entered.some(one => typeOf(one.resource) === 'Appointment')

const sayAll = (resource: FhirNode): readonly Said[] => {
  const together = togetherIn(resource)
  const envelope = envelopeOf(resource, together)
  const said = together.entered.flatMap(({ resource: one }) => {
    const say = Object.hasOwn(sayers, typeOf(one)) ? sayers[typeOf(one)] : undefined
    return say === undefined || isSaidElsewhere(together, one) ? [] : say(together, envelope, one)
  })
  return said.length > 0 ? said : [saidOf(envelope, first(resource, 'entry', 'resource') ?? resource)]
}

/**
 * What a resource or a Bundle says, in R4 or STU3, JSON or XML: one saying for each appointment and patient, and one that
 * says nothing for what has neither. Nothing at all for bytes that are no FHIR. Never throws.
 */
export const sayFhir = (bytes: Uint8Array): readonly Said[] | undefined => {
  const read = readFhir(bytes)
  return 'resource' in read ? sayAll(read.resource) : undefined
}
