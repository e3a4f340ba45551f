import type { Day } from '../calendar/day.ts'
import type { Limit } from '../calendar/limit.ts'
import type { Entry } from '../record/entry.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import type { Picture } from '../record/standing.ts'
import { earliest, whenAllTold } from './reading.ts'
import { receiptsNaming } from './receipts.ts'
import type { Duty } from './rule.ts'

/** Within what time the referrer is told of a decision. */
export const answerLimit: Limit = { workingDays: 1 }

/** A decision on a referral: by which entry it is shown, and on which day it was made. */
export interface Decision {
  readonly referral: ReferralStanding
  readonly entry: Entry
  readonly day: Day
}

/** Finds the referral that a duty is about. */
export const referralOf = (picture: Picture): ((duty: Duty) => ReferralStanding | undefined) => {
  const referrals = new Map<string, ReferralStanding>(picture.referrals.map(referral => [referral.id, referral]))
  return duty => referrals.get(duty.thing)
}

/** The decision by which the duty to decide on a referral was done, or nothing while it is not. */
export const decisionIn = (duty: Duty, referral: ReferralStanding | undefined): Decision | undefined =>
  referral !== undefined && (duty.ended?.how === 'done' || duty.ended?.how === 'done-elsewhere')
    ? { referral, entry: duty.ended.entry, day: duty.ended.day }
    : undefined

/** Whether a team referred to itself: it has nobody to tell, and nobody to ask. */
export const isOwn = ({ made, to }: ReferralStanding): boolean => made !== undefined && made.by === to

/** The entry by which the referrer knows a decision: the answer, or a receipt that reached them. */
export const answerTo = (picture: Picture, { referral, entry, day }: Decision): Entry | undefined => {
  const { made, answered, id } = referral
  const names = [id, entry.id, entry.root, ...(made === undefined ? [] : [made.id, made.root])]
  const told = whenAllTold(receiptsNaming(picture, names), made === undefined ? [] : [made.by], day)
  return earliest(answered !== undefined && answered.day >= day ? answered : undefined, told)
}
