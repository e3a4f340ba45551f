import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const young: Line = { kind: 'person', person: 'pip', born: '2009-06-01', subject: 'yes' }
const came = (on: string, rest: Line = {}): Line => ({
  ...{ kind: 'urgent-attendance', on, by: 'hospital/royal', condition: 'an overdose of paracetamol' },
  ...{ outcome: 'sent-home', ...rest },
})
const rang = (on: string, rest: Line = {}): Line => ({
  ...{ kind: 'contact', on, by: 'mental-health', way: 'call', with: 'pip', ...rest },
})

describe('a child who came to hospital after self-harm', () => {
  it('is spoken with within two working days', () => {
    given(young, came('2024-06-03')).due('seen-after-self-harm', '2024-06-05')
    given(young, came('2024-06-03'), rang('2024-06-04')).on('2024-06-04').kept('seen-after-self-harm')
    given(young, came('2024-06-03'), rang('2024-06-14')).on('2024-06-14').keptLate('seen-after-self-harm')
    given(young, came('2024-06-03', { condition: 'Self-harm' })).due('seen-after-self-harm', '2024-06-05')
  })

  it('is spoken with after the ward, once for one stay, or was by the mental health service there', () => {
    const stay: readonly Line[] = [
      came('2024-06-03', { outcome: 'admitted' }),
      { kind: 'admission', on: '2024-06-03', by: 'hospital/royal', condition: 'overdose', emergency: 'yes' },
      { kind: 'discharge', on: '2024-06-06', by: 'hospital/royal' },
    ]
    given(young, ...stay).due('seen-after-self-harm', '2024-06-10')
    given(young, ...stay, rang('2024-06-05', { way: 'visit' }))
      .on('2024-06-06')
      .kept('seen-after-self-harm')
    given(young, ...stay.slice(0, 2)).silent('seen-after-self-harm')
  })

  it('was not spoken with by a call to a parent, by a place on a list, or by a miss', () => {
    const others: readonly Line[] = [
      rang('2024-06-04', { with: 'tess' }),
      rang('2024-06-04', { reached: 'no' }),
      { kind: 'referral-made', on: '2024-06-03', by: 'hospital/royal', to: 'mental-health', referral: 'r' },
      { kind: 'referral-accepted', on: '2024-06-04', by: 'mental-health', referral: 'r' },
      { kind: 'did-not-attend', on: '2024-06-05', by: 'mental-health', person: 'pip' },
    ]
    given(young, came('2024-06-03'), ...others)
      .on('2024-06-06')
      .late('seen-after-self-harm')
  })

  it('is spoken with anew the next time', () => {
    given(young, came('2024-06-03'), came('2024-07-01')).due('seen-after-self-harm', '2024-06-05', '2024-07-03')
    given(young, came('2024-06-03'), came('2024-07-01')).on('2024-07-01').noLongerOwes('seen-after-self-harm')
  })

  it('is not a small child who found tablets, an adult, or a cut knee', () => {
    given({ ...young, born: '2021-06-01' }, came('2024-06-03')).silent('seen-after-self-harm')
    given({ ...young, born: '2004-06-01' }, came('2024-06-03')).silent('seen-after-self-harm')
    given({ kind: 'person', person: 'pip', subject: 'yes' }, came('2024-06-03')).silent('seen-after-self-harm')
    given(young, came('2024-06-03', { condition: 'a cut knee' })).silent('seen-after-self-harm')
  })
})
