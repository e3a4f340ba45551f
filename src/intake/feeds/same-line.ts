import { isoDay } from '../../calendar/day.ts'
import { isoMoment, londonDay } from '../../calendar/moment.ts'
import type { Span } from '../../calendar/span.ts'
import type { Entry } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import type { Line } from '../../store/line.ts'

/** What of an entry says what became of an appointment; the rest is who wrote it, and when. */
const telling = [
  'kind',
  'appointment',
  'when',
  'to',
  'cancelledBy',
  'movedBy',
  'barrier',
  'seen',
  'insteadOf',
  'movedTo',
  'person',
] as const

const told = (entry: Entry): string =>
  JSON.stringify(telling.map(field => (entry as unknown as Record<string, unknown>)[field] ?? null))

/** Whether a line says another thing of an appointment than an entry does. */
export const lineDiffers = (entry: Entry, line: Line): boolean => {
  const result = readEntry(line)
  return 'entry' in result && told(result.entry) !== told(entry)
}

/** An entry that a code no longer bears out: what became of the appointment is not known. */
export const notKnownLine = (entry: Entry, code: string | undefined): Line => {
  const on: Span = { from: entry.from, to: entry.day, ...(entry.at === undefined ? {} : { at: entry.at }) }
  const appointment = 'appointment' in entry ? entry.appointment : undefined
  return {
    ...{ kind: 'outcome-not-known', on: on.at === undefined ? isoDay(on.to) : isoMoment(on.at), by: entry.by },
    ...{ written: isoDay(on.at === undefined ? entry.written : londonDay(on.at)), child: entry.child, appointment },
    ...(entry.author === undefined ? {} : { author: entry.author }),
    code: code ?? 'no code',
  }
}
