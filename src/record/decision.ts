import { conditionKinds } from './condition.ts'
import { agency, count, day, list, oneOf, role, thing, words, yesNo } from './field.ts'
import { kind } from './kind.ts'

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
  ...conditionKinds,
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
    plain: words()
      .optional()
      .describe('What is done, in plain words for the family; without them no parent’s page shows it'),
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
    agency: agency().optional().describe('Which agency they asked'),
    medicine: words().optional().describe('Which medicine it is about, if it is about one'),
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
