import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, getDay, isoDay } from '../../calendar/day.ts'
import { dayInWords, shortDay } from '../../calendar/words.ts'
import { movedWords } from './moved-words.ts'

const november = getDay('2026-11-16')
const moved = (text: string, weeks = 2, near: Day | undefined = november) => movedWords(text, weeks, near)

describe('free words that are moved by weeks', () => {
  it('take every full date with them, with a year or without', () => {
    assert.equal(moved('Closed 14 July 2026 when they moved'), 'Closed 28 July 2026 when they moved')
    assert.equal(moved('The meeting of 20 October: no minutes'), 'The meeting of 3 November: no minutes')
    assert.equal(moved('see the letter of 2026-11-13.'), 'see the letter of 2026-11-27.')
    assert.equal(moved('from 3 May 2019 to 9 May 2019', 52), 'from 1 May 2020 to 7 May 2020')
  })

  it('take a date without its year for the one nearest to the day of writing', () => {
    assert.equal(moved('back on 4 January', -2), 'back on 21 December')
    assert.equal(moved('on 25 February', 1, getDay('2024-03-01')), 'on 3 March')
    assert.equal(moved('on 25 February', 1, getDay('2023-03-01')), 'on 4 March')
  })

  it('leave alone what names no full date', () => {
    for (const text of [
      'Seen on Monday; 3 may come, and Mayor Tate',
      '12 Marchbank',
      'dose 2.5 mg, 14 days',
      '31 November',
      '2019-02-31',
      'note 12019-05-13',
    ])
      assert.equal(moved(text), text)
    assert.equal(movedWords('on 3 May', 2, undefined), 'on 3 May')
  })

  it('come back as they were when they are moved back', () => {
    const away = fc.integer({ min: -182, max: 182 })
    const day = fc.integer({ min: getDay('1970-01-01'), max: getDay('2100-01-01') })
    fc.assert(
      fc.property(day, away, fc.integer({ min: -1000, max: 1000 }), (near, days, weeks) => {
        const named = addDays(near as Day, days)
        const text = `${shortDay(named)}, that is ${dayInWords(named)} (${isoDay(named)}).`
        const there = movedWords(text, weeks, near as Day)
        const then = addDays(named, 7 * weeks)
        assert.equal(there, `${shortDay(then)}, that is ${dayInWords(then)} (${isoDay(then)}).`)
        assert.equal(movedWords(there, -weeks, addDays(near as Day, 7 * weeks)), text)
      }),
    )
  })
})
