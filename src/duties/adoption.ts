import type { Day } from '../calendar/day.ts'
import { type Role, serviceOfRole } from '../people/role.ts'
import { type Agency, type Service, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { Rule } from './rule.ts'

/** An agency adopts rules from a day, or gives them up. */
export type AdoptionWord = EntryOf<'rule-adopted' | 'rule-given-up'>

/** What the agencies of a partnership have adopted: from which day it counts, and every word on it in order of day. */
export interface Adoption {
  /** Before this day all rules count as adopted. */
  readonly since: Day
  readonly words: readonly AdoptionWord[]
}

/** The agency for which a word was given. */
export const agencyOfWord = (word: AdoptionWord): Agency => word.agency ?? word.by

const isOn = (word: AdoptionWord, rule: string): boolean => word.rule.includes(rule) || word.rule.includes('all')

/** What the agencies' entries say of adoption; nothing where it never began, and then all rules count as adopted. */
export const adoptionFrom = (entries: readonly Entry[]): Adoption | undefined => {
  const begins = entries.filter(entry => entry.kind === 'adoption-begins')
  if (begins.length === 0) return undefined
  const words = entries.filter(entry => entry.kind === 'rule-adopted' || entry.kind === 'rule-given-up')
  return {
    since: Math.min(...begins.map(({ day }) => day)) as Day,
    words: words.sort((one, other) => one.day - other.day),
  }
}

/** The words of each agency on one rule, in order of day. */
type Said = ReadonlyMap<Agency, readonly AdoptionWord[]>

const known = new WeakMap<Adoption, Map<string, Said>>()

const saidOf = (adoption: Adoption, rule: string): Said => {
  const held = known.get(adoption) ?? new Map<string, Said>()
  known.set(adoption, held)
  const said =
    held.get(rule) ??
    Map.groupBy(
      adoption.words.filter(word => isOn(word, rule)),
      agencyOfWord,
    )
  held.set(rule, said)
  return said
}

const lastOn = (words: readonly AdoptionWord[] | undefined, day: Day): AdoptionWord | undefined =>
  words?.findLast(word => word.day <= day)

/** The agency itself before the service that it is a place of; a service where any of its places has. */
const wordFor = (said: Said, agency: Agency | undefined, day: Day): AdoptionWord | undefined => {
  const own = agency === undefined ? undefined : lastOn(said.get(agency), day)
  if (own !== undefined) return own
  for (const [other, words] of said) {
    if (agency !== undefined && !sameAgency(agency, other)) continue
    const last = lastOn(words, day)
    if (last?.kind === 'rule-adopted') return last
  }
  return undefined
}

/** Whoever stands outside a partnership adopts nothing in it: there anybody's adoption counts. */
const outside: ReadonlySet<Service> = new Set(['other', 'family'])

/** Whose adoption counts for a duty: its agency's, else that of the service in which its role is held; anybody's where neither is here. */
const adopterOf = (agency: Agency | undefined, owner: Role): Agency | undefined => {
  const service = agency === undefined ? serviceOfRole(owner) : serviceOfAgency(agency)
  return outside.has(service) ? undefined : (agency ?? (service as string as Agency))
}

/** The word by which a rule is adopted for a duty whose clock starts on a day; nothing where it only suggests. */
const findAdoption = (
  adoption: Adoption,
  rule: string,
  whose: { readonly agency: Agency | undefined; readonly owner: Role },
  day: Day,
): AdoptionWord | undefined => {
  const word = wordFor(saidOf(adoption, rule), adopterOf(whose.agency, whose.owner), day)
  return word?.kind === 'rule-adopted' ? word : undefined
}

/** Whether a rule only suggests on a day: it is not statutory, and whose it is has not adopted it (design, "Duties"). */
export const isSuggested = (
  adoption: Adoption | undefined,
  rule: Rule,
  whose: { readonly agency: Agency | undefined; readonly owner: Role },
  day: Day,
): boolean =>
  adoption !== undefined &&
  rule.label !== 'statutory' &&
  day >= adoption.since &&
  findAdoption(adoption, rule.name, whose, day) === undefined

/** The agencies that adopt a rule on a day, each with the word by which they do. */
export const adoptersOn = (adoption: Adoption, rule: string, day: Day): readonly AdoptionWord[] =>
  [...saidOf(adoption, rule).values()].flatMap(words => {
    const last = lastOn(words, day)
    return last?.kind === 'rule-adopted' ? [last] : []
  })

/** Every agency that ever said a word on adoption. */
export const agenciesThatSpoke = ({ words }: Adoption): readonly Agency[] => [...new Set(words.map(agencyOfWord))]
