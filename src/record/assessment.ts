import { agency, day, list, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const assessment = { assessment: thing().optional().describe('Its id; if left out, the last one open') }
const factor = oneOf('yes', 'no', 'unknown').optional()

/** Assessments: opened, whom they cover, what they rest on, finished. */
export const assessmentKinds = {
  'assessment-opened': kind('An assessment was opened', {
    assessment: thing().optional().describe('Its id'),
    type: oneOf('child-and-family', 'pre-birth', 'section-47', 'capability', 'early-help', 'other').optional(),
    referral: thing().optional().describe('The referral that it follows'),
    referred: day().optional().describe('The day of the referral; the clock starts then'),
  }),
  'person-covered': kind('Whether an adult was covered by an assessment; "not-asked" is not "declined"', {
    ...assessment,
    person: person(),
    status: oneOf('assessed', 'declined', 'not-located', 'not-needed', 'not-asked'),
    reason: words().optional(),
  }),
  ground: kind('What an assessment or decision rests on', {
    ground: thing().optional(),
    assessment: thing().optional(),
    decision: thing().optional(),
    about: oneOf('lives-at', 'helped-by', 'relationship-ended', 'no-contact', 'needs', 'co-operates', 'other'),
    person: person().optional().describe('Who lives there, helps, or is kept away'),
    address: words().optional(),
    tested: yesNo().optional().describe('Whether a second source bears it out'),
  }),
  'ground-ended': kind('Something that a decision or assessment rested on is no longer so', { ground: thing() }),
  'analysis-updated': kind('The analysis was brought up to date and signed', {
    ...assessment,
    ground: thing().optional(),
    incident: thing().optional(),
  }),
  'assessment-finished': kind('An assessment was finished and authorised', {
    ...assessment,
    authorisedBy: role().optional(),
    contributions: list(agency()).optional().describe('Agencies that contributed'),
    outcome: words().optional(),
    reason: words().optional().describe('Why it took longer, when it did'),
  }),
  'graded-care-profile': kind('The Graded Care Profile was considered', { done: yesNo(), reason: words().optional() }),
  'medical-neglect-review': kind('The five factors of medical neglect were reviewed, each with its evidence', {
    harmed: factor,
    benefit: factor,
    worthIt: factor,
    available: factor,
    understood: factor,
    signedBy: role().optional(),
  }),
}
