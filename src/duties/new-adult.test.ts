import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const mother = { kind: 'relationship', person: 'jo', is: 'mother', of: 'ivy' }
const home = { kind: 'lives-at', person: 'ivy; jo', address: '7 Weir Lane' }
const plan = { kind: 'plan-started', on: '2024-01-15', by: 'social-care', plan: 'p', type: 'child-in-need' }
const moved = { kind: 'lives-at', on: '2024-04-15', by: 'health-visiting', person: 'sid', address: '7 Weir lane' }
const enquiry = { kind: 'enquiry-made', on: '2024-04-17', by: 'social-care', to: 'police', person: 'sid' }
const family = [child, mother, home] as const

describe('an adult who is new in the home', () => {
  it('is looked up within five working days in an open case, and the plan looked at in ten', () => {
    given(...family, plan, moved).due('new-adult-looked-up', '2024-04-22')
    given(...family, plan, moved).due('plan-looked-at-for-new-adult', '2024-04-29')
    given(...family, plan, moved, enquiry)
      .on('2024-04-17')
      .kept('new-adult-looked-up')
    given(...family, plan, moved, { kind: 'plan-updated', on: '2024-04-18', by: 'social-care' })
      .on('2024-04-18')
      .kept('plan-looked-at-for-new-adult')
    given(...family, moved).silent('plan-looked-at-for-new-adult')
  })

  it('is one adult, whether as partner, as housemate or both', () => {
    const partner = {
      kind: 'relationship',
      on: '2024-04-01',
      by: 'nursery/oak',
      person: 'sid',
      is: 'partner',
      of: 'jo',
    }
    given(...family, plan, partner, moved).due('new-adult-looked-up', '2024-04-08')
  })

  it('is looked up when the first injury follows within the year, by whoever saw it', () => {
    const injury = { kind: 'injury', on: '2024-05-20', by: 'nursery/oak', what: 'a bruise' }
    given(...family, moved, injury).due('new-adult-looked-up', '2024-05-28')
    const duty = given(...family, moved, injury).duties.find(one => one.rule.name === 'new-adult-looked-up')
    assert.equal(duty?.owner, 'designated-safeguarding-lead')
  })

  it('is nobody’s business where nobody worries', () => {
    given(...family, moved).silent('new-adult-looked-up')
    given(...family, moved, { kind: 'concern', on: '2024-05-20', by: 'nursery/oak', text: 'Late twice' }).silent(
      'new-adult-looked-up',
    )
  })

  it('is neither a parent, nor whoever moved along, nor whoever was always there', () => {
    given(...family, plan, { ...moved, person: 'jo' }).silent('new-adult-looked-up')
    given(...family, plan, { ...moved, on: undefined, by: undefined }).silent('new-adult-looked-up')
    given(...family, { ...home, person: 'sid' }, plan, {
      ...moved,
      person: 'ivy; jo; sid',
      address: 'Mill Street',
    }).silent('new-adult-looked-up')
  })
})
