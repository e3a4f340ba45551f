import { describe, it } from 'node:test'
import { given } from './given.ts'

const recommended = {
  kind: 'recommendation',
  on: '2020-01-06',
  by: 'partnership',
  recommendation: 'r1',
  agency: 'hospital/royal',
}
const kept = {
  kind: 'recommendation-kept',
  on: '2020-05-04',
  by: 'hospital/royal',
  recommendation: 'r1',
  evidence: 'Audit of 40 misses',
}
const looked = { kind: 'practice-audited', on: '2020-11-02', by: 'partnership', recommendation: 'r1' }
const post = {
  kind: 'post',
  on: '2020-01-06',
  by: 'health-visiting',
  post: 'hv-1',
  role: 'health-visitor',
  practitioner: 'J',
}
const other = { kind: 'training', on: '2020-01-06', by: 'gp', practitioner: 'K' }
const training = { kind: 'training', on: '2020-01-20', by: 'health-visiting', practitioner: 'J' }

describe('what a review recommends', () => {
  it('is shown in practice within six months, or by its day', () => {
    given(recommended).due('recommendation-in-practice', '2020-07-06')
    given({ ...recommended, due: '2020-03-31' }).due('recommendation-in-practice', '2020-03-31')
    given(recommended, kept).on('2020-05-04').kept('recommendation-in-practice')
    given(kept).silent('recommendation-in-practice')
  })

  it('is one, however often it is written', () => {
    given(recommended, { ...recommended, on: '2020-02-06' }).due('recommendation-in-practice', '2020-07-06')
  })

  it('is looked at again after six and twelve months', () => {
    given(recommended, kept).due('recommendation-looked-at-again', '2020-11-04', '2021-05-04')
    given(recommended, kept, looked).on('2020-11-02').kept('recommendation-looked-at-again', { step: '6' })
    given(recommended).silent('recommendation-looked-at-again')
  })
})

describe('training', () => {
  it('is taken within 20 working days of starting, then every year', () => {
    given(post, other).due('training-taken', '2020-02-03')
    given(post, other, training).due('training-taken', '2020-02-03', '2021-01-20')
    given(post, other, training).on('2020-01-20').kept('training-taken', { step: '1' })
  })

  it('is not missed from before anybody kept it', () => {
    given({ ...post, on: '2017-03-01' }, other).due('training-taken', '2020-02-03')
  })

  it('is not missed where nobody keeps it, nor from whoever left', () => {
    given(post).silent('training-taken')
    given(post, other, { kind: 'worker-leaves', on: '2020-01-10', by: 'health-visiting', practitioner: 'J' })
      .on('2020-03-01')
      .noLongerOwes('training-taken')
    given(post, other, { ...post, on: '2020-01-10', practitioner: 'L' })
      .on('2020-03-01')
      .noLongerOwes('training-taken', { step: '1' })
  })
})

describe('the quarterly return', () => {
  const first = { kind: 'quarterly-return', on: '2020-04-06', by: 'health-visiting' }

  it('comes every three months once an agency hands one in', () => {
    given(first).due('quarterly-return-handed-in', '2020-07-06')
    given(first, { ...first, on: '2020-07-01' }).due('quarterly-return-handed-in', '2020-07-06', '2020-10-01')
    given(first, { ...first, on: '2020-07-01' })
      .on('2020-07-01')
      .kept('quarterly-return-handed-in', { step: '1' })
    given({ kind: 'rule-adopted', on: '2020-01-06', by: 'gp', rule: 'supervision-held' }).due(
      'quarterly-return-handed-in',
      '2020-04-06',
    )
  })

  it('is nothing where no agency has agreed to it', () => {
    given(post).silent('quarterly-return-handed-in')
  })
})
