import { isoDay } from '../../calendar/day.ts'
import { nameKey } from '../../people/name-key.ts'
import type { PersonId } from '../../record/field.ts'
import type { Feed } from '../../store/feeds.ts'
import type { AppointmentKnown, FeedNumber, Known, KnownBy, Learnt, Match, OnRecord } from '../../store/matching.ts'
import { authorityOf } from './appointment-id.ts'
import type { NumberSaid, PatientSaid, Said } from './said.ts'

/* Whose message it is. It decides nothing where two could be right: then a person is asked. */

/** What was found out before of all numbers and people of some messages. */
export interface Facts {
  readonly matches: readonly Match[]
  readonly appointments: readonly AppointmentKnown[]
  readonly known: readonly Known[]
}

/** Why a person is asked whose message it is. */
export type AskWhose = 'candidates' | 'number-of-another' | 'unmatched-before' | 'merge-of-two'
/** Why a message is held until it is destroyed. */
export type Held = 'nobody' | 'no-patient' | 'excluded-clinic' | 'closed'

/** Whose a message is, as far as its numbers and dates say. */
export type WhoseFound =
  | { readonly found: Known; readonly matches: readonly number[]; readonly learn: readonly Learnt[] }
  | { readonly ask: AskWhose; readonly candidates: readonly OnRecord[] }
  | { readonly held: Held }

/** The authority under which an NHS number is kept as one of a feed's. It finds nobody by itself. */
export const nhsAuthority = 'NHS'

const feedNumber = (feed: Feed, said: NumberSaid): FeedNumber => ({
  feed: feed.id,
  authority: authorityOf(said, feed),
  number: said.number.trim(),
})

/** The hospital numbers of a patient, each once. */
export const numbersOf = (feed: Feed, numbers: readonly NumberSaid[]): readonly FeedNumber[] => [
  ...new Map(
    numbers
      .map(one => feedNumber(feed, one))
      .filter(({ number, authority }) => number !== '' && authority !== nhsAuthority)
      .map(one => [nameOf(one), one]),
  ).values(),
]

/** A number as a name, to be found by. */
export const nameOf = ({ feed, authority, number }: FeedNumber): string => `${feed}|${authority}|${number}`

const nhsNumber = (feed: Feed, nhs: string): FeedNumber => ({ feed: feed.id, authority: nhsAuthority, number: nhs })

/** All numbers of a message by which anybody was matched before. */
export const askedNumbers = (feed: Feed, { patient, merge }: Said): readonly FeedNumber[] => [
  ...numbersOf(feed, [...(patient?.numbers ?? []), ...(merge?.kept ?? []), ...(merge?.gone ?? [])]),
  ...(patient?.nhs === undefined ? [] : [nhsNumber(feed, patient.nhs)]),
]

/** The numbers of the appointment of a message. */
export const appointmentNumbers = (feed: Feed, { appointment }: Said): readonly FeedNumber[] =>
  numbersOf(feed, appointment?.numbers ?? [])

/** By what of a message somebody on a record may be known. */
export const knownBy = (all: readonly Said[]): Omit<KnownBy, 'on'> => ({
  nhs: all.flatMap(({ patient }) => patient?.nhs ?? []),
  named: all.flatMap(({ patient }) =>
    patient?.name === undefined || patient.born === undefined
      ? []
      : [{ key: nameKey(patient.name), born: patient.born }],
  ),
})

/** Whom a message is about, as names by which two of one patient are known to belong together. */
export const keysOf = (feed: Feed, said: Said): readonly string[] => [
  ...knownKeys(said.patient ?? {}),
  ...askedNumbers(feed, said)
    .filter(({ authority }) => authority !== nhsAuthority)
    .map(one => `m|${nameOf(one)}`),
  ...appointmentNumbers(feed, said).map(one => `a|${nameOf(one)}`),
]

