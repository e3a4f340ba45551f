import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoMoment } from '../calendar/moment.ts'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const worry = { kind: 'concern', on: '2019-05-10 18:00', by: 'health-visiting', harm: 'yes' }
const discussed = {
  kind: 'strategy-discussion',
  on: '2019-05-13',
  by: 'social-care',
  discussion: 'sd1',
  outcome: 'other',
}

describe('reasonable cause to suspect significant harm', () => {
  it('leads to a strategy discussion within 24 hours, not one working day', () => {
    const friday = given(child, worry)
    friday.due('strategy-discussion-held', '2019-05-11')
    const at = friday.duties.find(duty => duty.rule.name === 'strategy-discussion-held')?.due.at
    assert.equal(at === undefined ? undefined : isoMoment(at), '2019-05-11 18:00')
    given(child, { ...worry, on: '2019-05-10' }).due('strategy-discussion-held', '2019-05-11')
  })

  it('leads to one the same day when the child is at risk today', () => {
    given(child, { ...worry, immediate: 'yes' }).due('strategy-discussion-held', '2019-05-10')
  })

  it('is answered by a strategy discussion, in time or late', () => {
    given(child, worry, { ...discussed, on: '2019-05-11 10:00' })
      .on('2019-05-11')
      .kept('strategy-discussion-held')
    given(child, worry, { ...discussed, on: '2019-05-11 20:00' })
      .on('2019-05-11')
      .keptLate('strategy-discussion-held')
    given(child, worry, { ...discussed, on: '2019-05-10 09:00' })
      .on('2019-05-12')
      .late('strategy-discussion-held')
  })

  it('is no longer owed when social care decides on no further action', () => {
    const decided = { kind: 'referral-decided', on: '2019-05-11', by: 'social-care', decision: 'No further action' }
    given(child, worry, decided).on('2019-05-12').noLongerOwes('strategy-discussion-held')
    given(child, worry, { ...decided, decision: 'Assess' })
      .on('2019-05-12')
      .late('strategy-discussion-held')
  })

  it('is asked for once while no discussion was held, and again for a new concern after one', () => {
    const second = { ...worry, on: '2019-05-12', by: 'gp' }
    given(child, worry, second).due('strategy-discussion-held', '2019-05-11')
    const third = { ...worry, on: '2019-05-20' }
    given(child, worry, discussed, third).due('strategy-discussion-held', '2019-05-11', '2019-05-21')
  })

  it('says nothing of a concern without such cause', () => {
    given(child, { ...worry, harm: 'no' }).silent('strategy-discussion-held')
  })
})

describe('every child of the family', () => {
  const robin = { kind: 'person', person: 'robin', as: 'child', born: '2016-02-01' }
  const forRobin = { ...discussed, on: '2019-05-14', child: 'robin' }

  it('has an outcome the same day', () => {
    const left = given(child, robin, discussed)
    left.due('strategy-outcome-for-each-child', '2019-05-13')
    left.on('2019-05-14').late('strategy-outcome-for-each-child', { child: 'robin', step: 'robin' })
    given(child, robin, { ...discussed, child: 'maya; robin' }).silent('strategy-outcome-for-each-child')
    given(child, robin, discussed, { ...forRobin, on: '2019-05-13' }).silent('strategy-outcome-for-each-child')
  })

  it('is kept by a later entry for the child, and overtaken by a later discussion', () => {
    given(child, robin, discussed, forRobin).on('2019-05-14').keptLate('strategy-outcome-for-each-child')
    given(child, robin, discussed, { ...forRobin, discussion: 'sd2' })
      .on('2019-05-14')
      .noLongerOwes('strategy-outcome-for-each-child')
  })

  it('includes the child for whom it was called, when nothing was decided', () => {
    const open = { ...discussed, outcome: undefined }
    given(child, open).due('strategy-outcome-for-each-child', '2019-05-13')
    given(child, { ...open, section47: 'yes' }).silent('strategy-outcome-for-each-child')
  })

  it('leaves out the grown, the unborn, the not yet known and the parent who is a child herself', () => {
    given(child, { ...robin, born: '2000-01-01' }, discussed).silent('strategy-outcome-for-each-child')
    given(child, { ...robin, born: '2019-07-12' }, discussed).silent('strategy-outcome-for-each-child')
    given(child, { ...robin, on: '2019-06-01' }, discussed).silent('strategy-outcome-for-each-child')
    const mother = { kind: 'person', person: 'leah', as: 'child', born: '2002-01-01' }
    const parent = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
    given(child, mother, parent, discussed).silent('strategy-outcome-for-each-child')
  })
})

