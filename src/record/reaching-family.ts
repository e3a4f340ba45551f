import type { Day } from '../calendar/day.ts'
import { serviceOfAgency } from '../people/service.ts'
import type { AppointmentStanding } from './appointment-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import { type Feared, fearedOn } from './feared.ts'
import type { PersonId } from './field.ts'
import { removalFrom } from './gone-from-family.ts'
import { homeOf } from './household.ts'
import { homeOn } from './person-standing.ts'
import { type Hold, type HoldCode, holdMeanings, leastOf, type ReachLevel } from './reaching-holds.ts'
import { all, childrenOf, type Picture } from './standing.ts'

/** Who is to be reached, on which day, about which children, and by which way. */
export interface Reaching {
  readonly person: PersonId
  readonly day: Day
  /**
   * About whom it is; an unborn child has an id of its own. Left out, it is asked whether anything at all may reach the
   * person: each thing that goes out is then asked about again, with its own children.
   */
  readonly children?: readonly PersonId[] | undefined
  /** By telephone or e-mail, unless it is a sheet of paper that somebody hands over. */
  readonly by?: 'message' | 'paper'
}

/** How much may reach a person by itself, and why not more. */
export interface Reach {
  readonly level: ReachLevel
  readonly holds: readonly Hold[]
}

type Agreed = EntryOf<'way-agreed'>

const bySameMeans = ({ way }: Agreed, by: Reaching['by']): boolean => (way === 'letter') === (by === 'paper')

/** What was last agreed with a person of how they are reached, for messages or for paper. */
export const wayAgreed = (stands: Picture, { person, day, by }: Reaching): Agreed | undefined =>
  all(stands, 'way-agreed').findLast(one => one.person === person && one.day <= day && bySameMeans(one, by))

const hold = (code: HoldCode, entry: Entry | undefined): readonly Hold[] =>
  entry === undefined ? [] : [{ code, entry }]

const isBy = (entry: Entry | undefined, day: Day): entry is Entry => entry !== undefined && entry.from <= day

/** A death of anybody of the family: of the person or the child for good; of another until it is agreed anew. */
const ofDeaths = (stands: Picture, asked: Reaching): readonly Hold[] =>
  [...stands.people.values()].flatMap(({ id, death }) => {
    if (!isBy(death, asked.day)) return []
    if (id === asked.person) return hold('person-died', death)
    if (asked.children?.includes(id)) return hold('child-died', death)
    const anew = all(stands, 'way-agreed').some(
      one => one.person === asked.person && one.day > death.day && one.day <= asked.day,
    )
    return anew ? [] : hold('death-in-family', death)
  })

/** A pregnancy that ended, an adoption, a removal of one child. */
const ofGoingOf = (stands: Picture, child: PersonId, { person, day }: Reaching): readonly Hold[] => {
  const { gone } = stands.people.get(child) ?? {}
  if (isBy(gone, day)) return hold(gone.kind === 'adopted' ? 'adopted' : 'pregnancy-ended', gone)
  return hold('removed', removalFrom(stands, child, person, day))
}

/** The same for the children whom it is about. Where it is about none by name, one child who is still here keeps it open. */
const ofGoing = (stands: Picture, asked: Reaching): readonly Hold[] => {
  const each = (asked.children ?? stands.children).map(child => ofGoingOf(stands, child, asked))
  return asked.children === undefined && each.some(holds => holds.length === 0) ? [] : each.flat()
}

/** Told after all, or no longer kept: what was decided not to be told stands until one of these. */
const wasTold = (stands: Picture, untold: EntryOf<'not-told'>, { person, day }: Reaching): boolean =>
  all(stands, 'restriction-reviewed').some(
    one =>
      one.answer === 'lifted' &&
      one.day >= untold.day &&
      one.day <= day &&
      (one.person === undefined || one.person === person),
  ) ||
  all(stands, 'told').some(
    one =>
      one.day >= untold.day &&
      one.day <= day &&
      (one.to.includes(person) || one.to.some(to => /^(?:the )?(?:family|parents)$/iu.test(to))) &&
      (untold.of === undefined || one.of.includes(untold.of)),
  )

