import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2015-06-06' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const booked = {
  kind: 'appointment-booked',
  on: '2019-04-01',
  by: 'hospital/royal',
  appointment: 'eyes-1',
  when: '2019-04-24 10:00',
}
const missed = { kind: 'was-not-brought', id: 'miss', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes-1' }
const attended = { kind: 'attended', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes-1' }
const afterMiss = [
  'family-contacted-after-miss',
  'notes-reviewed-after-miss',
  'letter-after-miss',
  'gp-follow-up-after-miss',
  'worker-told-of-miss',
  'attendance-pattern-discussed',
]
const silentAbout = (rules: readonly string[], ...lines: readonly Line[]) => {
  const case_ = given(...lines)
  for (const name of rules) case_.silent(name)
}

describe('the outcome of an appointment', () => {
  it('is owed by the next working day after the appointment', () => {
    given(child, booked).due('appointment-outcome', '2019-04-25')
    given(child, booked).on('2019-04-23').silent('appointment-outcome')
    given(child, booked).on('2019-04-24').owes('appointment-outcome')
    given(child, booked).on('2019-04-26').late('appointment-outcome')
  })

  it('is kept by whatever became of it, written in time', () => {
    given(child, booked, attended).on('2019-04-24').kept('appointment-outcome')
    given(child, booked, missed).on('2019-04-24').kept('appointment-outcome')
    given(child, booked, { ...missed, kind: 'did-not-attend' })
      .on('2019-04-24')
      .kept('appointment-outcome')
    given(child, booked, { ...missed, kind: 'appointment-cancelled', cancelledBy: 'clinic' })
      .on('2019-04-24')
      .kept('appointment-outcome')
  })

  it('is late when it is written three weeks later, while what follows the miss is due on the facts', () => {
    const late = given(child, plan, booked, { ...missed, written: '2019-05-15' })
    late.on('2019-05-14').late('appointment-outcome')
    late.on('2019-05-15').keptLate('appointment-outcome')
    late.due('family-contacted-after-miss', '2019-04-25')
    late.due('notes-reviewed-after-miss', '2019-05-01')
  })

  it('counts from the new day when the appointment was moved', () => {
    const moved = {
      kind: 'appointment-moved',
      on: '2019-04-20',
      by: 'hospital/royal',
      appointment: 'eyes-1',
      to: '2019-05-03',
    }
    given(child, booked, moved).due('appointment-outcome', '2019-05-07')
  })

  it('is no longer owed when the appointment was called off before its day, unless it was planned anew', () => {
    const off = {
      kind: 'appointment-cancelled',
      on: '2019-04-10',
      by: 'hospital/royal',
      appointment: 'eyes-1',
      cancelledBy: 'family',
    }
    const again = { kind: 'appointment-moved', on: '2019-04-12', by: 'hospital/royal', appointment: 'eyes-1' }
    given(child, booked, off).on('2019-04-26').noLongerOwes('appointment-outcome')
    given(child, booked, off, { ...again, to: '2019-05-03' })
      .on('2019-05-08')
      .late('appointment-outcome')
  })

  it('is not owed without a booking, unless it came too late', () => {
    given(child, missed).silent('appointment-outcome')
    given(child, { ...missed, written: '2019-04-25' }).silent('appointment-outcome')
    given(child, { ...missed, written: '2019-05-15' })
      .on('2019-05-15')
      .keptLate('appointment-outcome')
  })

  it('takes the outcome of a clinic that gives its appointments no ids', () => {
    const { appointment: _, ...bookedAlone } = booked
    const { appointment: __, ...missedAlone } = missed
    const kept = given(child, bookedAlone, missedAlone)
    kept.due('appointment-outcome', '2019-04-25')
    kept.on('2019-04-26').silent('appointment-outcome')
    given(child, bookedAlone, { ...missedAlone, by: 'hospital/northfield' })
      .on('2019-04-26')
      .late('appointment-outcome')
  })

  it('is not this record’s to ask for when the appointment is an adult’s own', () => {
    const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
    const hers = { ...booked, person: 'leah' }
    silentAbout(['appointment-outcome', ...afterMiss], child, mother, plan, hers, { ...missed, person: 'leah' })
  })

  it('is owed for each child, and for the brother when the appointment is his', () => {
    const brother = { kind: 'person', person: 'sam', as: 'child', born: '2016-01-01' }
    given(child, brother, { ...booked, child: 'maya; sam' }).due('appointment-outcome', '2019-04-25', '2019-04-25')
    const his = given(child, brother, { ...booked, person: 'sam' }, missed)
    his.silent('appointment-outcome', { child: 'maya' })
    his.silent('family-contacted-after-miss', { child: 'maya' })
    his.due('family-contacted-after-miss', '2019-04-25')
  })
})

describe('the importance of a series', () => {
  const series = { kind: 'series-started', on: '2019-04-01', by: 'hospital/royal', series: 'eyes' }

  it('is owed on the day on which the series begins', () => {
    given(child, series).due('series-importance', '2019-04-01')
    given(child, series).on('2019-04-02').late('series-importance')
  })

  it('is said with the start, or by an entry of its own', () => {
    given(child, { ...series, harm: 'Her sight may be lost' })
      .on('2019-04-01')
      .kept('series-importance')
    given(child, series, { ...series, kind: 'series-importance', on: '2019-04-09', harm: 'Sight' })
      .on('2019-04-09')
      .keptLate('series-importance')
  })

  it('is not asked of appointments that belong to no series', () => {
    given(child, booked).silent('series-importance')
  })
})
