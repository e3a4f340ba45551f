import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bankHolidays, computedBankHolidays, firstPublishedYear, lastPublishedYear } from './bank-holidays.ts'
import { isoDay, weekday } from './day.ts'

const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const namesOf = (year: number) => bankHolidays(year).map(isoDay)

describe('the bank holidays', () => {
  it('follow the standing pattern in every published year but the four with a day moved or added', () => {
    const unlike = years(firstPublishedYear, lastPublishedYear).filter(
      year => String(bankHolidays(year)) !== String(computedBankHolidays(year)),
    )
    assert.deepEqual(unlike, [2012, 2020, 2022, 2023])
  })

  it('know the days that were moved or added', () => {
    for (const text of [
      '2012-06-04',
      '2012-06-05',
      '2020-05-08',
      '2022-06-02',
      '2022-06-03',
      '2022-09-19',
      '2023-05-08',
    ]) {
      assert.ok(namesOf(Number(text.slice(0, 4))).includes(text), text)
    }
    assert.ok(!namesOf(2020).includes('2020-05-04'))
    assert.ok(!namesOf(2022).includes('2022-05-30'))
  })

  it('are reckoned by the standing pattern before 2012 and after 2028', () => {
    const of2010 = '2010-01-01 2010-04-02 2010-04-05 2010-05-03 2010-05-31 2010-08-30 2010-12-27 2010-12-28'
    const of2033 = '2033-01-03 2033-04-15 2033-04-18 2033-05-02 2033-05-30 2033-08-29 2033-12-26 2033-12-27'
    assert.deepEqual(namesOf(2010), of2010.split(' '))
    assert.deepEqual(namesOf(2033), of2033.split(' '))
  })

  it('are eight weekdays, in order and each once, in every computed year', () => {
    for (const year of years(1900, 2199)) {
      const days = computedBankHolidays(year)
      assert.equal(new Set(days).size, 8)
      assert.deepEqual(
        days.toSorted((one, other) => one - other),
        days,
      )
      assert.ok(
        days.every(day => weekday(day) < 6),
        String(year),
      )
    }
  })
})
