import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Day, getDay, isoDay, weekday } from '../../calendar/day.ts'
import { dayInWords, monthInWords } from '../../calendar/words.ts'
import { always } from '../../record/always.ts'
import type { Entry, Kind } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import { exampleLines } from '../sheets/example-lines.ts'
import { exampleFiles } from './example-files.ts'
import { type Line, movedBy } from './moved-by.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify([line, result]))
  return result.entry
}

const examples = await exampleFiles(join(import.meta.dirname, '../../../examples'))
const each: readonly Line[] = Object.entries(exampleLines).map(([kind, line]) => ({ kind, ...line }))
const lines: readonly Line[] = [...each, ...examples.flatMap(file => file.lines)]

const weeks = fc.integer({ min: -1000, max: 1000 })
const iso = (day: number) => isoDay(day as Day)

/** A day or a stretch of days in each way in which somebody may write it. */
const spans: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: getDay('1970-01-01'), max: getDay('2100-01-01') }), fc.integer({ min: 0, max: 400 }))
  .chain(([day, days]) =>
    fc.constantFrom(
      iso(day),
      `${iso(day)} 01:30`,
      `${iso(day)}T12:00:00Z`,
      `about ${iso(day)}`,
      `about ${dayInWords(day as Day)}`,
      dayInWords(day as Day),
      iso(day).slice(0, 7),
      `about ${iso(day).slice(0, 7)}`,
      `late ${monthInWords(day as Day)}`,
      iso(day).slice(0, 4),
      `${iso(day)} to ${iso(day + days)}`,
      `${iso(day)} .. ${dayInWords((day + days) as Day)}`,
    ),
  )

/** Kinds with every field that holds days: spans where days are asked, too, since those are read as their last day. */
const dated: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ on: spans, written: spans, when: spans }).map(days => ({ ...line('appointment-booked'), ...days })),
  fc.record({ on: spans, to: spans }).map(days => ({ ...line('appointment-moved'), ...days })),
  fc.record({ on: spans, to: spans }).map(days => ({ ...line('meeting-moved'), ...days })),
  fc.record({ born: spans, expected: spans }).map(days => ({ ...line('person'), ...days })),
  fc.record({ on: spans, since: spans, reviewBy: spans }).map(days => ({ ...line('condition'), ...days })),
  fc.record({ on: spans, referred: spans }).map(days => ({ ...line('assessment-opened'), ...days })),
  fc.record({ on: spans, done: spans }).map(days => ({ ...line('done-elsewhere'), ...days })),
  fc.record({ on: spans, due: spans }).map(days => ({ ...line('undertaking-given'), ...days })),
  fc.record({ on: spans, until: spans }).map(days => ({ ...line('worker-away'), ...days })),
)
const line = (kind: Kind): Line => ({ kind, ...exampleLines[kind] })
const anyLine = fc.oneof(fc.constantFrom(...lines), dated)

describe('a line of a chronology that is moved by whole weeks', () => {
  it('reads, and lies as many weeks away, on the same day of the week', () => {
    fc.assert(
      fc.property(anyLine, weeks, (one, n) => {
        const [here, there] = [read(one), read(movedBy(one, n))]
        if (here.day === always) return assert.equal(there.day, always)
        assert.equal(there.day, here.day + 7 * n)
        assert.equal(there.from, here.from + 7 * n)
        assert.equal(there.written, here.written + 7 * n)
        assert.equal(weekday(there.day), weekday(here.day))
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same entry again when it is moved back', () => {
    fc.assert(
      fc.property(anyLine, weeks, (one, n) => {
        assert.deepEqual(read(movedBy(movedBy(one, n), -n)), read(one))
      }),
      { numRuns: 2000 },
    )
  })

  it('moved by nothing is the line itself', () => {
    for (const one of lines) assert.equal(movedBy(one, 0), one)
  })

  it('keeps the clock, and how it was written where weeks fit it', () => {
    const on = (text: string) => movedBy({ ...line('attended'), on: text }, 2)['on']
    assert.equal(on('2019-05-13'), '2019-05-27')
    assert.equal(on('2019-03-25 14:30'), '2019-04-08 14:30')
    assert.equal(on('about 2019-05-13'), 'about 2019-05-27')
    assert.equal(on('2019-05-01 to 2019-05-14'), '2019-05-15 to 2019-05-28')
    assert.equal(on('2019-05'), '2019-05-15 to 2019-06-14')
    assert.equal(on('about May 2019'), '2019-05-15 to 2019-06-14')
    assert.equal(on('2019-05-13T13:30:00Z'), '2019-05-27 14:30')
  })

  it('moves by what a field holds, whatever its name', () => {
    const to = (kind: Kind) => movedBy(line(kind), 1)['to']
    assert.equal(to('appointment-moved'), '2024-04-29 10:00')
    assert.equal(to('meeting-moved'), '2024-09-02')
    assert.deepEqual(to('told'), ['gp', 'health-visiting'])
    assert.equal(
      movedBy({ ...line('meeting-called'), text: 'Moved from 12 August.' }, 1)['text'],
      'Moved from 19 August.',
    )
  })

  it('leaves names and places alone', () => {
    const one: Line = { ...line('lives-at'), address: '3 May Street', author: 'J. 3 March', record: 'hale-2019-05-13' }
    const there = movedBy(one, 3)
    for (const field of ['address', 'author', 'record', 'by', 'person'] as const)
      assert.deepEqual(there[field], one[field])
  })

  it('leaves what cannot be read to whoever reads it', () => {
    assert.deepEqual(movedBy({ kind: 'attended', on: 'some time', by: 'gp' }, 1), {
      kind: 'attended',
      on: 'some time',
      by: 'gp',
    })
    assert.deepEqual(movedBy({ kind: 'nonsense', on: '2019-05-13', x: 1 }, 1), {
      kind: 'nonsense',
      on: '2019-05-20',
      x: 1,
    })
  })
})
