import type { Day, Moment } from '../../calendar/day.ts'
import type { Agency } from '../../people/service.ts'

/* What a message of another system says, in words of ours: the one form in which HL7, FHIR and sheets hand on what they read. */

/** A number by which another system knows somebody or something, with the authority that gave it, as it was sent. */
export interface NumberSaid {
  readonly number: string
  readonly authority: string | undefined
}

/** A code of the sender's own, with the place where it stood ("SCH-25", "ZU3-13", "cancelationReason", the heading of a column). */
export interface CodeSaid {
  readonly place: string
  readonly code: string
  readonly words: string | undefined
}

/** Where somebody lives, as it was sent. */
export interface AddressSaid {
  readonly lines: readonly string[]
  readonly postcode: string | undefined
}

/** Whom a message is about. A part that the message leaves out is undefined, and blanks nothing that is held. */
export interface PatientSaid {
  readonly numbers: readonly NumberSaid[]
  /** Ten digits that pass the check; whatever else was sent as an NHS number stands among `numbers`. */
  readonly nhs: string | undefined
  readonly name: string | undefined
  readonly born: Day | undefined
  readonly address: AddressSaid | undefined
  readonly telephone: string | undefined
  readonly died: Day | 'yes' | undefined
}

/** What became of an appointment by the event itself, before any code of the sender is read. */
export type Act =
  | 'booked'
  | 'moved'
  | 'changed'
  | 'cancelled'
  | 'missed'
  | 'arrived'
  | 'attended'
  // Written by mistake: it never was.
  | 'mistaken'

/** When something is: a moment where the time was sent, else the day alone. */
export interface WhenSaid {
  readonly day: Day
  readonly at: Moment | undefined
}

/** An appointment as one message says it. A part that the message leaves out is undefined, and blanks nothing that is held. */
export interface AppointmentSaid {
  readonly act: Act
  /** Its numbers, the sender's own first (SCH-2, SCH-1, PV1-19, identifier). Empty when the sender gives none (BaRS). */
  readonly numbers: readonly NumberSaid[]
  readonly start: WhenSaid | undefined
  readonly end: WhenSaid | undefined
  readonly clinic: string | undefined
  readonly site: string | undefined
  readonly consultant: string | undefined
  readonly purpose: string | undefined
  /** Every code that may say what became of it or who cancelled it, and why; the feed's mapping table says what each means. */
  readonly codes: readonly CodeSaid[]
  /** The sender's number of the case that it belongs to, by which one without a number of its own is told from another (BaRS). */
  readonly case?: NumberSaid | undefined
}

/** Two numbers of one patient that became one (A40). */
export interface MergeSaid {
  readonly kept: readonly NumberSaid[]
  readonly gone: readonly NumberSaid[]
}

/** What a message says beside appointments, in the words of the agency that sends it. */
export type AlsoSaid =
  | {
      readonly what: 'instruction'
      readonly number: string | undefined
      readonly day: Day | undefined
      readonly medicine: string
      readonly dose: string
    }
  /** The agency stopped a medicine that it had said to give. */
  | {
      readonly what: 'medicine-stopped'
      readonly number: string | undefined
      readonly day: Day | undefined
      readonly medicine: string
    }
  | {
      readonly what: 'referral'
      readonly number: string
      readonly day: Day | undefined
      readonly to: Agency
      readonly reason: string | undefined
      readonly urgent: boolean
    }
  /** A flag of another system: a person looks at it, and nothing follows from it by itself. */
  | { readonly what: 'safeguarding-flag'; readonly words: string | undefined }

/** What one message says. Any part may be missing: what says nothing to us is kept as read and leads to nothing. */
export interface Said {
  /** The sender's own number of the message (MSH-10, Bundle.identifier). */
  readonly control: string | undefined
  /** The event as the sender names it: "SIU^S26", "ADT^A38", "noshow". */
  readonly event: string
  /** When the sender made it (EVN-2 or MSH-7): what is older than the state held changes nothing. */
  readonly made: Moment | undefined
  readonly patient: PatientSaid | undefined
  readonly appointment: AppointmentSaid | undefined
  readonly merge: MergeSaid | undefined
  readonly also?: readonly AlsoSaid[]
}
