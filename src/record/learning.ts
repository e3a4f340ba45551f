import { agency, day, list, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const recommendation = { recommendation: thing().describe('Its id, the same in all entries about it') }

/** After a child has died or was seriously harmed; reviews, what they recommend, and whether practice follows. */
export const learningKinds = {
  'death-notified': kind('A death, or serious harm, was notified', {
    to: list(oneOf('child-death-review', 'joint-agency-response', 'coroner', 'national-panel', 'other')).describe(
      'To whom',
    ),
    reference: words().optional().describe('The reference that came back'),
  }),
  'family-contact-named': kind('Somebody was named as the family’s contact after a death', {
    practitioner: words().optional().describe('Who, by name or initials'),
    agency: agency().optional().describe('Of which agency; if left out, the agency that wrote it'),
  }),
  'rapid-review': kind('The rapid review was finished and sent to the national Panel', {
    outcome: oneOf('local-review', 'national-review', 'no-review').optional().describe('What it came to'),
  }),
  'review-opened': kind('A safeguarding practice review was opened', {
    panel: list(words()).optional().describe('Who sits on the panel and may read the record'),
    familyInvited: yesNo().optional().describe('Whether the family was invited to contribute'),
  }),
  recommendation: kind('A review recommends something', {
    ...recommendation,
    review: words().optional().describe('Which review'),
    owner: role().optional().describe('Who owns it'),
    agency: agency().optional().describe('Which agency owes it'),
    due: day().optional().describe('By when'),
  }),
  'recommendation-kept': kind('What a review recommended is in practice, with the evidence', {
    ...recommendation,
    evidence: words().describe('What shows that practice changed; that it was circulated is not enough'),
  }),
  'practice-audited': kind('It was looked at again whether a recommendation is still in practice', {
    ...recommendation,
    inPractice: yesNo().optional().describe('No when it is not'),
  }),
  training: kind('A practitioner took part in training', {
    practitioner: words().describe('Who, by name or initials'),
    role: role().optional().describe('Their role'),
    agency: agency().optional().describe('If left out, the agency that wrote it'),
    topics: list(oneOf('was-not-brought', 'medical-neglect', 'graded-care-profile', 'escalation', 'other'))
      .optional()
      .describe('What it was about'),
  }),
  'quarterly-return': kind(
    'An agency handed in its quarterly return on supervision: what was held, and what people say of it',
    {
      agency: agency().optional().describe('If left out, the agency that wrote it'),
      quarter: words().optional().describe('Which quarter'),
    },
  ),
}
