import { findNhsNumber } from '../../people/nhs-number.ts'
import type { AddressSaid, NumberSaid, PatientSaid } from '../feeds/said.ts'
import { fieldOf, type Message, partOf, repeatsOf, type Segment, wordsOf } from './message.ts'
import { findDate } from './when.ts'

/* Who a message is about: PID, as hospitals here fill it. */

const longestNumber = 200

/** A number with what was sent beside it: the authority (component 4) and the type (component 5). */
interface Sent {
  readonly number: string
  readonly authority: string | undefined
  readonly type: string | undefined
}

const findSent = (message: Message, repeat: string): Sent | undefined => {
  const number = partOf(message, repeat)
  if (number === undefined || number.length > longestNumber) return undefined
  const authority = partOf(message, repeat, 4) ?? partOf(message, repeat, 4, 2)
  return { number, authority, type: partOf(message, repeat, 5) }
}

const allSent = (message: Message, segment: Segment, field: number): readonly Sent[] =>
  repeatsOf(message, segment, field).flatMap(repeat => findSent(message, repeat) ?? [])

const nhsAuthority = /^(?:NHS|NHSNO|NHSNBR|NHSNMBR|NHS[ _-]?NUMBER|2\.16\.840\.1\.113883\.2\.1\.4\.1)$|\bnhs-number$/iu
const nhsType = /^(?:NH|HN|NHS|NHSNO|NHSNMBR|NHSN|NHS[ _-]?NUMBER)$/iu

const isNhs = ({ authority, type }: Sent): boolean => nhsAuthority.test(authority ?? '') || nhsType.test(type ?? '')

const oneDigit = /^(\d)\1*$/u

/** The numbers of a patient: which may be the NHS number, and which are the hospitals' own. */
interface Numbers {
  readonly nhs: readonly Sent[]
  readonly own: readonly Sent[]
}

// Of old PID-2 held the NHS number, with how far it was traced beside it; PID-19 is where other countries have theirs.
const numbersIn = (message: Message, pid: Segment): Numbers => {
  const listed = allSent(message, pid, 3)
  const second = allSent(message, pid, 2)
  const maybe = [...second.filter(one => !isNhs(one) && findNhsNumber(one.number) !== undefined)]
  const outside = allSent(message, pid, 19)
  const tens = outside.filter(({ number }) => /^[\d\s-]{10,}$/u.test(number))
  const own = [...listed, ...second.filter(one => !maybe.includes(one)), ...allSent(message, pid, 4)]
  return { nhs: [...own.filter(isNhs), ...maybe, ...tens], own: own.filter(one => !isNhs(one)) }
}

const isOf = (one: NumberSaid) => (other: NumberSaid) =>
  other.number === one.number && other.authority === one.authority

const eachOnce = (numbers: readonly NumberSaid[]): readonly NumberSaid[] =>
  numbers.filter((one, at) => numbers.findIndex(isOf(one)) === at)

const asSaid = ({ number, authority }: Sent, feeds: string | undefined): NumberSaid => ({
  number,
  authority: authority ?? feeds,
})

// One number that is not one, or two that both are: neither is the NHS number of somebody, and a person looks.
const nhsOf = ({ nhs }: Numbers): { readonly valid: string | undefined; readonly others: readonly NumberSaid[] } => {
  const valid = new Set(nhs.flatMap(({ number }) => findNhsNumber(number) ?? []))
  const [only] = valid.size === 1 ? valid : []
  const others = nhs.filter(({ number }) => findNhsNumber(number) === undefined && !oneDigit.test(number))
  const all = [...others.map(({ number }) => number), ...(only === undefined ? valid : [])]
  return { valid: only, others: all.map(number => ({ number, authority: 'NHS' })) }
}

/** The numbers of a field as they were sent (MRG-1); those without an authority have the feed's. */
export const numbersOf = (
  message: Message,
  segment: Segment,
  field: number,
  authority: string | undefined,
): readonly NumberSaid[] => eachOnce(allSent(message, segment, field).map(one => asSaid(one, authority)))

const firstWhere = (
  message: Message,
  repeats: readonly string[],
  component: number,
  types: RegExp,
): string | undefined =>
  repeats.find(repeat => types.test(partOf(message, repeat, component) ?? '')) ??
  repeats.find(repeat => [1, 2, 3].some(one => partOf(message, repeat, one) !== undefined))

const nameOf = (message: Message, pid: Segment): string | undefined => {
  const repeat = firstWhere(message, repeatsOf(message, pid, 5), 7, /^(?:L|CURRENT|OFFICIAL)$/iu) ?? ''
  const name = [2, 3, 1].flatMap(component => partOf(message, repeat, component) ?? []).join(' ')
  return name === '' ? undefined : name
}

const addressOf = (message: Message, pid: Segment): AddressSaid | undefined => {
  const repeat = firstWhere(message, repeatsOf(message, pid, 11), 7, /^(?:H|HOME|C|CURRENT|P)$/iu) ?? ''
  const lines = [1, 2, 3, 4].flatMap(component => partOf(message, repeat, component) ?? [])
  const postcode = partOf(message, repeat, 5)
  return lines.length === 0 && postcode === undefined ? undefined : { lines, postcode }
}

// The number itself, else as one text (component 12), else in its parts.
const telephoneIn = (message: Message, repeat: string): string | undefined => {
  const parts = [5, 6, 7].flatMap(component => partOf(message, repeat, component) ?? []).join(' ')
  return [partOf(message, repeat), partOf(message, repeat, 12), parts].find(
    one => one !== undefined && /\d{3}/u.test(one) && !one.includes('@'),
  )
}

const telephoneOf = (message: Message, pid: Segment): string | undefined =>
  repeatsOf(message, pid, 13).flatMap(repeat => telephoneIn(message, repeat) ?? [])[0]

const diedOf = (message: Message, pid: Segment): PatientSaid['died'] => {
  const [day, said] = [findDate(wordsOf(message, pid, 29)), wordsOf(message, pid, 30)]
  if (/^(?:N|NO)$/iu.test(said ?? '')) return undefined
  return day ?? (/^(?:Y|YES)$/iu.test(said ?? '') ? 'yes' : undefined)
}

/** The patient that a PID names. `authority` is whose numbers the feed carries, where the sender does not say. */
export const patientOf = (message: Message, pid: Segment, authority: string | undefined): PatientSaid => {
  const sent = numbersIn(message, pid)
  const { valid, others } = nhsOf(sent)
  return {
    numbers: eachOnce([...sent.own.map(one => asSaid(one, authority)), ...others]),
    nhs: valid,
    name: nameOf(message, pid),
    born: findDate(partOf(message, fieldOf(message, pid, 7))),
    address: addressOf(message, pid),
    telephone: telephoneOf(message, pid),
    died: diedOf(message, pid),
  }
}
