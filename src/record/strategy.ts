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
    outcome: oneOf('conference', 'section-47', 'child-in-need', 'no-further-action', 'other')
      .optional()
      .describe('What it decided for the children it names'),
  }),
  'section47-started': kind('A section 47 enquiry started', {
    discussion: thing().optional().describe('The strategy discussion that started it'),
    authorisedBy: role().optional().describe('Who authorised it'),
  }),
  'section47-concluded': kind('A section 47 enquiry ended', {
    discussion: thing().optional().describe('The strategy discussion that started it'),
    outcome: oneOf('not-substantiated', 'no-continuing-risk', 'conference').describe('What it found'),
    authorisedBy: role().optional().describe('Who authorised it'),
  }),
  'conference-asked-for': kind('A partner asks for a conference', {
    ...conference,
    supportedBy: role().optional().describe('Who supports it in that agency'),
  }),
  'conference-request-answered': kind('Social care answers that request', {
    ...conference,
    answer: oneOf('agreed', 'refused').describe('What was answered'),
    reason: words().optional(),
  }),
  'conference-passed-on': kind('The decision was passed to the conference unit', conference),
  'conference-booked': kind('The conference unit booked the conference', {
    ...conference,
    when: day().describe('The day of the conference'),
    chair: words().optional().describe('Who chairs it'),
    provisional: yesNo().optional().describe('Yes while it is only pencilled in: that is not a booking'),
  }),
  'conference-delay-agreed': kind('A late conference was agreed, with its reason', {
    ...conference,
    agreedBy: list(role()).describe('Who agreed it: a manager and the chair'),
    reason: words().describe('Why it will be late'),
    to: day().optional().describe('Until when'),
  }),
  'conference-held': kind('A child protection conference was held', {
    ...conference,
    type: oneOf('initial', 'review').optional().describe('Which conference; initial unless said'),
    present: list(agency()).optional().describe('The agencies that took part'),
    quorate: yesNo().optional().describe('No when too few agencies were there'),
    outcome: oneOf('plan', 'no-plan', 'continue', 'end').optional().describe('What it decided'),
  }),
  'conference-not-needed': kind('It was decided not to hold the conference', {
    ...conference,
    reason: words().optional(),
    decidedBy: role().optional().describe('Who decided it'),
  }),
  'safety-plan': kind('An interim safety plan was made and shared', {}),
}
