import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2023-02-01', subject: 'yes' }
const finding = { kind: 'finding', on: '2024-04-15', by: 'hospital/royal', id: 'f1', finding: 'xray', type: 'x-ray' }
const told = { kind: 'told', on: '2024-04-16', by: 'hospital/royal', of: 'xray', to: 'social-care' }

describe('a finding', () => {
  it('reaches social care, and whoever else must know it, within one working day', () => {
    given(child, finding).due('finding-shared', '2024-04-16')
    given(child, { ...finding, mustKnow: 'social-care; police' }).due('finding-shared', '2024-04-16', '2024-04-16')
    given(child, finding, told).on('2024-04-16').kept('finding-shared')
    given(child, finding, { ...told, of: 'f1', on: '2024-04-22' })
      .on('2024-04-22')
      .keptLate('finding-shared')
    assert.equal(
      given(child, { ...finding, by: 'police' }).duties.find(one => one.rule.name === 'finding-shared')?.owner,
      'police-officer',
    )
  })

  it('is shared where finder and decider sat together', () => {
    const discussion = {
      kind: 'strategy-discussion',
      on: '2024-04-16',
      by: 'social-care',
      present: 'hospital/royal; police',
    }
    given(child, finding, discussion).on('2024-04-16').kept('finding-shared')
    given(child, finding, { ...discussion, present: 'police' })
      .on('2024-04-17')
      .late('finding-shared')
  })

  it('of social care itself is known to social care', () => {
    given(child, { ...finding, by: 'social-care' }).silent('finding-shared')
  })
})
