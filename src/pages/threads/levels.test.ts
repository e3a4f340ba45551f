import assert from 'node:assert/strict'
import { it } from 'node:test'
import { array, assert as check, integer, property, record } from 'fast-check'
import { type Extent, levelsOf, shortened, widthOf } from './levels.ts'

const extents = array(record({ left: integer({ min: 0, max: 1000 }), wide: integer({ min: 1, max: 400 }) }), {
  maxLength: 60,
}).map(parts => parts.map(({ left, wide }): Extent => ({ left, right: left + wide })))

const meet = (one: Extent, other: Extent, gap: number) => one.left < other.right + gap && other.left < one.right + gap

it('never puts two things that meet on one level', () => {
  check(
    property(extents, integer({ min: 0, max: 20 }), (things, gap) => {
      const levels = levelsOf(things, gap)
      for (const [index, one] of things.entries())
        for (const [later, other] of things.entries())
          if (later > index && levels[index] === levels[later]) assert.ok(!meet(one, other, gap))
    }),
  )
})

it('uses no more levels than things lie over each other at one place', () => {
  check(
    property(extents, things => {
      const levels = levelsOf(things, 0)
      const deepest = Math.max(
        0,
        ...things.map(({ left }) => things.filter(one => one.left <= left && one.right > left).length),
      )
      assert.ok(Math.max(-1, ...levels) + 1 <= deepest)
    }),
  )
})

it('shortens at a word, and says that something is left out', () => {
  assert.equal(
    shortened('Hold the initial child protection conference', 100),
    'Hold the initial child protection conference',
  )
  assert.equal(
    shortened('Tell the parents the result, in words that they know', 32),
    'Tell the parents the result, in…',
  )
  assert.equal(shortened('Tell the parents the result, in words', 30), 'Tell the parents the result…')
})

it('says a text too wide rather than too narrow', () => {
  assert.ok(widthOf('Wm') > widthOf('il'))
  assert.ok(widthOf('Hold the initial child protection conference') > 44 * 5.5)
})
