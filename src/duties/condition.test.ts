import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'
import { givenStaff, works } from './given-staff.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const condition = {
  kind: 'condition',
  on: '2018-10-15',
  by: 'social-care',
  condition: 'c1',
  agreedBy: 'social-care; police',
  events: 'was-not-brought',
  consequence: 'conference',
}
const miss = { kind: 'was-not-brought', on: '2018-10-22', by: 'hospital/royal', appointment: 'eyes-1' }
const acted = { kind: 'condition-acted-on', on: '2018-10-23', by: 'social-care', condition: 'c1' }

describe('a condition that was agreed', () => {
  const { events: _, consequence: __, ...vague } = condition

  it('says which events meet it and what then follows, before the meeting closes', () => {
    given(child, vague).due('condition-in-checkable-form', '2018-10-15')
    given(child, { ...condition, consequence: undefined }).due('condition-in-checkable-form', '2018-10-15')
    given(child, condition).silent('condition-in-checkable-form')
  })

  it('is made clear by a later entry under its id, and needs no clearness once it is retired', () => {
    given(child, vague, { ...condition, on: '2018-10-15' })
      .on('2018-10-15')
      .kept('condition-in-checkable-form')
    given(child, vague, { ...condition, on: '2018-10-18' })
      .on('2018-10-18')
      .keptLate('condition-in-checkable-form')
    const retired = {
      kind: 'condition-reviewed',
      on: '2018-10-19',
      by: 'social-care',
      condition: 'c1',
      answer: 'retired',
    }
    given(child, vague, retired).on('2018-10-19').noLongerOwes('condition-in-checkable-form')
  })
})

describe('a condition that is met', () => {
  it('is acted on within one working day, and watched by all who agreed it', () => {
    const met = given(child, condition, miss)
    met.due('condition-acted-on', '2018-10-23')
    const duty = met.duties.find(one => one.rule.name === 'condition-acted-on')
    assert.deepEqual(duty?.watchers, ['social-care', 'police'])
    given(child, condition, miss, acted).on('2018-10-23').kept('condition-acted-on')
    given(child, condition, miss).on('2018-10-24').late('condition-acted-on')
  })

  it('is heard the day it is met by everybody who agreed, not only once it is late', () => {
    const staff = [works('Una Pike', 'police police-officer'), works('Ada Lund', 'social-care team-manager')]
    const told = givenStaff(staff).with(child, condition, miss).on('2018-10-22').tells('condition-acted-on')
    assert.ok(told.includes('owed: the desk police police-officer'), told.join(', '))
    assert.deepEqual(givenStaff(staff).with(child, condition).on('2018-10-22').tells('condition-acted-on'), [])
  })

  it('is answered by what it says follows', () => {
    const discussed = { kind: 'strategy-discussion', on: '2018-10-23', by: 'social-care', outcome: 'conference' }
    given(child, condition, miss, discussed).on('2018-10-23').kept('condition-acted-on')
  })

  it('may be set aside by two who sign, not by one', () => {
    const aside = { kind: 'condition-set-aside', on: '2018-10-23', by: 'social-care', condition: 'c1', reason: 'Ill' }
    given(child, condition, miss, { ...aside, signedBy: 'team-manager; service-manager' })
      .on('2018-10-24')
      .noLongerOwes('condition-acted-on')
    given(child, condition, miss, { ...aside, signedBy: 'team-manager' })
      .on('2018-10-24')
      .late('condition-acted-on')
  })

  it('asks for nothing before its event, nor for one that came before it, nor for one that is excused', () => {
    given(child, condition).silent('condition-acted-on')
    given(child, { ...condition, times: '2' }, miss).silent('condition-acted-on')
    given(child, condition, { ...miss, on: '2018-10-08' }).silent('condition-acted-on')
    const excused = { kind: 'appointment-excused', on: '2018-10-23', by: 'hospital/royal', appointment: 'eyes-1' }
    given(child, condition, miss, { ...excused, because: 'clash' }).silent('condition-acted-on')
  })
})

describe('a condition with a day', () => {
  const dated = { ...condition, reviewBy: '2018-11-12' }

  it('is renewed, changed or retired by that day when it was not met', () => {
    given(child, dated).due('condition-reviewed', '2018-11-12')
    given(child, dated).on('2018-11-11').silent('condition-reviewed')
    given(child, dated).on('2018-11-13').late('condition-reviewed')
    for (const answer of ['renewed', 'changed', 'retired'])
      given(child, dated, { kind: 'condition-reviewed', on: '2018-11-12', by: 'social-care', condition: 'c1', answer })
        .on('2018-11-12')
        .kept('condition-reviewed')
  })

  it('needs no review when it was met first, and one without a day needs none', () => {
    given(child, dated, miss).on('2018-11-13').noLongerOwes('condition-reviewed')
    given(child, condition).silent('condition-reviewed')
  })
})
