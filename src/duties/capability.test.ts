import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const diagnosis = { kind: 'diagnosis', on: '2018-12-14', by: 'hospital/northfield', diagnosis: 'brain', complex: 'yes' }
const family: readonly Line[] = [maya, mother, plan]
const opened = { kind: 'assessment-opened', on: '2018-12-20', by: 'social-care', assessment: 'a1' }
const finished = { kind: 'assessment-finished', on: '2019-01-08', by: 'social-care', assessment: 'a1' }

describe('what parents can manage', () => {
  it('is assessed again after a diagnosis', () => {
    given(maya, diagnosis).due('capability-reassessed', '2019-01-16')
    given(...family, { ...diagnosis, complex: 'no' }).due('capability-reassessed', '2019-01-16')
    given(maya, { ...diagnosis, complex: 'no' }).silent('capability-reassessed')
    given(maya, diagnosis, opened, finished).on('2019-01-16').kept('capability-reassessed')
    given(maya, diagnosis, { ...opened, type: 'section-47' }, finished)
      .on('2019-01-17')
      .late('capability-reassessed')
  })

  it('is assessed again by the lead health practitioner where social care has no case', () => {
    const owners = (...lines: readonly Line[]) =>
      given(...lines)
        .duties.filter(duty => duty.rule.name === 'capability-reassessed')
        .map(duty => duty.owner)
    assert.deepEqual(owners(maya, diagnosis), ['lead-health-practitioner'])
    assert.deepEqual(owners(...family, diagnosis), ['social-worker'])
    const concerns = [
      { kind: 'concern', on: '2019-02-20', by: 'gp/elm-road' },
      { kind: 'concern', on: '2019-02-25', by: 'nursery' },
    ]
    assert.deepEqual(owners(maya, diagnosis, ...concerns), ['lead-health-practitioner', 'lead-health-practitioner'])
  })

  it('is assessed again after a new pregnancy, and after a new carer', () => {
    const pregnancy = { kind: 'pregnancy', on: '2018-12-10', by: 'gp', unborn: 'robin', mother: 'leah' }
    given(...family, pregnancy).due('capability-reassessed', '2019-01-10')
    given(maya, mother, pregnancy).silent('capability-reassessed')
    const placed = { kind: 'placed-elsewhere', on: '2018-12-10', by: 'social-care' }
    given(...family, placed).due('capability-reassessed', '2019-01-10')
  })

  const concern = { kind: 'concern', on: '2019-02-20', by: 'gp/elm-road' }
  const second = { ...concern, by: 'hospital/st-brannocs' }

  it('is assessed again after a second concern within 30 days', () => {
    given(...family, concern, second).due('capability-reassessed', '2019-03-20')
    given(...family, { ...concern, on: '2019-01-25' }, concern).due('capability-reassessed', '2019-03-20')
    given(...family, { ...concern, on: '2019-01-15' }, concern).silent('capability-reassessed')
    given(...family, concern, { ...concern }).silent('capability-reassessed')
    given(maya, concern, second).silent('capability-reassessed')
    const missing = { kind: 'incident', on: '2019-02-20', by: 'police', type: 'missing' }
    given(...family, concern, missing).silent('capability-reassessed')
  })

  it('is asked once while the first time is not answered', () => {
    const third = { ...concern, on: '2019-03-04' }
    given(...family, concern, second, third).due('capability-reassessed', '2019-03-20')
    const done = { ...finished, on: '2019-03-15' }
    const later = [
      { ...concern, on: '2019-04-01' },
      { ...concern, on: '2019-04-10' },
    ]
    given(...family, { ...opened, on: '2019-03-01' }, concern, second, done, ...later).due(
      'capability-reassessed',
      '2019-03-20',
      '2019-05-13',
    )
  })
})

describe('a diagnosis', () => {
  const talk = { kind: 'contact', on: '2019-01-10', by: 'hospital/northfield', purpose: 'adaptation' }

  it('is talked about with the parents', () => {
    given(maya, diagnosis).due('adaptation-talked-about', '2019-01-16')
    given(maya, diagnosis, talk).on('2019-01-16').kept('adaptation-talked-about')
    given(maya, diagnosis, { ...talk, purpose: 'other', about: 'brain' })
      .on('2019-01-16')
      .kept('adaptation-talked-about')
    given(maya, diagnosis, { ...talk, reached: 'no' })
      .on('2019-01-17')
      .late('adaptation-talked-about')
    given(maya).silent('adaptation-talked-about')
  })

  it('is talked about once more after half a year', () => {
    given(maya, diagnosis).silent('adaptation-talked-about-again')
    given(maya, diagnosis, talk).due('adaptation-talked-about-again', '2019-07-10')
    given(maya, diagnosis, talk, { ...talk, on: '2019-07-01' })
      .on('2019-07-10')
      .kept('adaptation-talked-about-again')
    given(maya, diagnosis, talk, { ...talk, on: '2019-02-01' })
      .on('2019-07-11')
      .late('adaptation-talked-about-again')
  })
})

describe('a child who is placed with foster carers', () => {
  it('asks for no new look at what the parents can manage; one who goes to an aunt does', () => {
    const placed = { kind: 'placed-elsewhere', on: '2018-12-20', by: 'social-care', where: 'with an aunt' }
    const care = { kind: 'came-into-care', on: '2018-12-20', by: 'social-care', status: 'interim care order' }
    given(...family, placed).due('capability-reassessed', '2019-01-22')
    given(...family, care, { ...placed, where: 'foster carers' }).silent('capability-reassessed')
  })
})
