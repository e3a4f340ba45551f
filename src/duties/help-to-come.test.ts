import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' }
const hard: Line = { kind: 'barrier-reported', on: '2024-06-03', by: 'hospital/royal', barrier: 'no-transport' }
const help: Line = { kind: 'help-arranged', on: '2024-06-05', by: 'hospital/royal' }
const missed: Line = { kind: 'was-not-brought', on: '2024-06-03', by: 'hospital/royal', appointment: 'a1' }

describe('a family that says what makes it hard to come', () => {
  it('is helped within three working days', () => {
    given(child, hard).due('help-to-come-arranged', '2024-06-06')
    given(child, hard, help).on('2024-06-05').kept('help-to-come-arranged')
    given(child, hard, { ...help, on: '2024-06-17' })
      .on('2024-06-17')
      .keptLate('help-to-come-arranged')
    given(child, hard, { ...help, barrier: 'cost' })
      .on('2024-06-07')
      .late('help-to-come-arranged')
  })

  it('is helped before the appointment, and by another day too', () => {
    const booked = {
      kind: 'appointment-booked',
      on: '2024-05-01',
      by: 'hospital/royal',
      appointment: 'a2',
      when: '2024-06-05',
    }
    given(child, booked, { ...hard, appointment: 'a2' }).due('help-to-come-arranged', '2024-06-04')
    const moved = {
      kind: 'appointment-moved',
      on: '2024-06-04',
      by: 'hospital/royal',
      appointment: 'a2',
      to: '2024-06-19',
    }
    given(child, booked, { ...hard, appointment: 'a2' }, { ...moved, movedBy: 'clinic' })
      .on('2024-06-04')
      .kept('help-to-come-arranged')
  })

  it('is asked of nobody who came all the same, or who said nothing', () => {
    const came = { kind: 'attended', on: '2024-06-04', by: 'hospital/royal', appointment: 'a1' }
    given(child, { ...hard, appointment: 'a1' }, came)
      .on('2024-06-04')
      .noLongerOwes('help-to-come-arranged')
    given(child, missed).silent('help-to-come-arranged')
  })

  it('is asked once, however often they say it', () => {
    given(child, hard, { ...hard, on: '2024-06-04' }).due('help-to-come-arranged', '2024-06-06')
  })
})

describe('a miss that a parent disputes', () => {
  const disputed = { kind: 'miss-disputed', on: '2024-06-10', by: 'family', appointment: 'a1' }
  const decided = { kind: 'dispute-decided', on: '2024-06-14', by: 'hospital/royal', appointment: 'a1', upheld: 'yes' }

  it('is decided in five working days', () => {
    given(child, missed, disputed).due('dispute-decided', '2024-06-17')
    given(child, missed, disputed, decided).on('2024-06-14').kept('dispute-decided')
    given(child, missed, disputed, { ...decided, on: '2024-06-24' })
      .on('2024-06-24')
      .keptLate('dispute-decided')
  })

  it('is decided too when the miss is said not to count', () => {
    const excused = {
      kind: 'appointment-excused',
      on: '2024-06-12',
      by: 'hospital/royal',
      appointment: 'a1',
      because: 'other',
    }
    given(child, missed, disputed, excused).on('2024-06-12').kept('dispute-decided')
    given(child, missed).silent('dispute-decided')
  })
})
