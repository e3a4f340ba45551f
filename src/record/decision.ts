import { agency, count, day, list, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

const condition = { condition: thing() }
const undertaking = { undertaking: thing() }
const signed = { signedBy: list(role()).optional().describe('Who signed'), reason: words() }

/** What was decided and promised: decisions, conditions ("if X, then Y"), undertakings, and duties set aside or done elsewhere. */
export const decisionKinds = {
  decision: kind('Something was decided', {
    decision: thing().optional(),
    meeting: thing().optional().describe('The meeting or strategy discussion'),
    decides: oneOf('conference', 'strategy-discussion', 'child-in-need', 'no-further-action', 'other').optional(),
    reason: words().optional(),
    owner: role().optional().describe('Who is to act'),
    due: day().optional(),
  }),
  condition: kind('It was agreed: if this happens, then that follows', {
    condition: thing().optional(),
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
    consequence: oneOf('conference', 'strategy-discussion', 'review', 'referral', 'other').optional(),
    owner: role().optional().describe('Who acts when it is met; the team manager unless said'),
    reviewBy: day().optional(),
  }),
  'condition-reviewed': kind('A condition was renewed, changed or retired', {
    ...condition,
    answer: oneOf('renewed', 'changed', 'retired'),
    reviewBy: day().optional(),
  }),
  'condition-acted-on': kind('What the condition says was done', condition),
  'condition-set-aside': kind('It was decided not to act on a condition that was met', { ...condition, ...signed }),
  'undertaking-given': kind('Somebody took something on: an action, a promise in a report', {
    ...undertaking,
    owner: role().optional().describe('Whose it is; the writer’s unless said'),
    agency: agency().optional().describe('The agency that owes it'),
    due: day().optional(),
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
    ).optional(),
    meeting: thing().optional(),
    decision: thing().optional(),
    about: words().optional().describe('What is to be done, beginning with a verb'),
  }),
  'undertaking-accepted': kind('The owner accepts it', undertaking),
  'undertaking-declined': kind('The owner rejects it', { ...undertaking, reason: words() }),
  'undertaking-carried-over': kind('A meeting carried it over', { ...undertaking, meeting: thing().optional() }),
  'undertaking-kept': kind('It was done', undertaking),
  'done-elsewhere': kind('A duty was done, and is recorded in another system', {
    rule: words().describe('The name of the rule, as the ledger prints it'),
    thing: thing().optional().describe('The thing, as the ledger prints it'),
    done: day().optional().describe('When it was done; if left out, the day of the entry'),
    where: words().describe('Where it is recorded: system and reference'),
  }),
  'set-aside': kind('A duty was set aside, with the reason', {
    rule: words().describe('The name of the rule, as the ledger prints it'),
    thing: thing().optional(),
    ...signed,
  }),
  'question-asked': kind('A parent or carer asked a question', {
    question: thing().optional(),
    to: role().optional(),
    person: words().optional(),
  }),
  'question-answered': kind('It was answered', { question: thing().optional(), understood: yesNo().optional() }),
  'challenge-raised': kind('A practitioner challenges a decision or an act not done', {
    challenge: thing().optional(),
    to: agency(),
    about: words().optional(),
    wants: words().optional(),
    immediate: yesNo().optional().describe('Yes when a child is at risk now'),
  }),
  'challenge-answered': kind('A challenge was answered', {
    challenge: thing().optional(),
    settled: yesNo().optional().describe('No when the one who raised it does not accept the answer'),
    level: count().optional(),
  }),
}
