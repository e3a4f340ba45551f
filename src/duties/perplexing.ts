import type { EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { firstSince } from './attendance.ts'
import { informed } from './informed.ts'
import { earliest, endedBy } from './reading.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

type Perplexing = EntryOf<'perplexing-presentation'>
type Step = Perplexing['step']

const childrenIn = (picture: Picture, entry: Perplexing): readonly PersonId[] =>
  entry.person === undefined ? childrenOf(picture, entry) : [entry.person]

/** The first entry of any of these steps about a child from an entry on. */
const stepAfter = (
  picture: Picture,
  child: PersonId,
  from: Perplexing,
  steps: readonly Step[],
): Perplexing | undefined =>
  all(picture, 'perplexing-presentation').find(
    entry => entry.day >= from.day && steps.includes(entry.step) && childrenIn(picture, entry).includes(child),
  )

/** The first time each of these steps was written of each child. */
const firstOf = (
  picture: Picture,
  steps: readonly Step[],
): readonly { readonly child: PersonId; readonly entry: Perplexing }[] => {
  const found = new Map<PersonId, Perplexing>()
  for (const entry of all(picture, 'perplexing-presentation'))
    if (steps.includes(entry.step))
      for (const child of childrenIn(picture, entry)) if (!found.has(child)) found.set(child, entry)
  return [...found].map(([child, entry]) => ({ child, entry }))
}

const healthView = rule({
  name: 'one-health-view',
  catalogue: 'beyond',
  says: 'Agree one view of the child’s health with all who treat the child, from a chronology of all health care',
  shape: 'contradiction',
  label: 'local setting',
  source: ownDefault('twenty working days after somebody notices that what is reported and what is found do not agree'),
  limit: { workingDays: 20 },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const { child, entry } of firstOf(picture, ['noticed'])) {
      const done = stepAfter(picture, child, entry, ['health-view'])
      const over = stepAfter(picture, child, entry, ['suspected', 'not-so'])
      owe({ child, thing: 'perplexing', because: [entry], since: entry.day, ...endedBy(done, over) })
    }
  },
})

const rehabilitation = rule({
  name: 'rehabilitation-planned',
  catalogue: 'beyond',
  says: 'Agree with the family and the school a plan for the child’s health and education, or hold a strategy discussion',
  label: 'local setting',
  source: ownDefault('ten working days after one view of the child’s health was agreed'),
  limit: { workingDays: 10 },
  owner: 'lead-paediatrician',
  ladder: ['named-doctor', 'designated-doctor'],
  find: (picture, owe) => {
    for (const { child, entry } of firstOf(picture, ['health-view'])) {
      const done = earliest(
        stepAfter(picture, child, entry, ['plan']),
        firstSince(picture, 'strategy-discussion', { child, day: entry.day }),
      )
      owe({
        ...{ child, thing: 'perplexing', because: [entry], since: entry.day },
        ...endedBy(done, stepAfter(picture, child, entry, ['not-so'])),
      })
    }
  },
})

const suspectedReferred = rule({
  name: 'induced-illness-referred',
  catalogue: 'beyond',
  says: 'Refer to social care and hold a strategy discussion, without a word to the parents before it is agreed who tells them',
  label: 'local setting',
  source: ownDefault('the same day, as for any reasonable cause to suspect significant harm'),
  limit: { hours: 24 },
  owner: 'named-doctor',
  ladder: ['designated-doctor', 'team-manager'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const { child, entry } of firstOf(picture, ['suspected'])) {
      const of = { child, day: entry.day }
      const done = earliest(
        firstSince(picture, 'referral-made', of, made => made.to.startsWith('social-care')),
        firstSince(picture, 'strategy-discussion', of),
        firstSince(picture, 'section47-started', of),
      )
      owe({
        ...{ child, thing: 'perplexing', because: [entry], since: entry.day },
        ...endedBy(done, stepAfter(picture, child, entry, ['not-so'])),
      })
    }
  },
})

const discussing = new Set(['strategy-discussion', 'section47-started', 'conference-held'] as const)

const suspectedDiscussed = rule({
  name: 'induced-illness-discussed',
  catalogue: 'beyond',
  says: 'Hold a strategy discussion with the police and the lead paediatrician, without a word to the parents before it is agreed who tells them',
  label: 'local setting',
  source: ownDefault(
    'two working days after social care knows of the suspicion; a referral alone, or a decision without the paediatrician, does not settle it',
  ),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'designated-doctor'],
  find: (picture, owe) => {
    for (const { child, entry } of firstOf(picture, ['suspected'])) {
      const known = informed(picture, { child, entry }, ['social-care', 'emergency-duty'])
      if (known === undefined || discussing.has(known.kind as 'conference-held')) continue
      const of = { child, day: known.day }
      const done = earliest(...[...discussing].map(kind => firstSince(picture, kind, of)))
      owe({
        ...{ child, thing: 'perplexing', because: known === entry ? [entry] : [entry, known], since: known.day },
        ...endedBy(done, stepAfter(picture, child, entry, ['not-so'])),
      })
    }
  },
})

/** What is reported of an illness and what is found do not agree. Its sight is restricted, and a parent never sees it. */
export const perplexingRules: readonly Rule[] = [healthView, rehabilitation, suspectedReferred, suspectedDiscussed]
