import { describe, it } from 'node:test'
import { given } from './given.ts'

const noor = { kind: 'person', person: 'noor', as: 'child', born: '2022-01-06' }
const advice = { kind: 'legal-advice', on: '2022-03-01', by: 'social-care', step: 'legal-planning-meeting' }
const step = { kind: 'legal-step', on: '2022-03-10', by: 'social-care', step: 'legal-planning-meeting' }

describe('a legal step that was advised', () => {
  it('is taken within ten working days, or by its day', () => {
    given(noor, advice).due('legal-step-taken', '2022-03-15')
    given(noor, { ...advice, due: '2022-03-04' }).due('legal-step-taken', '2022-03-04')
    given(noor, advice, step).on('2022-03-10').kept('legal-step-taken')
    given(noor, advice, { ...step, on: '2022-04-10' })
      .on('2022-04-10')
      .keptLate('legal-step-taken')
  })

  it('is done by a step that goes further, by a meeting in other words, and by a decision against it', () => {
    given(noor, advice, { ...step, step: 'proceedings' })
      .on('2022-03-10')
      .kept('legal-step-taken')
    given(noor, advice, { kind: 'meeting-held', on: '2022-03-08', by: 'social-care', text: 'Legal planning meeting' })
      .on('2022-03-08')
      .kept('legal-step-taken')
    given(noor, advice, { ...step, state: 'not-taken', reason: 'Grandmother applies' })
      .on('2022-03-10')
      .kept('legal-step-taken')
  })

  it('is not done by a step that goes less far, and nothing without advice', () => {
    given(noor, { ...advice, step: 'proceedings' }, { ...step, step: 'letter-before-proceedings' })
      .on('2022-03-16')
      .late('legal-step-taken')
    given(noor, step).silent('legal-step-taken')
  })
})

describe('police protection', () => {
  const police = { kind: 'legal-step', on: '2022-03-01 22:00', by: 'police', step: 'police-protection' }

  it('is followed by something else within 72 hours', () => {
    given(noor, police).due('police-protection-followed', '2022-03-04')
    given(noor, { kind: 'came-into-care', on: '2022-03-01 22:00', by: 'police', status: 'Police protection' }).due(
      'police-protection-followed',
      '2022-03-04',
    )
    given(noor, police, { ...step, on: '2022-03-03', step: 'emergency-protection-order' })
      .on('2022-03-03')
      .kept('police-protection-followed')
    given(noor, police, { kind: 'came-into-care', on: '2022-03-03', by: 'social-care', status: 'Section 20' })
      .on('2022-03-03')
      .kept('police-protection-followed')
  })

  it('is one whether one agency or two write of it, and is nothing without', () => {
    given(noor, police, {
      kind: 'came-into-care',
      on: '2022-03-02',
      by: 'social-care',
      status: 'Police protection',
    }).due('police-protection-followed', '2022-03-04')
    given(noor, step).silent('police-protection-followed')
  })
})

describe('an order that ends on a day', () => {
  const order = { ...step, step: 'interim-care-order', until: '2022-05-31' }

  it('is looked at before it ends', () => {
    given(noor, order).due('order-looked-at-before-it-ends', '2022-05-31')
    given(noor, order).on('2022-05-01').silent('order-looked-at-before-it-ends')
    given(noor, order).on('2022-05-20').owes('order-looked-at-before-it-ends')
    given(noor, order, { ...order, on: '2022-05-20', step: 'care-order', until: undefined })
      .on('2022-05-20')
      .kept('order-looked-at-before-it-ends')
  })

  it('says nothing where it has no last day', () => {
    given(noor, { ...order, until: undefined }).silent('order-looked-at-before-it-ends')
  })
})
