import { findDay, getDay, type Moment } from '../../calendar/day.ts'
import { findMoment } from '../../calendar/moment.ts'
import type { Agency } from '../../people/service.ts'
import type { Entry } from '../../record/entry.ts'
import type { PersonId } from '../../record/field.ts'
import { picture } from '../../record/picture.ts'
import { readEntry } from '../../record/read-entry.ts'
import { excludedByDefault, type Feed } from '../../store/feeds.ts'
import type { Line } from '../../store/line.ts'
import { linesFor } from './lines-for.ts'
import type { MappingRow } from './meaning.ts'
import type { Act, AppointmentSaid, WhenSaid } from './said.ts'
import type { Ask, Whose } from './scene.ts'

/* For tests: what a hospital says of invented children, message by message, without a database. */

export const royal: Feed = {
  partnership: 1,
  id: 'royal',
  name: 'Royal hospital system',
  agency: 'hospital/royal' as Agency,
  sort: 'hl7',
  authority: 'RQ8',
  charset: undefined,
  hours: 72,
  excluded: excludedByDefault,
  made: 0 as Moment,
  ended: undefined,
}

/** A message in short: what it says, when it was made, and of which appointment, number "A1" unless said. */
export interface Short {
  readonly act: Act
  /** YYYY-MM-DD HH:MM */
  readonly made: string
  /** Its numbers; the empty list is none. */
  readonly n?: readonly string[]
  readonly start?: string
  readonly clinic?: string
  /** Codes as "SCH-25 5". */
  readonly codes?: readonly string[]
}

const whenOf = (text: string): WhenSaid => ({
  day: findDay(text.slice(0, 10)) ?? getDay('1900-01-01'),
  at: findMoment(text),
})

/** The appointment that a short message is about. */
export const appointmentIn = ({ act, n = ['A1'], start, clinic, codes = [] }: Short): AppointmentSaid => ({
  act,
  numbers: n.map(number => ({ number, authority: undefined })),
  start: start === undefined ? undefined : whenOf(start),
  end: undefined,
  clinic,
  site: undefined,
  consultant: undefined,
  purpose: undefined,
  codes: codes.map(code => ({
    place: code.split(' ')[0] ?? '',
    code: code.split(' ').slice(1).join(' '),
    words: undefined,
  })),
})

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('entry' in result) return result.entry
  throw new Error(JSON.stringify(result.problems))
}

/** Who and what is there before the first message. */
export interface Before {
  readonly rows?: readonly MappingRow[]
  readonly whose?: Whose
  readonly lines?: readonly Line[]
}

const maya: Whose = { child: 'maya' as PersonId, mother: undefined, born: getDay('2018-06-06') }
const people: readonly Line[] = [{ kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }]

/** What came of messages, in their order: the lines, what was asked of a person by each, and all entries. */
export const played = (messages: readonly Short[], { rows = [], whose = maya, lines = [] }: Before = {}) => {
  const entries = [...people, ...lines].map(read)
  const written: Line[] = []
  const asks: Ask[][] = []
  const newest = new Map<string, Moment>()
  const known = new Map<string, string>()
  for (const [at, short] of messages.entries()) {
    const appointment = appointmentIn(short)
    const made = findMoment(short.made) ?? (0 as Moment)
    const name = appointment.numbers.map(({ number }) => known.get(number)).find(one => one !== undefined)
    const done = linesFor({
      ...{ feed: royal, message: at + 1, part: '1', appointment, rows, whose, made, known: name },
      received: Math.max(made, findMoment('2026-06-30 12:00') ?? 0) as Moment,
      newest: name === undefined ? undefined : newest.get(name),
      stands: picture(entries),
    })
    written.push(...done.lines)
    asks.push([...done.asks])
    entries.push(...done.lines.map(read))
    if (done.appointment === undefined) continue
    for (const { number } of appointment.numbers) known.set(number, done.appointment)
    newest.set(done.appointment, Math.max(made, newest.get(done.appointment) ?? made) as Moment)
  }
  return { written, asks, stands: picture(entries) }
}

/** What the codes of this hospital mean. */
export const rows: readonly MappingRow[] = [
  { place: 'SCH-25', code: '5', means: 'missed' },
  { place: 'SCH-25', code: '6', means: 'attended' },
  { place: 'SCH-25', code: '7', means: 'came-too-late' },
  { place: 'SCH-25', code: 'Cancelled', means: 'cancelled-not-known-by-whom' },
  { place: 'ZU3-13', code: 'PAT', means: 'cancelled-by-family' },
  { place: 'ZU3-13', code: 'LIFT', means: 'cancelled-by-family', barrier: 'no-transport' },
  { place: 'ZU3-13', code: 'HOSP', means: 'cancelled-by-clinic' },
  { place: 'ZU3-13', code: 'MOVED', means: 'moved-by-clinic' },
  { code: 'wait', means: 'no-outcome-yet' },
]

/** A booking, a move, a change, a cancellation, a miss and a visit of one appointment. */
export const s12: Short = {
  act: 'booked',
  made: '2026-05-01 09:00',
  start: '2026-06-10 10:00',
  clinic: 'Kidney clinic',
}
export const s13: Short = { act: 'moved', made: '2026-05-10 09:00', start: '2026-06-12 10:00' }
export const s14: Short = { act: 'changed', made: '2026-05-11 09:00', start: '2026-06-10 10:00' }
export const s15: Short = { act: 'cancelled', made: '2026-05-12 09:00' }
export const s26: Short = { act: 'missed', made: '2026-06-10 17:00', start: '2026-06-10 10:00' }
export const came: Short = { act: 'attended', made: '2026-06-10 11:00', start: '2026-06-10 10:00' }
