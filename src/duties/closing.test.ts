import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const ended = { kind: 'plan-ended', on: '2019-03-01', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }
const both = { ...ended, on: '2019-03-04', signedBy: 'team-manager; service-manager' }
const father = { kind: 'relationship', person: 'jay', is: 'father', of: 'maya' }
const opened = { kind: 'assessment-opened', on: '2018-11-01', by: 'social-care', assessment: 'a1' }
const condition = {
  kind: 'condition',
  on: '2019-01-28',
  by: 'conference-unit',
  condition: 'c1',
  events: 'was-not-brought',
  consequence: 'conference',
}
const miss = { kind: 'was-not-brought', on: '2019-02-06', by: 'hospital/royal', appointment: 'e1' }
const met: readonly Line[] = [maya, plan, condition, miss]

const what = (lines: readonly Line[]): string | undefined =>
  given(...lines).duties.find(duty => duty.rule.name === 'closing-complete')?.of

describe('the end of a plan', () => {
  it('asks for nothing when nothing is missing', () => {
    given(maya, plan, ended).silent('closing-complete')
    given(maya, plan).silent('closing-complete')
  })

  it('asks for concerns that were not looked at together, and for a challenge without an answer', () => {
    const concern = { kind: 'concern', on: '2019-02-04', by: 'school' }
    const worries = [maya, plan, concern, { ...concern, on: '2019-02-11', by: 'gp' }, ended]
    if (what(worries) !== 'the concerns were not looked at together') throw new Error(what(worries))
    given(...worries, { kind: 'threshold-reviewed', on: '2019-03-04', by: 'social-care', decision: 'continue' })
      .on('2019-03-04')
      .kept('closing-complete')
    const challenge = { kind: 'challenge-raised', on: '2019-02-11', by: 'school', to: 'social-care' }
    if (what([maya, plan, challenge, ended]) !== 'a challenge is not answered') throw new Error('not named')
  })

  it('asks for an adult who was never assessed', () => {
    given(maya, father, opened, plan, ended).due('closing-complete', '2019-03-01')
    if (what([maya, father, opened, plan, ended]) !== 'jay was not assessed') throw new Error('not named')
    const covered = {
      kind: 'person-covered',
      on: '2019-03-05',
      by: 'social-care',
      assessment: 'a1',
      person: 'jay',
      status: 'not-located',
    }
    given(maya, father, opened, plan, ended, covered).on('2019-03-05').keptLate('closing-complete')
    given(maya, father, opened, { ...covered, on: '2018-12-20' }, plan, ended).silent('closing-complete')
  })

  it('asks for a condition that was met and not acted on', () => {
    given(...met, ended).due('closing-complete', '2019-03-01')
    const acted = { kind: 'condition-acted-on', on: '2019-02-07', by: 'social-care', condition: 'c1' }
    given(...met, acted, ended).silent('closing-complete')
    given(...met, ended, { ...acted, on: '2019-03-08' })
      .on('2019-03-08')
      .keptLate('closing-complete')
  })

  it('asks for a conference that is late', () => {
    const decided = {
      kind: 'strategy-discussion',
      on: '2019-01-10',
      by: 'social-care',
      discussion: 'sd1',
      section47: 'yes',
      outcome: 'conference',
    }
    given(maya, plan, decided, ended).due('closing-complete', '2019-03-01')
    given(maya, plan, { ...decided, on: '2019-02-20' }, ended).silent('closing-complete')
  })

  it('takes the second signature instead', () => {
    given(...met, { ...ended, signedBy: 'team-manager; service-manager' }).silent('closing-complete')
    given(...met, ended, both)
      .on('2019-03-04')
      .keptLate('closing-complete', { step: '1' })
  })

  it('is still no end when consent is withdrawn and a condition was met', () => {
    const withdrawn = { kind: 'consent-withdrawn', on: '2019-02-28', by: 'social-care', to: 'child-in-need' }
    const case_ = given(...met, withdrawn, ended)
    case_.on('2019-03-02').late('closing-complete')
    case_.due('refusal-decided', '2019-03-04')
    case_.on('2019-03-02').owes('child-seen-at-home')
  })
})

