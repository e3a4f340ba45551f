import { all, type FhirNode, text, typeOf } from './node.ts'
import type { FhirFault } from './read-fhir.ts'
import { findInstant } from './when.ts'

/** What another system asks to be done with what it sends. */
export type Wanted = 'create' | 'update' | 'patch' | 'message' | 'bundle'

const fault = (element: string, why: string): FhirFault => ({ element, why })

const checkAppointment = (resource: FhirNode, at: string, whole: boolean): FhirFault | undefined => {
  if (whole && text(resource, 'status') === undefined) return fault(`${at}.status`, 'An appointment says its status')
  for (const name of ['start', 'end'] as const) {
    const said = text(resource, name)
    if (said !== undefined && findInstant(said) === undefined)
      return fault(`${at}.${name}`, 'This is no date with a time and its zone')
  }
  return undefined
}

const checkBundle = (resource: FhirNode, types: readonly string[]): FhirFault | undefined => {
  if (typeOf(resource) !== 'Bundle') return fault('resourceType', 'Send a Bundle here')
  if (!types.includes(text(resource, 'type') ?? ''))
    return fault('Bundle.type', `Send a Bundle of type ${types.join(', ')}`)
  const entries = all(resource, 'entry')
  if (entries.length === 0) return fault('Bundle.entry', 'The Bundle is empty')
  const reads = entries.findIndex(entry => text(entry, 'request', 'method') === 'GET')
  if (reads >= 0) return fault(`Bundle.entry[${reads}].request.method`, 'What is asked for is asked for by itself')
  const faults = entries.flatMap((entry, at) =>
    all(entry, 'resource')
      .filter(one => typeOf(one) === 'Appointment')
      .map(one => checkAppointment(one, `Bundle.entry[${at}].resource`, text(entry, 'request', 'method') !== 'PATCH')),
  )
  return faults.find(one => one !== undefined)
}

const checkMessage = (resource: FhirNode): FhirFault | undefined => {
  const wrong = checkBundle(resource, ['message'])
  if (wrong !== undefined) return wrong
  const [first] = all(resource, 'entry')
  const isHeader = first !== undefined && all(first, 'resource').some(one => typeOf(one) === 'MessageHeader')
  return isHeader ? undefined : fault('Bundle.entry[0].resource', 'A message begins with its MessageHeader')
}

const checkOne = (resource: FhirNode, wanted: Wanted, id: string | undefined): FhirFault | undefined => {
  if (typeOf(resource) !== 'Appointment') return fault('resourceType', 'Send an Appointment here')
  if (id !== undefined && text(resource, 'id') !== id)
    return fault('Appointment.id', 'The id is the one in the address')
  return checkAppointment(resource, 'Appointment', wanted !== 'patch')
}

/** What is wrong with what was sent, by its element; nothing where it can be taken. */
export const whyNotTaken = (resource: FhirNode, wanted: Wanted, id?: string): FhirFault | undefined => {
  if (wanted === 'message') return checkMessage(resource)
  if (wanted === 'bundle')
    return checkBundle(resource, ['transaction', 'batch', 'message', 'collection', 'searchset', 'history'])
  return checkOne(resource, wanted, id)
}
