import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const elsewhere = { kind: 'known-elsewhere', on: '2024-04-15', by: 'police', fact: 'child-removed', person: 'jo' }

describe('what another record holds', () => {
  it('is read, and said what it means for this child, within five working days, two when it is grave', () => {
    given(child, { ...elsewhere, fact: 'domestic-abuse' }).due('record-elsewhere-read', '2024-04-22')
    given(child, elsewhere).due('record-elsewhere-read', '2024-04-17')
    given(child, elsewhere, { kind: 'analysis-updated', on: '2024-04-17', by: 'social-care' })
      .on('2024-04-17')
      .kept('record-elsewhere-read')
    given(child, elsewhere, { kind: 'strategy-discussion', on: '2024-05-02', by: 'social-care' })
      .on('2024-05-02')
      .keptLate('record-elsewhere-read')
  })

  it('counts from the day the child is known where it is older', () => {
    given(child, { ...elsewhere, on: '2016-04-15' }).due('record-elsewhere-read', '2020-02-04')
  })

  it('is silent of a plan that ended before the child, and of exploitation, which has rules of its own', () => {
    given(child, { ...elsewhere, on: '2016-04-15', fact: 'child-in-need-plan' }).silent('record-elsewhere-read')
    given(child, { ...elsewhere, fact: 'exploitation' }).silent('record-elsewhere-read')
  })
})
