import { count, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

/** DASH and MARAC are read by those who act on them (design, section 4, sight): they hold where a victim is and what she said. */
const restricted = {
  sight: [
    'social-care',
    'police',
    'domestic-abuse',
    'midwifery',
    'health-visiting',
    'probation',
    'safeguarding-lead',
    'conference-unit',
  ],
} as const

/** Domestic abuse beside the incident itself: the DASH, the MARAC, and what is kept from whom. */
export const domesticAbuseKinds = {
  dash: kind(
    'A DASH risk assessment of domestic abuse was done',
    {
      incident: thing().optional().describe('The incident that it follows; if left out, the last one'),
      person: person().optional().describe('The person at risk of abuse'),
      version: words().optional().describe('Which form: SafeLives, or another one'),
      score: count().optional().describe('How many questions were answered yes; left out when none was'),
      level: oneOf('standard', 'medium', 'high').optional().describe('The level that it came to'),
      judgement: yesNo()
        .optional()
        .describe('Yes when it is high risk by the judgement of whoever did it, whatever the score'),
    },
    restricted,
  ),
  marac: kind(
    'MARAC: a case was referred, not accepted, or heard',
    {
      person: person().optional().describe('The person at risk of abuse'),
      adult: person().optional().describe('The person who is said to harm them'),
      step: oneOf('referred', 'not-accepted', 'heard').describe('How far it has come'),
    },
    restricted,
  ),
  'restriction-reviewed': kind('It was looked at again whether something must still be kept from a person', {
    person: person().optional().describe('From whom; if left out, from everybody from whom something is kept'),
    answer: oneOf('kept', 'changed', 'lifted').describe('What became of it'),
    reason: words().optional(),
  }),
}
