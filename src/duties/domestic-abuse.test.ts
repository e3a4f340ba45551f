import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const incident = {
  kind: 'incident',
  on: '2019-05-20',
  by: 'police',
  incident: 'i1',
  type: 'domestic',
  alleged: 'jay',
  leftBefore: 'yes',
}
const referred = { kind: 'referral-made', on: '2019-05-20', by: 'police', referral: 'r1', to: 'social-care' }

describe('a domestic incident in the home of a child', () => {
  const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }

  it('is referred to social care within one working day', () => {
    given(child, incident).due('domestic-incident-followed', '2019-05-21')
    given(child, incident, referred).on('2019-05-20').kept('domestic-incident-followed', { step: 'referral' })
    const told = { kind: 'told', on: '2019-05-21', by: 'police', of: 'i1', to: 'social-care' }
    given(child, incident, told).on('2019-05-21').kept('domestic-incident-followed', { step: 'referral' })
    given(child, incident, { ...referred, to: 'domestic-abuse' })
      .on('2019-05-22')
      .late('domestic-incident-followed')
  })

  it('brings the analysis up to date in five working days while the case is open', () => {
    given(child, plan, incident).due('domestic-incident-followed', '2019-05-21', '2019-05-28')
    const updated = { kind: 'analysis-updated', on: '2019-05-24', by: 'social-care', incident: 'i1' }
    given(child, plan, incident, updated).on('2019-05-24').kept('domestic-incident-followed', { step: 'analysis' })
    given(child, plan, incident, { ...updated, kind: 'plan-updated', incident: undefined, plan: 'p1' })
      .on('2019-05-24')
      .kept('domestic-incident-followed', { step: 'analysis' })
    given(child, incident).silent('domestic-incident-followed', { step: 'analysis' })
  })

  it('counts before the birth when the child was expected', () => {
    const before = { ...incident, on: '2018-05-20', child: 'maya' }
    given(child, before).due('domestic-incident-followed', '2018-05-21')
    given(child, { ...before, on: '2016-05-20' }).silent('domestic-incident-followed')
  })

  it('is one incident when two agencies write of it', () => {
    given(child, incident, { ...incident, by: 'ambulance', on: '2019-05-21' }).due(
      'domestic-incident-followed',
      '2019-05-21',
    )
  })

  it('says nothing of what happened elsewhere, was of another sort, or social care wrote itself', () => {
    given(child, { ...incident, elsewhere: 'yes' }).silent('domestic-incident-followed')
    given(child, { ...incident, type: 'injury' }).silent('domestic-incident-followed')
    given(child, { ...incident, by: 'social-care' }).silent('domestic-incident-followed')
    given(child, { ...incident, on: '2040-05-20' }).silent('domestic-incident-followed')
  })
})

describe('whoever had left before the police came', () => {
  const sunday = { ...incident, on: '2018-05-20' }
  const spoken = { kind: 'contact', on: '2018-05-23', by: 'police', way: 'visit', with: 'jay' }

  it('is spoken to within five working days', () => {
    given(child, sunday).due('alleged-person-spoken-to', '2018-05-25')
    given(child, sunday, spoken).on('2018-05-23').kept('alleged-person-spoken-to')
    given(child, sunday, { ...spoken, reached: 'no' })
      .on('2018-05-26')
      .late('alleged-person-spoken-to')
    given(child, sunday, { ...spoken, reached: 'no', text: 'Abroad, port alert set' })
      .on('2018-05-23')
      .kept('alleged-person-spoken-to')
    given(child, sunday, { ...spoken, by: 'probation' })
      .on('2018-05-26')
      .late('alleged-person-spoken-to')
    given(child, sunday, { ...spoken, with: 'leah' })
      .on('2018-05-26')
      .late('alleged-person-spoken-to')
  })

  it('is no longer to be spoken to after their death', () => {
    const death = { kind: 'death', on: '2018-05-22', by: 'police', person: 'jay' }
    given(child, sunday, death).on('2018-05-26').noLongerOwes('alleged-person-spoken-to')
  })

  it('is sought only where the police named somebody who had left', () => {
    given(child, { ...sunday, leftBefore: 'no' }).silent('alleged-person-spoken-to')
    given(child, { ...sunday, alleged: undefined }).silent('alleged-person-spoken-to')
    given(child, { ...sunday, by: 'health-visiting' }).silent('alleged-person-spoken-to')
  })
})

describe('Clare’s Law', () => {
  const advised = { kind: 'clares-law', on: '2018-05-22', by: 'police', person: 'leah', step: 'advised' }

  it('that was advised is asked about within five working days', () => {
    given(child, advised).due('clares-law-asked-about', '2018-05-30')
    for (const step of ['asked', 'applied', 'not-wanted', 'refused', 'disclosed', 'nothing-to-disclose'])
      given(child, advised, { ...advised, on: '2018-05-29', step })
        .on('2018-05-29')
        .kept('clares-law-asked-about')
    given(child, advised, { ...advised, on: '2018-05-29' }).due('clares-law-asked-about', '2018-05-30')
    given(child, advised, { ...advised, on: '2018-05-29', step: 'asked', person: 'another' })
      .on('2018-05-31')
      .late('clares-law-asked-about')
  })

  it('that was advised is asked about by whoever advised: the police, or the adviser', () => {
    const owner = (by: string) => given(child, { ...advised, by }).duties[0]?.owner
    assert.equal(owner('police'), 'police-officer')
    assert.equal(owner('domestic-abuse'), 'domestic-abuse-adviser')
  })

  it('that was applied for is decided in 28 days, in 35 before the scheme of 2023', () => {
    const applied = { ...advised, step: 'applied' }
    given(child, applied).due('clares-law-disclosure-decided', '2018-06-26')
    given(child, { ...applied, on: '2024-05-22' }).due('clares-law-disclosure-decided', '2024-06-19')
    given(child, applied, { ...applied, on: '2018-06-20', step: 'nothing-to-disclose' })
      .on('2018-06-20')
      .kept('clares-law-disclosure-decided')
    given(child, applied, { ...applied, on: '2018-06-20', step: 'not-wanted' })
      .on('2018-07-20')
      .noLongerOwes('clares-law-disclosure-decided')
  })

  it('is not asked about where nobody advised it, and not decided where nobody applied', () => {
    given(child).silent('clares-law-asked-about')
    given(child, advised).silent('clares-law-disclosure-decided')
  })
})
