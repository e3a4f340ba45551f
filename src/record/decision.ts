import { agency, count, day, list, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const condition = { condition: thing().describe('Its id') }
const undertaking = { undertaking: thing().describe('Its id, the same in all entries about it') }
const signed = { signedBy: list(role()).optional().describe('Who signed'), reason: words().describe('Why') }

/** What was decided and promised: decisions, conditions ("if X, then Y"), undertakings, and duties set aside or done elsewhere. */
export const decisionKinds = {
  decision: kind('Something was decided', {
    decision: thing().optional().describe('Its id'),
    meeting: thing().optional().describe('The meeting or strategy discussion'),
    decides: oneOf('conference', 'strategy-discussion', 'child-in-need', 'no-further-action', 'other')
      .optional()
      .describe('What was decided'),
    reason: words().optional(),
    owner: role().optional().describe('Who is to act'),
    due: day().optional().describe('By when'),
  }),
  condition: kind('It was agreed: if this happens, then that follows', {
    condition: thing().optional().describe('Its id'),
    meeting: thing().optional().describe('Where it was agreed'),
    agreedBy: list(agency()).optional().describe('Everybody who agreed'),
    events: list(
      oneOf(
        'was-not-brought',
        'cancelled-by-family',
        'not-reached',
        'concern',
        'incident',
        'referral',
        'meeting-missed',
      ),
    )
      .optional()
      .describe('Which events count; without them the condition is only words'),
    times: count().optional().describe('How many of them; one unless said'),
    since: day().optional().describe('Counted from when; from the agreement unless said'),
    consequence: oneOf('conference', 'strategy-discussion', 'review', 'referral', 'other')
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
  'condition-set-aside': kind('It was decided not to act on a condition that was met', { ...condition, ...signed }),
  'undertaking-given': kind('Somebody took something on: an action, a promise in a report', {
    ...undertaking,
    owner: role().optional().describe('Whose it is; the writer’s unless said'),
    agency: agency().optional().describe('The agency that owes it'),
    due: day().optional().describe('By when'),
    where: oneOf(
      'meeting',
      'strategy-discussion',
      'conference',
      'assessment',
      'report',
      'pre-sentence-report',
      'minutes',
      'visit',
      'other',
    )
      .optional()
      .describe('Where it was taken on'),
    meeting: thing().optional().describe('The meeting or strategy discussion'),
    decision: thing().optional().describe('The decision that it carries out'),
    about: words().optional().describe('What is to be done, beginning with a verb'),
    outcome: words().optional().describe('What it is to change for the child'),
  }),
  'undertaking-accepted': kind('The owner accepts it', undertaking),
  'undertaking-declined': kind('The owner rejects it', {
    ...undertaking,
    reason: words().describe('Why'),
  }),
  'undertaking-carried-over': kind('A meeting carried it over', {
    ...undertaking,
    meeting: thing().optional().describe('The meeting that did'),
  }),
  'undertaking-kept': kind('It was done', undertaking),
  'done-elsewhere': kind('A duty was done, and is recorded in another system', {
    rule: words().describe('The name of the rule, as the ledger prints it'),
    thing: thing().optional().describe('The thing, as the ledger prints it'),
    done: day().optional().describe('When it was done; if left out, the day of the entry'),
    where: words().describe('Where it is recorded: system and reference'),
  }),
  'set-aside': kind('A duty was set aside, with the reason', {
    rule: words().describe('The name of the rule, as the ledger prints it'),
    thing: thing().optional().describe('The thing, as the ledger prints it'),
    ...signed,
  }),
  'question-asked': kind('A parent or carer asked a question', {
    question: thing().optional().describe('Its id'),
    to: role().optional().describe('Whom they asked'),
    person: words().optional().describe('Who asked'),
  }),
  'question-answered': kind('It was answered', {
    question: thing().optional().describe('Which question; if left out, the last one without an answer'),
    understood: yesNo().optional().describe('No when the answer was not understood'),
  }),
  'challenge-raised': kind('A practitioner challenges a decision or an act not done', {
    challenge: thing().optional().describe('Its id'),
    to: agency().describe('Which agency is challenged'),
    about: words().optional().describe('What is challenged'),
    wants: words().optional().describe('What should be done instead'),
    immediate: yesNo().optional().describe('Yes when a child is at risk now'),
  }),
  'challenge-answered': kind('A challenge was answered', {
    challenge: thing().optional().describe('Which challenge; if left out, the last one without an answer'),
    settled: yesNo().optional().describe('No when the one who raised it does not accept the answer'),
    level: count().optional().describe('At which level it was answered: 1 practitioner, 2 manager, and so on'),
  }),
}
