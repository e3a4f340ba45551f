import { serviceOfAgency } from '../people/service.ts'
import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { inTurn } from './in-turn.ts'
import { firstAbout } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Disclosure = EntryOf<'disclosure'>

/** The children of a disclosure: those it is about, else those of the record of whom was told, else the child of the record. */
const toldOf = (picture: Picture, entry: Disclosure): readonly PersonId[] => {
  const named = (entry.of ?? []).filter(person => picture.children.includes(person))
  return entry.child === undefined && named.length > 0 ? named : childrenOf(picture, entry)
}

/** What probation was told of each child, by whoever told it. */
const disclosures = (
  picture: Picture,
): readonly { readonly child: PersonId; readonly told: readonly Disclosure[] }[] => {
  const held = new Map<string, { child: PersonId; told: Disclosure[] }>()
  for (const entry of all(picture, 'disclosure')) {
    if (serviceOfAgency(entry.by) !== 'probation') continue
    for (const child of toldOf(picture, entry)) {
      const name = `${child}|${entry.person}`
      const before = held.get(name)
      if (before === undefined) held.set(name, { child, told: [entry] })
      else before.told.push(entry)
    }
  }
  return [...held.values()]
}

const byProbation = (entry: EntryOf<'referral-made'>): boolean =>
  serviceOfAgency(entry.by) === 'probation' && isSocialCare(entry.to)

const disclosureReferred = rule({
  name: 'disclosure-referred',
  catalogue: 'R-PRO-3',
  says: 'Refer the child of whom a supervised person told, and ask what is known of domestic abuse',
  label: 'local setting',
  source: ownDefault('one working day after the disclosure'),
  limit: { workingDays: 1 },
  owner: 'probation-practitioner',
  ladder: ['senior-probation-officer'],
  find: (picture, owe) => {
    for (const { child, told } of disclosures(picture))
      inTurn(
        told,
        entry => entry,
        (entry, ordinal) =>
          owe({
            child,
            thing: entry.person,
            step: `${ordinal}`,
            because: [entry],
            since: entry.day,
            agency: entry.by,
            done: firstAbout(picture, all(picture, 'referral-made'), child, entry.day, byProbation),
          }),
      )
  },
})

/** Probation: what a supervised person tells of a child reaches social care (review 5.16). */
export const probationRules: readonly Rule[] = [disclosureReferred]
