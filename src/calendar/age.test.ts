import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ageInWords, ageOn, isUnder18, weeksPregnant } from './age.ts'
import { type Day, firstDay, getDay, isoDay, lastDay } from './day.ts'

const anyDay = fc.integer({ min: firstDay, max: lastDay }).map(each => each as Day)

describe('age', () => {
  it('is completed years, months and days', () => {
    assert.deepEqual(ageOn(getDay('2018-06-06'), getDay('2019-08-12')), { years: 1, months: 2, days: 6 })
    assert.deepEqual(ageOn(getDay('2019-01-31'), getDay('2019-02-28')), { years: 0, months: 0, days: 28 })
    assert.deepEqual(ageOn(getDay('2019-08-12'), getDay('2019-07-12')), { years: 0, months: 0, days: 0 })
  })

  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (one, other) => {
        const [born, on] = one < other ? [one, other] : [other, one]
        const { years, months, days } = Temporal.PlainDate.from(isoDay(born)).until(isoDay(on), {
          largestUnit: 'years',
        })
        assert.deepEqual(ageOn(born, on), { years, months, days })
      }),
    )
  })

  it('of 18 is reached on the birthday', () => {
    const mother = getDay('2000-11-20')
    assert.ok(isUnder18(mother, getDay('2018-11-19')))
    assert.ok(!isUnder18(mother, getDay('2018-11-20')))
  })

  it('of 18 is reached on 1 March by someone born on 29 February', () => {
    assert.ok(isUnder18(getDay('2000-02-29'), getDay('2018-02-28')))
    assert.ok(!isUnder18(getDay('2000-02-29'), getDay('2018-03-01')))
  })

  it('below 18 includes the unborn', () => {
    assert.ok(isUnder18(getDay('2019-07-15'), getDay('2019-05-13')))
  })

  it('is said as it is said of children', () => {
    const cases: readonly [on: string, words: string][] = [
      ['2018-06-05', 'not yet born'],
      ['2018-06-06', 'born today'],
      ['2018-06-07', '1 day'],
      ['2018-06-15', '9 days'],
      ['2018-06-20', '2 weeks'],
      ['2018-08-24', '11 weeks'],
      ['2018-09-06', '3 months'],
      ['2019-06-05', '11 months'],
      ['2019-06-06', '1 year'],
      ['2019-08-12', '1 year 2 months'],
      ['2020-07-06', '2 years 1 month'],
      ['2021-12-06', '3 years'],
      ['2025-07-01', '7 years'],
    ]
    for (const [on, words] of cases) assert.equal(ageInWords(getDay('2018-06-06'), getDay(on)), words)
  })
})

describe('a pregnancy', () => {
  const expected = getDay('2019-07-15')

  it('is as far as the replay says', () => {
    const weeks: Readonly<Record<string, number>> = {
      '2018-12-31': 12,
      '2019-01-28': 16,
      '2019-04-22': 28,
      '2019-05-06': 30,
      '2019-05-13': 31,
      '2019-06-03': 34,
      '2019-07-15': 40,
    }
    for (const [on, count] of Object.entries(weeks)) {
      assert.deepEqual(weeksPregnant(expected, getDay(on)), { weeks: count, days: 0 }, on)
    }
  })

  it('has days beside the weeks, goes on past the expected day and does not begin before it began', () => {
    assert.deepEqual(weeksPregnant(expected, getDay('2019-04-12')), { weeks: 26, days: 4 })
    assert.deepEqual(weeksPregnant(expected, getDay('2019-07-23')), { weeks: 41, days: 1 })
    assert.deepEqual(weeksPregnant(expected, getDay('2018-01-01')), { weeks: 0, days: 0 })
  })
})
