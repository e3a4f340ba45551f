import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, addWeeks, getDay, isoDay } from '../calendar/day.ts'
import type { Agency } from '../people/service.ts'
import type { Entry } from '../record/entry.ts'
import type { EntryId, PersonId } from '../record/field.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { type Reader, visibleTo } from '../record/sight.ts'
import { derive } from './derive.ts'
import { ledger } from './ledger.ts'
import type { Duty } from './rule.ts'

type Line = Record<string, unknown>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

const lines: readonly Line[] = readFileSync(new URL('../../examples/01.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Line)
const story = lines.map(read)

/** The entries that carry a day of their own and may be corrected. */
const dated = story.filter(
  entry => entry.kind !== 'person' && entry.kind !== 'relationship' && entry.from > getDay('2010-01-01'),
)

const told = (duty: Duty) => [
  duty.key,
  isoDay(duty.due.day),
  duty.ended?.how,
  duty.ended?.entry.id,
  duty.because.map(entry => entry.id),
]
const facts = (entries: readonly Entry[]) => derive(picture(entries)).map(told)

const moved = (line: Line, weeks: number): Line => {
  const text = JSON.stringify(line).replace(/\d{4}-\d\d-\d\d/gu, day => isoDay(addWeeks(getDay(day), weeks)))
  return JSON.parse(text) as Line
}

const correction = fc.record({
  of: fc.integer({ min: 0, max: dated.length - 1 }),
  days: fc.integer({ min: -20, max: 20 }),
  change: fc.constantFrom('date', 'outcome', 'person' as const),
  late: fc.integer({ min: 0, max: 30 }),
})

/** A later version of an entry: another day, another outcome, or about another child. */
const corrected = (entry: Entry, change: string, days: number, late: number, n: number): Entry => {
  const day = addDays(entry.day, change === 'date' ? days : 0)
  const base = {
    ...entry,
    id: `${entry.id}-again-${n}` as EntryId,
    corrects: entry.id,
    from: day,
    day,
    written: addDays(entry.written, late),
    arrived: addDays(entry.arrived, late),
  }
  if (change === 'person')
    return { ...base, child: [(entry.child?.includes('robin' as PersonId) ? 'maya' : 'robin') as PersonId] } as Entry
  if (change === 'outcome' && entry.kind === 'was-not-brought') return { ...base, kind: 'attended' } as unknown as Entry
  return base as Entry
}

describe('what holds for any record', () => {
  it('gives the same duties in whatever order entries arrive', () => {
    const corrections = dated
      .slice(10, 60)
      .filter((_, index) => index % 9 === 0)
      .map((entry, n) => corrected(entry, 'date', 3, 2, n))
    const apart = read({
      kind: 'set-apart',
      on: '2019-06-01',
      by: 'social-care',
      entry: 'miss-february',
      reason: 'Another child',
    })
    const same = read({ kind: 'same-person', on: '2019-06-02', by: 'social-care', person: 'jay', as: 'jason' })
    const whole = [...story, ...corrections, apart, same]
    const wanted = facts(whole)
    fc.assert(
      fc.property(fc.shuffledSubarray(whole, { minLength: whole.length, maxLength: whole.length }), shuffled => {
        assert.deepEqual(facts(shuffled), wanted)
      }),
      { numRuns: 30 },
    )
  })

  it('never changes what was known on a day by what arrived after it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), correction, (days, change) => {
        const day = addDays(getDay('2018-01-01'), days)
        const entry = dated[change.of] as Entry
        const late = corrected(entry, change.change, change.days, 0, 1)
        const after = { ...late, arrived: addDays(day, 1 + change.late) } as Entry
        const known = (entries: readonly Entry[]) => derive(picture(entries, { knownOn: day })).map(told)
        assert.deepEqual(known([...story, after]), known(story))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps the key of every duty through a correction, or names what took its place', () => {
    const before = derive(picture(story))
    fc.assert(
      fc.property(correction, change => {
        const entry = dated[change.of] as Entry
        const version = corrected(entry, change.change, change.days, change.late, 1)
        const whole = [...story, version]
        const rows = ledger(whole, { history: true, asAt: getDay('2019-12-31') }).rows
        const keys = new Map(rows.map(row => [row.duty.key, row]))
        for (const duty of before) {
          const row = keys.get(duty.key)
          assert.ok(row !== undefined, `${duty.key} is gone after ${version.id}`)
          if (row.state === 'superseded')
            assert.ok(row.superseded?.entry !== undefined || row.superseded?.by !== undefined, duty.key)
        }
      }),
      { numRuns: 25 },
    )
  })

  it('gives every key once', () => {
    const keys = derive(picture(story)).map(duty => duty.key)
    assert.deepEqual(
      keys.filter((key, index) => keys.indexOf(key) !== index),
      [],
    )
  })

  it('moves every due day with the record, whole weeks at a time, by the calendar of its own weeks', () => {
    for (const weeks of [-1000, -52, 4, 52]) {
      const later = derive(picture(lines.map(line => read(moved(line, weeks)))))
      const name = (duty: Duty) => `${duty.rule.name} ${duty.child} ${duty.step}`
      assert.deepEqual(later.map(name).sort(), derive(picture(story)).map(name).sort(), `${weeks} weeks`)
    }
  })

  it('shows a reader nothing that rests on what the reader may not see', () => {
    const readers: readonly Reader[] = [
      { posts: [{ agency: 'housing' as Agency, role: 'housing-officer' }] },
      { posts: [{ agency: 'school' as Agency, role: 'teacher' }] },
      {
        posts: [
          { agency: 'gp/elm-road' as Agency, role: 'gp' },
          { agency: 'police' as Agency, role: 'police-officer' },
        ],
      },
      { person: 'jay' as PersonId },
    ]
    const hidden = story.map((entry, index) =>
      index % 7 === 0
        ? ({ ...entry, hiddenFrom: ['jay' as PersonId] } as Entry)
        : index % 11 === 0
          ? ({ ...entry, sight: ['police'] } as Entry)
          : entry,
    )
    for (const reader of readers) {
      const asked = { reader, history: true }
      const rows = (entries: readonly Entry[]) =>
        ledger(entries, { ...asked, asAt: getDay('2019-08-12') }).rows.map(row => [
          told(row.duty),
          row.state,
          row.shown?.from,
          row.shown?.lateFrom,
          row.told.map(one => one.id),
        ])
      assert.deepEqual(rows(visibleTo(hidden, reader)), rows(hidden))
    }
  })
})
