import type { Moment } from '../../calendar/day.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import { sameClinic } from './appointment-id.ts'
import type { Asked } from './scene.ts'

/* A move that comes as a cancellation and a booking, in either order, within minutes. */

const minutes = 15 * 60_000

/** Whether two messages were made so close to each other that they are one act. */
export const near = (one: Moment | undefined, other: Moment): boolean =>
  one !== undefined && Math.abs(one - other) <= minutes

const isOfSame = ({ feed, whose, appointment }: Asked, held: AppointmentStanding): boolean =>
  held.agency === feed.agency &&
  held.children.includes(whose.child) &&
  held.person === whose.mother &&
  sameClinic(held.clinic, appointment.clinic)

const isFree = ({ stands }: Asked, id: string): boolean =>
  !stands.appointments.some(({ booked }) => booked?.kind === 'appointment-booked' && booked.insteadOf === id)

/** The appointment that was cancelled just before this one was booked, and whose place it takes. */
export const takesThePlaceOf = (asked: Asked, own: string): string | undefined =>
  asked.stands.appointments.find(
    held =>
      held.id !== own &&
      held.cancelled !== undefined &&
      held.movedTo === undefined &&
      isOfSame(asked, held) &&
      near(held.cancelled.at, asked.made) &&
      isFree(asked, held.id),
  )?.id

/** The appointment that was booked just before this one is cancelled, and that takes its place. */
export const replacementOf = (asked: Asked, own: string): string | undefined =>
  asked.stands.appointments.find(
    held =>
      held.id !== own &&
      held.cancelled === undefined &&
      (held.missed ?? held.attended ?? held.absent) === undefined &&
      held.booked?.kind === 'appointment-booked' &&
      held.booked.insteadOf === undefined &&
      isOfSame(asked, held) &&
      near(held.booked.at, asked.made) &&
      !asked.stands.appointments.some(({ movedTo }) => movedTo === held.id),
  )?.id
