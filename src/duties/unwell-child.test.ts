import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const visit: Line = { kind: 'contact', on: '2024-06-03', by: 'gp/elm', id: 'c1', with: 'tess', unwell: 'pip' }
const told: Line = { kind: 'told', on: '2024-06-03', by: 'gp/elm', of: 'c1', to: 'hospital' }

describe('a child who is seen unwell at a parent’s own visit', () => {
  it('is told of the same day', () => {
    given(child, visit).due('unwell-child-told', '2024-06-03')
    given(child, visit).on('2024-06-04').late('unwell-child-told')
    given(child, visit, told).on('2024-06-03').kept('unwell-child-told')
    given(child, visit, { ...told, on: '2024-06-05' })
      .on('2024-06-05')
      .keptLate('unwell-child-told')
  })

  it('is told of to the lead practitioner where there is a case', () => {
    const plan = { kind: 'plan-started', on: '2024-05-01', by: 'social-care', type: 'child-in-need' }
    given(child, plan, visit, told).on('2024-06-04').late('unwell-child-told')
    given(child, plan, visit, { ...told, to: 'social worker' })
      .on('2024-06-03')
      .kept('unwell-child-told')
  })

  it('has had help when an ambulance took the child', () => {
    given(child, visit, { kind: 'urgent-attendance', on: '2024-06-03', by: 'ambulance' })
      .on('2024-06-03')
      .kept('unwell-child-told')
    given(child, { ...visit, unwell: undefined, seen: 'pip' }).silent('unwell-child-told')
  })
})
