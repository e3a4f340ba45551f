import { plainName } from '../../../record/near.ts'

/** What a column of a sheet of appointments may be, in the words in which it is chosen. */
export const uses = {
  nhs: 'NHS number',
  'hospital-number': 'Hospital number',
  name: 'Whole name of the patient',
  forename: 'First name',
  surname: 'Last name',
  born: 'Date of birth',
  address: 'Address',
  postcode: 'Postcode',
  telephone: 'Telephone',
  appointment: 'Number of the appointment',
  when: 'Day and time of the appointment',
  day: 'Day of the appointment',
  time: 'Time of the appointment',
  clinic: 'Clinic',
  site: 'Site',
  consultant: 'Consultant',
  purpose: 'What it is for',
  outcome: 'Outcome, or who cancelled and why',
} as const satisfies Record<string, string>

export type Use = keyof typeof uses

/** Whether a word names a use. */
export const isUse = (word: string): word is Use => Object.hasOwn(uses, word)

/** Uses that several columns may share: an address in parts, an outcome beside a reason. */
export const shared: readonly Use[] = ['address', 'outcome', 'purpose']

// As the sheets of hospital systems head their columns; letters and figures alone are compared.
const usual: Readonly<Record<Use, readonly string[]>> = {
  nhs: ['nhs', 'nhs no', 'nhs number', 'nhsno', 'new nhs number'],
  'hospital-number': [
    ...['hospital number', 'hospital no', 'hosp no', 'mrn', 'patient id', 'patient number', 'unit number', 'unit no'],
    ...[
      'pas number',
      'pas id',
      'local patient identifier',
      'crn',
      'rxr',
      'k number',
      'district number',
      'casenote number',
    ],
  ],
  name: ['name', 'patient', 'patient name', 'full name', 'child', 'child name'],
  forename: ['forename', 'forenames', 'first name', 'given name', 'patient forename'],
  surname: ['surname', 'last name', 'family name', 'patient surname'],
  born: ['dob', 'date of birth', 'birth date', 'd o b', 'patient dob', 'born'],
  address: [
    'address',
    'address 1',
    'address 2',
    'address 3',
    'address line 1',
    'address line 2',
    'address line 3',
    'town',
  ],
  postcode: ['postcode', 'post code'],
  telephone: ['telephone', 'phone', 'mobile', 'tel', 'telephone number', 'contact number', 'mobile number'],
  appointment: [
    ...['appointment id', 'appointment number', 'appt id', 'appt no', 'booking id', 'booking reference', 'visit id'],
    ...['appointment ref', 'appointment reference', 'ubrn', 'attendance id', 'attendance identifier', 'slot id'],
  ],
  when: [
    'appointment date time',
    'appointment date and time',
    'appt dttm',
    'appointment datetime',
    'appt datetime',
    'date time',
    'start',
  ],
  day: [
    'appointment date',
    'appt date',
    'date',
    'clinic date',
    'date of appointment',
    'attendance date',
    'session date',
  ],
  time: ['appointment time', 'appt time', 'time', 'start time', 'slot time'],
  clinic: [
    'clinic',
    'clinic name',
    'clinic code',
    'clinic description',
    'specialty',
    'speciality',
    'service',
    'treatment function',
  ],
  site: ['site', 'site name', 'hospital', 'location'],
  consultant: ['consultant', 'clinician', 'consultant name', 'hcp', 'doctor', 'lead clinician'],
  purpose: ['appointment type', 'appt type', 'visit type', 'reason for appointment', 'procedure', 'new or follow up'],
  outcome: [
    ...['outcome', 'attendance', 'attendance status', 'attended', 'attended or did not attend', 'appointment status'],
    ...['status', 'appt status', 'dna', 'attendance outcome', 'cancellation reason', 'cancel reason', 'cancelled by'],
    ...['reason cancelled', 'appointment outcome', 'dna reason', 'was not brought', 'wnb'],
  ],
}

const letters = (text: string): string => plainName(text.slice(0, 100)).replaceAll(/[^a-z0-9]/gu, '')

const byHeading = new Map(
  Object.entries(usual).flatMap(([use, headings]) => headings.map(heading => [letters(heading), use as Use] as const)),
)

/** What a column most likely is by its heading; nothing when no hospital's sheet that we know heads one so. */
export const guessUse = (heading: string): Use | undefined => byHeading.get(letters(heading))

/** A heading as it is compared with a saved one: case, spaces and marks do not count. */
export const headingKey = (heading: string): string => letters(heading)
