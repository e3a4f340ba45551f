import { addDays } from '../calendar/day.ts'
import { sameAgency } from '../people/service.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import type { PersonId } from '../record/field.ts'
import type { ReferralStanding } from '../record/referral-standing.ts'
import { all, type Picture } from '../record/standing.ts'
import { type Arrival, arrivalBase, arrivalsAt, isSocialCare } from './arrival.ts'
import { answerTo, decisionIn, isOwn, referralOf } from './decision-on-referral.ts'
import { eachOnce } from './in-turn.ts'
import { earliest, firstAbout } from './reading.ts'
import { referralFollowedUp } from './referral-follow-up.ts'
import { referralTakenUp } from './referral-to-service.ts'
import { referralsLookedAtTogether } from './repeat-referral.ts'
import { ownDefault, type Rule, rule, workingTogether } from './rule.ts'
import { thresholdReviewed } from './threshold.ts'

/** Days within which an assessment of a brother or sister follows a referral that named no child. */
const soon = 10

/** A referral that names no child may be about any child of the record; the assessment that follows says about whom. */
const isOfTheSameFamily = ({ made, received }: ReferralStanding, opened: EntryOf<'assessment-opened'>): boolean => {
  const sent = made ?? received
  return sent !== undefined && sent.child === undefined && opened.day <= addDays(sent.day, soon)
}

/** An assessment of this referral, or one that names no referral and that social care opened on or after its day. */
const assessmentFor = (picture: Picture, { referral, start }: Arrival, child: PersonId): Entry | undefined => {
  if (picture.assessments.length === 0) return undefined
  const follows = (opened: EntryOf<'assessment-opened'>): boolean =>
    opened.referral === undefined
      ? opened.day >= start.day &&
        isSocialCare(opened.by) &&
        (referral.to === undefined || sameAgency(opened.by, referral.to))
      : opened.referral === referral.id
  return earliest(
    ...picture.assessments.flatMap(({ opened, children }) =>
      opened !== undefined &&
      follows(opened) &&
      (isOf(picture, opened, children, child) || isOfTheSameFamily(referral, opened))
        ? [opened]
        : [],
    ),
  )
}

/** An assessment is of its children, and one before a birth also answers for a mother who is a child herself. */
const isOf = (
  picture: Picture,
  { type }: EntryOf<'assessment-opened'>,
  children: readonly PersonId[],
  child: PersonId,
): boolean =>
  children.includes(child) ||
  (type === 'pre-birth' && children.some(unborn => picture.people.get(unborn)?.mother === child))

const withSocialCare = (entry: EntryOf<'strategy-discussion'>): boolean =>
  isSocialCare(entry.by) || (entry.present ?? []).some(isSocialCare)

/** What shows that social care decided: its decision or answer, or else what follows only from one. */
const decisionFor = (picture: Picture, one: Arrival, child: PersonId): Entry | undefined => {
  const { decided, accepted, declined, answered } = one.referral
  if (decided !== undefined && decided.day <= one.start.day) return decided
  const discussed = firstAbout(picture, all(picture, 'strategy-discussion'), child, one.start.day, withSocialCare)
  return earliest(decided, accepted, declined, answered, assessmentFor(picture, one, child), discussed)
}

const referralDecided = rule({
  name: 'referral-decided',
  catalogue: 'R-REF-1',
  says: 'Acknowledge the referral and decide what happens next',
  label: 'statutory',
  source: workingTogether('within one working day, social care acknowledges a referral and decides on its response'),
  limit: { workingDays: 1 },
  owner: 'duty-social-worker',
  find: (picture, owe) => {
    for (const one of arrivalsAt(picture, isSocialCare))
      for (const child of one.referral.children)
        owe({ ...arrivalBase(one), child, done: decisionFor(picture, one, child) })
  },
})

/** An assessment or discussion shows that a decision was made; of the decision itself, and of what was said of it, the record is silent. */
const isOnlyImplied = ({ kind }: Entry): boolean => kind === 'assessment-opened' || kind === 'strategy-discussion'

const referrerTold = rule({
  name: 'referrer-told',
  catalogue: 'R-REF-2',
  says: 'Tell the referrer what was decided, and why',
  layer: 2,
  label: 'local setting',
  source: ownDefault('one working day after the decision; that the referrer is told is statutory (Working Together)'),
  limit: { workingDays: 1 },
  owner: 'duty-social-worker',
  find: (picture, owe, first) => {
    const find = referralOf(picture)
    for (const duty of first('referral-decided')) {
      const decision = decisionIn(duty, find(duty))
      if (decision === undefined || isOwn(decision.referral) || isOnlyImplied(decision.entry)) continue
      const { child, thing, agency, watchers } = duty
      owe({
        child,
        thing,
        agency,
        watchers,
        because: [decision.entry, ...duty.because],
        since: decision.day,
        done: answerTo(picture, decision),
      })
    }
  },
})

const enquiryAnswered = rule({
  name: 'enquiry-answered',
  catalogue: 'R-REF-7',
  says: 'Answer the enquiry: whether the person is known, open or closed, here or elsewhere, and who is linked to them',
  label: 'local setting',
  source: ownDefault('two working days after another agency asks whether a person is known'),
  limit: { workingDays: 2 },
  owner: 'duty-social-worker',
  find: (picture, owe) => {
    for (const { id, made, children, answered } of eachOnce(picture.enquiries))
      for (const child of children)
        owe({
          child,
          thing: id,
          because: [made],
          since: made.day,
          agency: made.to,
          owner: isSocialCare(made.to) ? undefined : 'receiving-team',
          watchers: [made.by],
          done: answered,
        })
  },
})

/** Referrals and enquiries: each is answered, and whoever made it does not let go (review 2.13, 5.11, 5.16, 5.26). */
export const referralRules: readonly Rule[] = [
  referralDecided,
  referrerTold,
  referralFollowedUp,
  referralTakenUp,
  thresholdReviewed,
  referralsLookedAtTogether,
  enquiryAnswered,
]
