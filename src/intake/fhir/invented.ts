/* For tests: invented messages in the shapes that UK services send. */

/** A number of the range for tests that passes the check. */
export const nhs = '9990000018'

export const nhsSystem = 'https://fhir.nhs.uk/Id/nhs-number'

const clinicUuid = 'urn:uuid:5d1c0b5e-6d0e-4c30-8ac5-0d3a3a3e1f10'
const patientUuid = 'urn:uuid:1a1f8a52-0f3f-4f2c-9a52-2f7a7b2f0001'
const slotUuid = 'urn:uuid:1a1f8a52-0f3f-4f2c-9a52-2f7a7b2f0002'
const diaryUuid = 'urn:uuid:1a1f8a52-0f3f-4f2c-9a52-2f7a7b2f0003'
const referralUuid = 'urn:uuid:1a1f8a52-0f3f-4f2c-9a52-2f7a7b2f0004'
const placeUuid = 'urn:uuid:1a1f8a52-0f3f-4f2c-9a52-2f7a7b2f0005'
const bookingUuid = 'urn:uuid:1a1f8a52-0f3f-4f2c-9a52-2f7a7b2f0006'

export const patient = {
  resourceType: 'Patient',
  identifier: [
    { system: nhsSystem, value: '999 000 0018' },
    { system: 'https://fhir.royal.example/Id/hospital-number', value: 'RY4410' },
    {
      system: 'https://fhir.royal.example/Id/hospital-number',
      value: 'RY9',
      assigner: { identifier: { value: 'RZZ' } },
    },
  ],
  name: [
    { use: 'old', family: 'Birch', given: ['Nell'] },
    { use: 'official', text: 'Miss Nell Ashdown', family: 'Ashdown', given: ['Nell', 'May'], prefix: ['Miss'] },
  ],
  birthDate: '2021-04-09',
  telecom: [
    { system: 'phone', use: 'home', value: '01632 960001' },
    { system: 'phone', use: 'mobile', value: '07700 900001' },
  ],
  address: [
    { use: 'old', line: ['9 Past Row'], postalCode: 'ZZ99 9ZZ' },
    { use: 'home', line: ['4 Elm Row'], city: 'Westmoor', postalCode: 'ZZ99 3CZ' },
  ],
}

/** An appointment as a hospital's own R4 server gives it. */
export const hospitalAppointment = {
  resourceType: 'Appointment',
  id: 'apt-71',
  meta: { lastUpdated: '2026-03-02T11:15:30.123456Z' },
  identifier: [{ system: 'https://fhir.royal.example/Id/visit', value: 'V100' }],
  status: 'noshow',
  serviceType: [{ text: 'Asthma clinic' }],
  reasonCode: [{ text: 'Review of inhalers' }],
  start: '2026-07-01T09:30:00+01:00',
  end: '2026-07-01T10:00:00+01:00',
  participant: [
    { actor: { reference: 'Patient/p9' }, status: 'accepted' },
    { actor: { reference: '#room', type: 'Location' }, status: 'accepted' },
    { actor: { reference: 'Practitioner/d1', display: 'Dr Imogen Vale' }, status: 'accepted' },
  ],
  contained: [{ resourceType: 'Location', id: 'room', name: 'Royal, outpatients' }],
}

/** Resources one after the other in a Bundle. */
export const bundle = (type: string, ...resources: readonly Readonly<Record<string, unknown>>[]) => ({
  resourceType: 'Bundle',
  id: 'b-1',
  type,
  entry: resources.map(resource => ({ resource })),
})