/** The same of somebody on a record: by NHS number, with the day of birth and without, and by name and day of birth. */
export const knownKeys = ({
  nhs,
  born,
  name,
  nameKey: key = name === undefined ? undefined : nameKey(name),
}: Partial<Pick<PatientSaid, 'nhs' | 'born' | 'name'> & Pick<Known, 'nameKey'>>): readonly string[] => [
  ...(nhs === undefined ? [] : [`s|${nhs}`]),
  ...(nhs === undefined || born === undefined ? [] : [`n|${nhs}|${isoDay(born)}`]),
  ...(key === undefined || born === undefined ? [] : [`k|${key}|${isoDay(born)}`]),
]

const isSame = (one: OnRecord, other: OnRecord): boolean => one.record === other.record && one.person === other.person

const once = (people: readonly OnRecord[]): readonly OnRecord[] => [
  ...new Map(people.map(({ record, person }) => [`${record}|${person}`, { record, person }])).values(),
]

/** Whether what a message says of its patient can be somebody: another NHS number or another day of birth cannot. */
const contradicts = ({ nhs, born }: PatientSaid, known: Known): boolean => {
  if (nhs !== undefined && known.nhs !== undefined) return nhs !== known.nhs
  return born !== undefined && known.born !== undefined && born !== known.born
}

const getKnown = (facts: Facts, one: OnRecord): Known =>
  facts.known.find(known => isSame(known, one)) ?? {
    ...{ record: one.record, person: one.person as PersonId, nhs: undefined, born: undefined, nameKey: undefined },
    // Whether they are a child of it, the record says once it is read.
    child: true,
  }

/** The children of whom a message may be: of one NHS number, or of one name and day of birth. */
export const candidatesOf = (facts: Facts, patient: PatientSaid): readonly OnRecord[] => {
  const key = patient.name === undefined ? undefined : nameKey(patient.name)
  const isLike = ({ nhs, born, nameKey: name }: Known): boolean =>
    (nhs !== undefined && nhs === patient.nhs) ||
    (key !== undefined && name === key && born !== undefined && born === patient.born)
  return once(facts.known.filter(known => known.child && isLike(known)))
}

/** By the hospital's own number: it was somebody's before, and nothing in the message says that it is somebody else's. */
const byNumber = (feed: Feed, patient: PatientSaid, facts: Facts): WhoseFound | undefined => {
  const names = new Set(numbersOf(feed, patient.numbers).map(nameOf))
  const held = facts.matches.filter(match => !match.ended && names.has(nameOf(match)))
  const [first] = held
  if (first === undefined) return undefined
  const people = once(held)
  const known = getKnown(facts, first)
  if (people.length > 1 || contradicts(patient, known))
    return { ask: 'number-of-another', candidates: once([...people, ...candidatesOf(facts, patient)]) }
  const fresh = numbersOf(feed, patient.numbers).filter(one => !held.some(match => nameOf(match) === nameOf(one)))
  const learn = fresh.map(one => ({ ...one, ...onRecord(known), how: 'came-with-a-known-number', by: 'holdfast' }))
  return { found: known, matches: held.map(({ match }) => match), learn }
}

const onRecord = ({ record, person }: OnRecord): OnRecord => ({ record, person })

/** Whether somebody has said of one of these numbers that it was not theirs, and nobody since that it is. */
const isUndone = (before: readonly Match[]): boolean =>
  before.some(one => one.ended && !before.some(other => !other.ended && nameOf(other) === nameOf(one)))

/** By NHS number and day of birth together, and only where nobody has said before that it was somebody else. */
const byNhs = (feed: Feed, patient: PatientSaid, facts: Facts): WhoseFound | undefined => {
  const { nhs, born } = patient
  if (nhs === undefined || born === undefined) return undefined
  const alike = facts.known.filter(known => known.nhs === nhs && known.born === born)
  const people = alike.some(({ child }) => child) ? alike.filter(({ child }) => child) : alike
  const [known] = people
  if (known === undefined) return undefined
  if (people.length > 1 && known.child) return { ask: 'candidates', candidates: once(people) }
  const numbers = [...numbersOf(feed, patient.numbers), nhsNumber(feed, nhs)]
  const names = new Set(numbers.map(nameOf))
  const before = facts.matches.filter(match => names.has(nameOf(match)) && isSame(match, known))
  if (isUndone(before)) return { ask: 'unmatched-before', candidates: [onRecord(known)] }
  const learn = numbers.map(one => ({ ...one, ...onRecord(known), how: 'nhs-number-and-birth', by: 'holdfast' }))
  return { found: known, matches: before.filter(({ ended }) => !ended).map(({ match }) => match), learn }
}

