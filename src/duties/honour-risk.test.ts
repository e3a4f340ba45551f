import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'sana', as: 'child', born: '2008-02-01', subject: 'yes' }
const risk = { kind: 'honour-risk', on: '2024-04-08', by: 'school/oak', type: 'forced-marriage' }
const referral = { kind: 'referral-made', on: '2024-04-08', by: 'school/oak', to: 'social-care' }
const spoke = { kind: 'contact', on: '2024-04-09', by: 'school/oak', way: 'call', with: 'father' }
const discussion = { kind: 'strategy-discussion', on: '2024-04-09', by: 'social-care', present: 'police' }

describe('honour-based risk', () => {
  it('is referred the same day', () => {
    given(child, risk).due('honour-risk-acted-on', '2024-04-08')
    given(child, risk, referral).on('2024-04-08').kept('honour-risk-acted-on')
    given(child, risk, { ...referral, to: 'police' })
      .on('2024-04-08')
      .kept('honour-risk-acted-on')
    given(child, risk, { ...referral, to: 'early-help' })
      .on('2024-04-09')
      .late('honour-risk-acted-on')
    given(child, referral).silent('honour-risk-acted-on')
  })

  it('is decided on the same day where the family was spoken to first', () => {
    given(child, risk, spoke).due('honour-risk-family-asked-first', '2024-04-09')
    given(child, risk, spoke, { ...discussion, on: '2024-04-10' })
      .on('2024-04-10')
      .keptLate('honour-risk-family-asked-first')
  })

  it('says nothing of a talk with the young person, of one after the discussion, or of one that reached nobody', () => {
    given(child, risk, { ...spoke, with: 'sana' }).silent('honour-risk-family-asked-first')
    given(child, risk, discussion, { ...spoke, on: '2024-04-12' }).silent('honour-risk-family-asked-first')
    given(child, risk, { ...spoke, reached: 'no' }).silent('honour-risk-family-asked-first')
  })
})
