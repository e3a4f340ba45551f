import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  addWeeks,
  CalendarError,
  type Day,
  dayOf,
  daysBetween,
  findDay,
  findDayOf,
  firstDay,
  getDay,
  isoDay,
  lastDay,
  partsOf,
  weekday,
} from './day.ts'

const anyDay = fc.integer({ min: firstDay, max: lastDay }).map(each => each as Day)
const plainDate = (day: Day) => Temporal.PlainDate.from('1970-01-01').add({ days: day })
const refusal = (code: string) => (error: unknown) => error instanceof CalendarError && error.code === code

describe('a day', () => {
  it('is counted from 1970-01-01', () => {
    assert.equal(getDay('1970-01-01'), 0)
    assert.equal(getDay('1969-12-31'), -1)
    assert.equal(getDay('2019-05-13'), 18029)
  })

  it('is read only when it is a real date written as YYYY-MM-DD', () => {
    const wrong = ['', '2019-02-29', '1900-02-29', '2019-13-01', '2019-00-10', '2019-04-31', '2019-05-00', '2019-5-13']
    const alsoWrong = ['19-05-13', ' 2019-05-13', '2019-05-13 ', '2019/05/13', '2019-05-1x', '1899-12-31', '2200-01-01']
    for (const text of [...wrong, ...alsoWrong, '-019-05-13', '２０１９-05-13'])
      assert.equal(findDay(text), undefined, text)
    assert.equal(isoDay(getDay('2000-02-29')), '2000-02-29')
  })

  it('is refused with a stable code and without repeating what may be a date of birth', () => {
    assert.throws(() => getDay('2019-02-29'), refusal('calendar.not-a-day'))
    assert.throws(
      () => getDay('2019-02-29'),
      (error: Error) => !error.message.includes('2019'),
    )
    assert.throws(() => dayOf({ year: 2019, month: 2, day: 29 }), refusal('calendar.not-a-day'))
    assert.throws(() => dayOf({ year: 2019, month: 13, day: 1 }), refusal('calendar.not-a-day'))
    assert.throws(() => dayOf({ year: 2019, month: 1.5, day: 1 }), refusal('calendar.not-a-day'))
    assert.throws(() => dayOf({ year: Number.NaN, month: 1, day: 1 }), refusal('calendar.not-a-day'))
  })

  it('is found from its parts in the years that can be written', () => {
    assert.equal(findDayOf({ year: 2019, month: 5, day: 13 }), getDay('2019-05-13'))
    assert.equal(findDayOf({ year: 2019, month: 2, day: 29 }), undefined)
    assert.equal(findDayOf({ year: 1899, month: 1, day: 1 }), undefined)
    assert.equal(findDayOf({ year: 2200, month: 1, day: 1 }), undefined)
  })

  it('has a weekday from Monday 1 to Sunday 7', () => {
    assert.equal(weekday(getDay('2019-05-13')), 1)
    assert.equal(weekday(getDay('2018-05-20')), 7)
    assert.equal(weekday(getDay('1969-12-28')), 7)
  })
})

describe('adding to a day', () => {
  it('clamps months to the end of the shorter month', () => {
    const cases: [string, number, string][] = [
      ['2018-11-30', 3, '2019-02-28'],
      ['2019-08-31', 6, '2020-02-29'],
      ['2019-05-31', -3, '2019-02-28'],
      ['2019-01-15', -1, '2018-12-15'],
      ['2019-12-01', 1, '2020-01-01'],
      ['2020-02-29', 12, '2021-02-28'],
      ['2020-02-29', 0, '2020-02-29'],
    ]
    for (const [from, n, to] of cases) assert.equal(isoDay(addMonths(getDay(from), n)), to, `${from} and ${n} months`)
  })

  it('counts days and weeks in both directions', () => {
    assert.equal(isoDay(addDays(getDay('2019-02-28'), 1)), '2019-03-01')
    assert.equal(isoDay(addDays(getDay('2020-03-01'), -1)), '2020-02-29')
    assert.equal(isoDay(addWeeks(getDay('2019-04-12'), 6)), '2019-05-24')
    assert.equal(daysBetween(getDay('2018-10-15'), getDay('2019-08-12')), 301)
    assert.equal(daysBetween(getDay('2019-08-12'), getDay('2018-10-15')), -301)
  })
})

describe('a day agrees with Temporal', () => {
  it('in its parts, its weekday and its text, for every day from 1900 to 2199', () => {
    let date = Temporal.PlainDate.from('1900-01-01')
    for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
      const parts = partsOf(day)
      const agrees = parts.year === date.year && parts.month === date.month && parts.day === date.day
      if (!agrees || dayOf(parts) !== day || weekday(day) !== date.dayOfWeek) assert.fail(`${day} is not ${date}`)
      date = date.add({ days: 1 })
    }
  })

  it('in writing and reading', () => {
    fc.assert(
      fc.property(anyDay, day => {
        assert.equal(isoDay(day), plainDate(day).toString())
        assert.equal(getDay(isoDay(day)), day)
      }),
    )
  })

  it('in adding months', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -1200, max: 1200 }), (day, n) => {
        assert.equal(isoDay(addMonths(day, n)), plainDate(day).add({ months: n }).toString())
      }),
    )
  })
})
