import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const mother = { kind: 'person', person: 'jo', as: 'adult', name: 'Jo Tarn' }
const gp = { kind: 'contact-details', on: '2024-04-02', by: 'gp', person: 'jo', email: 'jo@example.org' }
const bounced = { kind: 'bounced', on: '2024-04-15', by: 'social-care', of: 'letter-1', to: 'jo', way: 'e-mail' }
const moved = { ...gp, on: '2024-04-16', email: 'jo.tarn@example.org' }
const home = { kind: 'contact-details', on: '2024-04-02', by: 'gp', person: 'jo', address: '7 Weir Lane' }
const returned = { kind: 'letter-returned', on: '2024-04-15', by: 'hospital/royal', address: '7 weir lane' }

describe('a detail from which something came back', () => {
  it('is checked with the person within one working day, by whoever wrote it', () => {
    given(child, mother, gp, bounced).due('contact-detail-verified', '2024-04-16')
    given(child, mother, gp, { ...bounced, to: 'Jo Tarn' }).due('contact-detail-verified', '2024-04-16')
    given(child, mother, home, returned).due('contact-detail-verified', '2024-04-16')
  })

  it('is checked when it is written anew, when they are reached, or when the next arrives', () => {
    given(child, mother, gp, bounced, moved).on('2024-04-16').kept('contact-detail-verified')
    given(child, mother, gp, bounced, { ...gp, on: '2024-04-16', settled: 'yes' })
      .on('2024-04-16')
      .kept('contact-detail-verified')
    const called = { kind: 'contact', on: '2024-04-16', by: 'social-care', with: 'jo', way: 'call' }
    given(child, mother, gp, bounced, called).on('2024-04-16').kept('contact-detail-verified')
    given(child, mother, gp, bounced, { ...bounced, kind: 'delivered', on: '2024-04-16' })
      .on('2024-04-16')
      .kept('contact-detail-verified')
  })

  it('is not checked by an attempt, nor by the same words again', () => {
    const tried = { kind: 'contact', on: '2024-04-16', by: 'social-care', with: 'jo', way: 'call', reached: 'no' }
    given(child, mother, gp, bounced, tried, { ...gp, on: '2024-04-16' })
      .on('2024-04-17')
      .late('contact-detail-verified')
  })

  it('is one question while it is open, and another when the new one proves wrong too', () => {
    given(child, mother, gp, bounced, { ...bounced, on: '2024-04-16' }).due('contact-detail-verified', '2024-04-16')
    given(child, mother, gp, bounced, moved, { ...bounced, on: '2024-05-13' }).due(
      'contact-detail-verified',
      ...['2024-04-16', '2024-05-14'],
    )
  })

  it('is nobody’s where no agency wrote such a detail, or it was another that came back', () => {
    given(child, mother, bounced).silent('contact-detail-verified')
    given(child, mother, gp, { ...bounced, way: 'text' }).silent('contact-detail-verified')
    given(child, mother, gp, { ...bounced, to: 'health-visiting' }).silent('contact-detail-verified')
    given(child, mother, home, { ...returned, address: '9 Mill Street' }).silent('contact-detail-verified')
  })
})
