import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, firstDay, getDay, isoDay, lastDay } from '../../calendar/day.ts'
import { findSpan } from '../../calendar/span.ts'
import { dayInWords, dayWithWeekday } from '../../calendar/words.ts'
import { typedDay } from './typed-day.ts'

const today = getDay('2019-06-13')

describe('a day as people type it', () => {
  it('is left as it stands where an entry takes it already', () => {
    for (const text of ['14 May 2019', '14/5/2019', '14 May 2019 10:20', 'about 14 May 2019', '2019-05', 'May 2019'])
      assert.equal(typedDay(text, today), text)
  })

  it('is put into words that an entry takes', () => {
    const typed: Readonly<Record<string, string>> = {
      yesterday: '2019-06-12',
      'today at 9.05': '2019-06-13 09:05',
      'about yesterday': 'about 2019-06-12',
      'Tuesday 14 May 2019': '14 May 2019',
      'Tues 14th May 2019 at 2.30pm': '14 May 2019 14:30',
      '14 May 2019, 10:20': '14 May 2019 10:20',
      '14.5.2019': '14/5/2019',
      '14-05-2019 9:05': '14/05/2019 09:05',
      'Mon 3rd June 2019 12.15 am': '3 June 2019 00:15',
      '1/6/2019 12pm': '1/6/2019 12:00',
    }
    for (const [text, plain] of Object.entries(typed)) assert.equal(typedDay(text, today), plain, text)
  })

  it('takes two figures of a year for the year that is near', () => {
    assert.equal(typedDay('14/5/19', today), '14/5/2019')
    assert.equal(typedDay('3.4.98', today), '3/4/1998')
    assert.equal(typedDay('15/7/20', today), '15/7/2020')
    assert.equal(typedDay('1/1/45', today), '1/1/1945')
  })

  it('comes back as it was typed where it cannot be read, so that nothing is guessed', () => {
    for (const text of ['14 May', 'Sunday', '31 February 2019', '25pm 14/5/2019', 'soon', ''])
      assert.equal(typedDay(text, today), text)
  })

  it('is the same day however it is written, for any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), number => {
        const day = number as Day
        for (const text of [dayInWords(day), dayWithWeekday(day), isoDay(day), `${dayInWords(day)} at 10.20`])
          assert.equal(findSpan(typedDay(text, today))?.to, day, text)
      }),
    )
  })

  it('is never another day than the one whose year was left out', () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_000, max: 3_600 }), number => {
        const day = addDays(today, number)
        const [year = '', month = '', of = ''] = isoDay(day).split('-')
        assert.equal(findSpan(typedDay(`${of}/${month}/${year.slice(2)}`, today))?.to, day, isoDay(day))
      }),
    )
  })
})
