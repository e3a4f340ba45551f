import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, getDay, isoDay } from '../calendar/day.ts'
import { given, type Line } from './given.ts'

const story: readonly Line[] = readFileSync(new URL('../../examples/01.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Line)
const withoutPlan = story.filter(line => line['kind'] !== 'sick-day-plan')

const owed = (lines: readonly Line[]) =>
  given(...lines).duties.map(duty => [duty.key, duty.due.day, duty.owner, duty.agency, duty.ended, duty.watchers])

describe('a sick-day plan', () => {
  it('is in the case, so that somebody can see one', () => {
    assert.equal(withoutPlan.length, story.length - 1)
  })

  it('neither raises a duty nor ends one, whenever it is agreed and by whom', () => {
    const before = owed(withoutPlan)
    const by = fc.constantFrom('hospital/st-brannocks', 'gp/elm-road', 'community-nursing')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 570 }), by, (days, agency) => {
        const on = isoDay(addDays(getDay('2018-01-20'), days))
        const plan = { kind: 'sick-day-plan', on, by: agency, steps: 'Ring the ward' }
        assert.deepEqual(owed([...withoutPlan, plan]), before)
      }),
      { numRuns: 30 },
    )
  })
})
