import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const by = (on: string, who: string, id: string): Line => ({
  kind: 'referral-made',
  ...{ on, by: who, to: 'social-care', referral: id },
})
const closed = (on: string, id: string): Line => ({
  kind: 'referral-decided',
  ...{ on, by: 'social-care', referral: id, decision: 'No further action, malicious' },
})
const two = [
  by('2024-01-08', 'family', 'a'),
  closed('2024-01-09', 'a'),
  by('2024-03-04', 'nursery/oak', 'b'),
  closed('2024-03-05', 'b'),
]
const third = by('2024-06-03', 'family', 'c')

describe('referrals of a child for whom no case is open', () => {
  it('are looked at together by a manager at the third in twelve months', () => {
    given(child, ...two, third).due('referrals-looked-at-together', '2024-06-05')
    given(child, ...two, third, closed('2024-06-04', 'c'))
      .on('2024-06-06')
      .late('referrals-looked-at-together')
    given(child, ...two, third, { ...closed('2024-06-04', 'c'), signedBy: 'team-manager' })
      .on('2024-06-05')
      .kept('referrals-looked-at-together')
  })

  it('are looked at by a discussion, an assessment or supervision as well', () => {
    const opened = { kind: 'assessment-opened', on: '2024-06-04', by: 'social-care', type: 'child-and-family' }
    given(child, ...two, third, opened)
      .on('2024-06-05')
      .kept('referrals-looked-at-together')
    given(child, ...two, third, { kind: 'supervision', on: '2024-06-20', by: 'social-care' })
      .on('2024-06-20')
      .keptLate('referrals-looked-at-together')
  })

  it('are not hidden by an old look that nobody took', () => {
    given(child, ...two, third, by('2024-06-10', 'gp', 'd'), by('2024-10-07', 'gp', 'e')).due(
      'referrals-looked-at-together',
      '2024-06-05',
      '2024-10-09',
    )
  })

  it('are asked after once where the front door is asked to see two worries together', () => {
    const same = [by('2024-01-08', 'family', 'a'), by('2024-02-05', 'family', 'b')]
    given(child, ...same, by('2024-03-04', 'gp', 'c')).due('worries-seen-together', '2024-03-06')
    given(child, ...same, by('2024-03-04', 'gp', 'c')).silent('referrals-looked-at-together')
    given(child, ...same, by('2024-03-04', 'family', 'c')).due('referrals-looked-at-together', '2024-03-06')
  })

  it('ask for nothing when they are two, years apart, or of an open case', () => {
    given(child, ...two).silent('referrals-looked-at-together')
    given(child, ...two.slice(0, 3), by('2025-02-03', 'family', 'c')).silent('referrals-looked-at-together')
    given(child, ...two, by('2024-03-04', 'nursery/oak', 'x')).silent('referrals-looked-at-together')
    const plan = { kind: 'plan-started', on: '2024-05-01', by: 'social-care', type: 'child-in-need' }
    given(child, ...two, plan, third).silent('referrals-looked-at-together')
  })
})
