import { agency, day, list, oneOf, person, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const which = { agreedRule: thing().optional().describe('Which rule; if left out, the last one that stands') }

/** Rules that keep a child safe: of a plan, an agreement, a court, bail or a licence; checked, broken, looked at again. */
export const agreedRuleKinds = {
  'agreed-rule': kind('A rule was agreed or ordered: in a plan or an agreement, by a court, as bail or a licence', {
    agreedRule: thing().optional().describe('Its id, the same in all entries about it'),
    source: oneOf(
      'plan',
      'safety-plan',
      'written-agreement',
      'court-order',
      'non-molestation-order',
      'bail',
      'licence',
      'other',
    )
      .optional()
      .describe('Where it comes from; a working agreement is a written agreement'),
    plan: thing().optional().describe('The plan that it belongs to, when it comes from a plan'),
    person: list(person()).optional().describe('Whom it binds'),
    terms: list(
      oneOf(
        'not-at-address',
        'not-overnight',
        'not-with-child',
        'not-alone-with-child',
        'not-with-person',
        'lives-at-address',
        'no-alcohol',
        'no-drugs',
        'attends',
        'other',
      ),
    )
      .optional()
      .describe('What it asks, so that it can be checked; without it the rule is only words'),
    address: words().optional().describe('Which address; the home of the child unless said'),
    awayFrom: list(person()).optional().describe('From whom they keep away, when that is not the child'),
    attends: words().optional().describe('What they attend: a course, a test, a clinic'),
    agreedBy: list(agency()).optional().describe('Everybody who agreed'),
    until: day().optional().describe('The last day on which it holds'),
    checkedBy: role().optional().describe('Who checks that it is kept'),
    how: words().optional().describe('How it is checked, and how often'),
    ifBroken: words().optional().describe('What happens when it is not kept'),
  }),
  'agreed-rule-checked': kind('Somebody checked whether a rule was kept', {
    ...which,
    kept: yesNo().describe('No when it was not kept'),
  }),
  'agreed-rule-broken': kind('A rule was not kept', {
    ...which,
    person: person().optional().describe('Who did not keep it'),
  }),
  'agreed-rule-reviewed': kind('A rule was looked at again: it goes on, was changed, or ended', {
    ...which,
    answer: oneOf('goes-on', 'changed', 'ended').describe('What became of it'),
    until: day().optional().describe('The last day on which it holds now'),
    reason: words().optional(),
  }),
}
