import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'
import { clockInWords } from './rule.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const decided = {
  kind: 'strategy-discussion',
  on: '2019-05-13',
  by: 'social-care',
  section47: 'yes',
  outcome: 'conference',
}
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const referral = { kind: 'referral-made', on: '2019-02-11', by: 'gp', referral: 'n1', to: 'community-nursing' }
const incident = { kind: 'incident', on: '2019-05-20', by: 'police', type: 'domestic' }
const concern = { kind: 'concern', on: '2019-05-10 18:00', by: 'gp', harm: 'yes' }
const applied = { kind: 'clares-law', on: '2018-05-22', by: 'police', person: 'leah', step: 'applied' }
const promised = { kind: 'undertaking-given', on: '2019-03-04', by: 'gp', undertaking: 'u1', where: 'report' }
const miss = { kind: 'was-not-brought', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes-1' }
const challenge = { kind: 'challenge-raised', on: '2019-05-20 15:00', by: 'gp', to: 'social-care', immediate: 'yes' }
const held = { kind: 'meeting-held', on: '2019-03-06', by: 'social-care', meeting: 'm1' }
const called = {
  kind: 'meeting-called',
  on: '2019-03-01',
  by: 'social-care',
  meeting: 'm2',
  plan: 'p1',
  when: '2019-03-20',
}
const asked = { kind: 'cancellation-asked', on: '2019-03-11', by: 'social-care', meeting: 'm2', person: 'leah' }
const scan = { kind: 'result-awaited', on: '2019-02-25', by: 'hospital/royal', result: 'scan' }
const condition = { kind: 'condition', on: '2018-10-15', by: 'social-care', condition: 'c1', reviewBy: '2018-11-12' }
const opened = { kind: 'assessment-opened', on: '2018-11-01', by: 'social-care', assessment: 'a1' }
const sent = { kind: 'invitation-sent', on: '2019-02-04', by: 'social-care', meeting: 'm3', to: 'gp; midwifery' }
const word = { kind: 'invitation-acknowledged', on: '2019-02-05', by: 'midwifery', meeting: 'm3' }
const bounced = { kind: 'invitation-bounced', on: '2019-02-04', by: 'social-care', meeting: 'm3', to: 'gp' }

const clocks = (rule: string, ...lines: readonly Line[]) =>
  [
    ...new Set(
      given(child, ...lines)
        .duties.filter(duty => duty.rule.name === rule)
        .map(clockInWords),
    ),
  ].sort()

const says = (rule: string, lines: readonly Line[], ...words: readonly string[]) =>
  assert.deepEqual(clocks(rule, ...lines), [...words].sort(), rule)

describe('the clock of a duty', () => {
  it('is the limit by which it is due, where one rule has several', () => {
    says('referral-taken-up', [referral], 'within 2 working days', 'within 5 working days')
    says('referral-taken-up', [{ ...referral, urgent: 'yes' }], 'within 1 working day', 'within 2 working days')
    says('meeting-minutes-sent', [held], 'within 5 working days')
    says('meeting-minutes-sent', [{ ...held, type: 'conference' }], 'within 15 working days')
    says('invitation-arrived', [sent, word], 'within 2 working days')
    says('invitation-arrived', [sent, bounced], 'within 1 working day')
    says('domestic-incident-followed', [plan, incident], 'within 1 working day', 'within 5 working days')
    says('strategy-discussion-held', [concern], 'within 24 hours')
    says('strategy-discussion-held', [{ ...concern, immediate: 'yes' }], 'the same day')
    says('clares-law-disclosure-decided', [applied], 'within 35 days')
    says('clares-law-disclosure-decided', [{ ...applied, on: '2024-05-22' }], 'within 28 days')
    says('challenge-answered-at-risk', [challenge], 'the same day', 'within 24 hours')
    says('result-told', [{ ...scan, urgent: 'yes' }], 'within 5 working days')
    says('family-contacted-after-miss', [{ ...miss, critical: 'yes' }], 'the same working day')
    says('notes-reviewed-after-miss', [{ ...miss, critical: 'yes' }], 'within 1 working day')
    says('medical-neglect-review', [{ ...miss, critical: 'yes' }], 'within 2 working days')
  })

  it('is said in words where no limit can say it', () => {
    says('conference-invitations', [decided], 'five working days before the conference')
    says('conference-reports', [decided], 'two working days before the conference')
    says('conference-delay-agreed', [decided], 'by the last day on which the conference may be held')
    says('condition-reviewed', [condition], 'by the day that the condition names')
    says('meeting-goes-ahead', [plan, called, asked], 'on the day of the meeting')
    says('adults-covered-by-assessment', [mother, opened], 'before the assessment is authorised')
    says('undertaking-kept', [promised], 'within 5 working days')
    says('undertaking-kept', [{ ...promised, due: '2019-03-29' }], 'by its own day, else within 5 working days')
  })

  it('is the partnership’s own limit where it set one, and no other rule of the same duty', () => {
    const set = {
      kind: 'limit-set',
      on: '2019-01-01',
      by: 'partnership',
      rule: 'referral-taken-up',
      limit: '3 working days',
    }
    says('referral-taken-up', [set, referral], 'within 3 working days', 'within 5 working days')
  })
})
