import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const pip: Line = { kind: 'person', person: 'pip', born: '2018-03-01', subject: 'yes' }
const leah: Line = { kind: 'relationship', person: 'leah', is: 'mother', of: 'pip' }
const missed: Line = { kind: 'did-not-attend', on: '2024-06-03', by: 'mental-health/adult', person: 'leah' }
const again: Line = { ...missed, on: '2024-06-17', id: 'again' }
const plan: Line = { kind: 'plan-started', on: '2024-05-06', by: 'social-care', type: 'child-protection' }
const told: Line = { kind: 'told', on: '2024-06-18', by: 'mental-health/adult', of: 'again', to: 'health-visiting' }
const treated: Line = {
  kind: 'adult-health',
  on: '2024-01-08',
  by: 'mental-health/adult',
  person: 'leah',
  about: 'mental-health',
}
const ends: Line = { kind: 'service-ends', on: '2024-06-03', by: 'mental-health/adult', reason: 'Does not come' }

describe('a parent who no longer comes to treatment', () => {
  it('is a word to the health visitor or social care after the second miss', () => {
    given(pip, leah, missed, again).due('parent-out-of-treatment-told', '2024-06-19')
    given(pip, leah, missed, again, told).on('2024-06-18').kept('parent-out-of-treatment-told')
    given(pip, leah, missed, again, { ...told, on: '2024-06-28' })
      .on('2024-06-28')
      .keptLate('parent-out-of-treatment-told')
  })

  it('is one after the first where social care works with the child', () => {
    given(pip, leah, plan, missed).due('parent-out-of-treatment-told', '2024-06-05')
    given(pip, leah, plan, { ...missed, by: 'substance-misuse' }).due('parent-out-of-treatment-told', '2024-06-05')
  })

  it('is one when the service ends with nobody in its place', () => {
    given(pip, leah, treated, ends).due('parent-out-of-treatment-told', '2024-06-05')
    given(pip, leah, treated, { ...ends, instead: 'The GP' }).silent('parent-out-of-treatment-told')
    given(pip, leah, ends).silent('parent-out-of-treatment-told')
  })

  it('is told once for all the children', () => {
    const tom = { kind: 'person', person: 'tom', born: '2021-03-01' }
    const both = given(pip, tom, leah, { ...leah, of: 'tom' }, missed, again, told).on('2024-06-18')
    both.kept('parent-out-of-treatment-told', { child: 'pip' })
    both.kept('parent-out-of-treatment-told', { child: 'tom' })
  })

  it('is nobody’s business once, with a reason, of another clinic, or where the children are older', () => {
    given(pip, leah, missed).silent('parent-out-of-treatment-told')
    given(pip, leah, missed, { ...again, barrier: 'ill' }).silent('parent-out-of-treatment-told')
    given(pip, leah, missed, { ...again, on: '2024-09-17' }).silent('parent-out-of-treatment-told')
    given(pip, leah, { ...missed, by: 'gp/elm' }, { ...again, by: 'gp/elm' }).silent('parent-out-of-treatment-told')
    given({ ...pip, born: '2010-03-01' }, leah, missed, again).silent('parent-out-of-treatment-told')
    given(pip, leah, { ...missed, person: 'pip' }, { ...again, person: 'pip' }).silent('parent-out-of-treatment-told')
  })
})
