import type { Day } from '../calendar/day.ts'
import { agreedRulesOf, holdsUntil } from './agreed-rule-standing.ts'
import type { Entry, EntryOf } from './entry.ts'
import type { PersonId } from './field.ts'
import type { Hold, HoldCode } from './reaching-holds.ts'
import { all, childrenOf, type Picture } from './standing.ts'

/** Somebody who must not learn when and where the others are, and what says so. */
export interface Feared extends Hold {
  readonly person: PersonId
}

const feared = (code: HoldCode, entry: Entry, people: readonly (PersonId | undefined)[]): readonly Feared[] =>
  people.flatMap(person => (person === undefined ? [] : [{ code, entry, person }]))

const partnerly = new Set(['partner', 'former-partner'])

/** The partners, former partners and co-parents of somebody: who may be meant where a victim is named and nobody else. */
const partnersOf = (stands: Picture, person: PersonId): readonly PersonId[] => {
  const found = new Set<PersonId>()
  for (const { is, person: one, of } of all(stands, 'relationship'))
    if (partnerly.has(is)) {
      if (one === person) found.add(of)
      if (of === person) found.add(one)
    }
  for (const { mother, father } of stands.people.values()) {
    if (mother === person && father !== undefined) found.add(father)
    if (father === person && mother !== undefined) found.add(mother)
  }
  return [...found]
}

/** Whoever is named as having done it; where only the one at risk is named, everybody whom it may mean. */
const doneBy = (stands: Picture, adult: PersonId | undefined, victim: PersonId | undefined): readonly PersonId[] =>
  adult !== undefined ? [adult] : victim === undefined ? [] : partnersOf(stands, victim)

const incidentOf = (stands: Picture, dash: EntryOf<'dash'>): EntryOf<'incident'> | undefined =>
  all(stands, 'incident').findLast(one =>
    dash.incident === undefined ? one.day <= dash.day && one.type === 'domestic' : one.incident === dash.incident,
  )

/** Who is said to have done what a DASH follows, unless that is the one at risk. */
const allegedIn = (stands: Picture, dash: EntryOf<'dash'>): PersonId | undefined => {
  const alleged = incidentOf(stands, dash)?.alleged
  return alleged === dash.person ? undefined : alleged
}

const ofAbuse = (stands: Picture): readonly Feared[] => [
  ...all(stands, 'incident').flatMap(entry => feared('abuse', entry, [entry.alleged])),
  ...all(stands, 'dash').flatMap(entry =>
    feared('abuse', entry, doneBy(stands, allegedIn(stands, entry), entry.person)),
  ),
  ...all(stands, 'marac').flatMap(entry => feared('abuse', entry, doneBy(stands, entry.adult, entry.person))),
  ...all(stands, 'clares-law')
    .filter(({ step }) => step === 'disclosed')
    .flatMap(entry => feared('abuse', entry, doneBy(stands, undefined, entry.person))),
  ...all(stands, 'known-elsewhere')
    .filter(({ fact }) => fact === 'domestic-abuse')
    .flatMap(entry => feared('abuse', entry, doneBy(stands, entry.adult, entry.person))),
]

const ofExploitation = (stands: Picture): readonly Feared[] =>
  [
    ...all(stands, 'exploitation'),
    ...all(stands, 'known-elsewhere').filter(({ fact }) => fact === 'exploitation'),
  ].flatMap(entry => feared('exploitation', entry, [entry.adult]))

type Given = EntryOf<'agreed-rule'>
const byCourtOrPolice = new Set<Given['source']>(['non-molestation-order', 'bail', 'licence'])
const keepAway = new Set(['not-at-address', 'not-with-child', 'not-with-person'])
const alsoByCourt = new Set(['not-overnight', 'not-alone-with-child', 'other'])

/** An order, bail or a licence keeps away unless all it asks is something else; what was agreed only where it says so. */
const keepsAway = ({ source, terms }: Given): boolean =>
  byCourtOrPolice.has(source)
    ? terms === undefined || terms.some(term => keepAway.has(term) || alsoByCourt.has(term))
    : terms?.some(term => keepAway.has(term)) === true

const ofOrders = (stands: Picture, day: Day): readonly Feared[] =>
  agreedRulesOf(stands).flatMap(rule => {
    const until = holdsUntil(rule)
    const stopped = rule.ended !== undefined && rule.ended.day <= day
    const over = rule.given.day > day || stopped || (until !== undefined && until < day)
    return over || !keepsAway(rule.given) ? [] : feared('order', rule.given, rule.given.person ?? [])
  })

const conditions = /contact|molest|approach|address|exclu|unsupervised|keep away|\bchild/iu
const underConditions = (stands: Picture): readonly Feared[] =>
  all(stands, 'probation-begins')
    .filter(({ stage, order }) => stage === 'registered' || (order !== undefined && conditions.test(order)))
    .flatMap(entry => feared('order', entry, [entry.person]))

const keptFrom = (stands: Picture): readonly Feared[] =>
  stands.entries.flatMap(entry => (entry.hiddenFrom === undefined ? [] : feared('kept-from', entry, entry.hiddenFrom)))

/** Whoever plans it is rarely named: everybody of the family but the one at risk. */
const ofHonour = (stands: Picture): readonly Feared[] =>
  all(stands, 'honour-risk').flatMap(entry => {
    const atRisk = entry.person === undefined ? childrenOf(stands, entry) : [entry.person]
    return feared(
      'honour-risk',
      entry,
      [...stands.people.keys()].filter(one => !atRisk.includes(one)),
    )
  })

/** It was looked at again and lifted, for this person or for all, on or after the day of what it rested on. */
const isLifted = (stands: Picture, { person, entry }: Feared, day: Day): boolean =>
  entry.kind !== 'agreed-rule' &&
  all(stands, 'restriction-reviewed').some(
    one =>
      one.answer === 'lifted' &&
      one.day >= entry.day &&
      one.day <= day &&
      (one.person === undefined || one.person === person),
  )

/**
 * Everybody who must not learn times and places on a day, with each reason. An order of a court ends by itself or by an
 * entry that says so; all else stands until somebody looks again and lifts it.
 */
export const fearedOn = (stands: Picture, day: Day): readonly Feared[] =>
  [
    ...ofAbuse(stands),
    ...ofExploitation(stands),
    ...ofOrders(stands, day),
    ...underConditions(stands),
    ...keptFrom(stands),
    ...ofHonour(stands),
  ].filter(one => one.entry.from <= day && !isLifted(stands, one, day))
