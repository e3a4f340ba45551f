import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry } from './entry.ts'
import type { PersonId } from './field.ts'
import { joinedNow, joinLines, partLines, personLine, takeoversNow, unjoinLine } from './joining.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>
const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const signed = (on: string) => ({ on, by: 'partnership', author: 'Ada Lowe' })
const [bea, bee] = ['bea', 'bee'] as PersonId[]
assert.ok(bea !== undefined && bee !== undefined)
const last = read({ kind: 'contact', on: '2026-05-02', by: 'gp', text: 'Seen.' })
const joined = { otherRecord: 'qrstuvwxyz', person: bea, last }

describe('joining two records', () => {
  it('reads the other one up to its last entry, and says who the child is here', () => {
    const lines = joinLines(signed('2026-06-01 10:00'), { ...joined, as: bee })
    assert.equal(lines.length, 2)
    assert.partialDeepStrictEqual(lines, [
      { kind: 'taken-over', upTo: last.id },
      { kind: 'same-person', as: 'bee' },
    ])
    assert.equal(joinLines(signed('2026-06-01 10:00'), { ...joined, as: bea }).length, 1)
    assert.equal(joinLines(signed('2026-06-01 10:00'), { ...joined, as: undefined }).length, 1)
  })

  it('holds until it is undone, and again when it is done again the same day', () => {
    const takes = (on: string) => joinLines(signed(on), { ...joined, as: undefined }).map(read)
    const undoes = (on: string) =>
      read(unjoinLine(signed(on), { person: bea, otherRecord: 'qrstuvwxyz', reason: 'Two children' }))
    assert.equal(takeoversNow(takes('2026-06-01 10:00')).length, 1)
    assert.equal(takeoversNow([...takes('2026-06-01 10:00'), undoes('2026-06-01 11:00')]).length, 0)
    assert.equal(takeoversNow([...takes('2026-06-01 12:00'), undoes('2026-06-01 11:00')]).length, 1)
  })
})

describe('one person under two ids', () => {
  const people = [
    read({ kind: 'person', person: 'bea', name: 'Bea Marsh', born: '2021-03-08', subject: 'yes' }),
    read({ kind: 'person', person: 'bee', name: 'Bee Marsh', born: '2021-03-08' }),
  ]
  const say = (kind: 'same-person' | 'not-same-person', on: string) =>
    read(personLine(signed(on), kind, { person: bee, as: bea }))
  const stands = (...words: readonly Entry[]) => picture([...people, ...words])

  it('is one until somebody says that they are two', () => {
    assert.deepEqual([...stands(say('same-person', '2026-06-01')).people.keys()], ['bea'])
    assert.equal(joinedNow(stands(say('same-person', '2026-06-01'))).length, 1)
    assert.equal(joinedNow(stands(say('same-person', '2026-06-01'), say('not-same-person', '2026-06-02'))).length, 0)
    assert.equal(joinedNow(stands()).length, 0)
  })
})

describe('a record of a child’s own', () => {
  it('begins with who they are, and reads all that the other holds of them', () => {
    const person = { kind: 'person', person: 'ned', name: 'Ned Marsh', born: '2023-03-08', id: 'p-2', subject: 'no' }
    const lines = partLines(signed('2026-06-01'), {
      lines: [person],
      person: 'ned' as PersonId,
      otherRecord: 'qrstuvwxyz',
    })
    assert.deepEqual(lines[0], { kind: 'person', person: 'ned', name: 'Ned Marsh', born: '2023-03-08', subject: 'yes' })
    assert.deepEqual(lines[1], {
      kind: 'taken-over',
      ...signed('2026-06-01'),
      person: 'ned',
      otherRecord: 'qrstuvwxyz',
    })
    assert.equal(picture(lines.map(read)).subject[0], 'ned')
  })
})
