import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'tess', name: 'Tess', as: 'child', born: '2018-02-02' }
const holds: Line = {
  kind: 'worker-starts',
  on: '2024-01-08',
  by: 'social-care',
  role: 'social-worker',
  practitioner: 'A',
}
const left: Line = { ...holds, kind: 'worker-leaves', on: '2024-06-10' }
const plan: Line = { kind: 'plan-started', on: '2024-01-10', by: 'social-care', plan: 'p', type: 'child-in-need' }
const ended: Line = { kind: 'plan-ended', on: '2024-06-07', by: 'social-care', plan: 'p', reason: 'All is well' }
const miss: Line = { kind: 'was-not-brought', on: '2024-09-02', by: 'hospital/royal', appointment: 'eyes-1' }
const rule = 'family-contacted-after-miss'

describe('a missed appointment', () => {
  it('speaks for a child on a record on which nobody ever closed anything', () => {
    given(child, miss).due(rule, '2024-09-03')
    given(child, holds, plan, miss).due(rule, '2024-09-03')
  })

  it('says nothing new of a family that was closed: its plan has ended, and nobody works with it', () => {
    given(child, holds, plan, ended, left, miss).silent(rule)
    given(child, holds, plan, ended, left, { ...miss, on: '2024-05-13' }).due(rule, '2024-05-14')
  })

  it('speaks where a plan ended and somebody works with the child still', () => {
    const visits = { kind: 'worker-starts', on: '2024-01-08', by: 'health-visiting', role: 'health-visitor' }
    given(child, holds, visits, plan, ended, left, miss).due(rule, '2024-09-03')
  })

  it('speaks where the worker left and no plan was ever ended: that is no closing', () => {
    given(child, holds, plan, left, miss).due(rule, '2024-09-03')
    given(child, holds, left, miss).due(rule, '2024-09-03')
  })

  it('speaks again from the day of a new concern', () => {
    const concern = { kind: 'concern', on: '2024-08-05', by: 'school' }
    given(child, holds, plan, ended, left, concern, miss).due(rule, '2024-09-03')
    given(child, holds, plan, ended, left, { ...concern, on: '2024-09-20' }, miss).silent(rule)
  })
})
