import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assert as check, integer, property } from 'fast-check'
import { derive } from '../duties/derive.ts'
import type { Duty } from '../duties/rule.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { differenceFrom, differenceOf } from './duty-difference.ts'
import { markOf } from './duty-row.ts'
import { type Kept, type Numbers, nothingKept } from './kept-record.ts'
import type { Line } from './line.ts'
import { exampleLines } from './trial-family.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('entry' in result) return result.entry
  throw new Error('an example cannot be read')
}

const entries = (await exampleLines('02')).map(read)
const numbersOf = (own: readonly Entry[]): Numbers => new Map(own.map(({ id }, at) => [id, at + 1]))
const known = numbersOf(entries)
const dutiesOf = (own: readonly Entry[]): readonly Duty[] => derive(picture(own))

const marksOf = (duties: readonly Duty[], of: Numbers = known) =>
  new Map(duties.map(duty => [duty.key, markOf(duty, of)]))

/** The same by looking every key up. */
const lookedUp = (before: readonly Duty[], now: readonly Duty[]) => {
  const [had, has] = [marksOf(before), marksOf(now)]
  return {
    changed: [...has].flatMap(([key, mark]) => (had.get(key) === mark ? [] : [key])).sort(),
    gone: [...had.keys()].filter(key => !has.has(key)).sort(),
  }
}

const walked = (before: readonly Duty[], now: readonly Duty[]) => {
  const { changed, gone } = differenceOf(before, now)
  return { changed: changed.map(({ key }) => key).sort(), gone: gone.toSorted() }
}

const keptWith = (own: readonly Entry[], duties: readonly Duty[] | undefined, numbers = known): Kept => ({
  ...nothingKept(),
  ...{ last: own.length, own, numbers, duties },
  marks: duties === undefined ? marksOf(dutiesOf(own), numbers) : new Map(),
})

describe('what changed of the duties of a record', () => {
  it('is what looking every key up would find, however much came or went between', () => {
    const count = integer({ min: 0, max: entries.length })
    check(
      property(count, count, integer({ min: 1, max: 9 }), (one, other, every) => {
        const before = dutiesOf(entries.slice(0, one))
        const now = dutiesOf(entries.slice(0, other).filter((_, at) => at % (every + 1) !== every))
        assert.deepEqual(walked(before, now), lookedUp(before, now))
      }),
      { numRuns: 150 },
    )
  })

  it('is the same in whatever order the duties come', () => {
    const now = dutiesOf(entries)
    const before = dutiesOf(entries.slice(0, 90)).toReversed()
    assert.deepEqual(walked(before, now), lookedUp(before, now))
  })

  it('is nothing when nothing changed', () => {
    const { changed, gone } = differenceOf(dutiesOf(entries), dutiesOf(entries))
    assert.deepEqual([changed, gone], [[], []])
  })

  it('is the same by the marks that the store keeps', () => {
    const [own, next] = [entries.slice(0, 100), entries.slice(0, 101)]
    const now = dutiesOf(next)
    const byFold = differenceFrom(keptWith(own, dutiesOf(own)), keptWith(next, now), now)
    const byMarks = differenceFrom(keptWith(own, undefined), keptWith(next, now), now)
    assert.ok(now.length > 20)
    assert.deepEqual(byFold, byMarks)
  })

  it('is all that rests on an entry which came once more, and so has another number', () => {
    const duties = dutiesOf(entries)
    const because = duties.find(({ because: [entry] }) => known.has(entry.id))?.because[0]
    assert.ok(because !== undefined)
    const twice = [...entries, because]
    const next = keptWith(twice, duties, numbersOf(twice))
    const { changed } = differenceFrom(keptWith(entries, duties), next, duties)
    assert.ok(changed.length > 0)
    assert.ok(changed.every(duty => duty.because.includes(because)))
  })
})
