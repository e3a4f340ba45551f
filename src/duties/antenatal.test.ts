import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const leah: Line = { kind: 'person', person: 'leah', as: 'adult' }
const robin: Line = {
  kind: 'pregnancy',
  on: '2024-05-06',
  by: 'gp/elm',
  unborn: 'robin',
  mother: 'leah',
  expected: '2024-11-20',
}
const missed: Line = { kind: 'did-not-attend', on: '2024-06-03', by: 'midwifery', person: 'leah' }
const again: Line = { ...missed, on: '2024-06-17' }
const heroin: Line = { kind: 'adult-health', on: '2024-03-04', by: 'gp/elm', person: 'leah', about: 'substance-use' }
const family = [leah, robin]

describe('an antenatal appointment that was missed', () => {
  it('is followed up with the mother in two working days', () => {
    given(...family, missed).due('antenatal-miss-followed-up', '2024-06-05')
    const visit = { kind: 'contact', on: '2024-06-05', by: 'midwifery', way: 'visit', with: 'leah' }
    given(...family, missed, visit)
      .on('2024-06-05')
      .kept('antenatal-miss-followed-up')
    given(...family, missed, { ...visit, reached: 'no' })
      .on('2024-06-06')
      .late('antenatal-miss-followed-up')
    given(...family, missed, { kind: 'attended', on: '2024-06-10', by: 'midwifery', person: 'leah' })
      .on('2024-06-10')
      .keptLate('antenatal-miss-followed-up')
    given(...family, missed, { kind: 'birth', on: '2024-06-04', by: 'hospital/royal', unborn: 'robin' })
      .on('2024-06-04')
      .noLongerOwes('antenatal-miss-followed-up')
  })

  it('is of the mother, while she is pregnant, and with maternity', () => {
    given(...family, { ...missed, by: 'substance-misuse' }).silent('antenatal-miss-followed-up')
    given(...family, { ...missed, person: 'ann' }).silent('antenatal-miss-followed-up')
    given(...family, { ...missed, on: '2024-04-01' }).silent('antenatal-miss-followed-up')
    given(...family, { ...missed, by: 'hospital/royal', clinic: 'Obstetric clinic' }).due(
      'antenatal-miss-followed-up',
      '2024-06-05',
    )
  })

  it('is told to social care the second time, where there is a reason beside it', () => {
    given(...family, heroin, missed, again).due('antenatal-misses-told', '2024-06-19')
    given(...family, heroin, missed, again, {
      kind: 'referral-made',
      on: '2024-06-18',
      by: 'midwifery',
      to: 'social-care',
    })
      .on('2024-06-18')
      .kept('antenatal-misses-told')
    given(...family, heroin, missed, again, { kind: 'birth', on: '2024-06-18', by: 'hospital/royal', unborn: 'robin' })
      .on('2024-06-18')
      .noLongerOwes('antenatal-misses-told')
  })

  it('is no pattern once, without a worry, far apart, or with a reason that she gave', () => {
    given(...family, heroin, missed).silent('antenatal-misses-told')
    given(...family, missed, again).silent('antenatal-misses-told')
    given(...family, heroin, missed, { ...again, on: '2024-09-30' }).silent('antenatal-misses-told')
    given(...family, heroin, missed, { ...again, barrier: 'no-transport' }).silent('antenatal-misses-told')
  })
})
