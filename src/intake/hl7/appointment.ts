import type { Moment } from '../../calendar/day.ts'
import { londonDay } from '../../calendar/moment.ts'
import type { Act, AppointmentSaid, CodeSaid, NumberSaid, WhenSaid } from '../feeds/said.ts'
import { fieldOf, type Message, partOf, type Segment, wordsOf } from './message.ts'
import { findWhen } from './when.ts'

/* The appointment of a message, looked for wherever hospitals here put its parts. */

/** Finds the segment of a name that belongs to the patient at hand. */
export type Find = (id: string) => Segment | undefined

interface Looked {
  readonly message: Message
  readonly find: Find
}

/** A field, and of it a component: where something may stand. */
type Place = readonly [segment: string, field: number, component: number]

const at = ({ message, find }: Looked, [id, field, component]: Place): string | undefined =>
  wordsOf(message, find(id), field, component)

const firstAt = <T>(looked: Looked, places: readonly Place[], read: (text: string) => T | undefined): T | undefined => {
  for (const place of places) {
    const text = at(looked, place)
    const found = text === undefined ? undefined : read(text)
    if (found !== undefined) return found
  }
  return undefined
}

const asItIs = (text: string): string => text

// TQ1 is newer than SCH-11, which is kept beside it with what once stood there.
const starts: readonly Place[] = [
  ['TQ1', 7, 1],
  ['SCH', 11, 4],
  ['AIS', 4, 1],
  ['PV2', 8, 1],
]
const ends: readonly Place[] = [
  ['TQ1', 8, 1],
  ['SCH', 11, 5],
]

const minutesIn = (looked: Looked): number | undefined => {
  const length = Number(at(looked, ['SCH', 9, 1]) ?? Number.NaN)
  const minutes = /^M/iu.test(at(looked, ['SCH', 10, 1]) ?? '') && length > 0 && length <= 24 * 60
  return minutes ? length : undefined
}

const afterMinutes = (start: Moment, minutes: number): WhenSaid => {
  const moment = (start + minutes * 60_000) as Moment
  return { day: londonDay(moment), at: moment }
}

const endOf = (looked: Looked, start: WhenSaid | undefined): WhenSaid | undefined => {
  const sent = firstAt(looked, ends, findWhen)
  if (start?.at === undefined || (sent?.at ?? 0) > start.at) return sent
  const minutes = minutesIn(looked)
  return minutes === undefined ? undefined : afterMinutes(start.at, minutes)
}

const numberAt = ({ message, find }: Looked, [id, field, component]: Place): NumberSaid | undefined => {
  const segment = find(id)
  const number = wordsOf(message, segment, field)
  if (number === undefined || number.length > 200) return undefined
  return { number, authority: wordsOf(message, segment, field, component) }
}

const numbersOf = (looked: Looked): readonly NumberSaid[] => {
  const all = [['SCH', 2, 2] as const, ['SCH', 1, 2] as const, ['PV1', 19, 4] as const]
  const found = all.flatMap(place => numberAt(looked, place) ?? [])
  return found.filter(({ number }, index) => found.findIndex(other => other.number === number) === index)
}

const isSentence = (text: string): boolean => /\p{L}.*\s/u.test(text)

// The code of a clinic, and its name where a component holds one: the ninth by the standard, the second by custom.
const clinicIn = (looked: Looked, id: string, field: number): string | undefined => {
  const code = at(looked, [id, field, 1])
  const described = at(looked, [id, field, 9])
  const second = at(looked, [id, field, 2])
  if (described !== undefined) return code === undefined ? described : `${described} (${code})`
  const named = code !== undefined && second !== undefined && isSentence(second) && second !== code
  return named ? `${code}, ${second}` : code
}

const clinicInZbx = (looked: Looked): string | undefined => {
  if (!/CLINIC|^$/iu.test(at(looked, ['ZBX', 3, 1]) ?? '')) return undefined
  const [code, name] = [at(looked, ['ZBX', 5, 1]), at(looked, ['ZBX', 5, 2])]
  return name !== undefined && code !== undefined ? `${name} (${code})` : (name ?? code)
}

const reasonIn = (looked: Looked, field: number): string | undefined =>
  at(looked, ['SCH', field, 2]) ?? at(looked, ['SCH', field, 1])

const clinicOf = (looked: Looked): string | undefined =>
  clinicIn(looked, 'PV1', 3) ?? clinicIn(looked, 'AIL', 3) ?? clinicInZbx(looked) ?? reasonIn(looked, 7)

const sites: readonly Place[] = [
  ['PV1', 3, 4],
  ['AIL', 3, 4],
  ['PV1', 3, 7],
  ['AIL', 3, 7],
]

const nameAt = (looked: Looked, id: string, field: number): string | undefined => {
  const [family, given] = [at(looked, [id, field, 2]), at(looked, [id, field, 3])]
  if (family === undefined) return undefined
  return [at(looked, [id, field, 6]), given, family].filter(part => part !== undefined).join(' ')
}

const isThing = (looked: Looked): boolean =>
  /EQUIP|DEVICE|ROOM/iu.test(`${at(looked, ['AIG', 4, 1])} ${at(looked, ['AIG', 4, 2])}`)

const doctors = [
  ['PV1', 7],
  ['PV1', 9],
  ['AIP', 3],
] as const

/** Whom the family is to see: by name where any place has one, else by a code, else the free text of a resource. */
const consultantOf = (looked: Looked): string | undefined => {
  const named = doctors.flatMap(([id, field]) => nameAt(looked, id, field) ?? [])
  const coded = doctors.flatMap(([id, field]) => at(looked, [id, field, 1]) ?? [])
  const resource = isThing(looked) ? undefined : (at(looked, ['AIG', 3, 2]) ?? at(looked, ['AIG', 3, 1]))
  return named[0] ?? coded[0] ?? resource
}

const purposes: readonly Place[] = [
  ['SCH', 7, 2],
  ['SCH', 7, 1],
  ['AIS', 3, 2],
  ['AIS', 3, 1],
  ['PV2', 3, 2],
]

// Whatever may say what became of it, who cancelled it or why. Which of them counts is for the feed's mapping.
const codePlaces = [
  ['SCH', 25],
  ['SCH', 6],
  ['SCH', 8],
  ['EVN', 4],
  ['AIS', 10],
  ['ZU3', 3],
  ['ZU3', 4],
  ['ZU3', 13],
] as const

const mostComponents = 8

const codeAt = ({ message, find }: Looked, [id, field]: readonly [string, number]): readonly CodeSaid[] => {
  const segment = find(id)
  if (segment === undefined) return []
  const whole = fieldOf(message, segment, field)
  const parts = Array.from({ length: mostComponents }, (_, index) => partOf(message, whole, index + 1))
  const [code, words] = parts.filter(part => part !== undefined)
  return code === undefined ? [] : [{ place: `${id}-${field}`, code, words }]
}

/** The codes of a message, each with the place where it stood. */
export const codesOf = (looked: Looked): readonly CodeSaid[] => codePlaces.flatMap(place => codeAt(looked, place))

/** What a message says of the appointment that its event is about. */
export const appointmentOf = (act: Act, looked: Looked): AppointmentSaid => {
  const start = firstAt(looked, starts, findWhen)
  return {
    act,
    numbers: numbersOf(looked),
    start,
    end: endOf(looked, start),
    clinic: clinicOf(looked),
    site: firstAt(looked, sites, asItIs),
    consultant: consultantOf(looked),
    purpose: firstAt(looked, purposes, asItIs),
    codes: codesOf(looked),
  }
}
