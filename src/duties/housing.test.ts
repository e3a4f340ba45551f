import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const need = { kind: 'housing-need', on: '2024-04-15', by: 'social-care', need: 'A home that he does not know' }

describe('a family that needs a home', () => {
  it('is answered by the housing service within five working days', () => {
    given(child, need).due('housing-need-answered', '2024-04-22')
    given(child, need, { kind: 'contact', on: '2024-04-18', by: 'housing', way: 'call' })
      .on('2024-04-18')
      .kept('housing-need-answered')
    given(child, need, { kind: 'contact', on: '2024-04-18', by: 'gp', way: 'call' })
      .on('2024-04-23')
      .late('housing-need-answered')
    given(child).silent('housing-need-answered')
  })
})

describe('a new address', () => {
  const home = { kind: 'lives-at', person: 'ivy', address: '7 Weir Lane' }
  const moved = {
    kind: 'lives-at',
    id: 'move',
    on: '2024-04-15',
    by: 'housing',
    person: 'ivy',
    address: '9 Mill Street',
  }
  const plan = { kind: 'plan-started', on: '2024-01-15', by: 'social-care', plan: 'p', type: 'child-in-need' }

  it('is told to every agency within five working days in an open case, or where the home is temporary', () => {
    given(child, home, plan, moved).due('new-address-told', '2024-04-22')
    given(child, home, { ...moved, temporary: 'yes' }).due('new-address-told', '2024-04-22')
    given(child, home, plan, moved, { kind: 'told', on: '2024-04-16', by: 'social-care', of: 'move', to: 'gp' })
      .on('2024-04-16')
      .kept('new-address-told')
  })

  it('is not told by an agency that still writes to the old one', () => {
    const details = { kind: 'contact-details', on: '2024-04-16', by: 'gp', person: 'ivy', address: '9 Mill Street' }
    given(child, home, plan, moved, details).on('2024-04-16').kept('new-address-told')
    given(child, home, plan, moved, { ...details, address: '7 Weir Lane' })
      .on('2024-04-23')
      .late('new-address-told')
  })

  it('of a family that nobody worries about is theirs, and the first address is no move', () => {
    given(child, home, moved).silent('new-address-told')
    given(child, plan, moved).silent('new-address-told')
  })
})
