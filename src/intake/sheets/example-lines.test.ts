import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { derive } from '../../duties/derive.ts'
import { type Entry, kinds } from '../../record/entry.ts'
import { picture } from '../../record/picture.ts'
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

  it('raises each duty once, however often it is written: the store keeps a duty by its key', () => {
    const entries = ['2024-03-04', '2024-03-04', '2024-05-07'].flatMap((on, time) =>
      Object.entries(exampleLines).map(([kind, line]): Entry => {
        const read = readEntry({ kind, ...line, on, id: `${kind}-${time}` })
        assert.ok('entry' in read, kind)
        return read.entry
      }),
    )
    const keys = derive(picture(entries)).map(({ key }) => key)
    assert.ok(keys.length > 100, `${keys.length}`)
    assert.deepEqual(
      keys.filter((key, place) => keys.indexOf(key) !== place),
      [],
    )
  })
})
