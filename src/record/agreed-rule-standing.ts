import { type Day, firstDay } from '../calendar/day.ts'
import { byDay } from './by-day.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import { homeOf } from './household.ts'
import { homeOn, plainAddress } from './person-standing.ts'
import { movesTo, type Sighting, sightingsOf, wasAt, wasWith } from './sighting.ts'
import { all, childrenOf, isAbout, type Picture, planOn } from './standing.ts'

type Given = EntryOf<'agreed-rule'>
type Term = NonNullable<Given['terms']>[number]

/** A rule that was agreed or ordered, for one child, and what became of it. */
export interface AgreedRule {
  readonly id: string
  readonly child: PersonId
  readonly given: Given
  readonly reviews: readonly EntryOf<'agreed-rule-reviewed'>[]
  /** What ended it, or took its place under the same id. */
  readonly ended: Entry | undefined
}

const isOf = (stands: Picture, { id, child }: Pick<AgreedRule, 'id' | 'child'>, entry: AboutRule): boolean =>
  entry.agreedRule === undefined ? isAbout(stands, entry, child) : entry.agreedRule === id

type AboutRule = EntryOf<'agreed-rule-checked' | 'agreed-rule-broken' | 'agreed-rule-reviewed'>

/** A rule of a plan ends with that plan; what a court or the police ordered does not. */
const planEnd = (stands: Picture, child: PersonId, { source, plan, day }: Given): Entry | undefined => {
  if (plan === undefined && source !== 'plan') return undefined
  const standing = plan === undefined ? planOn(stands, child, day) : stands.plans.find(one => one.id === plan)
  return standing?.ended
}

const ruleFor = (stands: Picture, given: Given, child: PersonId): AgreedRule => {
  const which = { id: given.agreedRule ?? (given.root as string), child }
  const reviews = all(stands, 'agreed-rule-reviewed').filter(
    entry => entry.day >= given.day && isOf(stands, which, entry),
  )
  const next = all(stands, 'agreed-rule').find(
    one => one !== given && one.agreedRule === which.id && isLater(one, given),
  )
  const ends = [reviews.find(one => one.answer === 'ended'), next, planEnd(stands, child, given)]
  return { ...which, given, reviews, ended: ends.filter(one => one !== undefined).sort(byDay)[0] }
}

const isLater = (one: Entry, other: Entry): boolean =>
  one.day > other.day || (one.day === other.day && one.written > other.written)

/** Every rule of a record that was agreed or ordered, once for each child. */
export const agreedRulesOf = (stands: Picture): readonly AgreedRule[] =>
  all(stands, 'agreed-rule').flatMap(given => childrenOf(stands, given).map(child => ruleFor(stands, given, child)))

/** The rule that an entry says, for one child, as it would stand on a record: the entry may not be on it yet. */
export const agreedRule = ruleFor

/** The last day on which a rule holds, as it was last said; nothing when it was never said. */
export const holdsUntil = ({ given, reviews }: AgreedRule): Day | undefined =>
  reviews.findLast(one => one.until !== undefined)?.until ?? given.until

/** Whether a rule can be checked: it says whom it binds and what it asks. */
export const isCheckable = ({ person, terms }: Given): boolean =>
  person !== undefined && terms?.some(term => term !== 'other') === true

interface Asked {
  readonly stands: Picture
  readonly rule: AgreedRule
  readonly people: readonly PersonId[]
  readonly seen: readonly Sighting[]
}

const some = (people: readonly PersonId[], wanted: readonly PersonId[]) => people.some(one => wanted.includes(one))

const entriesOf = ({ seen }: Asked, fits: (one: Sighting) => boolean): readonly Entry[] =>
  seen.filter(fits).map(one => one.entry)

const atAddress = ({ stands, rule: { child, given } }: Asked, one: Sighting) => wasAt(stands, one, child, given.address)

const withOthers = (asked: Asked): readonly Entry[] => {
  const { stands, people, rule } = asked
  const others = rule.given.awayFrom ?? []
  const homes = (day: Day) => others.map(one => homeIn(stands, one, day)).filter(home => home !== undefined)
  return [
    ...entriesOf(
      asked,
      one =>
        some(one.there, people) &&
        (some(one.there, others) || homes(one.entry.day).some(home => wasAt(stands, one, rule.child, home))),
    ),
    ...others.flatMap(one =>
      all(stands, 'lives-at').filter(entry => entry.person.includes(one) && some(entry.person, people)),
    ),
    ...all(stands, 'relationship').filter(
      entry =>
        entry.is === 'partner' && some([entry.person, entry.of], people) && some([entry.person, entry.of], others),
    ),
  ]
}

const homeIn = (stands: Picture, person: PersonId, day: Day): string | undefined => {
  const standing = stands.people.get(person)
  return standing === undefined ? undefined : homeOn(standing, day)
}

