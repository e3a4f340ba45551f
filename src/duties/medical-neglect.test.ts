import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const miss = (on: string, more = {}) => ({
  kind: 'was-not-brought',
  on,
  by: 'hospital/royal',
  series: 'eyes',
  appointment: `eyes-${on}`,
  ...more,
})
const pattern = [miss('2019-02-06'), miss('2019-04-24')]
const meeting = { kind: 'meeting-held', by: 'social-care', type: 'professionals' }
const concern = { kind: 'concern', on: '2019-03-04', by: 'health-visiting', neglect: 'yes' }

describe('the review of the five factors', () => {
  const review = {
    kind: 'medical-neglect-review',
    on: '2019-05-08',
    by: 'hospital/royal',
    harmed: 'yes',
    understood: 'unknown',
  }

  it('is owed ten working days after a pattern of misses, two where one may do serious harm', () => {
    given(child, ...pattern).due('medical-neglect-review', '2019-05-09')
    given(child, miss('2019-04-24', { critical: 'yes' })).due('medical-neglect-review', '2019-04-26')
  })

  it('ends with the review', () => {
    given(child, ...pattern, review)
      .on('2019-05-08')
      .kept('medical-neglect-review')
    given(child, ...pattern, { ...review, on: '2019-04-01' })
      .on('2019-05-10')
      .late('medical-neglect-review')
  })

  it('stays silent without a pattern', () => {
    given(child, pattern[1] ?? {}, concern).silent('medical-neglect-review')
  })

  it('is not asked for twice while it is owed', () => {
    const again = [...pattern, { ...meeting, on: '2019-05-08' }, miss('2019-05-22'), miss('2019-06-19')]
    given(child, ...again).due('medical-neglect-review', '2019-05-09')
    given(child, ...again, review).due('medical-neglect-review', '2019-05-09', '2019-07-03')
  })
})

describe('the Graded Care Profile', () => {
  const profile = { kind: 'graded-care-profile', on: '2019-05-20', by: 'social-care', done: 'yes' }

  it('is considered within twenty working days of a pattern of misses or of a concern about neglect', () => {
    given(child, ...pattern).due('graded-care-profile-considered', '2019-05-23')
    given(child, concern).due('graded-care-profile-considered', '2019-04-01')
    given(child, concern, ...pattern).due('graded-care-profile-considered', '2019-04-01')
  })

  it('ends when it was done, or when it is written why not', () => {
    given(child, ...pattern, profile)
      .on('2019-05-20')
      .kept('graded-care-profile-considered')
    given(child, ...pattern, { ...profile, done: 'no', reason: 'Done in March by the nursery' })
      .on('2019-05-20')
      .kept('graded-care-profile-considered')
    given(child, ...pattern, { ...profile, done: 'no' })
      .on('2019-05-24')
      .late('graded-care-profile-considered')
  })

  it('is asked again by a concern only a year after it was considered', () => {
    const done = { ...profile, on: '2019-03-20' }
    given(child, concern, done, { ...concern, on: '2020-03-19' }).due('graded-care-profile-considered', '2019-04-01')
    given(child, concern, done, { ...concern, on: '2020-03-20' }).due(
      'graded-care-profile-considered',
      '2019-04-01',
      '2020-04-21',
    )
    given(child, { ...profile, on: '2019-02-01' }, concern).silent('graded-care-profile-considered')
  })

  it('stays silent on a concern that is not about neglect', () => {
    given(child, { ...concern, neglect: 'no' }).silent('graded-care-profile-considered')
  })
})
