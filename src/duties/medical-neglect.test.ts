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
  const name = 'medical-neglect-review'
  const review = { kind: name, on: '2019-05-08', by: 'hospital/royal', harmed: 'yes', understood: 'unknown' }

  it('is owed ten working days after a pattern of misses, two where one may do serious harm', () => {
    given(child, ...pattern).due(name, '2019-05-09')
    given(child, miss('2019-04-24', { critical: 'yes' })).due(name, '2019-04-26')
  })

  it('ends with the review', () => {
    given(child, ...pattern, review)
      .on('2019-05-08')
      .kept(name)
    given(child, ...pattern, { ...review, on: '2019-04-01' })
      .on('2019-05-10')
      .late(name)
  })

  it('stays silent without a pattern', () => {
    given(child, pattern[1] ?? {}, concern).silent(name)
  })

  it('is not asked for twice while it is owed', () => {
    const again = [...pattern, { ...meeting, on: '2019-05-08' }, miss('2019-05-22'), miss('2019-06-19')]
    given(child, ...again).due(name, '2019-05-09')
    given(child, ...again, review).due(name, '2019-05-09', '2019-07-03')
  })
})

describe('the Graded Care Profile', () => {
  const name = 'graded-care-profile-considered'
  const profile = { kind: 'graded-care-profile', on: '2019-05-20', by: 'social-care', done: 'yes' }

  it('is considered within twenty working days of a pattern of misses or of a concern about neglect', () => {
    given(child, ...pattern).due(name, '2019-05-23')
    given(child, concern).due(name, '2019-04-01')
    given(child, concern, ...pattern).due(name, '2019-04-01')
  })

  it('ends when it was done, or when it is written why not', () => {
    given(child, ...pattern, profile)
      .on('2019-05-20')
      .kept(name)
    given(child, ...pattern, { ...profile, done: 'no', reason: 'Done in March by the nursery' })
      .on('2019-05-20')
      .kept(name)
    given(child, ...pattern, { ...profile, done: 'no' })
      .on('2019-05-24')
      .late(name)
  })

  it('is asked again by a concern only a year after it was considered', () => {
    const done = { ...profile, on: '2019-03-20' }
    given(child, concern, done, { ...concern, on: '2020-03-19' }).due(name, '2019-04-01')
    given(child, concern, done, { ...concern, on: '2020-03-20' }).due(name, '2019-04-01', '2020-04-21')
    given(child, { ...profile, on: '2019-02-01' }, concern).silent(name)
  })

  it('stays silent on a concern that is not about neglect', () => {
    given(child, { ...concern, neglect: 'no' }).silent(name)
  })
})
