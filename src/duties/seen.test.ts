import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2022-03-01', subject: 'yes' }
const opened: Line = {
  kind: 'assessment-opened',
  on: '2024-05-06',
  by: 'social-care',
  assessment: 'a',
  type: 'child-and-family',
}
const seen = (on: string): Line => ({
  kind: 'contact',
  on,
  by: 'health-visiting',
  way: 'visit',
  where: 'home',
  seen: 'pip',
})
const visit = (on: string, by: string): Line => ({ kind: 'contact', on, by, way: 'visit', reached: 'no' })

describe('a child whom nobody sees', () => {
  it('is to be seen within ten working days, whoever does it', () => {
    given(child, opened).due('child-seen-by-anyone', '2024-05-20')
    given(child, opened).on('2024-05-21').late('child-seen-by-anyone')
    given(child, opened, seen('2024-05-17')).on('2024-05-20').kept('child-seen-by-anyone')
    given(child, opened, seen('2024-05-29')).on('2024-05-29').keptLate('child-seen-by-anyone')
    given(child, seen('2024-05-02'), opened).due('child-seen-by-anyone', '2024-06-04')
    given(child, opened, { kind: 'attended', on: '2024-05-20', by: 'hospital' })
      .on('2024-05-20')
      .kept('child-seen-by-anyone')
  })

  it('is not seen by a visit that does not say so', () => {
    const visited = { kind: 'contact', on: '2024-05-13', by: 'social-care', way: 'visit' }
    given(child, opened, visited).on('2024-05-21').late('child-seen-by-anyone')
    given(child, opened, { kind: 'attended', on: '2024-05-13', by: 'hospital', seen: 'no' })
      .on('2024-05-22')
      .late('child-seen-by-anyone')
  })

  it('is to be seen again and again while it goes on, from a referral to the end', () => {
    const referral = { kind: 'referral-made', on: '2024-05-01', by: 'nursery', to: 'social-care' }
    given(child, referral).due('child-seen-by-anyone', '2024-05-16')
    given(child, opened, seen('2024-05-17')).due('child-seen-by-anyone', '2024-05-20', '2024-06-17')
  })

  it('needs nobody where nothing is open, when it has ended, or before the birth', () => {
    given(child, { kind: 'contact', on: '2024-05-06', by: 'gp' }).silent('child-seen-by-anyone')
    const finished = { kind: 'assessment-finished', on: '2024-05-10', by: 'social-care', assessment: 'a' }
    given(child, opened, finished).on('2024-06-30').silent('child-seen-by-anyone')
    given(child, opened, finished).on('2024-05-11').noLongerOwes('child-seen-by-anyone')
    given({ kind: 'person', person: 'pip', expected: '2024-09-01', subject: 'yes' }, opened).silent(
      'child-seen-by-anyone',
    )
  })
})

describe('visits that find nobody', () => {
  const three = [visit('2024-05-08', 'health-visiting'), visit('2024-05-15', 'housing'), visit('2024-05-22', 'nursery')]

  it('are added up across services: after the third, somebody sees the child', () => {
    given(child, ...three).due('failed-visits-added-up', '2024-05-24')
    given(child, ...three, seen('2024-05-24'))
      .on('2024-05-24')
      .kept('failed-visits-added-up')
    given(child, ...three, seen('2024-06-24'))
      .on('2024-06-24')
      .keptLate('failed-visits-added-up')
  })

  it('are enough at the second where there is a plan', () => {
    const plan = { kind: 'plan-started', on: '2024-04-01', by: 'social-care', type: 'child-protection' }
    given(child, plan, ...three.slice(0, 2)).due('failed-visits-added-up', '2024-05-17')
  })

  it('are nothing when the child was seen between, when they were calls, or came without being arranged', () => {
    given(child, three[0] ?? child, three[1] ?? child, seen('2024-05-17'), three[2] ?? child).silent(
      'failed-visits-added-up',
    )
    given(child, ...three.map(line => ({ ...line, way: 'call' }))).silent('failed-visits-added-up')
    given(child, ...three.map(line => ({ ...line, arranged: 'no' }))).silent('failed-visits-added-up')
    given(child, ...three.slice(0, 2)).silent('failed-visits-added-up')
  })
})

describe('a referral on which nobody wrote a decision', () => {
  const made: Line = { kind: 'referral-made', on: '2024-05-06', by: 'school/oak', to: 'social-care' }
  const begun: Line = { kind: 'assessment-opened', on: '2024-05-07', by: 'social-care' }
  const finished: Line = { kind: 'assessment-finished', on: '2024-06-03', by: 'social-care' }

  it('is over with the assessment that followed it', () => {
    given(child, made, begun, seen('2024-05-10'), finished).on('2024-07-15').silent('child-seen-by-anyone')
    given(child, made, seen('2024-05-10')).on('2024-06-11').late('child-seen-by-anyone')
  })
})
