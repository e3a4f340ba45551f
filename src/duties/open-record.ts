import type { Day } from '../calendar/day.ts'
import type { Kind } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import { all, isAbout, type Picture } from '../record/standing.ts'
import { once } from './once.ts'
import { readOnce } from './rounds.ts'
import type { Owed, Rule } from './rule.ts'

/** From when until when somebody worked with a child, or a plan ran. */
interface Stretch {
  readonly from: Day
  readonly until: Day | undefined
}

const plansOf = (picture: Picture, child: PersonId): readonly Stretch[] =>
  picture.plans
    .filter(plan => plan.children.includes(child))
    .map(plan => ({ from: (plan.agreed ?? plan.started ?? plan.ended)?.day ?? (0 as Day), until: plan.ended?.day }))

const workOf = (picture: Picture, child: PersonId): readonly Stretch[] => [
  ...picture.network
    .filter(one => one.children.includes(child))
    .map(one => ({ from: one.starts.day, until: one.ends?.day })),
  ...picture.assessments
    .filter(one => one.children.includes(child) && one.opened !== undefined)
    .map(one => ({ from: one.opened?.day ?? (0 as Day), until: one.finished?.day })),
  ...picture.conferences.filter(one => one.child === child).map(one => ({ from: one.start.day, until: one.held?.day })),
]

/** What opens a record again that was closed, though nobody has begun to work with the family yet. */
const opening: readonly Kind[] = ['concern', 'referral-made', 'strategy-discussion', 'incident', 'disclosure']

const openedOn = (picture: Picture, child: PersonId): readonly Day[] =>
  opening.flatMap(kind =>
    all(picture, kind)
      .filter(entry => isAbout(picture, entry, child))
      .map(entry => entry.day),
  )

const covers =
  (day: Day) =>
  ({ from, until }: Stretch): boolean =>
    from <= day && (until === undefined || until > day)

const alwaysOpen = (): boolean => true

/** Tells for a child whether the record is open on a day. */
const openness = (picture: Picture, child: PersonId): ((day: Day) => boolean) => {
  const plans = plansOf(picture, child)
  if (plans.length === 0 || plans.some(({ until }) => until === undefined)) return alwaysOpen
  const work = [...plans, ...workOf(picture, child)]
  const again = openedOn(picture, child)
  return day => {
    if (work.some(covers(day)) || !plans.some(({ until }) => until !== undefined && until <= day)) return true
    const last = Math.max(...work.map(({ until }) => (until !== undefined && until <= day ? until : 0)))
    return again.some(one => one > last && one <= day)
  }
}

const opennessIn = readOnce(picture => once((child: PersonId) => openness(picture, child)))

/**
 * Whether the record of a child is open on a day: always, until its last plan has ended, in effect, and nobody works with
 * the child any more; and again from the day of a new concern or referral. That a worker left and nobody came is no closing.
 */
export const isOpenRecord = (picture: Picture, child: PersonId, day: Day): boolean => opennessIn(picture)(child)(day)

/** The same rule for children on an open record alone: a family that was closed hears nothing new of it. */
export const onOpenRecord = (rule: Rule): Rule => ({
  ...rule,
  find: (picture, owe, first, limitOn) => {
    if (!picture.plans.some(({ ended }) => ended !== undefined)) return rule.find(picture, owe, first, limitOn)
    const own = (owed: Owed) => (isOpenRecord(picture, owed.child, owed.since) ? owe(owed) : undefined)
    return rule.find(picture, own, first, limitOn)
  },
})