const ofSecrets = (stands: Picture, asked: Reaching): readonly Hold[] =>
  all(stands, 'not-told')
    .filter(
      one =>
        one.from <= asked.day &&
        (one.person === undefined || one.person === asked.person) &&
        !wasTold(stands, one, asked),
    )
    .flatMap(one => hold('do-not-tell', one))

/** Suspected for any child of the family, and not explained after all. */
const ofInducedIllness = (stands: Picture, { day }: Reaching): readonly Hold[] => {
  const open = new Map<PersonId, Entry>()
  for (const entry of all(stands, 'perplexing-presentation')) {
    if (entry.from > day) continue
    const children = entry.person === undefined ? childrenOf(stands, entry) : [entry.person]
    for (const child of children)
      if (entry.step === 'suspected') open.set(child, entry)
      else if (entry.step === 'not-so') open.delete(child)
  }
  return [...open.values()].flatMap(entry => hold('induced-illness', entry))
}

const homeFor = (stands: Picture, person: PersonId, day: Day): string | undefined => {
  const standing = stands.people.get(person)
  return homeOf(stands, person, day) ?? (standing === undefined ? undefined : homeOn(standing, day))
}

/** Everybody to whom somebody is bound by a relationship, and the children whom they have together. */
const boundTo = (stands: Picture, person: PersonId): ReadonlySet<PersonId> => {
  const bound = new Set<PersonId>()
  for (const one of all(stands, 'relationship')) {
    if (one.person === person) bound.add(one.of)
    if (one.of === person) bound.add(one.person)
  }
  for (const { id, mother, father } of stands.people.values()) if (mother === person || father === person) bound.add(id)
  return bound
}

/** Whether two people live together, are or were partners, are kin, or have a child in common. */
const isClose = (stands: Picture, one: PersonId, other: PersonId, day: Day): boolean => {
  const home = homeFor(stands, one, day)
  if (home !== undefined && home === homeFor(stands, other, day)) return true
  const [ofOne, ofOther] = [boundTo(stands, one), boundTo(stands, other)]
  return ofOne.has(other) || ofOther.has(one) || [...ofOne].some(person => ofOther.has(person))
}

/** Whether it is feared of by this person: it names them at risk, or somebody close to them. */
const touches = (stands: Picture, feared: Feared, { person, day }: Reaching): boolean =>
  isClose(stands, person, feared.person, day) || ('person' in feared.entry && feared.entry.person === person)

/** What somebody last said of whether what comes to them is safe, and whether they were alone when they said so. */
interface SafetySaid {
  readonly entry: Entry
  readonly safe: boolean
  readonly alone: boolean
}

const safetySaid = (stands: Picture, { person, day, by }: Reaching): SafetySaid | undefined => {
  const ways = all(stands, 'way-agreed').flatMap((entry): readonly SafetySaid[] =>
    entry.safe === undefined || !bySameMeans(entry, by)
      ? []
      : [{ entry, safe: entry.safe, alone: entry.askedAlone !== false }],
  )
  const phones = all(stands, 'phone-safety-asked').flatMap((entry): readonly SafetySaid[] =>
    by === 'paper' ? [] : [{ entry, safe: entry.safe, alone: entry.alone }],
  )
  return [...ways, ...phones]
    .filter(({ entry }) => 'person' in entry && entry.person === person && entry.day <= day)
    .sort((one, other) => one.entry.day - other.entry.day)
    .at(-1)
}

/** Somebody close must not learn it, or the incident names nobody: then what comes is safe only where this person said so since. */
const ofTelephone = (stands: Picture, asked: Reaching, feared: readonly Feared[]): readonly Hold[] => {
  const said = safetySaid(stands, asked)
  if (said?.safe === false) return hold('way-not-safe', said.entry)
  const near = [...feared.filter(one => touches(stands, one, asked)), ...unnamed(stands, asked)]
  const last = near.sort((one, other) => one.entry.day - other.entry.day).at(-1)
  if (last === undefined) return []
  const isSafe = said?.safe === true && said.alone && said.entry.day >= last.entry.day
  return isSafe ? [] : hold('safety-not-asked', last.entry)
}

