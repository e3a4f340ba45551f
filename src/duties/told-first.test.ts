import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const leah = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const rob = { kind: 'relationship', person: 'rob', is: 'father', of: 'maya', responsibility: 'yes' }
const home = { kind: 'lives-at', on: '2018-06-06', by: 'gp', person: ['maya', 'leah'], address: '3 Beech Close' }
const away = { kind: 'lives-at', on: '2018-06-06', by: 'gp', person: 'rob', address: '9 Mill Row' }
const decided = {
  kind: 'strategy-discussion',
  on: '2019-05-13',
  by: 'social-care',
  discussion: 'sd',
  section47: 'yes',
  outcome: 'conference',
}
const invited = { kind: 'invitation-sent', on: '2019-05-17', by: 'conference-unit', to: 'gp' }

describe('a parent', () => {
  it('is told of a conference before the invitations go out', () => {
    given(maya, leah, home, decided, invited).due('parents-told-first', '2019-05-16')
    given(maya, leah, home, decided).due('parents-told-first', '2019-05-20')
    given(maya, { ...leah, responsibility: 'no' }, home, decided).silent('parents-told-first')
  })

  it('is told by name, or with the family where they live', () => {
    const visit = { kind: 'contact', on: '2019-05-14', by: 'social-care', way: 'visit' }
    given(maya, leah, home, decided, invited, visit).on('2019-05-14').kept('parents-told-first', { step: 'leah' })
    given(maya, leah, rob, home, away, decided, invited, visit)
      .on('2019-05-17')
      .late('parents-told-first', { step: 'rob' })
    const letter = { kind: 'letter-sent', on: '2019-05-20', by: 'social-care', to: 'rob' }
    given(maya, rob, home, away, decided, invited, letter).on('2019-05-20').keptLate('parents-told-first')
  })

  it('is not told where it is written down that it is not safe', () =>
    given(maya, rob, home, away, decided, invited, {
      kind: 'not-told',
      on: '2019-05-13',
      by: 'social-care',
      person: 'rob',
      reason: 'He may take her away',
    })
      .on('2019-05-17')
      .noLongerOwes('parents-told-first'))
})

describe('a person with parental responsibility who lives elsewhere', () => {
  const plan = { kind: 'plan-started', on: '2019-05-20', by: 'social-care', plan: 'p', type: 'child-protection' }

  it('is told of a child protection plan', () => {
    given(maya, rob, home, away, plan).due('responsibility-holder-told', '2019-05-28')
    given(maya, leah, home, plan).silent('responsibility-holder-told')
    given(maya, { ...rob, responsibility: 'unknown' }, home, away, plan).silent('responsibility-holder-told')
  })

  it('has been told by letter, or is not told for safety', () => {
    given(maya, rob, home, away, plan, { kind: 'letter-sent', on: '2019-05-22', by: 'social-care', to: 'rob' })
      .on('2019-05-22')
      .kept('responsibility-holder-told')
    given(maya, rob, home, away, plan, { kind: 'not-told', on: '2019-05-21', by: 'social-care', reason: 'Threats' })
      .on('2019-05-28')
      .noLongerOwes('responsibility-holder-told')
  })
})

describe('what is shared', () => {
  const sharing = { kind: 'sharing-decided', on: '2019-05-13', by: 'police', answer: 'shared', with: 'social-care' }
  const whole = { basis: 'public-task', purpose: 'To assess', familyTold: 'yes' }

  it('is written with its purpose and basis, and whether the family knows', () => {
    given(maya, sharing).due('sharing-reasons-written', '2019-05-14')
    given(maya, { ...sharing, ...whole }).silent('sharing-reasons-written')
    given(maya, { ...sharing, ...whole, familyTold: 'no' }).due('sharing-reasons-written', '2019-05-14')
    given(maya, { ...sharing, answer: 'not-shared' }).due('sharing-reasons-written', '2019-05-14')
    given(maya, { ...sharing, answer: 'not-shared', reason: 'It would tell him where they are' }).silent(
      'sharing-reasons-written',
    )
    given(maya, sharing, { ...sharing, ...whole, on: '2019-05-14' })
      .on('2019-05-14')
      .kept('sharing-reasons-written')
  })

  it('is offered to whoever assesses by the agency that has always known it', () => {
    const fact = { kind: 'exploitation', on: '2016-12-01', by: 'police', person: 'leah', state: 'concern' }
    const opened = { kind: 'assessment-opened', on: '2019-05-13', by: 'social-care', assessment: 'a' }
    given(maya, leah, fact, opened).due('old-fact-offered', '2019-05-20')
    given(maya, leah, { ...fact, on: '2019-05-01' }, opened).silent('old-fact-offered')
    given(maya, leah, { ...fact, by: 'social-care' }, opened).silent('old-fact-offered')
    given(maya, leah, fact, opened, { ...sharing, ...whole, on: '2019-05-16' })
      .on('2019-05-16')
      .kept('old-fact-offered')
  })
})

describe('worries of separate people', () => {
  const school = { kind: 'concern', on: '2019-03-01', by: 'school/hill', neglect: 'yes' }
  const caller = { kind: 'concern', on: '2019-04-01', by: 'social-care', raisedBy: 'Anonymous caller' }

  it('are looked at together by the front door while no case is open', () => {
    given(maya, school, caller).due('worries-seen-together', '2019-04-03')
    given(maya, school).silent('worries-seen-together')
    given(maya, school, { ...school, on: '2019-03-20' }).silent('worries-seen-together')
    given(maya, school, { ...caller, on: '2019-06-20' }).silent('worries-seen-together')
    const small = { kind: 'concern', on: '2019-03-10', by: 'gp' }
    given(maya, small, { ...small, on: '2019-03-12', by: 'nursery' }).silent('worries-seen-together')
  })

  it('are two callers without a name only beside somebody who is named', () => {
    given(maya, caller, { ...caller, on: '2019-04-20', raisedBy: 'unknown' }).silent('worries-seen-together')
    given(maya, caller, { ...caller, on: '2019-04-20', raisedBy: 'grandmother' }).due(
      'worries-seen-together',
      '2019-04-24',
    )
  })

  it('end with an assessment or a review; of an open case another rule asks', () => {
    const opened = { kind: 'assessment-opened', on: '2019-04-02', by: 'social-care', assessment: 'a' }
    given(maya, school, caller, opened).on('2019-04-02').kept('worries-seen-together')
    given(maya, { ...opened, on: '2019-02-20' }, school, caller).silent('worries-seen-together')
  })
})
