import { sameAgency } from '../people/service.ts'
import type { Raised } from '../record/decision-standing.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, type Picture } from '../record/standing.ts'
import { isSocialCare } from './arrival.ts'
import { eachOnce, inTurn } from './in-turn.ts'
import { earliest, firstAbout } from './reading.ts'
import { type FirstLayer, ownDefault, type Rule, rule } from './rule.ts'

/** The family was talked about: with the one who is worried, or in a group of several agencies. */
const talk = (picture: Picture, child: PersonId, worry: Entry): Entry | undefined =>
  all(picture, 'supervision').find(
    entry =>
      entry.day >= worry.day &&
      (entry.group === true || sameAgency(entry.by, worry.by)) &&
      (entry.child?.includes(child) ?? true),
  )

const worryTalkedAbout = rule({
  name: 'worry-talked-about',
  catalogue: 'R-SUP-2',
  says: 'Talk it over with whoever is worried, as reflection and not as a review of their work, and write the next step',
  label: 'local setting',
  source: ownDefault('two working days after somebody says that they are worried about the case'),
  limit: { workingDays: 2 },
  owner: 'supervisor',
  ladder: ['safeguarding-lead', 'agency-manager'],
  find: (picture, owe) => {
    for (const worry of all(picture, 'worried-about-case'))
      for (const child of childrenOf(picture, worry)) {
        const done = talk(picture, child, worry)
        owe({ child, thing: worry.root, because: [worry], since: worry.day, agency: worry.by, done })
      }
  },
})

/** Why a case is for several agencies to think about together: the entry that shows it, and what it rests on. */
type Stuck = readonly [Entry, ...Entry[]]

type Challenge = Raised<EntryOf<'challenge-raised'>, EntryOf<'challenge-answered'>>

/** A challenge whose second answer did not settle it either. */
const unsettledTwice = ({ raised, answers }: Challenge): readonly Stuck[] => {
  const second = answers.filter(answer => answer.settled === false)[1]
  return second === undefined ? [] : [[second, raised]]
}

/** A second agency that differs within ninety days of the first. */
const differing = (picture: Picture, child: PersonId): readonly Stuck[] => {
  const views = all(picture, 'view-given').filter(
    view => view.answer !== 'agree' && (view.child?.includes(child) ?? child === picture.subject[0]),
  )
  return views.flatMap((view, place): readonly Stuck[] => {
    const before = views
      .slice(0, place)
      .find(other => !sameAgency(other.agency ?? other.by, view.agency ?? view.by) && view.day - other.day <= 90)
    return before === undefined ? [] : [[view, before]]
  })
}

/** It drifted a second time: the manager was asked once before whether it goes on. */
const drifting = (first: FirstLayer, child: PersonId): readonly Stuck[] =>
  first('drift-decided')
    .filter(duty => duty.child === child)
    .slice(1)
    .map(({ because }) => because)

const stuckFor = (picture: Picture, first: FirstLayer, child: PersonId): readonly Stuck[] =>
  [
    ...eachOnce(picture.challenges)
      .filter(one => one.children.includes(child))
      .flatMap(unsettledTwice),
    ...differing(picture, child),
    ...drifting(first, child),
  ].sort(([one], [other]) => one.day - other.day)

const groupHeld = (picture: Picture, child: PersonId, day: Entry['day']): Entry | undefined =>
  earliest(
    all(picture, 'supervision').find(
      entry => entry.day >= day && entry.group === true && (entry.child?.includes(child) ?? true),
    ),
    firstAbout(picture, all(picture, 'meeting-held'), child, day, entry => entry.type === 'professionals'),
    firstAbout(picture, all(picture, 'conference-held'), child, day),
  )

const groupSupervision = rule({
  name: 'group-supervision-held',
  catalogue: 'R-SUP-3',
  says: 'Have the agencies think about the case together in group supervision, and write what follows',
  layer: 2,
  label: 'local setting',
  source: ownDefault(
    '20 working days after two agencies differ, a challenge is not settled twice, or a plan drifts again',
  ),
  limit: { workingDays: 20 },
  owner: 'safeguarding-lead',
  ladder: ['partnership-executive'],
  find: (picture, owe, first) => {
    for (const child of picture.children)
      inTurn(
        stuckFor(picture, first, child),
        ([entry]) => entry,
        (because, ordinal) => {
          const since = because[0].day
          const done = groupHeld(picture, child, since)
          return owe({
            child,
            thing: 'group-supervision',
            step: `${ordinal}`,
            because,
            since,
            agency: because[0].by,
            done,
          })
        },
      )
  },
})

const challengeClosed = rule({
  name: 'challenge-closed',
  catalogue: 'R-ESC-6',
  says: 'Write what changed for the child, and thank whoever raised it',
  label: 'local setting',
  source: ownDefault('two working days after a challenge is settled'),
  limit: { workingDays: 2 },
  owner: 'challenge-answerer',
  ladder: ['agency-manager'],
  heard: 'when-late',
  find: (picture, owe) => {
    for (const { id, children, raised, answers } of eachOnce(picture.challenges)) {
      const settled = answers.find(answer => answer.settled === true)
      if (settled === undefined) continue
      const done = all(picture, 'challenge-closed').find(
        entry => entry.day >= settled.day && (entry.challenge === undefined || entry.challenge === id),
      )
      for (const child of children)
        owe({
          child,
          thing: id,
          because: [settled, raised],
          since: settled.day,
          agency: raised.to,
          owner: isSocialCare(raised.to) ? 'team-manager' : undefined,
          watchers: [raised.by],
          done,
        })
    }
  },
})

/** Whoever is worried is heard, and what a challenge changed is written down (review 5.23, 5.27, 7.1). */
export const worryRules: readonly Rule[] = [worryTalkedAbout, groupSupervision, challengeClosed]
