import type { Day } from '../calendar/day.ts'
import { isOfSocialCare } from '../record/assessment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { Picture } from '../record/standing.ts'
import { conferencePendsOn } from '../record/strategy-standing.ts'

/** A stretch in which social care has a case open for a child: a plan, an assessment, the road to a conference. */
interface Stretch {
  readonly from: Entry | undefined
  readonly until: Entry | undefined
  /** Where it may have stopped though nobody wrote the end. */
  readonly pends?: (day: Day) => boolean
}
type Begun = Stretch & { readonly from: Entry }

const stretches = (picture: Picture, child: PersonId): readonly Begun[] =>
  [
    ...picture.plans
      .filter(plan => plan.type !== 'early-help' && plan.children.includes(child))
      .map((plan): Stretch => ({ from: plan.agreed ?? plan.started, until: plan.ended })),
    ...picture.assessments
      .filter(one => isOfSocialCare(one) && one.children.includes(child))
      .map((one): Stretch => ({ from: one.opened, until: one.finished })),
    ...picture.conferences
      .filter(one => one.child === child)
      .map(
        (one): Stretch => ({
          from: one.start,
          until: one.held ?? one.notNeeded,
          pends: day => conferencePendsOn(one, day),
        }),
      ),
  ]
    .filter((one): one is Begun => one.from !== undefined)
    .sort((one, other) => one.from.day - other.from.day)

const covers = ({ from, until, pends }: Begun, day: Day): boolean =>
  from.day <= day && (until === undefined || until.day > day) && (pends?.(day) ?? true)

/** The first day, from a day on, on which social care has a case open for a child, with the entry that opened it. */
export const openFrom = (
  picture: Picture,
  child: PersonId,
  day: Day,
): { readonly day: Day; readonly by: Entry } | undefined => {
  const all = stretches(picture, child)
  const now = all.find(one => covers(one, day))
  const next = now ?? all.find(one => one.from.day > day && covers(one, one.from.day))
  return next === undefined ? undefined : { day: now === undefined ? next.from.day : day, by: next.from }
}

/** The entry, on or after a day, after which social care has no case open for a child any more; nothing while it has. */
export const caseClosed = (picture: Picture, child: PersonId, day: Day): Entry | undefined => {
  const all = stretches(picture, child)
  return all
    .map(one => one.until)
    .filter(until => until !== undefined && until.day >= day && !all.some(one => covers(one, until.day)))
    .sort((one, other) => (one?.day ?? 0) - (other?.day ?? 0))[0]
}
