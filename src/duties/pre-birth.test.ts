import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const pregnancy = {
  id: 'known',
  kind: 'pregnancy',
  on: '2018-12-10',
  by: 'gp/elm-road',
  unborn: 'robin',
  mother: 'leah',
  father: 'jay',
  expected: '2019-07-15',
}
const referral = {
  kind: 'referral-made',
  on: '2018-12-14',
  by: 'midwifery',
  to: 'social-care',
  child: 'robin',
}
const opened = {
  kind: 'assessment-opened',
  on: '2018-12-17',
  by: 'social-care',
  assessment: 'before-birth',
  type: 'pre-birth',
  child: 'robin',
}
const finished = {
  kind: 'assessment-finished',
  on: '2019-02-15',
  by: 'social-care',
  assessment: 'before-birth',
  child: 'robin',
}
const birth = { kind: 'birth', on: '2019-07-12', by: 'midwifery', unborn: 'robin', mother: 'leah', child: 'robin' }
const family: readonly Line[] = [maya, mother, plan]

describe('the assessment before birth', () => {
  it('counts from the day on which the referral was due, while there is none', () => {
    given(...family, pregnancy).due('pre-birth-assessment-finished', '2019-02-21')
  })

  it('counts from the referral once it is made', () => {
    const case_ = given(...family, pregnancy, referral, opened, finished)
    case_.due('pre-birth-assessment-finished', '2019-02-20')
    case_.on('2019-02-15').kept('pre-birth-assessment-finished')
  })

  it('is counted for a child whom no rule asked to refer, from its own referral', () => {
    given(maya, mother, pregnancy, { ...opened, referred: '2018-12-17' }).due(
      'pre-birth-assessment-finished',
      '2019-02-21',
    )
  })

  it('is counted anew for a second assessment of the same child', () => {
    const again = { ...opened, on: '2019-03-01', assessment: 'elsewhere' }
    given(...family, pregnancy, referral, opened, finished, again).due(
      'pre-birth-assessment-finished',
      '2019-02-20',
      '2019-05-08',
    )
  })

  it('ends at the birth when it was not late by then', () => {
    const late = { ...pregnancy, on: '2019-06-03' }
    given(...family, late, { ...referral, on: '2019-06-05' }, birth)
      .on('2019-07-13')
      .noLongerOwes('pre-birth-assessment-finished')
    given(...family, pregnancy, birth)
      .on('2019-07-13')
      .late('pre-birth-assessment-finished')
  })

  it('goes on after the birth when it was opened and is not finished', () => {
    const soon = { ...pregnancy, on: '2019-06-03' }
    const begun = { ...opened, on: '2019-06-05' }
    const born = given(...family, soon, begun, birth)
    born.due('pre-birth-assessment-finished', '2019-07-15')
    born.on('2019-07-13').owes('pre-birth-assessment-finished')
    born.on('2019-07-16').late('pre-birth-assessment-finished')
    given(...family, soon, begun, birth, { ...finished, on: '2019-07-30' })
      .on('2019-07-30')
      .kept('pre-birth-assessment-finished')
    given(maya, mother, soon, begun, birth).on('2019-07-13').owes('pre-birth-assessment-finished')
  })

  it('ends after the birth with the assessment of the child that social care opens then', () => {
    const begun = { ...opened, on: '2019-06-05' }
    const next = { ...opened, on: '2019-07-15', assessment: 'after-birth', type: 'child-and-family' }
    const done = { ...finished, on: '2019-08-01', assessment: 'after-birth' }
    const lines = [{ ...pregnancy, on: '2019-06-03' }, begun, birth, next, done]
    given(...family, ...lines)
      .on('2019-08-01')
      .kept('pre-birth-assessment-finished')
    given(maya, mother, ...lines)
      .on('2019-08-01')
      .kept('pre-birth-assessment-finished')
  })

  it('is asked of nobody where nobody is pregnant', () => {
    given(...family).silent('pre-birth-assessment-finished')
  })
})