describe('a parent who refuses help', () => {
  const refused = { kind: 'consent-refused', on: '2018-11-12', by: 'social-care', to: 'child-in-need' }

  it('has it decided and written what that means for the child', () => {
    given(maya, refused).due('refusal-decided', '2018-11-14')
    const decided = {
      kind: 'refusal-decided',
      on: '2018-11-13',
      by: 'social-care',
      decision: 'early-help',
      reason: 'No harm seen',
    }
    given(maya, refused, decided).on('2018-11-14').kept('refusal-decided')
    given(maya, refused, { kind: 'consent-given', on: '2018-11-14', by: 'social-care', to: 'child-in-need' })
      .on('2018-11-14')
      .kept('refusal-decided')
  })

  it('may refuse a service or the sharing of information without a word', () => {
    given(maya, { ...refused, to: 'service' }).silent('refusal-decided')
    given(maya, { ...refused, to: 'sharing' }).silent('refusal-decided')
    given(maya, { ...refused, to: 'early-help' }).silent('refusal-decided')
  })
})

describe('the end of a child protection plan that a conference or care decided', () => {
  const protection = { ...plan, type: 'child-protection' }
  const review = { kind: 'conference-held', on: '2019-03-01', by: 'conference-unit', type: 'review', outcome: 'end' }
  const finished = { kind: 'assessment-finished', on: '2018-12-01', by: 'social-care', assessment: 'a1' }
  const worried = (on: string): Line => ({ kind: 'concern', on, by: 'nursery/oak' })
  const worries = [worried('2019-04-08'), worried('2019-04-15')]
  const closed = (...lines: readonly Line[]) => given(maya, father, opened, finished, protection, ...lines, ...worries)

  it('is in effect, though an adult was not assessed, which is asked after', () => {
    closed(ended).due('threshold-reviewed', '2019-04-17')
    closed(review, ended).silent('threshold-reviewed')
    closed(review, ended).due('closing-complete', '2019-03-01')
    const care = { kind: 'came-into-care', on: '2019-02-20', by: 'social-care', status: 'interim care order' }
    closed(care, ended).silent('threshold-reviewed')
    closed(care, { kind: 'left-care', on: '2019-02-25', by: 'social-care' }, ended).due(
      'threshold-reviewed',
      '2019-04-17',
    )
  })
})

describe('a parent with whom social care spoke', () => {
  const visit = { kind: 'contact', on: '2018-11-08', by: 'social-care', way: 'visit', with: 'jay' }

  it('is not said to have been left out', () => {
    given(maya, father, opened, visit, plan, ended).silent('closing-complete')
    given(maya, father, opened, visit).on('2019-06-03').kept('adults-covered-by-assessment')
  })

  it('is whoever the contact names; a visit that names nobody is to the mother, and never covers a father or a partner', () => {
    const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
    const family = { ...visit, with: undefined }
    given(maya, mother, opened, family).on('2019-06-03').kept('adults-covered-by-assessment')
    given(maya, father, opened, family).on('2019-06-03').late('adults-covered-by-assessment')
    given(maya, father, opened, { ...visit, reached: 'no' })
      .on('2019-06-03')
      .late('adults-covered-by-assessment')
    const partner = {
      kind: 'relationship',
      on: '2018-11-02',
      by: 'social-care',
      person: 'kit',
      is: 'partner',
      of: 'leah',
    }
    given(maya, mother, partner, opened, { ...visit, with: 'leah; kit' })
      .on('2019-06-03')
      .late('adults-covered-by-assessment', { step: 'kit' })
    given(maya, mother, { ...partner, until: '2018-11-20' }, opened, family)
      .on('2019-06-03')
      .kept('adults-covered-by-assessment')
  })
})
