import type { Act, Said } from '../feeds/said.ts'
import { appointmentOf, codesOf, type Find } from './appointment.ts'
import { type Event, eventOf, findAct, isMerge } from './event.ts'
import { findMessage, type Message, type Segment, wordsOf } from './message.ts'
import { numbersOf, patientOf } from './patient.ts'
import { findMade } from './when.ts'

/** What a feed says of its sender, for what the sender does not say itself. */
export interface Sender {
  readonly charset: string | undefined
  /** Whose numbers the patients have where a number comes without an authority. */
  readonly authority: string | undefined
}

const mostPatients = 100

const ofPatient: readonly string[] = ['PID', 'PD1', 'PV1', 'PV2', 'MRG']

/** The segments of each patient: from one PID to the next. A message without a PID has one patient that nobody named. */
const spansOf = (segments: readonly Segment[]): readonly (readonly Segment[])[] => {
  const starts = segments.flatMap(({ id }, at) => (id === 'PID' ? [at] : [])).slice(0, mostPatients)
  if (starts.length <= 1) return [segments]
  return starts.map((start, n) => segments.slice(start, starts[n + 1]))
}

/** Looks in the patient's own segments, and for what is said of the appointment in all of them. */
const finder = (own: readonly Segment[], all: readonly Segment[]): Find => {
  const first = new Map<string, Segment>()
  const shared = all.filter(({ id }) => !ofPatient.includes(id))
  for (const segment of [...own, ...shared]) if (!first.has(segment.id)) first.set(segment.id, segment)
  return id => first.get(id)
}

// An update and an arrival are about an appointment only where they say something of one: a bed on a ward is none.
const isOfVisit = (message: Message, find: Find): boolean => {
  if (/^[IE]/iu.test(wordsOf(message, find('PV1'), 2) ?? '')) return false
  const codes = codesOf({ message, find }).filter(({ place }) => !place.startsWith('EVN'))
  return wordsOf(message, find('PV2'), 8) !== undefined || codes.length > 0
}

const isArrival = (message: Message, find: Find): boolean =>
  isOfVisit(message, find) ||
  (wordsOf(message, find('PV1'), 19) !== undefined && !/^[IE]/iu.test(wordsOf(message, find('PV1'), 2) ?? ''))

const isAboutOne = (message: Message, find: Find, { type, trigger }: Event): boolean => {
  if (type === 'ADT' && trigger === 'A08') return isOfVisit(message, find)
  return type === 'ADT' && trigger === 'A04' ? isArrival(message, find) : true
}

const actOf = (message: Message, find: Find, event: Event): Act | undefined => {
  const act = findAct(event, wordsOf(message, find('EVN'), 4), wordsOf(message, find('SCH'), 25))
  return act !== undefined && isAboutOne(message, find, event) ? act : undefined
}

const mergeOf = (message: Message, find: Find, authority: string | undefined): Said['merge'] => {
  const [pid, mrg] = [find('PID'), find('MRG')]
  if (pid === undefined || mrg === undefined) return undefined
  const [kept, gone] = [numbersOf(message, pid, 3, authority), numbersOf(message, mrg, 1, authority)]
  return kept.length === 0 || gone.length === 0 ? undefined : { kept, gone }
}

const saidOf = (message: Message, find: Find, { authority }: Sender): Said => {
  const [msh, evn, pid] = [find('MSH'), find('EVN'), find('PID')]
  const event = eventOf(message, msh, evn)
  const act = actOf(message, find, event)
  return {
    control: wordsOf(message, msh, 10),
    event: event.trigger === '' ? event.type : `${event.type}^${event.trigger}`,
    made: findMade(wordsOf(message, evn, 2)) ?? findMade(wordsOf(message, msh, 7)),
    patient: pid === undefined ? undefined : patientOf(message, pid, authority),
    appointment: act === undefined ? undefined : appointmentOf(act, { message, find }),
    merge: isMerge(event) ? mergeOf(message, find, authority) : undefined,
  }
}

/**
 * What an HL7 v2 message says, in words of ours: one for each patient in it, and none when it is not HL7 v2. It takes any
 * bytes and throws for none of them.
 */
export const sayHl7 = (bytes: Uint8Array, sender: Sender): readonly Said[] => {
  const message = findMessage(bytes, sender.charset)
  if (message === undefined) return []
  const { segments } = message
  return spansOf(segments).map(own => saidOf(message, finder(own, segments), sender))
}
