import type { Moment } from '../../calendar/day.ts'
import type { Said } from '../feeds/said.ts'
import { alsoSaid } from './also.ts'
import { appointmentOf } from './appointment.ts'
import { type FhirNode, first, text, texts, typeOf } from './node.ts'
import { readFhir } from './read-fhir.ts'
import { type Together, togetherIn } from './references.ts'
import { findInstant } from './when.ts'
import { isAboutSomebody, patientsOf } from './whose.ts'

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

/** The same of each whom it is about; of nobody known where it names nobody. */
const ofEach = (together: Together, resource: FhirNode, said: Said): readonly Said[] => {
  const patients = patientsOf(together, resource)
  return patients.length === 0 ? [said] : patients.map(patient => ({ ...said, patient }))
}

const sayOne = (together: Together, envelope: Envelope, resource: FhirNode): readonly Said[] => {
  const said = saidOf(envelope, resource)
  if (typeOf(resource) === 'Appointment')
    return ofEach(together, resource, { ...said, appointment: appointmentOf(together, resource) })
  const also = alsoSaid(together, resource)
  if (also.length > 0) return ofEach(together, resource, { ...said, also })
  // What says nothing more is kept with the record of whom it is about, and of nobody it is nothing.
  return patientsOf(together, resource).map(patient => ({ ...said, patient }))
}

/** What says something by itself. A patient of whom something else is said is said with it, and not once more alone. */
const saysItself = (together: Together, resource: FhirNode): boolean =>
  isAboutSomebody(resource) ||
  (typeOf(resource) === 'Patient' && !together.entered.some(one => isAboutSomebody(one.resource)))

const sayAll = (resource: FhirNode): readonly Said[] => {
  const together = togetherIn(resource)
  const envelope = envelopeOf(resource, together)
  const said = together.entered.flatMap(({ resource: one }) =>
    saysItself(together, one) ? sayOne(together, envelope, one) : [],
  )
  return said.length > 0 ? said : [saidOf(envelope, first(resource, 'entry', 'resource') ?? resource)]
}

/**
 * What a resource or a Bundle says, in R4 or STU3, JSON or XML: one saying for each thing that is about somebody, and one
 * that says nothing where nothing is. Nothing at all for bytes that are no FHIR. Never throws.
 */
export const sayFhir = (bytes: Uint8Array): readonly Said[] | undefined => {
  const read = readFhir(bytes)
  return 'resource' in read ? sayAll(read.resource) : undefined
}