describe('the minutes of a strategy discussion', () => {
  const first = { ...discussed, on: '2018-10-15', present: 'social-care; police', invited: 'gp/elm-road' }
  const minutes = { kind: 'minutes-sent', on: '2018-10-19', by: 'social-care', meeting: 'sd1' }

  it('go out within five working days', () => {
    given(child, first).due('strategy-minutes-sent', '2018-10-22')
    given(child, { ...first, on: '2019-05-13' }).due('strategy-minutes-sent', '2019-05-20')
  })

  it('go to all who were there or asked', () => {
    given(child, first, minutes).on('2018-10-19').kept('strategy-minutes-sent')
    given(child, first, { ...minutes, to: 'police; gp' })
      .on('2018-10-19')
      .kept('strategy-minutes-sent')
    given(child, first, { ...minutes, to: 'police' })
      .on('2018-10-23')
      .late('strategy-minutes-sent')
    const rest = { ...minutes, on: '2018-10-24', to: 'gp/elm-road' }
    given(child, first, { ...minutes, to: 'police' }, rest)
      .on('2018-10-24')
      .keptLate('strategy-minutes-sent')
  })

  it('go to the GP and the lead paediatrician whom the record names', () => {
    const paediatrician = { kind: 'worker-starts', on: '2018-09-01', by: 'hospital/royal', role: 'lead-paediatrician' }
    given(child, paediatrician, first, { ...minutes, to: 'police; gp/elm-road' })
      .on('2018-10-23')
      .late('strategy-minutes-sent')
    given(child, paediatrician, first, { ...minutes, to: 'police; gp/elm-road; hospital/royal' })
      .on('2018-10-23')
      .kept('strategy-minutes-sent')
  })

  it('may name no meeting when they follow it next', () => {
    const nameless = { kind: 'minutes-sent', on: '2018-10-19', by: 'social-care' }
    given(child, first, nameless).on('2018-10-19').kept('strategy-minutes-sent')
    const between = { kind: 'meeting-held', on: '2018-10-18', by: 'social-care', meeting: 'm1' }
    given(child, first, between, nameless).on('2018-10-23').late('strategy-minutes-sent')
    given(child).silent('strategy-minutes-sent')
  })
})

describe('a decision', () => {
  const decision = { kind: 'decision', on: '2019-01-28', by: 'conference-unit', decision: 'd1', decides: 'other' }

  it('has an owner the same day', () => {
    given(child, decision).due('decision-has-an-owner', '2019-01-28')
    const taken = { kind: 'undertaking-given', on: '2019-01-29', by: 'gp', undertaking: 'u1', decision: 'd1' }
    given(child, decision, taken).on('2019-01-29').keptLate('decision-has-an-owner')
    given(child, decision, { ...taken, decision: 'd2' })
      .on('2019-01-29')
      .late('decision-has-an-owner')
    given(child, decision, { ...decision, on: '2019-01-30', owner: 'social-worker' })
      .on('2019-01-30')
      .keptLate('decision-has-an-owner')
  })

  it('needs none when it names one, decides on a conference, or on no further action', () => {
    given(child, { ...decision, owner: 'social-worker' }).silent('decision-has-an-owner')
    given(child, { ...decision, decides: 'conference' }).silent('decision-has-an-owner')
    given(child, { ...decision, decides: 'no-further-action' }).silent('decision-has-an-owner')
  })
})
