import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const promised = {
  kind: 'undertaking-given',
  on: '2019-03-04',
  by: 'health-visiting',
  undertaking: 'u1',
  where: 'report',
}
const kept = { kind: 'undertaking-kept', on: '2019-03-08', by: 'health-visiting', undertaking: 'u1' }
const declined = {
  kind: 'undertaking-declined',
  on: '2019-03-06',
  by: 'health-visiting',
  undertaking: 'u1',
  reason: 'Not ours',
}

describe('what somebody took on', () => {
  it('is done by its own day, or else within five working days', () => {
    given(child, promised).due('undertaking-kept', '2019-03-11')
    given(child, { ...promised, due: '2019-03-29' }).due('undertaking-kept', '2019-03-29')
    given(child, promised, kept).on('2019-03-08').kept('undertaking-kept')
    given(child, promised, { ...kept, on: '2019-03-12' })
      .on('2019-03-12')
      .keptLate('undertaking-kept')
  })

  it('is no longer owed when its owner declines', () => {
    given(child, promised, declined).on('2019-03-12').noLongerOwes('undertaking-kept')
    given(child).silent('undertaking-kept')
  })
})

describe('whoever took something on', () => {
  const agency = (line: Line) => given(child, line).duties.find(duty => duty.rule.name === 'undertaking-kept')?.agency

  it('is of the agency that wrote it, unless the role is held in another service', () => {
    assert.equal(agency(promised), 'health-visiting')
    assert.equal(agency({ ...promised, owner: 'health-visitor' }), 'health-visiting')
    assert.equal(agency({ ...promised, owner: 'safeguarding-lead' }), 'health-visiting')
    assert.equal(agency({ ...promised, by: 'social-care', owner: 'health-visitor' }), undefined)
    assert.equal(
      agency({ ...promised, by: 'social-care', owner: 'health-visitor', agency: 'health-visiting' }),
      'health-visiting',
    )
  })
})

describe('what a pre-sentence report asks for', () => {
  const report = { ...promised, on: '2018-07-30', by: 'probation', where: 'pre-sentence-report' }

  it('is done by the probation practitioner within five working days', () => {
    given(child, report).due('pre-sentence-report-followed', '2018-08-06')
    given(child, report).silent('undertaking-kept')
    given(child, report, { ...kept, on: '2018-08-03' })
      .on('2018-08-03')
      .kept('pre-sentence-report-followed')
    given(child, report, { ...declined, on: '2018-08-01' })
      .on('2018-08-07')
      .noLongerOwes('pre-sentence-report-followed')
    given(child, promised).silent('pre-sentence-report-followed')
  })
})

describe('an action given in a meeting', () => {
  const action = { ...promised, where: 'meeting' }

  it('is accepted or rejected by its owner in two working days', () => {
    given(child, action).due('undertaking-accepted', '2019-03-06')
    given(child, { ...promised, where: undefined, meeting: 'm1' }).due('undertaking-accepted', '2019-03-06')
    const accepted = { kind: 'undertaking-accepted', on: '2019-03-05', by: 'health-visiting', undertaking: 'u1' }
    given(child, action, accepted).on('2019-03-05').kept('undertaking-accepted')
    given(child, action, declined).on('2019-03-06').kept('undertaking-accepted')
    given(child, action, { ...kept, on: '2019-03-05' })
      .on('2019-03-05')
      .kept('undertaking-accepted')
  })

  it('needs no accepting when its owner wrote it in a report', () => {
    given(child, promised).silent('undertaking-accepted')
  })
})
