import { describe, it } from 'node:test'
import { given } from './given.ts'

const jay = { kind: 'person', person: 'jay', as: 'child', born: '2004-06-10' }
const plan = { kind: 'plan-started', on: '2020-01-06', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const contact = { kind: 'contact', on: '2020-04-01', by: 'social-care', way: 'visit', seen: 'jay' }

describe('the sixteenth and the eighteenth birthday', () => {
  it('ask who holds the case from then on', () => {
    given(jay, plan, contact).due('case-held-at-birthday', '2020-06-10')
    given(jay, plan, contact).on('2020-03-01').silent('case-held-at-birthday')
    given(jay, plan, contact).on('2020-03-12').owes('case-held-at-birthday')
    given(jay, plan, { kind: 'handover', on: '2020-05-04', by: 'social-care' })
      .on('2020-05-04')
      .kept('case-held-at-birthday')
  })

  it('are asked of appointments that may not be missed, plan or none', () => {
    const series = { kind: 'series-importance', on: '2019-09-01', by: 'hospital', series: 'kidney', critical: 'yes' }
    given(jay, series, contact).due('case-held-at-birthday', '2020-06-10')
  })

  it('are nothing for a child whom nobody holds, for a small child, and after the plan has ended', () => {
    given(jay, contact).silent('case-held-at-birthday')
    given({ ...jay, born: '2015-06-10' }, plan, contact).silent('case-held-at-birthday')
    const ended = { kind: 'plan-ended', on: '2020-02-03', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }
    given(jay, plan, ended).silent('case-held-at-birthday')
  })
})
