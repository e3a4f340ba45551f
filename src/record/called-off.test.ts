import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countableMiss } from './counted.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>

const child = { kind: 'person', person: 'bea', name: 'Bea Marsh', as: 'child', subject: 'yes' }
const visit = { by: 'hospital/royal', appointment: 'eyes-1', clinic: 'the eye clinic' }
const booked = { kind: 'appointment-booked', on: '2026-03-02', ...visit, when: '2026-03-16 10:00' }
const missed = { kind: 'was-not-brought', on: '2026-03-16', ...visit }
const off = (on: string, more: Line = {}): Line => ({
  ...{ kind: 'appointment-cancelled', on, appointment: 'eyes-1', cancelledBy: 'family', by: 'family' },
  ...more,
})

const counts = (...lines: readonly Line[]): boolean => {
  const entries = [child, booked, ...lines, missed].map(line => {
    const read = readEntry(line)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    return read.entry
  })
  return picture(entries).appointments.some(one => countableMiss(one) !== undefined)
}

describe('a miss of what the family had called off', () => {
  it('counts against nobody when it was called off before its day, for whatever reason', () => {
    assert.equal(counts(), true)
    assert.equal(counts(off('2026-03-10')), false)
    assert.equal(counts(off('2026-03-15', { barrier: 'other' })), false)
  })

  it('counts against nobody on the day itself with a reason that excuses, and without one it is as the sender says', () => {
    assert.equal(counts(off('2026-03-16', { barrier: 'ill' })), false)
    assert.equal(counts(off('2026-03-16', { barrier: 'other' })), true)
  })

  it('counts when it was on again since, or was called off only afterwards', () => {
    const again = { kind: 'appointment-moved', on: '2026-03-12', ...visit, to: '2026-03-16 10:00', movedBy: 'family' }
    assert.equal(counts(off('2026-03-10'), again), true)
    assert.equal(counts(off('2026-03-17', { barrier: 'ill' })), true)
  })
})
