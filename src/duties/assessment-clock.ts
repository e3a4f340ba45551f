import { type Due, dueFrom, type Limit } from '../calendar/limit.ts'
import type { AssessmentStanding } from '../record/assessment-standing.ts'
import type { Entry } from '../record/entry.ts'
import type { Picture } from '../record/standing.ts'
import type { Owed } from './rule.ts'

/** Within what time an assessment is finished, from the referral that it follows (WT-03). */
export const daysOfAssessment: Limit = { workingDays: 45 }

/** When the clock of an assessment starts: the day of the referral that it follows, else the day it was opened. */
export const startOfAssessment = (
  picture: Picture,
  { opened }: AssessmentStanding,
): Pick<Owed, 'since' | 'because'> | undefined => {
  if (opened === undefined) return undefined
  const referral = opened.referral === undefined ? undefined : picture.referrals.find(one => one.id === opened.referral)
  const referred = referral?.received ?? referral?.made
  return {
    since: opened.referred ?? referred?.day ?? opened.day,
    because: referred === undefined ? [opened] : [opened, referred],
  }
}

/** The day on which an assessment is authorised; else the last on which it may be. What must stand in it is due by then. */
export const authorisedBy = (picture: Picture, assessment: AssessmentStanding & { readonly opened: Entry }): Due =>
  assessment.finished === undefined
    ? dueFrom(startOfAssessment(picture, assessment)?.since ?? assessment.opened.day, daysOfAssessment)
    : { day: assessment.finished.day, basis: 'table' }
