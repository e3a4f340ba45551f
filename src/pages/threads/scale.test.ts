import assert from 'node:assert/strict'
import { it } from 'node:test'
import { getDay } from '../../calendar/day.ts'
import { widthOf } from './levels.ts'
import { scaleOver, ticksOf } from './scale.ts'

const scale = (from: string, to: string, day = to) =>
  scaleOver({ from: getDay(from), to: getDay(to), day: getDay(day) }, 1048)

it('goes from left to right with time, within its width', () => {
  const year = scale('2018-08-13', '2019-08-12')
  assert.ok(year.x(getDay('2018-08-13')) >= 0)
  assert.ok(year.x(getDay('2018-08-14')) > year.x(getDay('2018-08-13')))
  assert.ok(year.x(year.end) <= 1048)
})

it('leaves room for what falls due next, but not where it ends before the day of the picture', () => {
  assert.ok(scale('2018-08-13', '2019-08-12').end > getDay('2019-08-12'))
  assert.equal(scale('2018-08-13', '2018-12-31', '2019-08-12').end, getDay('2018-12-31'))
})

const names = (from: string, to: string) => ticksOf(scale(from, to)).map(({ text }) => text)

it('names days in a week, weeks in three months, months in a year, quarters or halves in five years', () => {
  assert.deepEqual(names('2019-05-08', '2019-05-14').slice(0, 3), ['8 May 2019', '9 May', '10 May'])
  assert.deepEqual(names('2019-03-01', '2019-05-31').slice(0, 3), ['4 Mar 2019', '11 Mar', '18 Mar'])
  assert.deepEqual(names('2018-08-13', '2019-08-12').slice(0, 6), ['Sep 2018', 'Oct', 'Nov', 'Dec', 'Jan 2019', 'Feb'])
  assert.deepEqual(names('2014-08-13', '2019-08-12').slice(0, 3), ['Jan 2015', 'Jul', 'Jan 2016'])
})

it('never lets two names meet', () => {
  for (const [from, to] of [
    ['2019-05-08', '2019-05-14'],
    ['2019-04-15', '2019-05-14'],
    ['2019-02-15', '2019-05-14'],
    ['2018-08-13', '2019-08-12'],
    ['2016-01-01', '2019-08-12'],
    ['2014-08-13', '2019-08-12'],
    ['2001-08-13', '2019-08-12'],
  ] as const) {
    const ticks = ticksOf(scale(from, to))
    for (const [index, { x, text }] of ticks.entries())
      assert.ok(x + 4 + widthOf(text) * 0.85 <= (ticks[index + 1]?.x ?? 2000), `${text} from ${from}`)
  }
})
