import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, childrenOf, isAbout, type Picture } from '../record/standing.ts'
import { contradictions } from './ground-gone.ts'
import { earliest, firstAbout } from './reading.ts'
import { readOnce } from './rounds.ts'
import { type Owed, ownDefault, type Rule, rule } from './rule.ts'

type Ground = EntryOf<'ground'>

/** A ground as it was last given, until it is given anew: what contradicts it lies between the two. */
interface Given {
  readonly ground: Ground
  readonly id: string
  readonly ordinal: number
  anew: Ground | undefined
}

const givenGrounds = (picture: Picture): readonly Given[] => {
  const last = new Map<string, Given>()
  return all(picture, 'ground').map(ground => {
    const id = ground.ground ?? ground.root
    const before = last.get(id)
    if (before !== undefined) before.anew = ground
    const given: Given = { ground, id, ordinal: (before?.ordinal ?? 0) + 1, anew: undefined }
    last.set(id, given)
    return given
  })
}

/** A ground that is gone for a child, with the first entry that denies it. */
interface Gone extends Given {
  readonly child: PersonId
  readonly event: Entry
}

const goneGrounds = readOnce((picture): readonly Gone[] =>
  givenGrounds(picture).flatMap(given =>
    childrenOf(picture, given.ground).flatMap(child => {
      const event = earliest(...contradictions(picture, given, child))
      return event === undefined || (given.anew !== undefined && event.day > given.anew.day)
        ? []
        : [{ ...given, child, event }]
    }),
  ),
)

const base = ({
  child,
  id,
  ordinal,
  event,
  ground,
}: Gone): Pick<Owed, 'child' | 'thing' | 'step' | 'because' | 'since'> => ({
  child,
  thing: id,
  step: ordinal === 1 ? '' : `${ordinal}`,
  because: [event, ground],
  since: event.day,
})

/** Whether it is a decision or a plan that rests on a ground; all others are those of an assessment. */
const isOfDecision = ({ ground }: Given): boolean => (ground.decision ?? ground.plan) !== undefined

const analysed = (picture: Picture, { id, child, event, anew }: Gone): Entry | undefined =>
  earliest(
    all(picture, 'analysis-updated').find(
      entry => entry.day >= event.day && (entry.ground === id || isAbout(picture, entry, child)),
    ),
    firstAbout(picture, all(picture, 'assessment-finished'), child, event.day),
    anew,
  )

/** What an assessment rested on is no longer so: it is thought over (review 2.9, 5.17). */
export const groundReassessed: Rule = rule({
  name: 'ground-reassessed',
  catalogue: 'R-ASM-3',
  says: 'Think again: what the assessment rested on is no longer so',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('ten working days after the event that contradicts it'),
  limit: { workingDays: 10 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const gone of goneGrounds(picture).filter(one => !isOfDecision(one)))
      owe({ ...base(gone), done: analysed(picture, gone) })
  },
})

/** What decides again, in whatever words: any of these, after what denied the ground, had it before it. */
const decides = [
  'decision',
  'strategy-discussion',
  'conference-held',
  'threshold-reviewed',
  'plan-updated',
  'plan-started',
  'refusal-decided',
  'section47-started',
] as const

const decidedAgain = (picture: Picture, gone: Gone): Entry | undefined => {
  const { child, event } = gone
  const firsts = decides.map(kind =>
    firstAbout<Entry>(picture, all(picture, kind), child, event.day, entry => entry !== event),
  )
  return earliest(analysed(picture, gone), ...firsts)
}

/** What a decision, a plan or an ending rested on is no longer so: it is decided again (beyond.md). */
export const decisionReopened: Rule = rule({
  name: 'ground-gone-decided-again',
  catalogue: 'beyond',
  says: 'Decide again: what the decision rested on is no longer so',
  shape: 'change',
  label: 'local setting',
  source: ownDefault('five working days after the event that contradicts what it rested on'),
  limit: { workingDays: 5 },
  owner: 'social-worker',
  find: (picture, owe) => {
    for (const gone of goneGrounds(picture).filter(isOfDecision))
      owe({ ...base(gone), watchers: [gone.ground.by], done: decidedAgain(picture, gone) })
  },
})
