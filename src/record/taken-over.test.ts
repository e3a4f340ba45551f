import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { recordOf } from './chronology.ts'
import type { Entry } from './entry.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const attended = (id: string, on: string, child: string, record: string): Entry =>
  read({ kind: 'attended', id, on, by: 'gp', child, record })
const held = [
  attended('own', '2024-01-10', 'bea', 'marsh'),
  attended('first', '2024-01-15', 'bea', 'hale'),
  attended('second', '2024-02-15', 'bea', 'hale'),
  attended('brother', '2024-02-16', 'rob', 'hale'),
]

const move = { by: 'social-care', record: 'marsh', person: 'bea', otherRecord: 'hale' }
const takes = (on: string, more: Line = {}): Entry => read({ kind: 'taken-over', on, ...move, ...more })
const undoes = (on: string, more: Line = {}): Entry =>
  read({ kind: 'taken-over-undone', on, reason: 'Another child of that name', ...move, ...more })

/** What the record reads of the other one, in every order in which the entries may come. */
const alsoReads = (...moves: readonly Entry[]): readonly string[] => {
  const shownIn = (entries: readonly Entry[]) =>
    recordOf(entries, 'marsh')
      .filter(entry => entry.record === 'hale')
      .map(entry => entry.id)
      .sort()
  const shown = shownIn([...held, ...moves])
  fc.assert(
    fc.property(fc.shuffledSubarray([...held, ...moves], { minLength: held.length + moves.length }), entries => {
      assert.deepEqual(shownIn(entries), shown)
    }),
    { numRuns: 20 },
  )
  return shown
}

describe('a record that takes over what another holds of a person', () => {
  it('reads that person’s entries there, up to the last one named', () => {
    assert.deepEqual(alsoReads(), [])
    assert.deepEqual(alsoReads(takes('2024-03-04')), ['first', 'second'])
    assert.deepEqual(alsoReads(takes('2024-03-04', { upTo: 'first' })), ['first'])
  })

  it('reads none of them once that is undone, and all again when it is taken over anew', () => {
    assert.deepEqual(alsoReads(takes('2024-03-04'), undoes('2024-03-11')), [])
    assert.deepEqual(alsoReads(takes('2024-03-04'), undoes('2024-03-11'), takes('2024-03-18')), ['first', 'second'])
    assert.deepEqual(alsoReads(undoes('2024-03-01'), takes('2024-03-04')), ['first', 'second'])
  })

  it('goes by the last word: the later day, then the later arrival, then the clock', () => {
    assert.deepEqual(alsoReads(takes('2024-03-04'), takes('2024-03-05', { upTo: 'first' })), ['first'])
    assert.deepEqual(alsoReads(undoes('2024-03-04'), takes('2024-03-04', { written: '2024-03-06' })), [
      'first',
      'second',
    ])
    assert.deepEqual(alsoReads(takes('2024-03-04 10:00'), undoes('2024-03-04 10:05')), [])
    assert.deepEqual(alsoReads(undoes('2024-03-04 10:05'), takes('2024-03-04 10:10')), ['first', 'second'])
  })

  it('reads less rather than more when nothing says which came last', () => {
    assert.deepEqual(alsoReads(takes('2024-03-04'), undoes('2024-03-04')), [])
  })

  it('loses nothing by the undoing for another person or another record', () => {
    const both = ['first', 'second']
    assert.deepEqual(alsoReads(takes('2024-03-04'), undoes('2024-03-11', { person: 'rob' })), both)
    assert.deepEqual(alsoReads(takes('2024-03-04'), undoes('2024-03-11', { otherRecord: 'dale' })), both)
    assert.deepEqual(alsoReads(takes('2024-03-04'), undoes('2024-03-11', { record: 'dale' })), both)
  })
})
