import { describe, it } from 'node:test'
import { given } from './given.ts'

const noor = { kind: 'person', person: 'noor', as: 'child', born: '2022-01-06' }
const begun = { kind: 'law-begins', on: '2027-01-04', by: 'partnership', law: 'family-group-decision-making' }
const letter = { kind: 'legal-step', on: '2027-03-01', by: 'social-care', step: 'letter-before-proceedings' }
const advice = { kind: 'legal-advice', on: '2027-02-22', by: 'social-care', step: 'proceedings' }
const issued = { kind: 'legal-step', on: '2027-03-08', by: 'social-care', step: 'proceedings' }
const offer = { kind: 'family-group-meeting', on: '2027-03-03', by: 'social-care', state: 'offered', person: 'mother' }

describe('a family group decision-making meeting', () => {
  it('is offered before the application to the court, once the law has begun here', () => {
    given(begun, noor, letter).due('family-group-meeting-offered', '2027-03-15')
    given(begun, noor, letter, issued).due('family-group-meeting-offered', '2027-03-08')
    given(begun, noor, letter, issued).on('2027-03-09').late('family-group-meeting-offered')
    given(begun, noor, advice).on('2027-02-22').owes('family-group-meeting-offered')
  })

  it('is silent until then, and for a step that leads to no court', () => {
    given(noor, letter, issued).silent('family-group-meeting-offered')
    given({ ...begun, on: '2027-03-02' }, noor, letter).silent('family-group-meeting-offered')
    given(begun, noor, { ...letter, step: 'legal-planning-meeting' }).silent('family-group-meeting-offered')
    given(begun, noor, { ...letter, state: 'not-taken' }).silent('family-group-meeting-offered')
  })

  it('is kept by the offer, a refusal or a reason against it, and by a meeting in other words', () => {
    for (const state of ['offered', 'declined', 'held', 'not-in-interest'])
      given(begun, noor, letter, { ...offer, state })
        .on('2027-03-03')
        .kept('family-group-meeting-offered')
    given(begun, noor, letter, {
      kind: 'meeting-held',
      on: '2027-03-04',
      by: 'social-care',
      text: 'Family group conference',
    })
      .on('2027-03-04')
      .kept('family-group-meeting-offered')
    given(begun, noor, letter, { ...offer, on: '2027-04-02' })
      .on('2027-04-02')
      .keptLate('family-group-meeting-offered')
  })

  it('is no longer owed when there will be no application', () => {
    given(begun, noor, advice, { ...issued, state: 'not-taken', reason: 'She is safe with her aunt' })
      .on('2027-03-08')
      .noLongerOwes('family-group-meeting-offered')
  })
})