/** The message by which BaRS books or cancels: an appointment without any number, and the reason "new" for both. */
export const barsMessage = (status: string, more: Readonly<Record<string, unknown>> = {}) => ({
  resourceType: 'Bundle',
  id: '2d1c7e0c-77cb-4c8a-8a44-0a64d3a3b000',
  type: 'message',
  timestamp: '2026-06-01T12:00:00+00:00',
  entry: [
    {
      fullUrl: clinicUuid,
      resource: {
        resourceType: 'MessageHeader',
        eventCoding: { system: 'https://fhir.nhs.uk/CodeSystem/message-events-bars', code: 'booking-request' },
        reason: { coding: [{ system: 'https://fhir.nhs.uk/CodeSystem/message-reason-bars', code: 'new' }] },
        focus: [{ reference: bookingUuid }],
      },
    },
    {
      fullUrl: bookingUuid,
      resource: {
        resourceType: 'Appointment',
        status,
        description: 'Wheeze at night',
        start: '2026-06-02T12:30:00+00:00',
        slot: [{ reference: slotUuid }],
        basedOn: [{ reference: referralUuid }],
        participant: [{ actor: { reference: patientUuid }, status: 'accepted' }],
        ...more,
      },
    },
    { fullUrl: patientUuid, resource: patient },
    { fullUrl: slotUuid, resource: { resourceType: 'Slot', schedule: { reference: diaryUuid }, status: 'busy' } },
    {
      fullUrl: diaryUuid,
      resource: {
        resourceType: 'Schedule',
        actor: [
          { reference: placeUuid },
          { identifier: { system: 'https://x.example/service-id', value: '3' }, display: 'Urgent care' },
        ],
      },
    },
    { fullUrl: placeUuid, resource: { resourceType: 'Location', name: 'Northfield walk-in centre' } },
    {
      fullUrl: referralUuid,
      resource: {
        resourceType: 'ServiceRequest',
        identifier: [{ system: 'https://supplier.example/case', value: 'CASE-5' }],
      },
    },
  ],
})

/** An appointment of the e-Referral Service (STU3): the patient by number alone, cancelled without a start. */
export const referralServiceCancelled = {
  resourceType: 'Appointment',
  id: '70021',
  meta: { versionId: '2', profile: ['https://fhir.nhs.uk/STU3/StructureDefinition/eRS-Appointment-1'] },
  status: 'cancelled',
  description: 'e-Referral Appointment',
  reason: [
    { coding: [{ system: 'https://x.example/STU3/CodeSystem/APPOINTMENT-CANCELLATION-REASON', code: 'PATIENT_ILL' }] },
  ],
  incomingReferral: [{ reference: 'ReferralRequest/000000070021/_history/3' }],
  participant: [
    {
      actor: {
        identifier: { system: 'http://fhir.nhs.net/Id/ers-service', value: '50' },
        display: 'Paediatric allergy',
      },
    },
    { actor: { identifier: { system: 'http://fhir.nhs.net/Id/nhs-number', value: nhs } }, status: 'accepted' },
  ],
}

/** A cancelled appointment of GP Connect (STU3): the reason is a text in an extension, the patient stands elsewhere. */
export const gpConnectCancelled = {
  resourceType: 'Appointment',
  id: '148',
  extension: [
    {
      url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-GPConnect-AppointmentCancellationReason-1',
      valueString: 'Practice closed for training',
    },
  ],
  status: 'cancelled',
  start: '2026-08-21T10:20:00+01:00',
  participant: [{ actor: { reference: 'Patient/2' }, status: 'accepted' }],
}

/** An appointment beside the patient whose it is. */
export const withPatient = bundle('searchset', { ...patient, id: 'p9' }, hospitalAppointment)

/** One of every shape. */
export const everyShape: readonly Readonly<Record<string, unknown>>[] = [
  hospitalAppointment,
  withPatient,
  barsMessage('booked'),
  barsMessage('noshow'),
  referralServiceCancelled,
  gpConnectCancelled,
  patient,
]

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const resourceXml = (resource: Readonly<Record<string, unknown>>, attributes = ''): string => {
  const { resourceType, ...rest } = resource
  const inner = Object.entries(rest)
    .map(([name, value]) => asXml(name, value))
    .join('')
  return `<${resourceType}${attributes}>${inner}</${resourceType}>`
}

const asXml = (name: string, value: unknown): string => {
  if (Array.isArray(value)) return value.map(one => asXml(name, one)).join('')
  if (typeof value !== 'object' || value === null) return `<${name} value="${escaped(String(value))}"/>`
  if ('resourceType' in value) return `<${name}>${resourceXml(value as Readonly<Record<string, unknown>>)}</${name}>`
  const url = 'url' in value && name === 'extension' ? ` url="${escaped(String(value.url))}"` : ''
  const inner = Object.entries(value).filter(([child]) => url === '' || child !== 'url')
  return `<${name}${url}>${inner.map(([child, one]) => asXml(child, one)).join('')}</${name}>`
}

/** A resource as FHIR writes it in XML. */
export const toXml = (resource: Readonly<Record<string, unknown>>): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!-- invented -->\n${resourceXml(resource, ' xmlns="http://hl7.org/fhir"')}`
