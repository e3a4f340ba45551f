import { agency, day, list, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const at = {
  present: list(agency()).optional().describe('The agencies that took part'),
  invited: list(agency()).optional().describe('All that were asked'),
}
const conference = {
  conference: thing().optional().describe('Its id; if left out, the last one decided for the child'),
}

/** Strategy discussions, section 47 enquiries, and the road to the initial child protection conference. */
export const strategyKinds = {
  'strategy-discussion': kind('A strategy discussion was held; `child` names every child with a recorded outcome', {
    discussion: thing().optional().describe('Its id'),
    ...at,
    facts: list(agency()).optional().describe('Agencies whose written facts were obtained instead'),
    reason: words().optional().describe('Why somebody who should be there was not'),
    section47: yesNo().optional().describe('Yes when it started a section 47 enquiry'),
    outcome: oneOf('conference', 'section-47', 'child-in-need', 'no-further-action', 'other').optional(),
  }),
  'section47-started': kind('A section 47 enquiry started', {
    discussion: thing().optional(),
    authorisedBy: role().optional(),
  }),
  'section47-concluded': kind('A section 47 enquiry ended', {
    discussion: thing().optional(),
    outcome: oneOf('not-substantiated', 'no-continuing-risk', 'conference'),
    authorisedBy: role().optional(),
  }),
  'conference-asked-for': kind('A partner asks for a conference', { ...conference, supportedBy: role().optional() }),
  'conference-request-answered': kind('Social care answers that request', {
    ...conference,
    answer: oneOf('agreed', 'refused'),
    reason: words().optional(),
  }),
  'conference-passed-on': kind('The decision was passed to the conference unit', conference),
  'conference-booked': kind('The conference unit booked the conference', {
    ...conference,
    when: day().describe('The day of the conference'),
    chair: words().optional(),
    provisional: yesNo().optional(),
  }),
  'conference-delay-agreed': kind('A late conference was agreed, with its reason', {
    ...conference,
    agreedBy: list(role()),
    reason: words(),
    to: day().optional(),
  }),
  'conference-held': kind('A child protection conference was held', {
    ...conference,
    type: oneOf('initial', 'review').optional(),
    present: list(agency()).optional(),
    quorate: yesNo().optional(),
    outcome: oneOf('plan', 'no-plan', 'continue', 'end').optional(),
  }),
  'conference-not-needed': kind('It was decided not to hold the conference', {
    ...conference,
    reason: words().optional(),
    decidedBy: role().optional(),
  }),
  'safety-plan': kind('An interim safety plan was made and shared', {}),
}
