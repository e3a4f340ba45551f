import { agency, day, list, oneOf, person, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const step = oneOf(
  'legal-planning-meeting',
  'letter-before-proceedings',
  'pre-proceedings-meeting',
  'proceedings',
  'police-protection',
  'emergency-protection-order',
  'interim-care-order',
  'care-order',
  'supervision-order',
  'other',
).describe('Which step')
const area = words().optional().describe('Which area, in words')

/** The law, care away from home, and families who move between areas. */
export const lawKinds = {
  'legal-advice': kind(
    'Lawyers advised a legal step, or it was decided to take one',
    {
      step,
      due: day().optional().describe('By when'),
      reason: words().optional(),
    },
    { sight: ['social-care', 'emergency-duty', 'conference-unit'] },
  ),
  'legal-step': kind('A legal step was taken, decided against, or ended', {
    step,
    state: oneOf('taken', 'not-taken', 'ended').optional().describe('What became of it; taken unless said'),
    until: day().optional().describe('The last day for which it holds'),
    reason: words().optional().describe('Why, when it was decided against'),
  }),
  'family-group-meeting': kind(
    'A family group decision-making meeting was offered, declined, held, or reasoned against',
    {
      state: oneOf('offered', 'declined', 'held', 'not-in-interest')
        .optional()
        .describe('What became of it; offered unless said; not-in-interest when it would not be good for the child'),
      person: list(person()).optional().describe('To whom it was offered, or who came'),
      reason: words().optional().describe('Why it would not be in the child’s interest'),
    },
  ),
  'health-assessment': kind('The health of a looked-after child was assessed', {
    type: oneOf('initial', 'review').optional().describe('Which assessment; initial unless said'),
  }),
  'left-care': kind('The child is no longer looked after', {
    where: words().optional().describe('Where the child lives now'),
  }),
  'moves-area': kind('A child or family moves to another area, or was assessed there', {
    area,
    agency: agency().optional().describe('The children’s social care of that area: social-care/eastshire'),
    person: person().optional().describe('Who moves, when it is not the child'),
    assessedOnly: yesNo().optional().describe('Yes when an assessment was made there and nobody moved'),
  }),
  'responsibility-accepted': kind('Social care of the other area accepts the case, in writing', {
    area,
    agency: agency().optional().describe('Which agency; if left out, the agency that wrote it'),
  }),
}
