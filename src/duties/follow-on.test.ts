import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'wyn', as: 'child', born: '2022-06-06' }
const visit = { kind: 'contact', on: '2024-03-04', by: 'health-visiting', way: 'visit', reached: 'no' }

describe('a visit that reached nobody', () => {
  it('is tried again within five working days', () => {
    given(child, visit).due('visit-tried-again', '2024-03-11')
    given(child, visit).on('2024-03-12').late('visit-tried-again', { thing: 'no-reply-health-visiting' })
    given(child, visit, { ...visit, on: '2024-03-07' })
      .on('2024-03-07')
      .kept('visit-tried-again')
    const seen = { kind: 'contact', on: '2024-03-08', by: 'nursery/oak', seen: 'wyn' }
    given(child, visit, seen).on('2024-03-08').kept('visit-tried-again')
  })

  it('is asked for where the family would not let anybody in, too', () => {
    given(child, { ...visit, reached: 'yes', letIn: 'no' }).due('visit-tried-again', '2024-03-11')
  })

  it('asks those who decide what it means that nobody was let in', () => {
    const turnedAway = { ...visit, reached: 'yes', letIn: 'no' }
    const away = given(child, turnedAway)
    away.due('refused-at-the-door-decided', '2024-03-05')
    const referred = { kind: 'referral-made', on: '2024-03-05', by: 'health-visiting', to: 'social-care' }
    given(child, turnedAway, referred).on('2024-03-05').kept('refused-at-the-door-decided')
    given(child, visit).silent('refused-at-the-door-decided')
  })

  it('says nothing of a call that nobody answered, or of a visit at which somebody was met', () => {
    given(child, { ...visit, way: 'call' }).silent('visit-tried-again')
    given(child, { ...visit, reached: 'yes' }).silent('visit-tried-again')
  })
})

describe('a referral that a service declined', () => {
  const made = { kind: 'referral-made', on: '2024-03-01', by: 'gp/park', to: 'mental-health', referral: 'r1' }
  const declined = {
    kind: 'referral-declined',
    on: '2024-03-08',
    by: 'mental-health',
    referral: 'r1',
    reason: 'Not ill',
  }

  it('is made up for by other help, or challenged, within five working days', () => {
    given(child, made, declined).due('declined-referral-made-up-for', '2024-03-15')
    const other = { kind: 'referral-made', on: '2024-03-12', by: 'gp/park', to: 'early-help' }
    given(child, made, declined, other).on('2024-03-12').kept('declined-referral-made-up-for')
    const refused = { kind: 'consent-refused', on: '2024-03-12', by: 'gp/park', to: 'service' }
    given(child, made, declined, refused).on('2024-03-12').kept('declined-referral-made-up-for')
  })

  it('says nothing of one that was accepted', () => {
    const accepted = { kind: 'referral-accepted', on: '2024-03-05', by: 'mental-health', referral: 'r1' }
    given(child, made, accepted).silent('declined-referral-made-up-for')
  })
})

describe('a child who comes home from care', () => {
  const home = { kind: 'left-care', on: '2024-03-04', by: 'social-care' }

  it('is seen at home within five working days', () => {
    given(child, home).due('child-come-home-seen', '2024-03-11')
    const seen = { kind: 'contact', on: '2024-03-06', by: 'health-visiting', way: 'visit', seen: 'wyn', where: 'home' }
    given(child, home, seen).on('2024-03-06').kept('child-come-home-seen')
  })

  it('is not seen at home by somebody who sees them at school, and nothing is owed without having been in care', () => {
    const seen = { kind: 'contact', on: '2024-03-06', by: 'school/hill', seen: 'wyn', where: 'school' }
    given(child, home, seen).on('2024-03-12').late('child-come-home-seen')
    given(child, seen).silent('child-come-home-seen')
  })
})
