import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../src/calendar/day.ts'
import { boroughFor, livedThrough } from './borough-lived.ts'
import { isExpected } from './dropped.ts'
import { overCaps, unraised } from './report.ts'

const wished = { seed: 4, families: 60, years: 0.5, slack: 1, until: getDay('2026-03-31') }

describe('a small made-up borough', () => {
  const borough = boroughFor(wished)
  const found = livedThrough(borough)

  it('is the same for the same seed, and another for another', () => {
    assert.deepEqual(boroughFor(wished).made, borough.made)
    assert.notDeepEqual(boroughFor({ ...wished, seed: 5 }).made.families, borough.made.families)
  })

  it('lets some acts fall on purpose, and each is raised in time and to the right role', () => {
    assert.ok(borough.made.drops.filter(isExpected).length > 0)
    assert.deepEqual(unraised(found), [])
  })

  it('would not have them raised had they been done', () => {
    const done = livedThrough({ ...borough, families: borough.families.filter(({ made }) => made.drops.length === 0) })
    assert.equal(
      unraised(done).length,
      unraised({ ...found, raised: found.raised.map(one => ({ ...one, by: undefined })) }).length,
    )
  })

  it('keeps the caps on notices a practitioner and working day', () => {
    assert.ok(found.load.notices > 0)
    assert.deepEqual(overCaps(found), [])
  })

  it('is over the caps when everybody hears everything at once', () => {
    const { load } = found
    const crowded = { ...load, heard: { ...load.heard, median: 4, p95: 9 } }
    assert.equal(overCaps({ ...found, load: crowded }).length, 2)
  })
})
