import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const bea: Line = { kind: 'person', person: 'bea', born: '2015-03-01', subject: 'yes' }
const ted: Line = { kind: 'person', person: 'ted', born: '2018-03-01' }
const incident: Line = {
  kind: 'incident',
  ...{ on: '2024-06-03', by: 'police', type: 'domestic', alleged: 'rob', childPresent: 'yes', child: 'bea; ted' },
}
const referral: Line = { kind: 'referral-made', on: '2024-06-04', by: 'police', to: 'social-care', referral: 'r1' }
const about = (...lines: readonly Line[]) =>
  given(bea, ted, ...lines)
    .duties.filter(duty => duty.rule.name === 'referral-decided')
    .map(duty => duty.child)

describe('a referral that names no child', () => {
  it('is about the children of what its agency wrote in the days before', () => {
    assert.deepEqual(about(incident, referral), ['bea', 'ted'])
    assert.deepEqual(about({ ...incident, child: 'ted' }, referral), ['bea', 'ted'])
    given(bea, ted, incident, referral).on('2024-06-06').kept('domestic-incident-followed', { child: 'ted' })
  })

  it('is about the child of the record where another agency wrote it, it was weeks ago, or it names its child', () => {
    assert.deepEqual(about(incident, { ...referral, by: 'school/oak' }), ['bea'])
    assert.deepEqual(about(incident, { ...referral, on: '2024-06-24' }), ['bea'])
    assert.deepEqual(about(incident, { ...referral, child: 'ted' }), ['ted'])
    assert.deepEqual(about({ ...incident, child: 'bea' }, referral), ['bea'])
  })
})
