import type { Act } from '../feeds/said.ts'
import { type Message, type Segment, wordsOf } from './message.ts'

/* What an event says by itself became of an appointment, before any code of the sender is read. */

const bookings: Readonly<Record<string, Act>> = {
  S12: 'booked',
  S13: 'moved',
  S14: 'changed',
  S15: 'cancelled',
  S16: 'cancelled',
  // Deletion: HL7 keeps it for what was never meant.
  S17: 'mistaken',
  S18: 'changed',
  S19: 'changed',
  S20: 'changed',
  S21: 'changed',
  S22: 'changed',
  S26: 'missed',
  // Check-out: they were there.
  Z02: 'attended',
}

const visits: Readonly<Record<string, Act>> = {
  A04: 'arrived',
  A05: 'booked',
  A08: 'changed',
  A38: 'cancelled',
}

// Some systems tell in EVN-4 what their one event stands for: an A38 with OPT-U is a new time under the old number (Lorenzo).
const byReason: readonly (readonly [RegExp, Act])[] = [
  [/^OPT-U$/u, 'moved'],
  [/^APPT_?(?:NEW|BOOK|SCHED)/u, 'booked'],
  [/^APPT_?(?:RE-?SCHED|MOVE)/u, 'moved'],
  [/^APPT_?CANCEL/u, 'cancelled'],
  [/^APPT_?(?:NO_?SHOW|DNA)/u, 'missed'],
  [/^APPT_?(?:ARRIVE|CHECK_?IN)/u, 'arrived'],
  [/^APPT_?(?:COMPLETE|CHECK_?OUT)/u, 'attended'],
  [/^APPT_?(?:CHANGE|UPDATE|MODIFY)/u, 'changed'],
]

const isCheckOut = (text: string | undefined): boolean => /^CHECK(?:ED)?[ _-]?OUT$/iu.test(text ?? '')

/** What a message is about, as MSH-9 names it, or as EVN-1 does where MSH-9 gives the half of it. */
export interface Event {
  readonly type: string
  readonly trigger: string
}

/** The event of a message: SIU and S26. */
export const eventOf = (message: Message, msh: Segment | undefined, evn: Segment | undefined): Event => {
  const [type = '', structured] = (wordsOf(message, msh, 9) ?? '').split('_')
  const structure = structured ?? wordsOf(message, msh, 9, 3)?.split('_')[1]
  return { type, trigger: wordsOf(message, msh, 9, 2) ?? wordsOf(message, evn, 1) ?? structure ?? '' }
}

/** What became of an appointment by the event; nothing when the event is about none. `reason` is EVN-4, `status` is SCH-25. */
export const findAct = (
  { type, trigger }: Event,
  reason: string | undefined,
  status: string | undefined,
): Act | undefined => {
  if (type !== 'SIU' && type !== 'ADT') return undefined
  const told = byReason.find(([words]) => words.test((reason ?? '').toUpperCase()))?.[1]
  const act = type === 'SIU' ? bookings[trigger] : visits[trigger]
  if (act === undefined && type === 'SIU' && trigger.startsWith('Z') && (isCheckOut(reason) || isCheckOut(status)))
    return 'attended'
  return act === undefined ? undefined : (told ?? act)
}

const merges: readonly string[] = ['A18', 'A34', 'A36', 'A40', 'A47']

/** Whether two numbers of one patient become one. */
export const isMerge = ({ type, trigger }: Event): boolean => type === 'ADT' && merges.includes(trigger)