/** Without a patient, by the number of an appointment that is somebody's already. */
const byAppointment = (feed: Feed, said: Said, facts: Facts): WhoseFound => {
  const names = new Set(appointmentNumbers(feed, said).map(nameOf))
  const held = facts.appointments.filter(one => names.has(nameOf(one)))
  const [first] = held
  if (first === undefined || once(held).length > 1) return { held: 'no-patient' }
  return { found: getKnown(facts, first), matches: held.flatMap(({ match }) => match ?? []), learn: [] }
}

const saysNothing = ({ numbers, nhs, name, born }: PatientSaid): boolean =>
  numbers.length === 0 && nhs === undefined && (name === undefined || born === undefined)

const clinicWords = ({ appointment }: Said): string =>
  ` ${[appointment?.clinic, appointment?.site, appointment?.purpose].map(text => nameKey(text ?? '')).join(' ')} `

/** Whether a message comes from a clinic of which nothing is taken in. */
export const isExcluded = ({ excluded }: Pick<Feed, 'excluded'>, said: Said): boolean => {
  if (said.appointment === undefined) return false
  const words = clinicWords(said)
  return excluded.some(one => nameKey(one) !== '' && words.includes(` ${nameKey(one)} `))
}

const maternity = / (?:maternity|antenatal|ante natal|midwi\p{L}*|obstetric\p{L}*|fetal|foetal) /u

/** Whether an appointment of an adult is one for an unborn child. */
export const isMaternity = ({ agency }: Pick<Feed, 'agency'>, said: Said): boolean =>
  said.appointment !== undefined && (agency.startsWith('midwifery') || maternity.test(clinicWords(said)))

/** Whose a message is where a person has said so. */
export const assignedIs = (feed: Feed, said: Said, facts: Facts, one: OnRecord): WhoseFound => {
  if (isExcluded(feed, said)) return { held: 'excluded-clinic' }
  const names = new Set(askedNumbers(feed, said).map(nameOf))
  const held = facts.matches.filter(match => !match.ended && names.has(nameOf(match)) && isSame(match, one))
  return { found: getKnown(facts, one), matches: held.map(({ match }) => match), learn: [] }
}

/** Whose a message is. */
export const whoseIs = (feed: Feed, said: Said, facts: Facts): WhoseFound => {
  if (isExcluded(feed, said)) return { held: 'excluded-clinic' }
  const { patient } = said
  if (patient === undefined || saysNothing(patient)) return byAppointment(feed, said, facts)
  const found = byNumber(feed, patient, facts) ?? byNhs(feed, patient, facts)
  if (found !== undefined) return found
  const candidates = candidatesOf(facts, patient)
  return candidates.length === 0 ? { held: 'nobody' } : { ask: 'candidates', candidates }
}

/** Two numbers that became one: what the one was, the other is; of two people a person decides. */
export const mergedIs = (feed: Feed, { kept, gone }: NonNullable<Said['merge']>, facts: Facts): WhoseFound => {
  const numbers = numbersOf(feed, [...kept, ...gone])
  const names = new Set(numbers.map(nameOf))
  const held = facts.matches.filter(match => !match.ended && names.has(nameOf(match)))
  const [first] = held
  if (first === undefined) return { held: 'nobody' }
  if (once(held).length > 1) return { ask: 'merge-of-two', candidates: once(held) }
  const learn = numbers.map(one => ({ ...one, ...onRecord(first), how: 'merged', by: 'holdfast' }))
  return { found: getKnown(facts, first), matches: held.map(({ match }) => match), learn }
}