/** Whether somebody was asked alone whether what comes to their telephone is safe, and said yes. */
export const saysItIsSafe = (stands: Picture, asked: Reaching): boolean => {
  const said = safetySaid(stands, asked)
  return said?.safe === true && said.alone
}

/** Abuse or exploitation at home of which nobody wrote whose it was. */
const unnamed = (stands: Picture, { day, person }: Reaching): readonly Hold[] =>
  [
    ...all(stands, 'incident').filter(one => one.type === 'domestic' && one.alleged === undefined),
    ...all(stands, 'exploitation').filter(one => one.adult === undefined && one.person === person),
  ]
    .filter(one => one.from <= day)
    .flatMap(entry => hold(entry.kind === 'incident' ? 'abuse' : 'exploitation', entry))

/**
 * Whether anything automatic may reach a person of the family on a day, and whether it may name a time or a place. It
 * must be asked of the whole record, never of one reader's part of it, and again at the moment of sending. Whom a reason
 * concerns in one way is held in that way for every child of the family: what they learn of one they learn of all.
 */
export const reachingFamily = (stands: Picture, asked: Reaching): Reach => {
  const feared = fearedOn(stands, asked.day)
  const own = feared.filter(one => one.person === asked.person)
  const held = new Set(own.map(({ entry }) => entry))
  // Whom an entry names as feared is not at risk by the same entry: honour-based risk names the whole family but one.
  const others = feared.filter(one => one.person !== asked.person && !held.has(one.entry))
  const holds = once([
    ...ofDeaths(stands, asked),
    ...ofGoing(stands, asked),
    ...own,
    ...ofSecrets(stands, asked),
    ...ofInducedIllness(stands, asked),
    ...ofTelephone(stands, asked, others),
  ])
  return { level: leastOf(holds.map(({ code }) => holdMeanings[code].level)), holds }
}

const once = (holds: readonly Hold[]): readonly Hold[] => [
  ...new Map(holds.map(({ code, entry }) => [`${code} ${entry.id}`, { code, entry }])).values(),
]

const treatsMothers = new Set(['midwifery', 'hospital'])

/**
 * The children whom an appointment concerns. A mother's own with a midwife or a hospital, booked while she was expecting,
 * concerns the child whom she expected: nobody writes on it whether it was for that.
 */
export const childrenConcerned = (stands: Picture, appointment: AppointmentStanding): readonly PersonId[] => {
  const { children, person, agency, booked, first } = appointment
  if (person === undefined) return children
  const { from } = booked ?? first
  if (!treatsMothers.has(serviceOfAgency(agency))) return []
  return stands.pregnancies
    .filter(
      one =>
        one.mother === person &&
        one.known.from - from < 280 &&
        (one.ended?.day ?? from) >= from &&
        (one.birth?.day ?? from) >= from,
    )
    .map(one => one.unborn)
}

/** Whether anything automatic may go to a person at all. */
export const mayReach = ({ level }: Reach): boolean => level !== 'nothing'

/** Whether it may name a time or a place. */
export const mayNameTimeAndPlace = ({ level }: Reach): boolean => level === 'everything'

/** A reason as it is said to staff, and what would lift it. */
export interface HoldInWords {
  readonly says: string
  readonly lifts: string
}

const unseen: HoldInWords = {
  says: 'something on the record that you may not read',
  lifts: 'Ask the social worker or the safeguarding lead before anything goes out',
}

/** The reasons in words, for a member of staff: of those that rest on what they may not read only that there is one. */
export const holdsInWords = ({ holds }: Reach, maySee: (entry: Entry) => boolean): readonly HoldInWords[] => {
  const codes = new Set(holds.filter(({ entry }) => maySee(entry)).map(({ code }) => code))
  const seen = [...codes].map(code => ({ says: holdMeanings[code].says, lifts: holdMeanings[code].lifts }))
  return holds.some(({ entry }) => !maySee(entry)) ? [...seen, unseen] : seen
}
