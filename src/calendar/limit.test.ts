import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { daysBetween, getDay, isoDay } from './day.ts'
import { dueFrom, type Limit, limitInWords } from './limit.ts'
import { isoMoment, momentAt } from './moment.ts'
import { workingDaysBetween } from './working-days.ts'

const due = (start: string, limit: Limit) => isoDay(dueFrom(getDay(start), limit).day)
const death = getDay('2019-08-12')

type Row = [start: string, limit: Limit, due: string, workingDaysOver: number, daysOver: number]

// The ledger of the replay: each row whose due day follows from its clock start by one limit.
const ledger: readonly Row[] = [
  ['2018-01-15', { workingDays: 5 }, '2018-01-22', 393, 567],
  ['2018-05-20', { workingDays: 5 }, '2018-05-25', 307, 444],
  ['2018-05-22', { workingDays: 5 }, '2018-05-30', 305, 439],
  ['2018-07-30', { workingDays: 5 }, '2018-08-06', 257, 371],
  ['2018-09-03', { workingDays: 1 }, '2018-09-04', 237, 342],
  ['2018-09-03', { workingDays: 5 }, '2018-09-10', 233, 336],
  ['2018-09-05', { workingDays: 10 }, '2018-09-19', 226, 327],
  ['2018-10-15', { workingDays: 5 }, '2018-10-22', 203, 294],
  ['2018-10-22', { workingDays: 1 }, '2018-10-23', 202, 293],
  ['2018-12-03', { workingDays: 2 }, '2018-12-05', 171, 250],
  ['2018-12-10', { workingDays: 5 }, '2018-12-17', 163, 238],
  ['2019-01-07', { workingDays: 1 }, '2019-01-08', 150, 216],
  ['2018-12-14', { workingDays: 20 }, '2019-01-16', 144, 208],
  ['2019-02-04', { workingDays: 1 }, '2019-02-05', 130, 188],
  ['2019-02-06', { workingDays: 1 }, '2019-02-07', 128, 186],
  ['2019-02-11', { workingDays: 2 }, '2019-02-13', 124, 180],
  ['2019-02-11', { workingDays: 5 }, '2019-02-18', 121, 175],
  ['2018-12-17', { workingDays: 45 }, '2019-02-21', 118, 172],
  ['2019-03-04', { workingDays: 2 }, '2019-03-06', 109, 159],
  ['2019-03-18', { workingDays: 1 }, '2019-03-19', 100, 146],
  ['2019-02-20', { workingDays: 20 }, '2019-03-20', 99, 145],
  ['2019-02-25', { workingDays: 20 }, '2019-03-25', 96, 140],
  ['2019-04-17', { workingDays: 2 }, '2019-04-23', 77, 111],
  ['2019-04-24', { workingDays: 1 }, '2019-04-25', 75, 109],
  ['2019-04-02', { weeks: 4 }, '2019-04-30', 72, 104],
  ['2019-04-30', { workingDays: 1 }, '2019-05-01', 71, 103],
  ['2019-04-24', { workingDays: 5 }, '2019-05-01', 71, 103],
  ['2019-05-01', { workingDays: 2 }, '2019-05-03', 69, 101],
  ['2019-04-24', { workingDays: 10 }, '2019-05-09', 66, 95],
  ['2019-05-13', { sameDay: true }, '2019-05-13', 64, 91],
  ['2019-05-13', { workingDays: 1 }, '2019-05-14', 63, 90],
  ['2019-05-14', { workingDays: 1 }, '2019-05-15', 62, 89],
  ['2019-05-13', { workingDays: 3 }, '2019-05-16', 61, 88],
  ['2019-05-13', { workingDays: 5 }, '2019-05-20', 59, 84],
  ['2019-04-24', { workingDays: 20 }, '2019-05-23', 56, 81],
  ['2019-04-12', { weeks: 6 }, '2019-05-24', 55, 80],
  ['2019-04-30', { weeks: 4 }, '2019-05-28', 54, 76],
  ['2019-06-04', { workingDays: -5 }, '2019-05-28', 54, 76],
  ['2019-06-04', { workingDays: -2 }, '2019-05-31', 51, 73],
  ['2019-05-13', { workingDays: 15 }, '2019-06-04', 49, 69],
  ['2019-07-12', { workingDays: 10 }, '2019-07-26', 11, 17],
]

