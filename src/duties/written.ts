import type { Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import { type Agency, sameAgency, serviceOfAgency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { inTurn } from './in-turn.ts'
import { ownDefault, procedure, type Rule, rule } from './rule.ts'

const day: Limit = { hours: 24 }
const visit: Limit = { workingDays: 2 }

/** What is written in time, and within what time. Only what says when it was written can have been written late. */
const timed = (picture: Picture): readonly (readonly [Entry, Limit])[] => [
  ...all(picture, 'incident').map(entry => [entry, day] as const),
  ...all(picture, 'concern')
    .filter(entry => entry.harm === true || entry.immediate === true)
    .map(entry => [entry, day] as const),
  ...all(picture, 'strategy-discussion').map(entry => [entry, day] as const),
  ...all(picture, 'contact')
    .filter(entry => entry.way === 'visit')
    .map(entry => [entry, visit] as const),
]

const writtenOn = (entry: Entry): Day => entry.firstWritten ?? entry.written

/** Most records do not say when anything was written. */
const mayBeLate = (picture: Picture): boolean =>
  (['incident', 'concern', 'strategy-discussion', 'contact'] as const).some(kind =>
    all(picture, kind).some(entry => writtenOn(entry) > entry.day),
  )

const isLate = ([entry, limit]: readonly [Entry, Limit]): boolean =>
  writtenOn(entry) > entry.day &&
  serviceOfAgency(entry.by) !== 'family' &&
  writtenOn(entry) > dueFrom(entry.day, limit, entry.at).day

/** What each agency wrote late, in the order in which it was written. */
const lateBy = (picture: Picture): ReadonlyMap<Agency, readonly Entry[]> =>
  Map.groupBy(
    timed(picture)
      .filter(isLate)
      .map(([entry]) => entry)
      .sort((one, other) => writtenOn(one) - writtenOn(other)),
    entry => entry.by,
  )

type Three = readonly [Entry, Entry, Entry]

/** Three that one agency wrote late within ninety days, the last first. */
const threeOf = (late: readonly Entry[]): readonly Three[] =>
  late.flatMap((third, place): readonly Three[] => {
    const [second, first] = [late[place - 1], late[place - 2]]
    if (first === undefined || second === undefined) return []
    return writtenOn(third) - writtenOn(first) <= 90 ? [[third, second, first]] : []
  })

const writtenInTime = rule({
  name: 'written-in-time',
  catalogue: 'R-REC-1',
  says: 'Ask why things are written down late, and see what would help',
  shape: 'count',
  label: 'local procedure',
  source: procedure(
    'Liverpool child protection visits: written within 24 hours of a critical event, two working days of a visit; that the third time in ninety days is talked about is a local setting',
  ),
  limit: { workingDays: 10 },
  owner: 'supervisor',
  ladder: ['agency-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    if (!mayBeLate(picture)) return
    for (const [agency, late] of lateBy(picture))
      inTurn(
        threeOf(late),
        ([entry]) => ({ ...entry, day: writtenOn(entry) }) as Entry,
        (because, ordinal) => {
          const since = writtenOn(because[0])
          const [child] = childrenOf(picture, because[0])
          const done = all(picture, 'supervision').find(talk => talk.day >= since && sameAgency(talk.by, agency))
          return child === undefined
            ? undefined
            : owe({ child, thing: agency, step: `${ordinal}`, because, since, agency, done })
        },
      )
  },
})

/** Decisions after which less is done for a child; without a word of why, nobody can go on from them. */
const unexplained = (picture: Picture): readonly Entry[] =>
  [
    ...all(picture, 'decision').filter(entry => entry.decides === 'no-further-action'),
    ...all(picture, 'conference-not-needed'),
    ...all(picture, 'plan-ended').filter(entry => entry.exceptions === undefined),
    ...all(picture, 'threshold-reviewed').filter(entry => entry.decision === 'close' || entry.decision === 'step-down'),
    ...all(picture, 'referral-decided').filter(entry => /^(?:no further action|nfa)\W*$/iu.test(entry.decision)),
  ].filter(entry => entry.text === undefined && !('reason' in entry && entry.reason !== undefined))

const decisionReasoned = rule({
  name: 'decision-has-its-reason',
  catalogue: 'R-REC-2',
  says: 'Write the reason, and what else was thought of, so that a stranger could go on from it',
  shape: 'gate',
  label: 'local setting',
  source: ownDefault('one working day after a decision by which less is done for the child'),
  limit: { workingDays: 1 },
  owner: 'team-manager',
  heard: 'when-late',
  find: (picture, owe) => {
    for (const entry of unexplained(picture))
      for (const child of childrenOf(picture, entry)) {
        const done = all(picture, 'decision').find(
          later => later.day >= entry.day && later !== entry && (later.reason ?? later.text) !== undefined,
        )
        owe({ child, thing: entry.root, because: [entry], since: entry.day, done })
      }
  },
})

/** The record itself: written in time, with reasons (review 1.10, 4.2, 5.23). */
export const writtenRules: readonly Rule[] = [writtenInTime, decisionReasoned]
