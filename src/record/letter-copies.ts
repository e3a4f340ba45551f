import type { Day } from '../calendar/day.ts'
import { findRole, serviceOfRole } from '../people/role.ts'
import { findAgency, type Service, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { AppointmentStanding } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { workingOn } from './network-standing.ts'
import { holdersFor, isToPerson, perhapsHolders } from './responsibility.ts'
import { all, isAbout, type Picture } from './standing.ts'

type Letter = EntryOf<'letter-sent'>
export type CopyDecision = EntryOf<'copy-decided'>

/** A miss of one child, by which its letter is found. */
export interface MissOf {
  readonly child: PersonId
  readonly appointment: Pick<AppointmentStanding, 'id' | 'agency' | 'children'>
  readonly entry: Entry
  readonly day: Day
}

/** To whom a copy of the letter after a miss goes: a service, or a person of the family. */
export type CopyTo =
  | { readonly service: Service; readonly person?: undefined }
  | { readonly person: PersonId; readonly service?: undefined; readonly verified: boolean }

/** One copy, and what became of it. */
export interface LetterCopy {
  readonly to: CopyTo
  /** The letter that last went to them, whatever became of it. */
  readonly sent: Letter | undefined
  /** The first one that went to them. */
  readonly first: Letter | undefined
  readonly back: Entry | undefined
  readonly received: Entry | undefined
  /** The last word on whether it goes to them. */
  readonly decided: CopyDecision | undefined
}

/** Community health, which gets a copy where it works with the child. */
export const communityServices: readonly Service[] = ['health-visiting', 'school-nursing', 'community-nursing']

const namesOf = ({ appointment, entry }: MissOf): readonly string[] => [appointment.id, entry.id, entry.root]

const isForChild = (stands: Picture, entry: Entry, { appointment: { children }, child }: MissOf): boolean =>
  entry.child === undefined && children.length === 1 ? children[0] === child : isAbout(stands, entry, child)

/** The letters after a miss: those that name it, and those of its clinic that name nothing. */
export const lettersAfter = (stands: Picture, miss: MissOf): readonly Letter[] =>
  all(stands, 'letter-sent').filter(letter => {
    if (letter.day < miss.day) return false
    if (letter.about !== undefined) return namesOf(miss).includes(letter.about) && isForChild(stands, letter, miss)
    return sameAgency(letter.by, miss.appointment.agency) && isAbout(stands, letter, miss.child)
  })

const serviceNamed = (word: string): Service | undefined => {
  const agency = findAgency(word)
  if (agency !== undefined) return serviceOfAgency(agency)
  const role = findRole(word)
  return role === undefined ? undefined : serviceOfRole(role)
}

/** Tells whether what was sent to some was sent to one of them. */
const goesTo = (stands: Picture, to: CopyTo, { child, day }: MissOf): ((words: readonly string[]) => boolean) => {
  const { person } = to
  if (person === undefined) return words => words.some(word => serviceNamed(word) === to.service)
  const name = stands.people.get(person)?.name?.toLowerCase()
  return words =>
    isToPerson(stands, words, { person, child, day }) || words.some(word => word.trim().toLowerCase() === name)
}

/** Those to whom the letter goes: the GP, community health that works with the child, and each parent who may have it. */
const copiesGoTo = (stands: Picture, { child, day }: MissOf): readonly CopyTo[] => {
  const working = new Set(workingOn(stands.network, child, day).map(one => serviceOfAgency(one.agency)))
  const people = (ids: readonly PersonId[], verified: boolean) => ids.map(person => ({ person, verified }))
  return [
    { service: 'gp' },
    ...communityServices.filter(service => working.has(service)).map(service => ({ service })),
    ...people(holdersFor(stands, child, day), true),
    ...people(perhapsHolders(stands, child, day), false),
  ]
}

const decisionFor = (stands: Picture, miss: MissOf, { person }: CopyTo): CopyDecision | undefined =>
  person === undefined
    ? undefined
    : all(stands, 'copy-decided').findLast(
        one =>
          one.person === person &&
          one.day >= miss.day &&
          (one.appointment === undefined ? isAbout(stands, one, miss.child) : namesOf(miss).includes(one.appointment)),
      )

type Fits = (words: readonly string[]) => boolean

/** What shows that a letter came back from somebody, or that it reached them. */
const backOf = (stands: Picture, letter: Letter, miss: MissOf, fits: Fits): Entry | undefined => {
  const names: readonly string[] = [letter.id, letter.root]
  const isOf = (name: string | undefined, about: string | undefined): boolean =>
    name === undefined ? about !== undefined && namesOf(miss).includes(about) : names.includes(name)
  return (
    all(stands, 'letter-returned').find(
      one =>
        one.day >= letter.day &&
        isOf(one.letter, one.about) &&
        (one.to === undefined ? letter.to.length === 1 || one.letter !== undefined : fits([one.to])),
    ) ?? all(stands, 'bounced').find(one => one.of.some(name => names.includes(name)) && fits(one.to))
  )
}

const receivedOf = (stands: Picture, letter: Letter, fits: Fits): Entry | undefined =>
  [letter.id, letter.root]
    .flatMap((name: string) => stands.receipts.get(name) ?? [])
    .find(receipt => receipt.kind !== 'told' && fits(receipt.to))

/** Every copy of the letter after a miss, one by one: to whom, and whether it was sent, came back, arrived or is withheld. */
export const copiesOf = (stands: Picture, miss: MissOf): readonly LetterCopy[] => {
  const letters = lettersAfter(stands, miss)
  return copiesGoTo(stands, miss).map(to => {
    const fits = goesTo(stands, to, miss)
    const own = letters.filter(letter => fits(letter.to))
    const [first, sent] = [own[0], own.at(-1)]
    const decided = decisionFor(stands, miss, to)
    if (sent === undefined) return { to, first, sent, decided, back: undefined, received: undefined }
    return {
      ...{ to, first, sent, decided },
      back: backOf(stands, sent, miss, fits),
      received: receivedOf(stands, sent, fits),
    }
  })
}

/**
 * The entry by which a copy is settled: it was sent, or it was decided that it does not go. Nobody owes a copy to a parent
 * of whom the record does not say that they hold responsibility.
 */
export const settledBy = ({ first, decided }: LetterCopy): Entry | undefined => {
  const withheld = decided?.answer === 'withhold' ? decided : undefined
  if (first !== undefined && withheld !== undefined) return first.day <= withheld.day ? first : withheld
  return first ?? withheld
}

/** Whether a copy is owed at all. */
export const isCopyOwed = ({ to }: LetterCopy): boolean => to.person === undefined || to.verified
