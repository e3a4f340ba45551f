import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const made = { kind: 'referral-made', on: '2019-03-04', by: 'health-visiting', referral: 'r1', to: 'social-care' }

describe('a referral to a service that helps', () => {
  const nurses = {
    kind: 'referral-made',
    on: '2019-02-11',
    by: 'health-visiting',
    referral: 'n1',
    to: 'community-nursing',
  }

  it('is accepted in two working days, and the family met in five', () => {
    given(child, nurses).due('referral-taken-up', '2019-02-13', '2019-02-18')
    given(child, { ...nurses, struggling: 'yes' }).due('referral-taken-up', '2019-02-12', '2019-02-13')
    given(child, { ...nurses, urgent: 'yes' }).due('referral-taken-up', '2019-02-12', '2019-02-13')
  })

  it('is kept by an acceptance and a first contact', () => {
    const accepted = { kind: 'referral-accepted', on: '2019-02-12', by: 'community-nursing', referral: 'n1' }
    const visit = { kind: 'contact', on: '2019-02-14', by: 'community-nursing', purpose: 'first-contact' }
    const taken = given(child, nurses, accepted, visit).on('2019-02-14')
    taken.kept('referral-taken-up', { step: 'accept' })
    taken.kept('referral-taken-up', { step: 'first-contact' })
    const attempt = given(child, nurses, accepted, { ...visit, reached: 'no' }).on('2019-02-19')
    attempt.late('referral-taken-up', { step: 'first-contact' })
    const starts = { kind: 'worker-starts', on: '2019-02-15', by: 'community-nursing', role: 'community-nurse' }
    given(child, nurses, accepted, starts).on('2019-02-15').kept('referral-taken-up', { step: 'first-contact' })
  })

  it('is kept by midwifery with the booking of the pregnancy', () => {
    const midwives = { ...nurses, to: 'midwifery' }
    given(child, midwives, { kind: 'antenatal-booking', on: '2019-02-15', by: 'midwifery', mother: 'leah' })
      .on('2019-02-15')
      .kept('referral-taken-up', { step: 'first-contact' })
  })

  it('asks for no contact when it was declined', () => {
    const declined = {
      kind: 'referral-declined',
      on: '2019-02-13',
      by: 'community-nursing',
      referral: 'n1',
      reason: 'Full',
    }
    const ended = given(child, nurses, declined).on('2019-02-13')
    ended.kept('referral-taken-up', { step: 'accept' })
    ended.noLongerOwes('referral-taken-up', { step: 'first-contact' })
  })

  it('says nothing of referrals to social care, the police or the conference unit', () => {
    given(child, made).silent('referral-taken-up')
    given(child, { ...made, to: 'police' }).silent('referral-taken-up')
    given(child, { ...made, to: 'conference-unit' }).silent('referral-taken-up')
  })

  it('is kept by an appointment that was kept, or booked within the time', () => {
    const booked = { kind: 'appointment-booked', on: '2019-02-15', by: 'community-nursing', when: '2019-03-20' }
    const step = { step: 'first-contact' }
    given(child, nurses, booked).on('2019-02-15').kept('referral-taken-up', step)
    given(child, nurses, { ...booked, on: '2019-02-19' })
      .on('2019-02-19')
      .late('referral-taken-up', step)
    given(child, nurses, { ...booked, by: 'therapy' })
      .on('2019-02-19')
      .late('referral-taken-up', step)
    const attended = { kind: 'attended', on: '2019-02-20', by: 'community-nursing' }
    given(child, nurses, attended).on('2019-02-20').keptLate('referral-taken-up', step)
    given(child, nurses, { ...attended, seen: 'no' })
      .on('2019-02-20')
      .late('referral-taken-up', step)
    given(child, nurses, { ...attended, child: 'robin' })
      .on('2019-02-20')
      .late('referral-taken-up', step)
  })

  it('counts on the acceptance for its contact, until there is one', () => {
    const projected = (...lines: readonly Line[]) =>
      given(child, nurses, ...lines).duties.find(duty => duty.step === 'first-contact')?.projected
    assert.equal(projected(), true)
    const accepted = { kind: 'referral-accepted', on: '2019-02-12', by: 'community-nursing', referral: 'n1' }
    assert.equal(projected(accepted), false)
  })
})

describe('a service that was referred to and does something with the family', () => {
  it('has taken the referral up, whatever it writes', () => {
    const ward = { ...made, to: 'hospital/royal', referral: 'h1' }
    const admitted = { kind: 'admission', on: '2019-03-04', by: 'hospital/royal' }
    given(child, ward, admitted).on('2019-03-12').kept('referral-taken-up')
    const help = { ...made, to: 'early-help', referral: 'e1' }
    const visit = { kind: 'contact', on: '2019-03-06', by: 'early-help', way: 'visit' }
    given(child, help, visit).on('2019-03-12').kept('referral-taken-up')
    given(child, help, { ...visit, reached: 'no' })
      .on('2019-03-12')
      .late('referral-taken-up', { step: 'accept' })
    given(child, help, { ...visit, by: 'gp' })
      .on('2019-03-12')
      .late('referral-taken-up', { step: 'accept' })
  })
})

describe('an appointment that a service offered', () => {
  const sent = { kind: 'referral-made', on: '2019-03-04', by: 'gp', referral: 'd1', to: 'substance-misuse' }
  const missed = { kind: 'did-not-attend', on: '2019-03-06', by: 'substance-misuse', person: 'leah' }

  it('shows that the referral was taken up, though nobody came', () => {
    given(child, sent, missed).on('2019-03-06').kept('referral-taken-up', { step: 'accept' })
    given(child, sent, { ...missed, by: 'midwifery' })
      .on('2019-03-07')
      .late('referral-taken-up', { step: 'accept' })
  })
})
