import { agencyInWords } from '../../people/service.ts'
import { type AppointmentStanding, dayOfAppointment, outcomeOf } from '../../record/appointment-standing.ts'
import type { Entry } from '../../record/entry.ts'
import { plain } from '../../record/wording.ts'
import { rangeOf } from './patient.ts'
import {
  childrenGiven,
  dateOf,
  type Found,
  filled,
  idOf,
  instantOf,
  type Look,
  patientId,
  type Range,
  toPatient,
} from './resource.ts'

type Status = 'noshow' | 'fulfilled' | 'cancelled' | 'booked'

const outcomes: Partial<Readonly<Record<Entry['kind'], Status>>> = {
  'was-not-brought': 'noshow',
  'did-not-attend': 'noshow',
  attended: 'fulfilled',
  'appointment-cancelled': 'cancelled',
}

const statusOf = (appointment: AppointmentStanding): Status => {
  const outcome = outcomeOf(appointment)
  return (outcome && outcomes[outcome.kind]) ?? 'booked'
}

const reasonSystem = 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason'
const sides = { family: 'pat', clinic: 'prov', other: 'other' } as const
const sidesInWords = {
  family: 'Cancelled by the family',
  clinic: 'Cancelled by the clinic',
  other: 'Cancelled; not known by whom',
} as const

const reasonOf = ({ cancelled }: AppointmentStanding) =>
  cancelled === undefined
    ? undefined
    : {
        coding: [{ system: reasonSystem, code: sides[cancelled.cancelledBy] }],
        text: cancelled.reason ?? sidesInWords[cancelled.cancelledBy],
      }

const unknown = {
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
}

/** FHIR has a time or none: the day alone stands as the period that was asked for. When it ends is not on record. */
const timesOf = (appointment: AppointmentStanding) => {
  const [at, day] = [appointment.when?.at, dayOfAppointment(appointment)]
  return {
    start: at === undefined ? undefined : instantOf(at),
    _start: at === undefined ? unknown : undefined,
    _end: unknown,
    period: at !== undefined || day === undefined ? undefined : [{ start: dateOf(day), end: dateOf(day) }],
  }
}

/** Why a miss counts against nobody stands beside it, wherever it goes. */
const commentOf = ({ excuse }: AppointmentStanding): string | undefined =>
  excuse === undefined ? undefined : `It does not count: ${plain(excuse.why)}`

/** An appointment of the children whom it is for. */
export const appointmentResource = (look: Look, appointment: AppointmentStanding) => {
  const { start, _start, _end, period } = timesOf(appointment)
  const { children, clinic, agency, booked, id } = appointment
  const shown = children.filter(child => childrenGiven(look).includes(child))
  const [accepted, place] = ['accepted' as const, [clinic, agencyInWords(agency)].filter(part => part !== undefined)]
  return filled({
    resourceType: 'Appointment' as const,
    id: idOf(look.family.id, 'Appointment', id),
    status: statusOf(appointment),
    cancelationReason: reasonOf(appointment),
    serviceType: clinic === undefined ? undefined : [{ text: clinic }],
    description: booked?.kind === 'appointment-booked' ? booked.purpose : undefined,
    ...{ start, _start, _end, comment: commentOf(appointment) },
    participant: [
      ...shown.map(child => ({ actor: toPatient(look, child), status: accepted })),
      { actor: { display: place.join(', ') }, status: accepted },
    ],
    requestedPeriod: period,
  })
}

const whenOf = (appointment: AppointmentStanding): Range | undefined => {
  const [at, day] = [appointment.when?.at, dayOfAppointment(appointment)]
  if (at !== undefined) return { from: at, until: at }
  return day === undefined ? undefined : rangeOf(day)
}

/** Every appointment of a child of the look; what is an adult's own is not given out. */
export const appointmentsIn = (look: Look): readonly Found[] =>
  look.stands.appointments.flatMap(appointment => {
    const children = appointment.children.filter(child => childrenGiven(look).includes(child))
    if (appointment.person !== undefined || children.length === 0) return []
    return [
      {
        id: idOf(look.family.id, 'Appointment', appointment.id),
        resource: appointmentResource(look, appointment),
        record: look.family.id,
        patients: children.map(child => patientId(look, child)),
        status: statusOf(appointment),
        when: whenOf(appointment),
      },
    ]
  })
