import { agency, list, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** Whoever is told of honour-based risk in the wrong family or community may end a life: few see it (design, section 4, sight). */
const fewest = {
  sight: ['social-care', 'police', 'safeguarding-lead', 'designated-safeguarding-lead', 'domestic-abuse'],
} as const

/** An adult's offences, and what police and hospitals find, for those who decide about the child. */
const intelligence = {
  sight: [
    'social-care',
    'police',
    'probation',
    'health-visiting',
    'midwifery',
    'hospital',
    'gp',
    'safeguarding-lead',
    'conference-unit',
  ],
} as const

/** Missing children, honour-based risk, findings, and adults under supervision. */
export const riskKinds = {
  'honour-risk': kind(
    'Risk of honour-based abuse, forced marriage or female genital mutilation',
    {
      person: person().optional().describe('Who is at risk; if left out, the child'),
      type: oneOf('forced-marriage', 'genital-mutilation', 'honour-based-abuse', 'not-known')
        .optional()
        .describe('What is feared'),
    },
    fewest,
  ),
  'child-found': kind('A missing child was found, or came back', {
    incident: thing()
      .optional()
      .describe('The incident by which the child was reported missing; if left out, the last'),
    where: words().optional().describe('Where the child was'),
  }),
  'return-interview': kind('After going missing a child was offered a talk with somebody independent', {
    incident: thing()
      .optional()
      .describe('The incident by which the child was reported missing; if left out, the last'),
    held: yesNo().describe('No when the child did not want it, or nobody held it'),
    reason: words().optional(),
  }),
  finding: kind(
    'Something was found that those who decide must know: an X-ray, a photograph, a forensic result, an arrest',
    {
      finding: thing().optional().describe('Its id'),
      type: oneOf('x-ray', 'photograph', 'examination', 'test', 'forensic', 'arrest', 'charge', 'conviction', 'other')
        .optional()
        .describe('What sort of finding'),
      person: person().optional().describe('About whom, when it is not about the child'),
      mustKnow: list(agency()).optional().describe('The agencies that must know it; social care unless said'),
    },
    intelligence,
  ),
  'probation-begins': kind(
    'The courts, probation or prison take on or release somebody of the family or household',
    {
      person: person().describe('Who is supervised, released or registered'),
      stage: oneOf('pre-sentence-report', 'supervision', 'released', 'registered')
        .optional()
        .describe('What begins; supervision unless said'),
      order: words().optional().describe('Which order or licence, and its conditions'),
    },
    intelligence,
  ),
}
