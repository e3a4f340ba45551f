import type { Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import { type AssessmentStanding, isOfSocialCare } from '../record/assessment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { Picture } from '../record/standing.ts'
import { startOfAssessment } from './assessment-clock.ts'
import { earliest, endedBy, nextStep } from './reading.ts'
import { type Duty, type Owed, ownDefault, type Rule, rule } from './rule.ts'

const birthOf = (picture: Picture, child: PersonId): Entry | undefined => picture.people.get(child)?.birth

const isBefore = ({ opened }: AssessmentStanding): boolean => opened?.type === 'pre-birth'

const isAfter = (one: AssessmentStanding, birth: Entry | undefined): boolean =>
  birth !== undefined && isOfSocialCare(one) && one.opened !== undefined && one.opened.day >= birth.day

/** Opened for an unborn child by name, without a word of which: before a birth that is the assessment before birth. */
const isOpenedFor = (one: AssessmentStanding, child: PersonId): boolean =>
  isOfSocialCare(one) &&
  one.opened !== undefined &&
  one.opened.type === undefined &&
  one.opened.child?.includes(child) === true

/** The assessments that answer for an unborn child: those before its birth, and after it any of social care. */
export const assessmentsOf = (picture: Picture, child: PersonId): readonly AssessmentStanding[] => {
  const birth = birthOf(picture, child)
  return picture.assessments.filter(
    one => one.children.includes(child) && (isBefore(one) || isOpenedFor(one, child) || isAfter(one, birth)),
  )
}

/** A birth ends what was not late by then; what was late already stays on the record as it was, until it is made good. */
export const birthInTime = (birth: Entry | undefined, since: Day, limit: Limit): Entry | undefined =>
  birth !== undefined && birth.day <= dueFrom(since, limit).day ? birth : undefined

/** Who finishes an assessment and names no child finishes it for all for whom it was opened. */
const finishedIn = (child: PersonId, since: Day, assessments: readonly AssessmentStanding[]): Entry | undefined =>
  earliest(
    ...assessments.flatMap(({ finished, children }) =>
      finished !== undefined && finished.day >= since && (finished.child ?? children).includes(child) ? [finished] : [],
    ),
  )

/** The entry that ended the referral's duty without a referral: then no assessment is owed either. */
const stopped = ({ ended }: Duty): Entry | undefined =>
  ended === undefined || ended.how === 'done' || ended.how === 'done-elsewhere' ? undefined : ended.entry

/** A birth ends what nobody had begun. An assessment that was opened before it is finished after it: the child is there. */
const endsUnbegun = (picture: Picture, child: PersonId, since: Day, limit: Limit): Entry | undefined =>
  assessmentsOf(picture, child).some(isBefore) ? undefined : birthInTime(birthOf(picture, child), since, limit)

/** The assessments before birth that no referral duty stands before: of children without one, and later ones of the others. */
const others = (picture: Picture, referred: ReadonlySet<PersonId>) => {
  const seen = new Set(referred)
  return picture.assessments.flatMap(assessment =>
    isBefore(assessment)
      ? assessment.children.flatMap(child => (seen.delete(child) ? [] : [{ assessment, child }]))
      : [],
  )
}

/** Before the birth is expected, where 45 working days would end after it: then it is wanted for the plan at birth. */
const beforeBirth = (picture: Picture, child: PersonId, since: Day, limit: Limit): Pick<Owed, 'due'> => {
  const expected = picture.people.get(child)?.expected
  const isSooner = expected !== undefined && expected > since && expected < dueFrom(since, limit).day
  return isSooner ? { due: { day: expected, basis: 'table' } } : {}
}

/** An unborn child is assessed before its birth, by the clock of the referral (review 4.5, 5.28). */
export const preBirthAssessment: Rule = rule({
  name: 'pre-birth-assessment-finished',
  catalogue: 'R-UNB-2',
  says: 'Finish the pre-birth assessment',
  layer: 2,
  label: 'local setting',
  source: ownDefault(
    '45 working days from the referral, as for every assessment, or the day on which the birth is expected where that is sooner; that there is one is local procedure in Lincolnshire and Kirklees',
  ),
  limit: { workingDays: 45 },
  clock: 'within 45 working days, and by the day on which the birth is expected where that is sooner',
  owner: 'social-worker',
  find: (picture, owe, first, limitOn) => {
    const referrals = first('unborn-referred')
    for (const before of referrals) {
      const { child, because } = before
      const step = nextStep(before)
      const over = stopped(before)
      if (over !== undefined && over.day <= step.since) continue
      const birth = endsUnbegun(picture, child, step.since, limitOn(step.since))
      const done = finishedIn(child, step.since, assessmentsOf(picture, child))
      const due = beforeBirth(picture, child, step.since, limitOn(step.since))
      owe({ child, thing: child, because, ...step, ...due, ...endedBy(done, earliest(over, birth)) })
    }
    for (const { assessment, child } of others(picture, new Set(referrals.map(one => one.child)))) {
      const start = startOfAssessment(picture, assessment)
      if (start === undefined) continue
      const answers = assessmentsOf(picture, child).filter(one => one === assessment || !isBefore(one))
      const due = beforeBirth(picture, child, start.since, limitOn(start.since))
      owe({ child, thing: assessment.id, ...start, ...due, done: finishedIn(child, start.since, answers) })
    }
  },
})
