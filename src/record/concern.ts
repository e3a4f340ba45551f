import { list, oneOf, person, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'
import { there } from './there.ts'

/** What worries somebody: concerns, incidents, exploitation, Clare's Law, what a supervised person discloses. */
export const concernKinds = {
  concern: kind('Somebody is worried about a child', {
    harm: yesNo().optional().describe('Yes when there is reasonable cause to suspect significant harm'),
    immediate: yesNo().optional().describe('Yes when the child is at risk today'),
    neglect: yesNo().optional().describe('Yes when it is about neglect'),
    anonymous: yesNo().optional().describe('Yes when whoever said it did not say who they are'),
    raisedBy: words().optional().describe('Who, when it is not the agency that wrote it'),
    ...there,
  }),
  incident: kind('Something happened', {
    incident: thing().optional().describe('Its id'),
    type: oneOf('domestic', 'injury', 'medical', 'missing', 'other').describe('What sort of incident'),
    alleged: person().optional().describe('Who is said to have done it'),
    leftBefore: yesNo().optional().describe('Yes when that person had left before the police came'),
    childPresent: yesNo().optional().describe('Yes when a child was there, saw or heard it'),
    coercive: yesNo().optional().describe('Yes when it was controlling or coercive: money, calls, friends, threats'),
    seriousHarm: yesNo()
      .optional()
      .describe('Yes when the child was seriously harmed, and abuse or neglect is known or suspected'),
    elsewhere: yesNo().optional().describe('Yes when it was not in a home of the child or of the pregnant mother'),
    ...there,
  }),
  exploitation: kind(
    'Sexual or criminal exploitation: a concern, its level, or that it is thought over',
    {
      person: person().describe('Who is at risk'),
      adult: person().optional().describe('The person suspected, if known'),
      type: oneOf('sexual', 'criminal', 'other').optional().describe('Which sort of exploitation'),
      state: oneOf('concern', 'reduced', 'closed', 'reassessed').describe('What was said of it'),
      level: oneOf('high', 'medium', 'low').optional().describe('The level that the tool gave'),
      assumes: words().optional().describe('When it is reduced or closed: what that rests on, and who holds the file'),
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
  'clares-law': kind(
    'The domestic violence disclosure scheme: advised, asked about, applied for, refused, disclosed',
    {
      person: person().optional().describe('Who may be told'),
      step: oneOf('advised', 'asked', 'applied', 'not-wanted', 'refused', 'disclosed', 'nothing-to-disclose').describe(
        'How far it has come; asked: somebody asked whether it was applied for',
      ),
    },
    { sight: ['social-care', 'police', 'domestic-abuse', 'midwifery', 'health-visiting', 'conference-unit'] },
  ),
  disclosure: kind('A supervised person tells of a child or a partner', {
    person: person().describe('Who told'),
    of: list(person()).optional().describe('Of whom'),
  }),
}
