import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const starts = { kind: 'worker-starts', on: '2018-08-28', by: 'social-care', role: 'social-worker' }
const agreed = { kind: 'plan-agreed', on: '2018-11-26', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const family: readonly Line[] = [maya, starts, agreed]
const away = { kind: 'worker-away', on: '2018-12-05', by: 'social-care', role: 'social-worker' }
const cover = { kind: 'cover', on: '2018-12-05', by: 'social-care', role: 'social-worker' }

describe('a worker who is away', () => {
  it('has a deputy the same working day when it is long, or nobody knows how long', () => {
    given(...family, away).due('absence-covered', '2018-12-05')
    given(...family, { ...away, until: '2018-12-12' }).due('absence-covered', '2018-12-05')
    given(...family, { ...away, on: '2018-12-08', until: '2018-12-21' }).due('absence-covered', '2018-12-10')
  })

  it('has one who accepted, that day or a little before', () => {
    given(...family, away, cover)
      .on('2018-12-05')
      .kept('absence-covered')
    given(...family, away, { ...cover, on: '2018-12-03' })
      .on('2018-12-06')
      .kept('absence-covered')
    given(...family, away, { ...cover, by: 'midwifery', role: 'midwife' })
      .on('2018-12-06')
      .late('absence-covered')
  })

  it('needs none any more once back', () => {
    given(...family, away, { ...starts, on: '2018-12-05' })
      .on('2018-12-06')
      .late('absence-covered')
    given(...family, away, { ...starts, on: '2018-12-10' })
      .on('2018-12-10')
      .noLongerOwes('absence-covered')
  })

  it('who is sick one day with nothing due, needs none', () => {
    const sick = given(...family, { ...away, until: '2018-12-05' })
    sick.silent('absence-covered')
    sick.silent('short-absence-covered')
  })

  it('who is away for a week needs one only when something falls due', () => {
    const week = { ...away, on: '2018-12-12', until: '2018-12-18' }
    const case_ = given(...family, week)
    case_.silent('absence-covered')
    case_.due('short-absence-covered', '2018-12-12')
    given(...family, week, { ...cover, on: '2018-12-12' })
      .on('2018-12-13')
      .kept('short-absence-covered')
    const held = { kind: 'meeting-held', on: '2018-12-10', by: 'social-care', type: 'child-in-need' }
    given(...family, week, held).silent('short-absence-covered')
  })
})
