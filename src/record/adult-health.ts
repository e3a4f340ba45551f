import { oneOf, person, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const restricted = {
  sight: ['health-visiting', 'midwifery', 'gp', 'mental-health', 'substance-misuse', 'social-care', 'hospital'],
} as const

/** The health of an adult as it touches a child. Restricted: it is the adult's own. */
export const adultHealthKinds = {
  'adult-health': kind(
    'Something about the health of a parent or another adult of the home that touches a child',
    {
      person: person().optional().describe('Which adult'),
      about: oneOf('self-harm', 'mental-health', 'substance-use', 'overdose', 'other').describe('What it is about'),
      storedAtHome: yesNo()
        .optional()
        .describe('Yes when methadone or another medicine that could kill a small child is kept at home'),
    },
    restricted,
  ),
  'storage-seen': kind(
    'Somebody saw how medicines are kept at home',
    {
      safe: yesNo().describe('Yes when they are locked away and out of a child’s reach'),
      what: words().optional().describe('What is kept there, and how'),
    },
    restricted,
  ),
}
