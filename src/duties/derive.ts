import type { Day } from '../calendar/day.ts'
import { type Due, dueFrom, type Limit } from '../calendar/limit.ts'
import { serviceOfRole } from '../people/role.ts'
import { type Agency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { isSuggested } from './adoption.ts'
import { type InForce, inForce, mayStart } from './in-force.ts'
import { type Duty, type Ending, earlierOn, type FirstLayer, type Owe, type Owed, type Rule } from './rule.ts'
import { rules } from './rules.ts'
import { limitOn, noSettings, ownerOn, type Settings } from './settings.ts'

type WordOnDuty = EntryOf<'done-elsewhere' | 'set-aside'>

/** What people wrote about duties by name: done elsewhere, or set aside. Most records hold none. */
const wordsOnDuties = (picture: Picture): ReadonlyMap<string, readonly WordOnDuty[]> => {
  const words = new Map<string, WordOnDuty[]>()
  for (const entry of [...all(picture, 'done-elsewhere'), ...all(picture, 'set-aside')]) {
    words.set(entry.rule, [...(words.get(entry.rule) ?? []), entry])
  }
  return words
}

/** Setting aside what is statutory, a met condition or a conference takes two signatures, never that of the one in default alone. */
export const takesTwo = (rule: Rule): boolean =>
  rule.label === 'statutory' || /^R-(CTG-2|ICPC|CLS)/u.test(rule.catalogue)
const mayEnd = (rule: Rule, word: WordOnDuty): boolean =>
  word.kind === 'done-elsewhere' || (word.signedBy?.length ?? 0) >= (takesTwo(rule) ? 2 : 1)

/** The day that counts: when it was done, not when it was written down. */
const dayOfWord = (word: WordOnDuty): Day => (word.kind === 'done-elsewhere' ? (word.done ?? word.day) : word.day)

/** Whether a word of the rule is on this duty: its thing, its child, and no older than its clock. */
const isOn = (picture: Picture, owed: Pick<Owed, 'thing' | 'since' | 'child'>, word: WordOnDuty): boolean =>
  (word.thing === undefined || word.thing === owed.thing) &&
  dayOfWord(word) >= owed.since &&
  isAbout(picture, word, owed.child)

/** The last word by which somebody set a duty aside that waits for a second signature; until then it stays owed. */
export const setAsideByOne = (picture: Picture, duty: Duty): EntryOf<'set-aside'> | undefined =>
  all(picture, 'set-aside').findLast(
    word => word.rule === duty.rule.name && isOn(picture, duty, word) && !mayEnd(duty.rule, word),
  )

const endedByWord = (picture: Picture, rule: Rule, owed: Owed, words: readonly WordOnDuty[]): Ending | undefined => {
  const word = words.find(one => isOn(picture, owed, one) && mayEnd(rule, one))
  if (word === undefined) return undefined
  return { how: word.kind, entry: word, day: dayOfWord(word) }
}

/** An act of "about" days may have been done on the first of them: nothing is called late that may have been in time. */
const earliestDay = (done: Entry, since: Day): Day =>
  done.from === done.day ? done.day : (Math.max(done.from, since) as Day)

const endingOf = (owed: Owed): Ending | undefined => {
  if (owed.done !== undefined)
    return { how: 'done', entry: owed.done, day: owed.doneOn ?? earliestDay(owed.done, owed.since) }
  return owed.over === undefined ? undefined : { how: owed.over.how, entry: owed.over.entry, day: owed.over.entry.day }
}

const earlier = (one: Ending | undefined, other: Ending | undefined): Ending | undefined =>
  one === undefined ? other : other === undefined || one.day <= other.day ? one : other

const dueOf = (owed: Owed, limit: Limit): Due =>
  owed.due ?? dueFrom(owed.since, limit, owed.because[0].day === owed.since ? owed.because[0].at : undefined)

interface Deriving {
  readonly picture: Picture
  readonly settings: Settings
  readonly words: ReadonlyMap<string, readonly WordOnDuty[]>
  readonly ends: ReadonlyMap<string, { readonly death: Entry | undefined; readonly gone: Entry | undefined }>
}

/** Children for whom something ended everything: a death freezes what is owed, a pregnancy's end or an adoption ends it. */
const endsOfChildren = (picture: Picture): Deriving['ends'] => {
  const ends = new Map<string, { death: Entry | undefined; gone: Entry | undefined }>()
  for (const person of picture.people.values()) {
    if (person.death !== undefined || person.gone !== undefined)
      ends.set(person.id, { death: person.death, gone: person.gone })
  }
  return ends
}

const noAgencies: readonly Agency[] = []

/** Whose it is: as the record says, else as the partnership has settled it, else as the rule has it. */
const whoseOf = (settings: Settings, rule: Rule, owed: Owed): Pick<Duty, 'owner' | 'agency'> => {
  const set = owed.owner === undefined ? ownerOn(rule, settings, owed.since) : undefined
  if (set === undefined) return { owner: owed.owner ?? rule.owner, agency: owed.agency }
  const stays = owed.agency !== undefined && serviceOfAgency(owed.agency) === serviceOfRole(set.role)
  return { owner: set.role, agency: set.agency ?? (stays ? owed.agency : undefined) }
}

const clockOf = (rule: Rule, owed: Owed): string | undefined => {
  if (owed.due === undefined || owed.limit !== undefined) return undefined
  return rule.earlier === undefined ? rule.clock : (earlierOn(rule, owed.since) ?? rule).clock
}

/** The key of a duty begins with rule and child: `start`, which hundreds of duties have in common. */
const make = (deriving: Deriving, rule: Rule, owed: Owed, start: string): Duty | undefined => {
  const ends = rule.afterDeath ? undefined : deriving.ends.get(owed.child)
  if (ends !== undefined && owed.since > (ends.death ?? ends.gone ?? owed.because[0]).day) return undefined
  const limit = owed.limit ?? limitOn(rule, deriving.settings, owed.since)
  const words = deriving.words.size === 0 ? undefined : deriving.words.get(rule.name)
  const byWord = words === undefined ? undefined : endedByWord(deriving.picture, rule, owed, words)
  const gone = ends?.gone
  const ended = earlier(
    earlier(endingOf(owed), byWord),
    gone === undefined ? undefined : { how: 'no-longer', entry: gone, day: gone.day },
  )
  const step = owed.step ?? ''
  const { owner, agency } = whoseOf(deriving.settings, rule, owed)
  return {
    key: `${start}${owed.thing}|${step}`,
    rule,
    child: owed.child,
    thing: owed.thing,
    step,
    owner,
    agency,
    because: owed.because,
    since: owed.since,
    opens: owed.opens ?? owed.since,
    due: dueOf(owed, limit),
    limit,
    clock: clockOf(rule, owed),
    ended: ended !== undefined && ends?.death !== undefined && ended.day > ends.death.day ? undefined : ended,
    frozen: ends?.death?.day,
    projected: owed.projected ?? false,
    watchers: owed.watchers ?? noAgencies,
    of: owed.of,
    suggested:
      deriving.settings.adoption !== undefined &&
      isSuggested(deriving.settings.adoption, rule, { agency, owner }, owed.since),
  }
}

/** A rule with the days on which its clocks may start. */
type Held = readonly [Rule, InForce]

const layersOf = (settings: Settings): readonly (readonly Held[])[] => {
  const held = rules.flatMap((rule): Held[] => {
    const days = inForce(rule, settings)
    return days === undefined ? [] : [[rule, days]]
  })
  return [1, 2].map(layer => held.filter(([rule]) => rule.layer === layer))
}

const known = new WeakMap<Settings, ReturnType<typeof layersOf>>()

/** The rules of each layer that hold under these settings; worked out once for them. */
const layersFor = (settings: Settings): ReturnType<typeof layersOf> => {
  const layers = known.get(settings) ?? layersOf(settings)
  known.set(settings, layers)
  return layers
}

/**
 * Every duty that a picture raises, with when it opens, falls due and ended; a day is only a way to look at them.
 * First the rules that read the picture alone, then those that also read the first ones' duties (design, section 4).
 * Within the settings of a partnership; keys are unique.
 */
export const derive = (picture: Picture, settings: Settings = noSettings): readonly Duty[] => {
  const deriving: Deriving = { picture, settings, words: wordsOnDuties(picture), ends: endsOfChildren(picture) }
  const duties: Duty[] = []
  const byRule = new Map<string, Duty[]>()
  let ofFirst = 0
  const first: FirstLayer = name =>
    name === '*' ? duties.slice(0, ofFirst).filter(({ suggested }) => !suggested) : (byRule.get(name) ?? [])
  for (const layer of layersFor(settings)) {
    ofFirst = duties.length
    for (const held of layer) apply(deriving, held, duties, byRule, first)
  }
  return duties
}

const apply = (
  deriving: Deriving,
  [rule, days]: Held,
  duties: Duty[],
  byRule: Map<string, Duty[]>,
  first: FirstLayer,
): void => {
  let own: Raised | undefined
  let [child, start]: [string | undefined, string] = [undefined, '']
  const owe: Owe = owed => {
    if (owed.child !== child) {
      child = owed.child
      start = `${rule.name}|${child}|`
    }
    const duty = mayStart(days, owed.since) ? make(deriving, rule, owed, start) : undefined
    if (duty === undefined) return undefined
    own ??= { duties: [], places: new Map() }
    raise(own, duty)
    return duty
  }
  rule.find(deriving.picture, owe, rule.layer === 1 ? noneYet : first, (day: Day) =>
    limitOn(rule, deriving.settings, day),
  )
  if (own === undefined) return
  byRule.set(rule.name, own.duties)
  for (const duty of own.duties) duties.push(duty)
}

/** What a rule raised, and where each stands: by its thing; where several are of one thing, by step and child. */
interface Raised {
  readonly duties: Duty[]
  readonly places: Map<string, number | Map<string, number>>
}

const stepAndChild = ({ step, child }: Duty): string => `${step}|${child}`

/**
 * The place of a duty that was raised before with the same key; where there is none, this one's place is noted. The name
 * of a thing is at hand, while keys would have to be put together and read for hundreds that are raised once.
 */
const placeBefore = ({ duties, places }: Raised, duty: Duty): number | undefined => {
  const held = places.get(duty.thing)
  if (held === undefined) {
    places.set(duty.thing, duties.length)
    return undefined
  }
  const several = typeof held === 'number' ? new Map([[stepAndChild(duties[held] ?? duty), held]]) : held
  if (several !== held) places.set(duty.thing, several)
  const name = stepAndChild(duty)
  const place = several.get(name)
  if (place === undefined) several.set(name, duties.length)
  return place
}

/** What is written twice is owed once, and what is still open is not hidden by what ended. */
const raise = (raised: Raised, duty: Duty): void => {
  const place = placeBefore(raised, duty)
  if (place === undefined) raised.duties.push(duty)
  else if (raised.duties[place]?.ended !== undefined && duty.ended === undefined) raised.duties[place] = duty
}

const noneYet: FirstLayer = () => []

/** The state of a duty on a day. What stood open when a child died stays as it was on that day. */
export type State =
  | 'not-yet'
  | 'open'
  | 'late'
  | 'suggested'
  | 'done'
  | 'done-late'
  | 'set-aside'
  | 'no-longer'
  | 'overtaken'

/** How a duty stands on a day: not yet begun, open, late, or ended and how. What only suggests is never open nor late. */
export const stateOn = (duty: Duty, day: Day): State => {
  const on = duty.frozen !== undefined && duty.frozen < day ? duty.frozen : day
  const { ended } = duty
  if (ended !== undefined && ended.day <= on) return endedState(duty, ended)
  if (duty.opens > on) return 'not-yet'
  if (duty.suggested) return 'suggested'
  return on > duty.due.day ? 'late' : 'open'
}

const endedState = (duty: Duty, ended: Ending): State => {
  if (ended.how !== 'done' && ended.how !== 'done-elsewhere') return ended.how
  return !duty.suggested && wasLate(duty, ended) ? 'done-late' : 'done'
}

/** By the clock where both clocks are known, else by the day. */
const wasLate = (duty: Duty, ended: Ending): boolean =>
  duty.due.at !== undefined && ended.entry.at !== undefined && ended.entry.day === ended.day
    ? ended.entry.at > duty.due.at
    : ended.day > duty.due.day

/** The last day up to which a duty's lateness counts, seen on a day: until it ended, until the child died, else that day. */
export const countedUntil = (duty: Duty, day: Day): Day =>
  Math.min(day, duty.ended?.day ?? day, duty.frozen ?? day) as Day