const livesElsewhere = ({ stands, people, rule: { child, given } }: Asked): readonly Entry[] => {
  const wanted = given.address === undefined ? homeOf(stands, child, given.day) : plainAddress(given.address)
  if (wanted === undefined) return []
  return all(stands, 'lives-at').filter(entry => some(entry.person, people) && plainAddress(entry.address) !== wanted)
}

const isWord = (word: string): boolean =>
  word.length > 3 && !/^(?:clinic|appointment|service|course|group|with|from)$/u.test(word)
const wordsIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter(isWord)

/** What was missed is what the rule asks when they share a word that says which: an adult’s other appointments are nobody’s business here. */
const notAttended = ({ stands, people, rule: { given } }: Asked): readonly Entry[] => {
  const wanted = new Set(wordsIn(given.attends ?? ''))
  return stands.appointments.flatMap(({ absent, attended, excuse, person, clinic }) =>
    absent !== undefined &&
    attended === undefined &&
    excuse === undefined &&
    person !== undefined &&
    people.includes(person) &&
    wordsIn(`${clinic ?? ''} ${absent.text ?? ''}`).some(word => wanted.has(word))
      ? [absent]
      : [],
  )
}

const intoxicated = (asked: Asked) => entriesOf(asked, one => some(one.intoxicated, asked.people))

/** The entries that show that a rule of each sort was not kept. What cannot be seen from entries is said by hand. */
const shownBy: Record<Term, (asked: Asked) => readonly Entry[]> = {
  'not-at-address': asked => [
    ...entriesOf(asked, one => some(one.there, asked.people) && atAddress(asked, one)),
    ...movesTo(asked.stands, asked.people, asked.rule.child, asked.rule.given.address),
  ],
  'not-overnight': asked => [
    ...entriesOf(asked, one => some(one.overnight, asked.people) && atAddress(asked, one)),
    ...movesTo(asked.stands, asked.people, asked.rule.child, asked.rule.given.address),
  ],
  'not-with-child': asked => [
    ...entriesOf(asked, one => wasWith(asked.stands, one, asked.rule.child, asked.people)),
    ...movesTo(asked.stands, asked.people, asked.rule.child),
  ],
  'not-alone-with-child': () => [],
  'not-with-person': withOthers,
  'lives-at-address': livesElsewhere,
  'no-alcohol': intoxicated,
  'no-drugs': intoxicated,
  attends: notAttended,
  other: () => [],
}

const namedBy = (stands: Picture, rule: AgreedRule): readonly Entry[] => {
  const { person = [] } = rule.given
  return [
    ...all(stands, 'agreed-rule-broken').filter(
      entry =>
        isOf(stands, rule, entry) &&
        (entry.agreedRule !== undefined ||
          entry.person === undefined ||
          person.length === 0 ||
          person.includes(entry.person)),
    ),
    ...all(stands, 'agreed-rule-checked').filter(entry => entry.kept === false && isOf(stands, rule, entry)),
  ].filter(entry => entry.day >= rule.given.day)
}

/** Whether a rule held on a day. What is of the day on which it was made may have come before it. */
const held = (rule: AgreedRule, from: Day, { day }: Entry): boolean => {
  const until = holdsUntil(rule)
  return day > from && (until === undefined || day <= until) && (rule.ended === undefined || day <= rule.ended.day)
}

/** What shows that terms of a rule were not kept after a day: in order, each entry once. */
export const shownBroken = (
  stands: Picture,
  rule: AgreedRule,
  terms: readonly Term[] = rule.given.terms ?? [],
  from: Day = rule.given.day,
): readonly Entry[] => {
  const { person } = rule.given
  if (person === undefined || terms.length === 0) return []
  const asked: Asked = { stands, rule, people: person, seen: sightingsOf(stands, rule.child) }
  const shown = terms.flatMap(term => shownBy[term](asked)).filter(entry => held(rule, from, entry))
  return [...new Set(shown)].sort(byDay)
}

/** Everything that says or shows that a rule was not kept while it held, in order. */
export const brokenBy = (stands: Picture, rule: AgreedRule): readonly Entry[] =>
  [...new Set([...namedBy(stands, rule), ...shownBroken(stands, rule, safetyTerms(rule))])].sort(byDay)

/** The terms of a rule that are about safety today: all but what somebody is to attend. */
const safetyTerms = ({ given }: AgreedRule): readonly Term[] => (given.terms ?? []).filter(term => term !== 'attends')

/** What a rule would have caught, had it always been agreed. */
export const wouldCatch = (stands: Picture, rule: AgreedRule): readonly Entry[] =>
  shownBroken(stands, rule, rule.given.terms, firstDay)
