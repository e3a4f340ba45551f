import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { array, assert as check, constantFrom, integer, property, record } from 'fast-check'
import { addDays, getDay, isoDay } from '../../calendar/day.ts'
import { inventedFamily, type Line } from '../invented.ts'
import { halfOf, isMarked, type Mark, marksOf, shapeOf } from './marks.ts'
import { scaleOver } from './scale.ts'

const stretch = { from: getDay('2018-08-13'), to: getDay('2019-08-12'), day: getDay('2019-08-12') }
const scale = scaleOver(stretch, 1048)
const entriesOf = (lines: readonly Line[]) =>
  [...inventedFamily(lines).entries].sort((one, other) => one.day - other.day)
const marks = (lines: readonly Line[]) => marksOf(scale, entriesOf(lines))
const shapes = (...lines: readonly Line[]) => entriesOf(lines).map(shapeOf)

describe('the form of a mark', () => {
  const on = '2019-01-10'

  it('is an eye only where the child was seen', () => {
    assert.deepEqual(
      shapes(
        { kind: 'contact', on, by: 'police', seen: 'x' },
        { kind: 'contact', on, by: 'police', seen: 'x', reached: 'no' },
        { kind: 'contact', on, by: 'police', with: 'y' },
        { kind: 'attended', on, by: 'hospital' },
        { kind: 'attended', on, by: 'hospital', seen: 'no' },
        { kind: 'attended', on, by: 'hospital', person: 'y' },
      ),
      ['eye', 'dot', 'dot', 'eye', 'dot', 'dot'],
    )
  })

  it('tells a miss, a decision, a meeting, a referral and a leaving apart', () => {
    assert.deepEqual(
      shapes(
        { kind: 'was-not-brought', on, by: 'hospital' },
        { kind: 'condition', on, by: 'police' },
        { kind: 'meeting-held', on, by: 'social-care' },
        { kind: 'meeting-cancelled', on, by: 'social-care' },
        { kind: 'referral-made', on, by: 'police', to: 'social-care' },
        { kind: 'worker-leaves', on, by: 'social-care' },
      ),
      ['cross', 'diamond', 'square', 'open-square', 'arrow', 'bar'],
    )
  })

  it('is not there for receipts, for who the people are, or for what sets an entry apart', () => {
    const none = entriesOf([
      { kind: 'person', person: 'x' },
      { kind: 'told', on, by: 'police', of: 'a', to: 'gp' },
      { kind: 'set-apart', on, by: 'partnership', entry: 'a', reason: 'r' },
    ])
    assert.ok(none.every(entry => !isMarked(entry)))
  })
})

const services = ['hospital', 'gp', 'police', 'social-care', 'school'] as const
const lines = (most: number) =>
  array(record({ day: integer({ min: 0, max: 364 }), by: constantFrom(...services) }), { maxLength: most }).map(all =>
    all.map(
      ({ day, by }, index): Line => ({ kind: 'concern', id: `c-${index}`, on: isoDay(addDays(stretch.from, day)), by }),
    ),
  )

const covers = (one: Mark, other: Mark) =>
  one.lane === other.lane && one.row === other.row && Math.abs(one.x - other.x) < halfOf(one) + halfOf(other)

describe('the marks of a picture', () => {
  it('never cover each other', () => {
    check(
      property(lines(120), all => {
        const drawn = marks(all)
        for (const [index, one] of drawn.entries())
          for (const other of drawn.slice(index + 1)) assert.ok(!covers(one, other))
      }),
      { numRuns: 60 },
    )
  })

  it('stand for every entry once', () => {
    check(
      property(lines(500), all => {
        assert.equal(
          marks(all).reduce((sum, mark) => sum + mark.entries.length, 0),
          all.length,
        )
      }),
      { numRuns: 20 },
    )
  })

  it('are three hundred at most: beyond that those of one lane and month are one count', () => {
    const many = Array.from(
      { length: 2000 },
      (_, index): Line => ({
        kind: 'concern',
        id: `c-${index}`,
        on: isoDay(addDays(stretch.from, index % 365)),
        by: services[index % 5],
      }),
    )
    const drawn = marks(many)
    assert.ok(drawn.length <= 300)
    const march = drawn.find(mark => mark.lane === 'gp' && mark.time?.text === 'in March 2019')
    assert.equal(march?.shape, 'count')
    assert.ok((march?.entries.length ?? 0) > 20)
  })

  it('fold a crowded month alone, and leave the others as they are', () => {
    const crowd = Array.from(
      { length: 12 },
      (_, index): Line => ({ kind: 'concern', id: `c-${index}`, on: '2019-03-12', by: 'gp' }),
    )
    const drawn = marks([...crowd, { kind: 'was-not-brought', on: '2019-05-02', by: 'gp' }])
    assert.deepEqual(drawn.map(mark => mark.shape).sort(), ['count', 'cross'])
  })

  it('are those of the days that are shown, and no others', () => {
    assert.deepEqual(
      marks([
        { kind: 'concern', on: '2018-08-12', by: 'gp' },
        { kind: 'concern', on: '2019-08-13', by: 'gp' },
      ]),
      [],
    )
  })
})
