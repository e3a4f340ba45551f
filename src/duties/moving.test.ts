import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const plan = { kind: 'plan-started', on: '2019-03-05', by: 'social-care', plan: 'p1', type: 'child-protection' }
const move = { kind: 'moves-area', on: '2019-05-07', by: 'social-care', area: 'Eastshire' }
const accepted = { kind: 'responsibility-accepted', on: '2019-05-14', by: 'social-care/eastshire' }

describe('a family that moves to another area', () => {
  it('is told of to both areas within five working days', () => {
    given(maya, plan, move).due('areas-told-of-move', '2019-05-14')
    given(maya, plan, move, { kind: 'referral-made', on: '2019-05-10', by: 'social-care', to: 'social-care/eastshire' })
      .on('2019-05-10')
      .kept('areas-told-of-move')
    given(
      maya,
      plan,
      { ...move, id: 'm' },
      { kind: 'told', on: '2019-05-20', by: 'social-care', of: 'm', to: 'school' },
    )
      .on('2019-05-20')
      .keptLate('areas-told-of-move')
  })

  it('is told of where only an assessment was made elsewhere, and is nobody’s business without a case', () => {
    given(maya, { ...move, assessedOnly: 'yes' }).due('areas-told-of-move', '2019-05-14')
    given(maya, move).silent('areas-told-of-move')
  })

  it('is seen where only the conference shows that there is a plan', () => {
    const held = { kind: 'conference-held', on: '2019-03-05', by: 'conference-unit', outcome: 'plan' }
    given(maya, held, move).due('areas-told-of-move', '2019-05-14')
    given(maya, held, move).due('transfer-in-conference-held', '2019-05-29')
  })

  it('stays ours until the new area accepts', () => {
    given(maya, plan, move).due('responsibility-accepted', '2019-05-21')
    given(maya, plan, move, accepted).on('2019-05-14').kept('responsibility-accepted')
    given(maya, move).silent('responsibility-accepted')
    given(maya, plan, { ...move, assessedOnly: 'yes' }).silent('responsibility-accepted')
  })

  it('is not handed over by closing the case since they moved', () => {
    const need = { ...plan, type: 'child-in-need' }
    const ended = { kind: 'plan-ended', on: '2019-05-14', by: 'social-care', signedBy: 'team-manager; service-manager' }
    const closed = { ...ended, exceptions: 'None', reason: 'Moved to Eastshire' }
    given(maya, need, move, closed).on('2019-05-22').late('responsibility-accepted')
    given(maya, need, move, { ...closed, reason: 'All that was planned is done' })
      .on('2019-05-22')
      .silent('responsibility-accepted')
  })

  it('is accepted where the new area works with the child', () => {
    const opened = { kind: 'assessment-opened', on: '2019-05-20', by: 'social-care/eastshire' }
    given(maya, plan, move, opened).on('2019-05-20').kept('responsibility-accepted')
    given(maya, plan, move, { ...opened, by: 'social-care' })
      .on('2019-05-22')
      .late('responsibility-accepted')
    given(maya, plan, { ...opened, on: '2019-04-02' }, move, opened)
      .on('2019-05-22')
      .late('responsibility-accepted')
  })

  it('has a transfer-in conference within 15 working days where there is a child protection plan', () => {
    given(maya, plan, move).due('transfer-in-conference-held', '2019-05-29')
    given(maya, plan, move, { kind: 'conference-held', on: '2019-05-24', by: 'conference-unit/eastshire' })
      .on('2019-05-24')
      .kept('transfer-in-conference-held')
    given(maya, { ...plan, type: 'child-in-need' }, move).silent('transfer-in-conference-held')
  })

  it('stays with the area that placed a child in care', () => {
    const care = { kind: 'came-into-care', on: '2019-04-01', by: 'social-care' }
    given(maya, plan, care, move).due('areas-told-of-move', '2019-05-14')
    given(maya, plan, care, move).silent('responsibility-accepted')
    given(maya, plan, care, move).silent('transfer-in-conference-held')
  })

  it('counts the conference from the day on which the new area was told', () => {
    const told = { kind: 'referral-made', on: '2019-05-10', by: 'social-care', to: 'social-care/eastshire' }
    given(maya, plan, move, told).due('transfer-in-conference-held', '2019-06-03')
  })
})
