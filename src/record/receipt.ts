import { entry, list, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const receipt = {
  of: list(thing()).describe('The ids of the entries or things'),
  to: list(words()).describe('Agencies, roles or people'),
  way: oneOf('inbox', 'e-mail', 'letter', 'call', 'text', 'in-person', 'meeting', 'other')
    .optional()
    .describe('By which way'),
}

/** Receipts, and the entries that move what is read: set apart, taken over, known elsewhere. */
export const receiptKinds = {
  told: kind('Somebody was told', {
    ...receipt,
    reason: yesNo().optional().describe('Yes when the reason was told too'),
  }),
  delivered: kind('It reached them', receipt),
  bounced: kind('It came back', receipt),
  opened: kind('They opened it', receipt),
  acknowledged: kind('They said that they have it', receipt),
  'set-apart': kind(
    'An entry does not belong here: out of every page at once',
    { entry: entry().describe('Which entry'), reason: words().describe('Why') },
    { sight: ['information-governance-lead'] },
  ),
  'set-apart-undone': kind(
    'An entry that was set apart belongs here after all',
    { entry: entry().describe('Which entry'), reason: words().describe('Why') },
    { sight: ['information-governance-lead'] },
  ),
  'taken-over': kind('This record also reads a person’s entries of another record', {
    person: person().describe('About whom'),
    otherRecord: words().describe('The other record'),
    upTo: entry().optional().describe('The last entry that is read; all if left out'),
  }),
  'taken-over-undone': kind('A record no longer reads a person’s entries of another record', {
    person: person().describe('About whom'),
    otherRecord: words().describe('The other record'),
    reason: words(),
  }),
  'known-elsewhere': kind(
    'Another record holds a fact that matters here',
    {
      fact: oneOf(
        'exploitation',
        'child-protection-plan',
        'child-in-need-plan',
        'looked-after',
        'domestic-abuse',
        'child-removed',
        'conviction',
        'other',
      ).describe('Which fact'),
      person: person().describe('About whom'),
      adult: person().optional().describe('The other person in it'),
      where: words().optional().describe('Which agency or record'),
      since: words().optional().describe('Since when'),
    },
    {
      sight: [
        'social-care',
        'police',
        'health-visiting',
        'midwifery',
        'safeguarding-lead',
        'conference-unit',
        'probation',
        'hospital',
        'gp',
      ],
    },
  ),
}
