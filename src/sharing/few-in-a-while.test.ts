import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Moment } from '../calendar/day.ts'
import { fewInAWhile } from './few-in-a-while.ts'

test('so many are let through in a while, for each name by itself', () => {
  const isFew = fewInAWhile({ most: 2, length: 1000 })
  const at = (now: number, name = 'one') => isFew(name, now as Moment)
  assert.deepEqual([at(0), at(1), at(2), at(999)], [true, true, false, false])
  assert.equal(at(2, 'other'), true)
  assert.deepEqual([at(1000), at(1001), at(1002)], [true, true, false])
})
