import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { kinds } from '../../record/entry.ts'
import { readEntry } from '../../record/read-entry.ts'
import { childOfRecord } from '../../record/wording.ts'
import { becauseInWords } from '../../record/words.ts'
import { exampleLines } from './example-lines.ts'

describe('every kind of entry', () => {
  it('gives a sentence that begins “Because”, by which a duty says what it rests on', () => {
    for (const [kind, line] of Object.entries(exampleLines)) {
      const read = readEntry({ kind, ...line })
      assert.ok('entry' in read, kind)
      const said = becauseInWords([read.entry], person => (person === childOfRecord ? 'the child' : person))
      assert.match(said, /^Because \S.* on .* \(recorded by [^)]+\)\.$/u, kind)
      assert.doesNotMatch(said, /undefined|\[object|null/u, kind)
    }
    assert.equal(Object.keys(exampleLines).length, Object.keys(kinds).length)
  })
})
