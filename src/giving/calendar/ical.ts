import type { Day, Moment } from '../../calendar/day.ts'
import { isoDay } from '../../calendar/day.ts'
import { utcInstant } from '../../calendar/moment.ts'

/** An event of a calendar as it goes out: no child's name and no clinic in its title. */
export interface CalendarEvent {
  readonly uid: string
  /** It grows with each change, so that a telephone takes the later one. */
  readonly sequence: number
  readonly title: string
  readonly day: Day
  /** Nothing where only the day is known: then it is an event of the whole day. */
  readonly at: Moment | undefined
  readonly minutes: number
  readonly place: string | undefined
  readonly isCancelled: boolean
}

export interface CalendarWritten {
  readonly name: string
  readonly events: readonly CalendarEvent[]
  readonly now: Moment
  /** After how many hours a telephone may ask again. */
  readonly refreshHours: number
}

/** A text as iCalendar holds it (RFC 5545, 3.3.11); what is no sign of a text is left out. */
const text = (value: string): string =>
  value
    .replaceAll(/\r\n?|\n/gu, '\n')
    .replaceAll(/(?!\n)\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/gu, sign => `\\${sign}`)
    .replaceAll('\n', '\\n')

const utf8 = new TextEncoder()
const most = 75

/** A line in parts of at most 75 octets, each after the first begun with a space (RFC 5545, 3.1); no character is cut in two. */
export const folded = (line: string): string => {
  const parts: string[] = []
  let [part, length] = ['', 0]
  for (const sign of line) {
    const octets = utf8.encode(sign).length
    if (length + octets > most) {
      parts.push(part)
      // The space that begins a part counts.
      ;[part, length] = ['', 1]
    }
    part += sign
    length += octets
  }
  return [...parts, part].join('\r\n ')
}

/** A moment in UTC: 20260701T083000Z. */
const utc = (at: Moment): string => `${utcInstant(at).slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
const date = (day: Day): string => isoDay(day).replaceAll('-', '')

const when = ({ day, at, minutes }: CalendarEvent): readonly string[] =>
  at === undefined
    ? [`DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date((day + 1) as Day)}`]
    : [`DTSTART:${utc(at)}`, `DTEND:${utc((at + minutes * 60_000) as Moment)}`]

const event = (one: CalendarEvent, now: Moment): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${one.uid}`,
  `DTSTAMP:${utc(now)}`,
  `SEQUENCE:${one.sequence}`,
  `STATUS:${one.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
  ...when(one),
  `SUMMARY:${text(one.title)}`,
  ...(one.place === undefined ? [] : [`LOCATION:${text(one.place)}`]),
  'CLASS:PRIVATE',
  'END:VEVENT',
]

/** A calendar to be fetched, in UTC throughout, as RFC 5545 and RFC 7986 have it. */
export const calendarText = ({ name, events, now, refreshHours }: CalendarWritten): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Holdfast//Appointments//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`,
    `X-PUBLISHED-TTL:PT${refreshHours}H`,
    ...events.flatMap(one => event(one, now)),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
