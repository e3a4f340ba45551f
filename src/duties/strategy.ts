import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import type { DiscussionStanding } from '../record/strategy-standing.ts'
import { inTurn, isBefore } from './in-turn.ts'
import { type Held, minutesFor, minutesOf, minutesSent } from './minutes.ts'
import { earliest, endedBy, firstAbout } from './reading.ts'
import { type Owed, ownDefault, procedure, type Rule, rule } from './rule.ts'
import { strategyOutcomes } from './strategy-outcome.ts'
import { strategyInvited, strategyQuorate } from './strategy-present.ts'

type Concern = EntryOf<'concern'>

/** Each child's concerns that give reasonable cause to suspect significant harm. */
const harms = (picture: Picture): ReadonlyMap<PersonId, readonly Concern[]> => {
  const found = new Map<PersonId, Concern[]>()
  for (const entry of all(picture, 'concern')) {
    if (entry.harm !== true && entry.immediate !== true) continue
    for (const child of childrenOf(picture, entry)) {
      const held = found.get(child)
      if (held === undefined) found.set(child, [entry])
      else held.push(entry)
    }
  }
  return found
}

const decidedAgainst = (entry: EntryOf<'referral-decided'>): boolean =>
  /^(?:no[\s-]further[\s-]action|nfa)\W*$/iu.test(entry.decision)

const discussedOr = (picture: Picture, child: PersonId, concern: Concern): Pick<Owed, 'done' | 'over'> => {
  const after = (entry: Entry) => !isBefore(entry, concern)
  return endedBy(
    firstAbout(picture, all(picture, 'strategy-discussion'), child, concern.day, after),
    firstAbout(picture, all(picture, 'referral-decided'), child, concern.day, decidedAgainst),
  )
}

const strategyHeld = rule({
  name: 'strategy-discussion-held',
  catalogue: 'R-STR-1',
  says: 'Hold a strategy discussion: there is reasonable cause to suspect significant harm',
  label: 'local procedure',
  source: procedure(
    'Blackburn with Darwen section 47 enquiries procedure: within 24 hours of the concern; that a strategy discussion is held is statutory (Working Together)',
  ),
  limit: { hours: 24 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  heard: 'at-once',
  find: (picture, owe) => {
    for (const [child, concerns] of harms(picture))
      inTurn(
        concerns,
        concern => concern,
        (concern, ordinal) =>
          owe({
            child,
            thing: 'significant-harm',
            step: `${ordinal}`,
            because: [concern],
            since: concern.day,
            watchers: [concern.by],
            ...(concern.immediate === true ? { limit: { sameDay: true } } : {}),
            ...discussedOr(picture, child, concern),
          }),
      )
  },
})

const heldOf = ({ id, first }: DiscussionStanding): Held => ({ id, day: first.day, by: first.by })

const strategyMinutes = rule({
  name: 'strategy-minutes-sent',
  catalogue: 'R-STR-5',
  says: 'Send the minutes and actions to all who were asked, the GP and the paediatricians',
  label: 'local setting',
  source: ownDefault('five working days after the strategy discussion; local procedures differ'),
  limit: { workingDays: 5 },
  owner: 'meeting-chair',
  heard: 'when-late',
  find: (picture, owe) => {
    if (picture.discussions.length === 0) return
    const find = minutesOf(picture)
    for (const discussion of picture.discussions) {
      const held = heldOf(discussion)
      const asked = discussion.entries.flatMap(entry => [...(entry.present ?? []), ...(entry.invited ?? [])])
      for (const child of discussion.outcomes.keys())
        owe({
          child,
          thing: held.id,
          because: [discussion.first],
          since: held.day,
          agency: held.by,
          done: minutesSent(find(held, child), minutesFor(picture, child, held, asked)),
        })
    }
  },
})

type Decision = EntryOf<'decision'>

/** A conference has a chain of duties of its own, and no further action needs nobody. */
const needsOwner = ({ owner, decides }: Decision): boolean =>
  owner === undefined && decides !== 'no-further-action' && decides !== 'conference'

/** Whoever took the decision on, or a later word on it that names an owner. */
const takenOn = (picture: Picture, decision: Decision): Entry | undefined => {
  const names: readonly string[] = [decision.decision ?? decision.root, decision.id, decision.root]
  return earliest(
    all(picture, 'undertaking-given').find(entry => entry.decision !== undefined && names.includes(entry.decision)),
    all(picture, 'decision').find(
      entry => entry.decision !== undefined && entry.decision === decision.decision && entry.owner !== undefined,
    ),
  )
}

const decisionOwned = rule({
  name: 'decision-has-an-owner',
  catalogue: 'R-STR-6',
  says: 'Say who acts on the decision, and by when',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('before the meeting is closed'),
  limit: { sameDay: true },
  owner: 'meeting-chair',
  find: (picture, owe) => {
    const seen = new Set<string>()
    for (const decision of all(picture, 'decision')) {
      const thing = decision.decision ?? decision.root
      if (!needsOwner(decision) || seen.has(thing)) continue
      seen.add(thing)
      const done = takenOn(picture, decision)
      if (done !== undefined && done.day < decision.day) continue
      for (const child of childrenOf(picture, decision))
        owe({ child, thing, because: [decision], since: decision.day, agency: decision.by, done })
    }
  },
})

/** Strategy discussions: held in time, with all who know something, about every child, and written down (review 5.23, 5.26). */
export const strategyRules: readonly Rule[] = [
  strategyHeld,
  strategyQuorate,
  strategyInvited,
  strategyOutcomes,
  strategyMinutes,
  decisionOwned,
]
