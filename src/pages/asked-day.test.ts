import assert from 'node:assert/strict'
import { it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { pageOf, placeInWords, readDay, readPage } from './asked-day.ts'

const record = { entries: [], first: getDay('2018-09-01'), last: getDay('2019-08-12') }
const nothing = { day: undefined, slid: undefined, was: undefined }

it('is the last day of the record when none is asked for', () => {
  assert.deepEqual(readDay(nothing, record), { day: undefined })
})

it('is a day in the one form in which addresses hold it, and is sent there from any other', () => {
  assert.deepEqual(readDay({ ...nothing, day: '2019-05-14' }, record), { day: getDay('2019-05-14') })
  assert.deepEqual(readDay({ ...nothing, day: ' 14 May 2019 ' }, record), { goTo: getDay('2019-05-14') })
})

it('is said to be none when no calendar has it, or when it is more than one day', () => {
  for (const typed of ['31 February 2019', '29 February 2019', 'May 2019', 'tomorrow', '2019-13-01', '', '0']) {
    assert.ok('problem' in readDay({ ...nothing, day: typed }, record), typed)
  }
})

it('never repeats more of what was typed than a line holds', () => {
  const read = readDay({ ...nothing, day: 'x'.repeat(5000) }, record)
  assert.ok('problem' in read && read.problem.length < 120)
})

it('is the slider’s only when the field was left as it was', () => {
  const was = '2019-08-12'
  assert.deepEqual(readDay({ day: '12 August 2019', slid: '30', was }, record), { goTo: getDay('2018-10-01') })
  assert.deepEqual(readDay({ day: '1 May 2019', slid: '30', was }, record), { goTo: getDay('2019-05-01') })
  assert.deepEqual(readDay({ day: '12 August 2019', slid: 'x', was }, record), { goTo: getDay('2019-08-12') })
})

it('turns to a page that there is', () => {
  assert.deepEqual(
    ['1', '3', '9', '0', '-2', 'x', undefined].map(text => readPage(text, 3)),
    [1, 3, 3, 1, 1, 1, 1],
  )
  assert.equal(readPage('1', 0), 1)
})

it('shows a part of a long list and says which', () => {
  const things = Array.from({ length: 250 }, (_, index) => index)
  assert.deepEqual(pageOf(things, 3, 100), things.slice(200))
  assert.equal(placeInWords(3, 100, 250), '201 to 250 of 250')
  assert.equal(placeInWords(1, 100, 12), '12')
})
