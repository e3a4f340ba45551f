import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ownOfAgencies } from './agency-record.ts'
import type { Entry } from './entry.ts'
import { readEntry } from './read-entry.ts'

const read = (line: Readonly<Record<string, string>>): readonly Entry[] => {
  const result = readEntry(line)
  return 'entry' in result ? [result.entry] : []
}

const training = { kind: 'training', on: '2020-05-04', by: 'gp', practitioner: 'K' }

describe('the agencies’ own record', () => {
  it('holds what agencies owe themselves, and no family’s entries', () => {
    const entries = [
      ...read({ ...training, record: 'agencies' }),
      ...read(training),
      ...read({ kind: 'worker-away', on: '2020-05-04', by: 'gp', practitioner: 'K', record: 'agencies' }),
    ]
    assert.equal(entries.length, 3)
    assert.deepEqual(
      ownOfAgencies(entries).map(({ kind, record }) => `${kind} ${record}`),
      ['training agencies'],
    )
  })
})
