import { isoDay } from '../../calendar/day.ts'
import { isoMoment } from '../../calendar/moment.ts'
import { nameKey } from '../../people/name-key.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import type { Feed } from '../../store/feeds.ts'
import { plainText } from './plain-text.ts'
import type { AppointmentSaid, NumberSaid, WhenSaid } from './said.ts'

const safe = (text: string): string =>
  plainText(
    text
      .toWellFormed()
      .replaceAll(/[%/;\p{Cc}]/gu, sign => `%${(sign.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`),
    120,
  ) ?? '-'

/** A day, with the time where it is known, as an entry holds it. */
export const spanOf = ({ day, at }: WhenSaid): string => (at === undefined ? isoDay(day) : isoMoment(at))

/** The name of an appointment by its first number, the same whatever order messages come in; nothing without a number. */
export const idOf = ({ id }: Pick<Feed, 'id'>, { numbers: [first] }: AppointmentSaid): string | undefined =>
  first === undefined ? undefined : `${id}:${safe(first.number)}`

/**
 * The name of an appointment for which its sender has no number: by whom it is for, when, and the case that it belongs to.
 * Where one of two messages leaves the case out, the only one of that day and time is meant.
 */
export const unnumberedId = (
  { id }: Pick<Feed, 'id'>,
  { start, case: of }: AppointmentSaid,
  child: string,
  appointments: readonly AppointmentStanding[],
): string | undefined => {
  if (start === undefined) return undefined
  const base = `${id}:${spanOf(start)}:${safe(child)}`
  const own = of === undefined ? base : `${base}:${safe(of.number)}`
  const held = appointments.map(one => String(one.id)).filter(one => one === base || one.startsWith(`${base}:`))
  const others = held.filter(one => !/\/\d+$/u.test(one) && (of === undefined || one === base))
  const [only, ...more] = others
  return held.includes(own) || only === undefined || more.length > 0 ? own : only
}

/** Whether a number is one that a feed gave: its own appointments bear its name. */
export const isOfFeed = ({ id }: Pick<Feed, 'id'>, appointment: string): boolean => appointment.startsWith(`${id}:`)

const sayAlike = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || nameKey(one) === nameKey(other)

/** Whether two say one clinic, as far as both say one. */
export const sameClinic = sayAlike

/** Whether an appointment was planned for a day and time, as far as both say a time. */
export const isAt = ({ when }: AppointmentStanding, start: WhenSaid): boolean =>
  when !== undefined &&
  when.to === start.day &&
  (when.at === undefined || start.at === undefined || when.at === start.at)

/** The appointments that came of one booking of the sender's: the first, and those that began when it was taken up again. */
export const chainOf = (appointments: readonly AppointmentStanding[], base: string): readonly AppointmentStanding[] =>
  appointments
    .filter(({ id }) => id === base || (id.startsWith(`${base}/`) && /^\d+$/u.test(id.slice(base.length + 1))))
    .sort((one, other) => placeIn(one.id, base) - placeIn(other.id, base))

const placeIn = (id: string, base: string): number => (id === base ? 1 : Number(id.slice(base.length + 1)))

/** The name of the next of them. */
export const nextId = (base: string, last: AppointmentStanding | undefined): string =>
  last === undefined ? base : `${base}/${placeIn(last.id, base) + 1}`

/** A number as it is looked for: the authority of the feed stands for one that was not sent. */
export const authorityOf = ({ authority }: NumberSaid, feed: Pick<Feed, 'authority'>): string =>
  (authority ?? feed.authority ?? '').trim()
