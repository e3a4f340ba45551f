import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const made = { kind: 'referral-made', on: '2024-04-15', by: 'nursery/oak', referral: 'r1', to: 'social-care' }
const received = { kind: 'referral-received', on: '2024-04-16', by: 'social-care', referral: 'r1' }

describe('a referral that was spoiled on the way', () => {
  it('is put right and answered again within one working day', () => {
    const spoiled = { ...received, differs: 'It names her brother' }
    given(child, made, spoiled).due('referral-corrected', '2024-04-17')
    given(child, made, spoiled, {
      kind: 'referral-decided',
      on: '2024-04-17',
      by: 'social-care',
      referral: 'r1',
      decision: 'Assessment',
    })
      .on('2024-04-17')
      .kept('referral-corrected')
    given(child, made, received).silent('referral-corrected')
  })

  it('is confirmed in writing within two working days where it was only spoken', () => {
    given(child, { ...made, way: 'call' }).due('referral-put-in-writing', '2024-04-17')
    given(child, { ...made, way: 'call' }, { ...made, on: '2024-04-16', referral: undefined, way: 'in-writing' })
      .on('2024-04-16')
      .kept('referral-put-in-writing')
    given(child, made).silent('referral-put-in-writing')
    given(child, { ...made, way: 'call', by: 'family' }).silent('referral-put-in-writing')
  })

  it('is read by the safeguarding lead where it was taken back', () => {
    const withdrawn = { kind: 'referral-withdrawn', on: '2024-04-15', by: 'nursery/oak' }
    given(child, withdrawn).due('withdrawn-referral-looked-at', '2024-04-16')
    given(child, withdrawn, { ...made, on: '2024-04-16' })
      .on('2024-04-16')
      .kept('withdrawn-referral-looked-at')
    given(child, { ...withdrawn, reason: 'Made twice', signedBy: 'designated-safeguarding-lead' }).silent(
      'withdrawn-referral-looked-at',
    )
  })
})

describe('a referral of the ambulance service', () => {
  const ambulance = { ...made, by: 'ambulance' }

  it('is told to GP and health visitor within one working day', () => {
    given(child, ambulance).due('ambulance-referral-passed-on', '2024-04-16', '2024-04-16')
    given(child, ambulance, { kind: 'told', on: '2024-04-16', by: 'social-care', of: 'r1', to: 'gp' })
      .on('2024-04-16')
      .kept('ambulance-referral-passed-on', { step: 'gp' })
    given(child, made).silent('ambulance-referral-passed-on')
  })
})

describe('an anonymous concern', () => {
  const concern = { kind: 'concern', on: '2024-04-15', by: 'social-care', anonymous: 'yes' }

  it('is looked at within two working days', () => {
    given(child, concern).due('anonymous-concern-looked-at', '2024-04-17')
    given(child, { ...concern, anonymous: undefined, raisedBy: 'An anonymous neighbour' }).due(
      'anonymous-concern-looked-at',
      '2024-04-17',
    )
    given(child, concern, { kind: 'contact', on: '2024-04-16', by: 'health-visiting', seen: 'ivy' })
      .on('2024-04-16')
      .kept('anonymous-concern-looked-at')
    given(child, { ...concern, anonymous: undefined }).silent('anonymous-concern-looked-at')
  })
})

describe('a home to which the police were called', () => {
  const visit = { kind: 'incident', on: '2024-04-15', by: 'police', type: 'other', childPresent: 'yes' }

  it('has its child referred within one working day', () => {
    given(child, visit).due('police-visit-referred', '2024-04-16')
    given(child, visit, { ...made, by: 'police', on: '2024-04-16' })
      .on('2024-04-16')
      .kept('police-visit-referred')
    given(child, { ...visit, childPresent: undefined }).silent('police-visit-referred')
    given(child, { ...visit, childPresent: undefined, text: 'Two children upstairs' }).due(
      'police-visit-referred',
      '2024-04-16',
    )
    given(child, { ...visit, type: 'domestic' }).silent('police-visit-referred')
  })
})
