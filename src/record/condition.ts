import { agency, count, day, list, oneOf, person, role, thing, words } from './field.ts'
import { kind } from './kind.ts'

const condition = { condition: thing().describe('Its id') }

/** Conditions, "if this happens, then that is done": agreed in words and, beside them, in a form that can be checked. */
export const conditionKinds = {
  condition: kind('It was agreed: if this happens, then that follows', {
    condition: thing().optional().describe('Its id'),
    meeting: thing().optional().describe('Where it was agreed'),
    agreedBy: list(agency()).optional().describe('Everybody who agreed'),
    events: list(
      oneOf(
        'was-not-brought',
        'cancelled-by-family',
        'not-reached',
        'not-seen',
        'concern',
        'incident',
        'injury',
        'admission',
        'urgent-attendance',
        'school-absence',
        'medicine-not-collected',
        'referral',
        'meeting-missed',
        'did-not-attend',
        'at-address',
        'overnight',
        'together',
        'intoxicated',
        'new-adult',
        'rule-not-kept',
      ),
    )
      .optional()
      .describe('Which events count; without them the condition is only words'),
    times: count().optional().describe('How many of them; one unless said'),
    within: count().optional().describe('Within how many weeks they fall; any time unless said'),
    since: day().optional().describe('Counted from when; from the agreement unless said'),
    person: list(person())
      .optional()
      .describe('Whose they are: who is there, stays the night, drinks or does not come'),
    awayFrom: list(person()).optional().describe('With whom they are not to be together, when that is not the child'),
    clinic: words().optional().describe('At which clinic or course only'),
    series: thing().optional().describe('Of which series of appointments only'),
    service: agency().optional().describe('By which agency only: whose appointment, whose visit, whose worry'),
    address: words().optional().describe('At which address; the home of the child unless said'),
    type: oneOf('domestic', 'injury', 'medical', 'missing', 'other').optional().describe('Which incidents only'),
    consequence: oneOf('conference', 'strategy-discussion', 'review', 'referral', 'visit', 'other')
      .optional()
      .describe('What then follows'),
    owner: role().optional().describe('Who acts when it is met; the team manager unless said'),
    reviewBy: day().optional().describe('The day by which it is looked at again'),
  }),
  'condition-reviewed': kind('A condition was renewed, changed or retired', {
    ...condition,
    answer: oneOf('renewed', 'changed', 'retired').describe('What became of it'),
    reviewBy: day().optional().describe('The day by which it is looked at again'),
  }),
  'condition-acted-on': kind('What the condition says was done', condition),
  'condition-set-aside': kind('It was decided not to act on a condition that was met', {
    ...condition,
    signedBy: list(role()).optional().describe('Who signed'),
    reason: words().describe('Why'),
  }),
}
