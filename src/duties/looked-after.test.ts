import { describe, it } from 'node:test'
import { given } from './given.ts'

const noor = { kind: 'person', person: 'noor', as: 'child', born: '2018-06-06' }
const care = { kind: 'came-into-care', on: '2022-03-01', by: 'social-care', status: 'Section 20' }
const plan = { kind: 'plan-started', on: '2022-03-08', by: 'social-care', type: 'looked-after' }
const review = { kind: 'meeting-held', on: '2022-03-28', by: 'conference-unit', type: 'looked-after-review' }
const visit = { kind: 'contact', on: '2022-03-05', by: 'social-care', way: 'visit', seen: 'noor' }
const left = { kind: 'left-care', on: '2022-03-10', by: 'social-care', where: 'With her grandmother' }

describe('reviews of a looked-after child', () => {
  it('come after 20 working days, three months, and then six', () => {
    given(noor, care).due('care-review-held', '2022-03-29')
    given(noor, care, review).due('care-review-held', '2022-03-29', '2022-06-28')
    const second = { ...review, on: '2022-06-20' }
    given(noor, care, review, second).due('care-review-held', '2022-03-29', '2022-06-28', '2022-12-20')
    given(noor, care, review).on('2022-03-28').kept('care-review-held', { step: '1' })
  })

  it('take a meeting that only its words call a review', () => {
    const words = { ...review, type: 'other', text: 'LAC review, plan agreed' }
    given(noor, care, words).on('2022-03-30').kept('care-review-held', { step: '1' })
  })

  it('end when the child is no longer looked after, and are nothing for police protection or a child at home', () => {
    given(noor, care, left).on('2022-04-20').noLongerOwes('care-review-held')
    given(noor, { ...care, status: 'Police protection' }).silent('care-review-held')
    given(noor, review).silent('care-review-held')
  })

  it('count once where care and its plan are both on the record', () => {
    given(noor, care, plan).due('care-review-held', '2022-03-29')
    given(noor, plan).due('care-review-held', '2022-04-05')
  })
})

describe('visits to a child in care', () => {
  it('come within a week, then every six weeks', () => {
    given(noor, care).due('child-in-care-seen', '2022-03-08')
    given(noor, care, visit).due('child-in-care-seen', '2022-03-08', '2022-04-16')
    given(noor, care, visit).on('2022-03-05').kept('child-in-care-seen', { step: '1' })
  })

  it('must see the child, and are those of social care', () => {
    given(noor, care, { ...visit, seen: undefined })
      .on('2022-03-09')
      .late('child-in-care-seen')
    given(noor, care, { ...visit, by: 'health-visiting' })
      .on('2022-03-09')
      .late('child-in-care-seen')
    given(noor, visit).silent('child-in-care-seen')
  })
})

describe('the care plan', () => {
  it('is written within ten working days, or was already', () => {
    given(noor, care).due('care-plan-written', '2022-03-15')
    given(noor, care, plan).on('2022-03-08').kept('care-plan-written')
    given(noor, care, { ...plan, on: '2022-02-25' })
      .on('2022-03-16')
      .silent('care-plan-written')
  })

  it('is nothing for a child in need', () => {
    given(noor, { ...plan, type: 'child-in-need' }).silent('care-plan-written')
  })
})

describe('the health of a child in care', () => {
  it('is assessed within 20 working days', () => {
    given(noor, care).due('health-assessed-in-care', '2022-03-29')
    given(noor, care, { kind: 'health-assessment', on: '2022-03-20', by: 'hospital' })
      .on('2022-03-20')
      .kept('health-assessed-in-care')
    given(noor, care, { kind: 'attended', on: '2022-04-20', by: 'hospital', clinic: 'Initial health assessment' })
      .on('2022-04-20')
      .keptLate('health-assessed-in-care')
  })

  it('is not asked for once the child left care, nor for a child at home', () => {
    given(noor, care, left).on('2022-04-20').noLongerOwes('health-assessed-in-care')
    given(noor).silent('health-assessed-in-care')
  })
})