describe('the replay', () => {
  for (const [start, limit, day, workingDaysOver, daysOver] of ledger) {
    it(`finds ${day} from ${start} by ${JSON.stringify(limit)}, ${daysOver} days before the death`, () => {
      assert.equal(due(start, limit), day)
      assert.equal(daysBetween(getDay(day), death), daysOver)
      assert.equal(workingDaysBetween(getDay(day), death), workingDaysOver)
    })
  }

  it('finds the other days it names', () => {
    assert.equal(due('2018-08-28', { workingDays: 45 }), '2018-10-30', 'first assessment')
    assert.equal(due('2018-11-01', { workingDays: 45 }), '2019-01-08', 'second assessment')
    assert.equal(due('2018-10-15', { workingDays: 15 }), '2018-11-05', 'conference after the first discussion')
    assert.equal(due('2018-11-26', { workingDays: 15 }), '2018-12-17', 'first meeting of the plan')
    assert.equal(due('2019-08-12', { workingDays: 5 }), '2019-08-19', 'notification of the Panel')
    assert.equal(due('2019-08-19', { workingDays: 15 }), '2019-09-10', 'rapid review')
  })
})

describe('a limit', () => {
  it('in months ends with the shorter month', () => {
    assert.equal(due('2018-11-30', { months: 3 }), '2019-02-28')
    assert.equal(due('2019-08-31', { months: 6 }), '2020-02-29')
  })

  it('in days counts every day', () => {
    assert.equal(due('2019-04-18', { days: 5 }), '2019-04-23')
  })

  it('in hours is elapsed time, over a weekend too', () => {
    const start = getDay('2019-05-11')
    const found = dueFrom(start, { hours: 24 }, momentAt(start, '17:45'))
    assert.equal(isoDay(found.day), '2019-05-12')
    assert.equal(found.at === undefined ? '' : isoMoment(found.at), '2019-05-12 17:45')
  })

  it('in hours runs from the end of the day when no clock time is known', () => {
    const found = dueFrom(getDay('2019-05-13'), { hours: 24 })
    assert.equal(isoDay(found.day), '2019-05-14')
    assert.equal(found.at === undefined ? '' : isoMoment(found.at), '2019-05-14 23:59')
  })

  it('in anything but hours has no moment', () => {
    const start = getDay('2019-05-13')
    assert.ok(!('at' in dueFrom(start, { workingDays: 1 }, momentAt(start, '17:45'))))
  })

  it('of the same working day moves from a weekend to the next working day', () => {
    assert.equal(due('2019-05-13', { sameWorkingDay: true }), '2019-05-13')
    assert.equal(due('2019-05-25', { sameWorkingDay: true }), '2019-05-28')
    assert.equal(due('2019-05-25', { sameDay: true }), '2019-05-25')
  })

  it('is computed only in working days beyond the published table', () => {
    const basis = (start: string, limit: Limit) => dueFrom(getDay(start), limit).basis
    assert.equal(basis('2028-12-20', { workingDays: 15 }), 'computed')
    assert.equal(basis('2028-12-01', { workingDays: 15 }), 'table')
    assert.equal(basis('2011-06-01', { workingDays: 1 }), 'computed')
    assert.equal(basis('2029-06-02', { sameWorkingDay: true }), 'computed')
    for (const limit of [{ days: 9 }, { weeks: 6 }, { months: 3 }, { hours: 24 }, { sameDay: true as const }]) {
      assert.equal(basis('2030-06-01', limit), 'table')
    }
  })

  it('is said in words', () => {
    assert.equal(limitInWords({ workingDays: 15 }), 'within 15 working days')
    assert.equal(limitInWords({ workingDays: 1 }), 'within 1 working day')
    assert.equal(limitInWords({ hours: 24 }), 'within 24 hours')
    assert.equal(limitInWords({ days: 7 }), 'within 7 days')
    assert.equal(limitInWords({ weeks: 6 }), 'within 6 weeks')
    assert.equal(limitInWords({ months: 3 }), 'within 3 months')
    assert.equal(limitInWords({ sameDay: true }), 'the same day')
    assert.equal(limitInWords({ sameWorkingDay: true }), 'the same working day')
  })
})
