import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const plan = { kind: 'plan-started', on: '2019-03-05', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const talk = { kind: 'supervision', on: '2019-04-02', by: 'social-care', role: 'social-worker' }

describe('supervision of a family with a plan', () => {
  it('comes round every four weeks', () => {
    given(maya, plan).due('supervision-held', '2019-04-02')
    given(maya, plan, talk).due('supervision-held', '2019-04-02', '2019-04-30')
    given(maya, plan, talk).on('2019-05-01').late('supervision-held', { step: '2' })
    given(maya, plan, { ...talk, on: '2019-04-10' })
      .on('2019-04-10')
      .keptLate('supervision-held', { step: '1' })
  })

  it('is that of social care, and ends with the plan', () => {
    given(maya, plan, { ...talk, by: 'health-visiting', role: 'health-visitor' })
      .on('2019-04-03')
      .late('supervision-held')
    const ended = { kind: 'plan-ended', on: '2019-03-20', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }
    given(maya, plan, ended).on('2019-05-01').noLongerOwes('supervision-held')
  })

  it('goes on from a talk that is recorded in another system', () => {
    const elsewhere = {
      kind: 'done-elsewhere',
      on: '2019-04-15',
      by: 'social-care',
      rule: 'supervision-held',
      done: '2019-04-01',
      where: 'Supervision file 12',
    }
    const case_ = given(maya, plan, elsewhere)
    case_.due('supervision-held', '2019-04-02', '2019-04-29')
    case_.on('2019-04-15').kept('supervision-held', { step: '1' })
  })

  it('is about every child of the family when it names none', () => {
    const both = { ...plan, child: 'maya; sam' }
    const sam = { kind: 'person', person: 'sam', as: 'child', born: '2019-01-01' }
    given(maya, sam, both, talk).on('2019-04-03').kept('supervision-held', { child: 'sam' })
  })

  it('is not counted for early help, nor without a plan', () => {
    given(maya, { ...plan, type: 'early-help' }).silent('supervision-held')
    given(maya, talk).silent('supervision-held')
  })
})
