import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from './day.ts'
import {
  dayInWords,
  dayWithWeekday,
  latenessInWords,
  monthInWords,
  numberInWords,
  shortDay,
  untilInWords,
} from './words.ts'

const day = getDay('2019-05-13')

describe('in words', () => {
  it('a day has its month by name', () => {
    assert.equal(dayInWords(day), '13 May 2019')
    assert.equal(dayWithWeekday(day), 'Monday 13 May 2019')
    assert.equal(dayWithWeekday(getDay('2018-12-02')), 'Sunday 2 December 2018')
    assert.equal(monthInWords(day), 'May 2019')
    assert.equal(shortDay(getDay('2019-01-03')), '3 January')
  })

  it('a number begins a sentence in letters up to ten, then in figures', () => {
    assert.deepEqual([0, 1, 10, 11, 240].map(numberInWords), ['No', 'One', 'Ten', '11', '240'])
  })

  it('lateness goes from days to weeks to months to years, rounded down', () => {
    const words: Readonly<Record<number, string>> = {
      0: 'not late',
      1: '1 day late',
      6: '6 days late',
      13: '13 days late',
      14: '2 weeks late',
      27: '3 weeks late',
      60: '8 weeks late',
      61: '2 months late',
      180: '5 months late',
      567: '18 months late',
      730: '23 months late',
      731: '2 years late',
      1100: '3 years late',
    }
    for (const [days, expected] of Object.entries(words)) assert.equal(latenessInWords(Number(days)), expected)
  })

  it('what is to come is today, tomorrow or so far off', () => {
    assert.equal(untilInWords(0), 'today')
    assert.equal(untilInWords(1), 'tomorrow')
    assert.equal(untilInWords(6), 'in 6 days')
    assert.equal(untilInWords(21), 'in 3 weeks')
    assert.equal(untilInWords(100), 'in 3 months')
    assert.equal(untilInWords(-1), '1 day ago')
  })
})
