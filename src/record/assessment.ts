import { agency, day, list, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const assessment = { assessment: thing().optional().describe('Its id; if left out, the last one open') }
const factor = oneOf('yes', 'no', 'unknown').optional()
const evidence = (of: string) => words().optional().describe(`What the judgement of ${of} rests on, in words`)

/** Assessments: opened, whom they cover, what they rest on, finished. */
export const assessmentKinds = {
  'assessment-opened': kind('An assessment was opened', {
    assessment: thing().optional().describe('Its id'),
    type: oneOf('child-and-family', 'pre-birth', 'section-47', 'capability', 'early-help', 'other')
      .optional()
      .describe('Which assessment'),
    referral: thing().optional().describe('The referral that it follows'),
    referred: day().optional().describe('The day of the referral; the clock starts then'),
  }),
  'person-covered': kind('Whether an adult was covered by an assessment; "not-asked" is not "declined"', {
    ...assessment,
    person: person().describe('Which adult'),
    status: oneOf('assessed', 'declined', 'not-located', 'not-needed', 'not-asked').describe('How far it covers them'),
    reason: words().optional(),
  }),
  ground: kind('What an assessment or decision rests on', {
    ground: thing().optional().describe('Its id'),
    assessment: thing().optional().describe('The assessment that rests on it'),
    decision: thing().optional().describe('The decision that rests on it'),
    plan: thing().optional().describe('The plan that rests on it, or the ending of that plan'),
    about: oneOf(
      'lives-at',
      'helped-by',
      'protected-by',
      'relationship-ended',
      'no-contact',
      'not-there',
      'needs',
      'co-operates',
      'service',
      'other',
    ).describe('What it is about'),
    person: person().optional().describe('Who lives there, helps, protects, agrees, or is kept away'),
    address: words().optional().describe('Which address, when it is about where somebody lives'),
    agency: agency().optional().describe('Which service, when it is about one that is given'),
    tested: yesNo().optional().describe('Whether a second source bears it out'),
  }),
  'ground-ended': kind('Something that a decision or assessment rested on is no longer so', {
    ground: thing().describe('Which ground'),
  }),
  'analysis-updated': kind('The analysis was brought up to date and signed', {
    ...assessment,
    ground: thing().optional().describe('Because this ground ended'),
    incident: thing().optional().describe('Because of this incident'),
  }),
  'assessment-finished': kind('An assessment was finished and authorised', {
    ...assessment,
    authorisedBy: role().optional().describe('Who authorised it'),
    contributions: list(agency()).optional().describe('Agencies that contributed'),
    outcome: words().optional().describe('What it came to'),
    reason: words().optional().describe('Why it took longer, when it did'),
  }),
  'graded-care-profile': kind('The Graded Care Profile was considered', {
    done: yesNo().describe('No when it was considered and not done'),
    reason: words().optional(),
  }),
  'medical-neglect-review': kind('The five factors of medical neglect were reviewed, each with its evidence', {
    harmed: factor.describe('Is the child harmed, or at risk of harm, for want of health care?'),
    benefit: factor.describe('Does the care that is advised bring a clear benefit?'),
    worthIt: factor.describe('Is the benefit worth more than the burden of the care?'),
    available: factor.describe('Was the care within reach, and not taken up?'),
    understood: factor.describe('Did the parent understand what was advised?'),
    harmedEvidence: evidence('harm'),
    benefitEvidence: evidence('benefit'),
    worthItEvidence: evidence('benefit against burden'),
    availableEvidence: evidence('care within reach'),
    understoodEvidence: evidence('understanding'),
    signedBy: role().optional().describe('Who signed it'),
  }),
}
