import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const agreed = { kind: 'plan-agreed', on: '2018-11-26', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const held = { kind: 'meeting-held', on: '2019-01-10', by: 'social-care', type: 'child-in-need' }
const family: readonly Line[] = [maya, agreed]
const reviewed = { kind: 'threshold-reviewed', on: '2019-02-25', by: 'social-care', decision: 'continue' }

describe('a plan that drifts', () => {
  it('is decided on when a second meeting was missed', () => {
    const case_ = given(...family, held)
    case_.due('drift-decided', '2019-02-28')
    case_.on('2019-02-20').silent('drift-decided')
    case_.on('2019-03-01').late('drift-decided')
    given(...family, held, reviewed)
      .on('2019-02-28')
      .kept('drift-decided')
  })

  it('is decided on though the meetings were held late', () => {
    given(...family, held, { ...held, on: '2019-02-25' })
      .on('2019-03-01')
      .late('drift-decided')
  })

  it('is none after one missed meeting, or when the plan ended', () => {
    given(...family).silent('drift-decided')
    given(...family, held, { ...held, on: '2019-02-14' })
      .on('2019-03-01')
      .silent('drift-decided')
    const ended = { kind: 'plan-ended', on: '2019-02-01', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }
    given(...family, held, ended).silent('drift-decided')
  })

  it('is decided on when an action was carried over twice', () => {
    const promised = { kind: 'undertaking-given', on: '2018-12-01', by: 'housing', undertaking: 'u1' }
    const carried = { kind: 'undertaking-carried-over', on: '2018-12-10', by: 'social-care', undertaking: 'u1' }
    const twice = [promised, carried, { ...carried, on: '2018-12-17' }]
    given(...family, promised, carried).silent('drift-decided', { thing: 'u1' })
    given(...family, ...twice)
      .on('2018-12-28')
      .late('drift-decided', { thing: 'u1' })
    given(...family, ...twice, { ...carried, kind: 'undertaking-kept', on: '2018-12-19' })
      .on('2018-12-28')
      .noLongerOwes('drift-decided', { thing: 'u1' })
    given(maya, ...twice).silent('drift-decided')
  })
})

describe('a meeting that was held in the week after its day', () => {
  it('is not the first of two that were missed', () => {
    const first = { ...held, on: '2018-12-20' }
    given(...family, first)
      .on('2019-03-01')
      .silent('drift-decided')
  })
})
