import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { bankHolidays } from './bank-holidays.ts'
import { CalendarError, type Day, firstDay, getDay, isoDay, lastDay, partsOf, weekday } from './day.ts'
import {
  addWorkingDays,
  calendarBasis,
  endOfTable,
  isWorkingDay,
  startOfTable,
  workingDaysBetween,
} from './working-days.ts'

const anyDay = fc.integer({ min: firstDay, max: lastDay }).map(each => each as Day)
const plus = (text: string, n: number) => isoDay(addWorkingDays(getDay(text), n))
const between = (from: string, to: string) => workingDaysBetween(getDay(from), getDay(to))

// The test vectors of the timescales, 2.7.
const vectors: readonly [start: string, workingDays: number, due: string, why: string][] = [
  ['2019-05-07', 15, '2019-05-29', 'over the spring bank holiday'],
  ['2019-05-03', 15, '2019-05-28', 'over two bank holidays'],
  ['2019-05-11', 15, '2019-06-03', 'from a strategy discussion held on a Saturday'],
  ['2019-05-13', 15, '2019-06-04', 'to the initial conference of the review'],
  ['2022-06-01', 15, '2022-06-24', 'over 2 and 3 June 2022'],
  ['2022-06-02', 15, '2022-06-24', 'from a bank holiday'],
  ['2022-09-05', 15, '2022-09-27', 'over a holiday added by proclamation'],
  ['2018-12-17', 10, '2019-01-03', 'over Christmas'],
  ['2018-12-03', 45, '2019-02-07', 'over a long run'],
  ['2020-04-09', 15, '2020-05-04', 'over Easter, with the early May holiday moved to the 8th'],
  ['2021-12-24', 5, '2022-01-05', 'over three substitute days'],
  ['2023-05-05', 1, '2023-05-09', 'over the Coronation'],
  ['2027-12-24', 2, '2027-12-30', 'over two substitute days'],
]

describe('working days are counted', () => {
  for (const [start, n, due, why] of vectors) {
    it(`${why}: ${n} from ${start} is ${due}`, () => {
      assert.equal(plus(start, n), due)
      assert.equal(between(start, due), n)
    })
  }

  it('backwards from a conference', () => {
    assert.equal(plus('2019-06-04', -5), '2019-05-28')
    assert.equal(plus('2019-06-04', -2), '2019-05-31')
    assert.equal(plus('2019-06-02', -1), '2019-05-31', 'from a Sunday')
  })

  it('as none for the day itself, working day or not', () => {
    assert.equal(plus('2019-05-12', 0), '2019-05-12')
    assert.equal(plus('2019-05-13', 0), '2019-05-13')
  })

  it('between two days, after the first and up to the second', () => {
    assert.equal(between('2019-05-13', '2019-08-12'), 64)
    assert.equal(between('2018-01-22', '2019-08-12'), 393)
    assert.equal(between('2019-05-13', '2019-05-13'), 0)
    assert.equal(between('2019-05-14', '2019-05-13'), 0)
    assert.equal(between('2019-05-10', '2019-05-12'), 0, 'a weekend')
  })
})

describe('a working day', () => {
  it('is neither a weekend day nor a bank holiday', () => {
    assert.ok(isWorkingDay(getDay('2019-05-13')))
    for (const text of ['2019-05-11', '2019-05-12', '2019-05-27', '2022-09-19', '2021-12-28']) {
      assert.ok(!isWorkingDay(getDay(text)), text)
    }
  })

  it('is the same by the table as by the rule on any day', () => {
    fc.assert(
      fc.property(anyDay, day => {
        assert.equal(isWorkingDay(day), weekday(day) < 6 && !bankHolidays(partsOf(day).year).includes(day))
      }),
    )
  })

  it('is found in one look where walking day by day would end, in both directions', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, -1), (start, n, step) => {
        let day = start
        for (let left = n; left > 0; left -= isWorkingDay(day) ? 1 : 0) day = (day + step) as Day
        assert.equal(addWorkingDays(start, n * step), day)
      }),
    )
  })

  it('is refused with a stable code beyond the centuries it knows', () => {
    const refusal = (error: unknown) => error instanceof CalendarError && error.code === 'calendar.beyond-table'
    assert.throws(() => addWorkingDays(lastDay, 20_000), refusal)
    assert.throws(() => addWorkingDays(firstDay, -20_000), refusal)
    assert.throws(() => isWorkingDay((lastDay + 40_000) as Day), refusal)
    assert.doesNotThrow(() => addWorkingDays(lastDay, 10_000))
  })
})

describe('the calendar is', () => {
  it('the published table from 2012 to 2028', () => {
    assert.equal(isoDay(startOfTable), '2012-01-01')
    assert.equal(isoDay(endOfTable), '2028-12-31')
    assert.equal(calendarBasis(startOfTable, endOfTable), 'table')
  })

  it('computed when any part of the stretch lies outside, counted in either direction', () => {
    assert.equal(calendarBasis(getDay('2028-12-20'), getDay('2029-01-02')), 'computed')
    assert.equal(calendarBasis(getDay('2011-12-31'), getDay('2012-01-05')), 'computed')
    assert.equal(calendarBasis(getDay('2029-01-02'), getDay('2028-12-20')), 'computed')
    assert.equal(calendarBasis(getDay('2029-01-02'), getDay('2011-12-20')), 'computed')
  })
})
