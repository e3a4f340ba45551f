import type { Day } from '../calendar/day.ts'
import { dueFrom, type Limit } from '../calendar/limit.ts'
import { type Agency, sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { firstFromDay } from './attendance.ts'
import { speaksOf } from './domestic-incident.ts'
import { earliest, receiptsOf, whenAllTold } from './reading.ts'
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
  const referrals = new Map<string, ReferralStanding>()
  for (const referral of picture.referrals) referrals.set(referral.id, referral)
  return duty => referrals.get(duty.thing)
}

/** The decision by which the duty to decide on a referral was done, or nothing while it is not. */
export const decisionIn = (duty: Duty, referral: ReferralStanding | undefined): Decision | undefined =>
  referral !== undefined && (duty.ended?.how === 'done' || duty.ended?.how === 'done-elsewhere')
    ? { referral, entry: duty.ended.entry, day: duty.ended.day }
    : undefined

/** Whether a team referred to itself: it has nobody to tell, and nobody to ask. */
export const isOwn = ({ made, to }: ReferralStanding): boolean => made !== undefined && made.by === to

const names = ({ referral, entry }: Decision): readonly string[] => {
  const { id, made } = referral
  return made === undefined ? [id, entry.id, entry.root] : [id, entry.id, entry.root, made.id, made.root]
}

/** The referrer who sat in the discussion that decided knows what it decided. */
const satWithThem = ({ entry }: Decision, referrer: readonly Agency[]): Entry | undefined =>
  entry.kind === 'strategy-discussion' &&
  referrer.length > 0 &&
  referrer.every(one => entry.present?.some(agency => sameAgency(agency, one)) === true)
    ? entry
    : undefined

const socialCareInWords = /social (?:care|work|services)|children.s services|\bMASH\b|duty team/iu
const toldInWords = /\b(?:told|informed|advised|was said|said that)\b/iu

/** A call about the referral, or one that says in its own words that it was with social care: many write no more of it. */
export const isWithSocialCare = (entry: EntryOf<'contact'>, names: readonly string[]): boolean =>
  entry.about === undefined
    ? entry.with === undefined && speaksOf(entry, socialCareInWords)
    : names.includes(entry.about)

/** The referrer wrote down what social care told them when they rang. */
const toldByCall = (picture: Picture, { referral: { id, made }, day }: Decision): Entry | undefined =>
  made === undefined
    ? undefined
    : firstFromDay(
        all(picture, 'contact'),
        day,
        entry =>
          sameAgency(entry.by, made.by) &&
          entry.reached !== false &&
          isWithSocialCare(entry, [id, made.id, made.root]) &&
          speaksOf(entry, toldInWords),
      )

/** The entry by which the referrer knows a decision: an answer in time, or else what reached them first. */
export const answerTo = (picture: Picture, decision: Decision): Entry | undefined => {
  const { referral, day } = decision
  const answered = referral.answered !== undefined && referral.answered.day >= day ? referral.answered : undefined
  if (answered !== undefined && answered.day <= dueFrom(day, answerLimit).day) return answered
  const referrer = referral.made === undefined ? [] : [referral.made.by]
  return earliest(
    answered,
    satWithThem(decision, referrer),
    whenAllTold(receiptsOf(picture, names(decision)), referrer, day),
    toldByCall(picture, decision),
  )
}
