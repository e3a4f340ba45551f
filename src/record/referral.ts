import { agency, list, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const referral = {
  referral: thing().optional().describe('Its id, the same in all entries about it; if left out, the last one open'),
}

/** Referrals and enquiries between agencies, with their answers. */
export const referralKinds = {
  'referral-made': kind('A referral was made', {
    referral: thing().optional().describe('Its id, the same in all entries about it'),
    to: agency().describe('To which agency'),
    urgent: yesNo().optional(),
    struggling: yesNo().optional().describe('Yes when it says that somebody is struggling'),
    reason: words().optional(),
  }),
  'referral-received': kind('A referral arrived', referral),
  'referral-acknowledged': kind('A referral was acknowledged', referral),
  'referral-decided': kind('The receiving social care team decided on a referral', {
    ...referral,
    decision: words(),
    reason: words().optional(),
    signedBy: role().optional(),
  }),
  'referral-answered': kind('The referrer was told the decision', {
    ...referral,
    reason: words().optional(),
    satisfied: yesNo().optional().describe('No when the referrer is not satisfied'),
  }),
  'referral-chased': kind('The referrer asked what became of it', { ...referral, outcome: words().optional() }),
  'referral-accepted': kind('The receiving service accepts the referral', referral),
  'referral-declined': kind('The receiving service declines, with its reason', { ...referral, reason: words() }),
  'enquiry-made': kind('An agency asks whether a person is known', {
    enquiry: thing().optional(),
    to: agency(),
    person: list(person()).optional(),
  }),
  'enquiry-answered': kind('The enquiry was answered', {
    enquiry: thing().optional(),
    open: yesNo().optional(),
    closedWithinYear: yesNo().optional(),
    elsewhere: words().optional().describe('Known to which other area'),
    linked: words().optional().describe('A linked child or pregnancy'),
  }),
  'threshold-reviewed': kind('The team manager reviewed plan and threshold', {
    decision: oneOf('continue', 'change', 'step-up', 'step-down', 'close'),
    reason: words().optional(),
  }),
}
