import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const booked = (appointment: string, by: string, on: string, when: string): Line => ({
  ...{ kind: 'appointment-booked', on, by, appointment, when },
})
const eye = booked('eye', 'hospital/royal', '2024-06-03', '2024-07-01 10:00')
const kidney = booked('kidney', 'hospital/st-anne', '2024-06-10', '2024-07-01 11:00')

describe('two appointments that cannot both be kept', () => {
  it('are the providers’ to change, within three working days', () => {
    given(child, eye, kidney).due('clash-settled', '2024-06-13')
    const off = { kind: 'appointment-cancelled', on: '2024-06-12', by: 'hospital/st-anne', appointment: 'kidney' }
    given(child, eye, kidney, { ...off, cancelledBy: 'clinic' })
      .on('2024-06-12')
      .kept('clash-settled')
    given(child, eye, kidney, { ...off, on: '2024-06-24', cancelledBy: 'clinic' })
      .on('2024-06-24')
      .keptLate('clash-settled')
    given(child, eye, kidney, { kind: 'attended', on: '2024-07-01', by: 'hospital/royal', appointment: 'eye' })
      .on('2024-07-01')
      .noLongerOwes('clash-settled')
  })

  it('are changed before the day, where that is sooner', () => {
    given(child, eye, { ...kidney, on: '2024-06-28' }).due('clash-settled', '2024-06-30')
  })

  it('are none where there is time between, on one site, or for two children', () => {
    given(child, eye, { ...kidney, when: '2024-07-01 15:00' }).silent('clash-settled')
    given(child, eye, { ...kidney, by: 'hospital/royal' }).silent('clash-settled')
    given(child, eye, { ...kidney, child: 'kit' }).silent('clash-settled')
    const moved = { kind: 'appointment-moved', on: '2024-06-11', by: 'hospital/st-anne', appointment: 'kidney' }
    given(child, eye, kidney, { ...moved, to: '2024-07-02 11:00' }).silent('clash-settled')
  })
})

describe('an appointment that is to be booked anew', () => {
  const missed = { kind: 'was-not-brought', on: '2024-06-03', by: 'hospital/royal', appointment: 'eye' }
  const review = { kind: 'notes-reviewed', on: '2024-06-04', by: 'hospital/royal', appointment: 'eye', next: 'rebook' }
  const anew = booked('eye-2', 'hospital/royal', '2024-06-10', '2024-07-10')

  it('is booked within three weeks, for a day that the parent accepts', () => {
    given(child, missed, review).due('appointment-rebooked', '2024-06-25')
    given(child, missed, review, anew).on('2024-06-10').kept('appointment-rebooked')
    given(child, missed, review, { ...anew, on: '2024-07-01' })
      .on('2024-07-01')
      .keptLate('appointment-rebooked')
    given(child, missed, review, { ...anew, accepted: 'no' })
      .on('2024-06-26')
      .late('appointment-rebooked')
  })

  it('is asked for only where the review says so', () => {
    given(child, missed, { ...review, next: 'discharge' }).silent('appointment-rebooked')
  })
})

describe('a letter that came back', () => {
  const back = { kind: 'letter-returned', on: '2024-06-03', by: 'hospital/royal', about: 'eye', address: '3 Old Row' }
  const sent = {
    kind: 'letter-sent',
    on: '2024-06-05',
    by: 'hospital/royal',
    about: 'eye',
    to: 'tess',
    address: '7 Weir Lane',
  }

  it('is sent again to where the family lives, in two working days', () => {
    given(child, back).due('letters-sent-again', '2024-06-05')
    given(child, back, sent).on('2024-06-05').kept('letters-sent-again')
    given(child, back, { ...sent, on: '2024-06-12' })
      .on('2024-06-12')
      .keptLate('letters-sent-again')
    given(child, back, { ...sent, address: '3 Old Row' })
      .on('2024-06-06')
      .late('letters-sent-again')
  })

  it('is said on the telephone instead, or never came back', () => {
    given(child, back, { kind: 'contact', on: '2024-06-04', by: 'hospital/royal', way: 'call' })
      .on('2024-06-04')
      .kept('letters-sent-again')
    given(child, sent).silent('letters-sent-again')
  })
})
