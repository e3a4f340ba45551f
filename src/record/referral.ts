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
    urgent: yesNo().optional().describe('Yes when it cannot wait'),
    struggling: yesNo().optional().describe('Yes when it says that somebody is struggling'),
    reason: words().optional().describe('What it is about, and what is asked for'),
    way: oneOf('in-writing', 'call', 'in-person', 'other').optional().describe('By which way it went'),
  }),
  'referral-received': kind('A referral arrived', {
    ...referral,
    differs: words().optional().describe('What arrived otherwise than it was sent, or was lost on the way'),
  }),
  'referral-withdrawn': kind('A referral was taken back, or written and not sent', {
    ...referral,
    reason: words().optional(),
    signedBy: role().optional().describe('Who agreed to it'),
  }),
  'referral-acknowledged': kind('A referral was acknowledged', referral),
  'referral-decided': kind('The receiving social care team decided on a referral', {
    ...referral,
    decision: words().describe('What was decided: an assessment, no further action, passed to early help'),
    reason: words().optional(),
    signedBy: role().optional().describe('Who signed it'),
  }),
  'referral-answered': kind('The referrer was told the decision', {
    ...referral,
    reason: words().optional(),
    satisfied: yesNo().optional().describe('No when the referrer is not satisfied'),
  }),
  'referral-chased': kind('The referrer asked what became of it', {
    ...referral,
    outcome: words().optional().describe('What came of asking'),
  }),
  'referral-accepted': kind('The receiving service accepts the referral', referral),
  'referral-declined': kind('The receiving service declines, with its reason', { ...referral, reason: words() }),
  'enquiry-made': kind('An agency asks whether a person is known', {
    enquiry: thing().optional().describe('Its id, the same in the answer'),
    to: agency().describe('Whom it asks'),
    person: list(person()).optional().describe('About whom; if left out, the family'),
  }),
  'enquiry-answered': kind('The enquiry was answered', {
    enquiry: thing().optional().describe('The enquiry; if left out, the last one without an answer'),
    open: yesNo().optional().describe('Yes when there is an open case'),
    closedWithinYear: yesNo().optional().describe('Yes when a case was closed within the last year'),
    elsewhere: words().optional().describe('Known to which other area'),
    linked: words().optional().describe('A linked child or pregnancy'),
  }),
  'housing-need': kind('A family needs somewhere to live, and the housing service was told', {
    need: words().optional().describe('What they need, and by when'),
  }),
  'threshold-reviewed': kind('The team manager reviewed plan and threshold', {
    decision: oneOf('continue', 'change', 'step-up', 'step-down', 'close').describe('What the review decided'),
    reason: words().optional(),
  }),
}
