import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../../../calendar/day.ts'
import type { Agency } from '../../../people/service.ts'
import type { PersonId } from '../../../record/field.ts'
import { readEntry } from '../../../record/read-entry.ts'
import type { Line } from '../../../store/line.ts'
import { linesOfRows } from './lines-of-rows.ts'
import type { WantedRow } from './wanted.ts'

const entryOf = (line: Line) => {
  const read = readEntry(line)
  if ('entry' in read) return read.entry
  throw new Error(JSON.stringify(read.problems))
}

const child = { kind: 'person', person: 'ada', born: '2019-06-04', as: 'child', subject: 'yes' }
const plan = { by: 'social-care', plan: 'p' }
const closed = [
  child,
  { ...plan, kind: 'plan-started', on: '2024-01-08', type: 'child-in-need' },
  { ...plan, kind: 'plan-ended', on: '2024-06-03', signedBy: 'team manager; service manager' },
].map(entryOf)

const visit = (id: string): WantedRow => ({
  ...{
    source: `ssd_cin_visits/${id}`,
    table: 'ssd_cin_visits',
    person: 'P1',
    thing: `ssd_cin_visits-${id}`,
    unsaid: [],
  },
  parts: [{ part: 'visit', kind: 'contact', day: getDay('2026-11-02'), on: '2026-11-02', fields: { way: 'visit' } }],
})
const place = { record: 'r', person: 'ada' as PersonId }
const taken = { feed: 'council', by: 'social-care' as Agency, today: getDay('2026-11-26') }
const linesFor = (openThere: readonly string[], entries = closed) =>
  linesOfRows(entries, [{ wanted: visit('1'), place, held: undefined }], { ...taken, openThere: new Set(openThere) })

describe('what rows add to a record', () => {
  it('is nothing where it is closed, unless the council works with the child again', () => {
    assert.deepEqual(linesFor([]).rows, [])
    assert.equal(linesFor(['P1']).lines.length, 1)
    assert.equal(linesFor([], closed.slice(0, 2)).lines.length, 1)
  })

  it('is one entry for each of two visits of a day, of which one was typed here', () => {
    const typed = { kind: 'contact', on: '2026-11-02', by: 'social-care/rowan-team', way: 'visit' }
    const here = ['1', '2'].map(id => ({ wanted: visit(id), place, held: undefined }))
    const entries = [...closed.slice(0, 2), entryOf(typed)]
    const came = linesOfRows(entries, here, { ...taken, openThere: new Set() })
    assert.deepEqual([came.typed, came.written], [1, 1])
  })

  it('is not written twice where the entry was written and its row was not kept', () => {
    const first = linesFor(['P1'])
    const again = linesFor(['P1'], [...closed, ...first.lines.map(entryOf)])
    assert.deepEqual(again.lines, [])
    assert.deepEqual(again.rows, first.rows)
  })
})
