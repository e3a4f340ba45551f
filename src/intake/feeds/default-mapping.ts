import type { Sort } from '../../store/feeds.ts'
import type { MappingRow, Meaning } from './meaning.ts'

const as = (means: Meaning, ...codes: readonly string[]): readonly MappingRow[] => codes.map(code => ({ code, means }))

/** HL7 terminology, appointment-cancellation-reason: all 32 codes. Nobody is to blame for a death, the weather or a code that is no reason. */
const cancellationReasons: readonly MappingRow[] = [
  ...as('cancelled-by-family', 'pat', 'pat-crs', 'pat-cpp', 'pat-fb', 'pat-mv', 'pat-ucp'),
  { code: 'pat-lt', means: 'cancelled-by-family', barrier: 'no-transport' },
  ...as('moved-by-clinic', 'pat-swl'),
  ...as('cancelled-not-known-by-whom', 'pat-dec', 'pat-mt', 'pat-preg', 'other', 'oth-fin', 'oth-weath', 'oth-cms'),
  ...as('cancelled-by-clinic', 'prov', 'prov-pers', 'prov-dch', 'prov-edu', 'prov-hosp', 'prov-labs', 'prov-mrf'),
  ...as('cancelled-by-clinic', 'prov-onc', 'maint', 'oth-err', 'oth-mu', 'oth-room', 'oth-oerr'),
  ...as('cancelled-not-known-by-whom', 'oth-iv', 'oth-swie', 'meds-inc'),
  { code: 'oth-int', means: 'cancelled-by-clinic', barrier: 'no-interpreter' },
]

/** e-Referral Service, the patient's own reasons. */
const referralReasons: readonly MappingRow[] = [
  ...as('cancelled-by-family', 'PATIENT_HOLIDAY', 'PATIENT_FORGOT', 'PATIENT_APPT_NOT_REQUIRED', 'PATIENT_ERROR'),
  ...as('cancelled-by-family', 'PATIENT_APPOINTMENT_CANCELLATION_OTHER'),
  { code: 'PATIENT_ILL', means: 'cancelled-by-family', barrier: 'ill' },
  { code: 'PATIENT_APPOINTMENT_CLASH', means: 'cancelled-by-family', barrier: 'clash' },
  ...as('missed', 'DID_NOT_ATTEND'),
]

/** FHIR, Appointment.status, where it came as a code. */
const statuses: readonly MappingRow[] = [
  ...as('attended', 'fulfilled', 'arrived', 'checked-in'),
  ...as('missed', 'noshow'),
  ...as('cancelled-not-known-by-whom', 'cancelled'),
  ...as('no-outcome-yet', 'proposed', 'pending', 'booked', 'waitlist'),
].map(row => ({ ...row, place: 'status' }))

/** HL7 table 0278, the words of a filler’s status; numbers there are each sender’s own. */
const fillerStatuses: readonly MappingRow[] = [
  ...as('attended', 'Complete'),
  ...as('missed', 'Noshow'),
  ...as('cancelled-not-known-by-whom', 'Cancelled', 'Canceled', 'Dc', 'Deleted'),
  ...as('no-outcome-yet', 'Booked', 'Pending', 'Waitlist', 'Overbook', 'Started', 'Blocked', 'Confirmed'),
].map(row => ({ ...row, place: 'SCH-25' }))

/**
 * What codes mean where a standard fixes it. For numbers in HL7 v2 and for sheets nothing is fixed: "5" is "attended" in the NHS Data
 * Dictionary, and "did not attend" with one supplier.
 */
export const defaultMapping: Record<Sort, readonly MappingRow[]> = {
  hl7: fillerStatuses,
  fhir: [...statuses, ...cancellationReasons, ...referralReasons],
  sheet: [],
  extract: [],
}
