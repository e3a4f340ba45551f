import type { Day } from '../calendar/day.ts'
import type { Entry, Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { ownDefault, type Rule, rule } from './rule.ts'

const writtenOn = (entry: Entry): Day => entry.firstWritten ?? entry.written

/** What may change a decision that was taken without it. */
const evidence = (picture: Picture): readonly Entry[] =>
  (['concern', 'incident', 'exploitation', 'disclosure', 'child-voice', 'known-elsewhere'] as const)
    .flatMap((kind): readonly Entry[] => all(picture, kind))
    .filter(entry => writtenOn(entry) > entry.day)
    .sort((one, other) => writtenOn(one) - writtenOn(other))

/** What decides about a child, and what shows that it was thought over again. */
const decisions: readonly Kind[] = [
  'decision',
  'referral-decided',
  'strategy-discussion',
  'section47-concluded',
  'assessment-finished',
  'conference-held',
  'conference-not-needed',
  'plan-ended',
  'threshold-reviewed',
  'refusal-decided',
]
const thinking: readonly Kind[] = [
  ...decisions,
  'assessment-opened',
  'analysis-updated',
  'plan-updated',
  'section47-started',
  'meeting-held',
]

const ofKinds = (picture: Picture, kinds: readonly Kind[], child: PersonId): readonly Entry[] =>
  kinds
    .flatMap((kind): readonly Entry[] => all(picture, kind))
    .filter(entry => isAbout(picture, entry, child))
    .sort((one, other) => one.day - other.day)

/** A fact older than a decision and learnt only after it. */
interface Late {
  readonly fact: Entry
  readonly decision: Entry
}

/** Whoever referred the child for it rang, and wrote their own notes in the days after: what they saw was known. */
const wasReferred = (picture: Picture, fact: Entry, decision: Entry): boolean =>
  all(picture, 'referral-made').some(
    made => made.by === fact.by && made.day >= fact.day && made.day <= decision.day && writtenOn(made) <= decision.day,
  )

const lateFor = (picture: Picture, facts: readonly Entry[], taken: readonly Entry[]): readonly Late[] =>
  facts.flatMap(fact => {
    const decision = taken.findLast(entry => entry.day > fact.day && entry.day < writtenOn(fact))
    return decision === undefined || wasReferred(picture, fact, decision) ? [] : [{ fact, decision }]
  })

const lateEvidence = rule({
  name: 'decision-reopened',
  catalogue: 'beyond',
  says: 'Think the decision over again: something older than it was learnt only afterwards',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('two working days after it was written; a decision rests on what was known on its day'),
  limit: { workingDays: 2 },
  owner: 'team-manager',
  ladder: ['service-manager', 'head-of-service'],
  find: (picture, owe) => {
    const facts = evidence(picture)
    if (facts.length === 0) return
    for (const child of new Set(facts.flatMap(fact => childrenOf(picture, fact)))) {
      const own = facts.filter(fact => isAbout(picture, fact, child))
      const again = ofKinds(picture, thinking, child)
      inTurn(
        lateFor(picture, own, ofKinds(picture, decisions, child)),
        ({ fact }) => ({ ...fact, day: writtenOn(fact) }) as Entry,
        ({ fact, decision }, ordinal) =>
          owe({
            child,
            thing: 'late-evidence',
            step: `${ordinal}`,
            because: [fact, decision],
            since: writtenOn(fact),
            done: again.find(entry => entry.day >= writtenOn(fact)),
          }),
      )
    }
  },
})

/** What was learnt too late for a decision opens it again. */
export const lateEvidenceRules: readonly Rule[] = [lateEvidence]
