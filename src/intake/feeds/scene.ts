import { type Day, isoDay, type Moment } from '../../calendar/day.ts'
import { isoMoment, londonDay } from '../../calendar/moment.ts'
import type { AppointmentStanding } from '../../record/appointment-standing.ts'
import type { PersonId } from '../../record/field.ts'
import type { Picture } from '../../record/standing.ts'
import type { Feed } from '../../store/feeds.ts'
import type { Line } from '../../store/line.ts'
import { sameClinic } from './appointment-id.ts'
import type { MappingRow } from './meaning.ts'
import type { OutcomeSaid } from './outcome-of.ts'
import { plainText } from './plain-text.ts'
import type { AppointmentSaid, WhenSaid } from './said.ts'

/** Whose appointment it is: a child of the record, or the mother whose unborn child stands on it. */
export interface Whose {
  readonly child: PersonId
  readonly mother: PersonId | undefined
  readonly born: Day | undefined
}

/** What a person is to look at, though the message was read. */
export type Ask =
  | 'event-against-code'
  | 'against-outcome'
  | 'older-miss'
  | 'not-come-yet'
  | 'no-day'
  | 'death-said'
  | 'number-of-another'
  | 'safeguarding-flag'

/** A message with all that is known when it is read. */
export interface Asked {
  readonly feed: Feed
  readonly message: number
  /** Which part of the message, where it says several things. */
  readonly part: string
  readonly appointment: AppointmentSaid
  readonly rows: readonly MappingRow[]
  readonly whose: Whose
  readonly stands: Picture
  /** The appointment that its numbers are known to mean. */
  readonly known: string | undefined
  /** When the newest was made that was said of it. */
  readonly newest: Moment | undefined
  readonly made: Moment
  readonly received: Moment
}

/** What becomes of a message: the lines that it writes, what a person is asked, and which appointment it was about. */
export interface Made {
  readonly lines: readonly Line[]
  readonly asks: readonly Ask[]
  readonly appointment: string | undefined
}

/** The same with what the message says together, and the appointment as it stands. */
export interface Scene extends Asked {
  readonly said: OutcomeSaid
  readonly base: string
  readonly last: AppointmentStanding | undefined
  readonly start: WhenSaid | undefined
}

/** It changes nothing. */
export const nothing: Pick<Made, 'lines' | 'asks'> = { lines: [], asks: [] }
/** It writes nothing, and a person looks at it. */
export const asking = (...asks: readonly Ask[]): Pick<Made, 'lines' | 'asks'> => ({ lines: [], asks })

/** What is written and asked. */
export type Written = Pick<Made, 'lines' | 'asks'>

/** The series to which appointments of this clinic belong, where the record has one alone. */
const seriesFor = ({ stands, feed, appointment: { clinic }, whose }: Scene): Line => {
  if (clinic === undefined) return {}
  const fitting = [...stands.series.values()].filter(
    ({ started, children }) =>
      started?.clinic !== undefined &&
      (started.agency ?? started.by) === feed.agency &&
      children.includes(whose.child) &&
      sameClinic(started.clinic, clinic),
  )
  return fitting.length === 1 ? { series: fitting[0]?.id } : {}
}

/** A line without what is not said. */
export const given = (fields: Line): Line =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** A line of this message about an appointment. */
export const line = (scene: Scene, appointment: string, fields: Line): Line => {
  const { feed, message, part, whose, appointment: said } = scene
  return given({
    ...seriesFor(scene),
    id: `${feed.id}-${message}-${part}`,
    ...fields,
    by: feed.agency,
    author: feed.name,
    written: isoDay(londonDay(scene.made)),
    child: [whose.child],
    person: whose.mother,
    appointment,
    clinic: said.clinic && plainText(said.clinic, 200),
  })
}

/** It writes one line. */
export const one = (made: Line, asks: readonly Ask[] = []): Written => ({ lines: [made], asks })
/** When the message was made, as an entry holds it. */
export const madeOn = ({ made }: Scene): string => isoMoment(made)

/** Whether anything came of an appointment. */
export const isClosed = ({ missed, absent, attended, cancelled }: AppointmentStanding): boolean =>
  (missed ?? absent ?? attended ?? cancelled) !== undefined

/** What is asked where a code says another thing than the event. */
export const conflictOf = ({ said }: Scene): readonly Ask[] => (said.conflict ? ['event-against-code'] : [])

/** The day of what came of an appointment, else the day for which it was planned. */
export const dayHeld = ({ missed, absent, attended, when }: AppointmentStanding): Day | undefined =>
  missed?.day ?? absent?.day ?? attended?.day ?? when?.to
