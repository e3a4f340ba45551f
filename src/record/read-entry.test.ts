import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { Entry } from './entry.ts'
import { readEntry } from './read-entry.ts'

const attended = { kind: 'attended', on: '2019-05-13', by: 'gp' }
const entryOf = (more: Readonly<Record<string, unknown>> = {}): Entry => {
  const result = readEntry({ ...attended, ...more })
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}
const wrong = (more: Readonly<Record<string, unknown>>): readonly string[] => {
  const result = readEntry({ ...attended, ...more })
  assert.ok('problems' in result, 'it was read')
  return result.problems.map(({ field, what }) => `${field}: ${what}`)
}

describe('an entry without an id', () => {
  test('is named after what it says, however it was written', () => {
    const { id } = entryOf()
    assert.match(id, /^attended-2019-05-13-[0-9a-z]{14}$/u)
    for (const same of [
      { on: '13 May 2019' },
      { by: 'GP practice' },
      { written: '2019-05-13' },
      { kind: 'Attended', text: '' },
    ])
      assert.equal(entryOf(same).id, id)
    for (const other of [
      { on: '2019-05-14' },
      { by: 'gp/mill' },
      { written: '2019-05-14' },
      { text: 'x' },
      { corrects: 'x' },
    ])
      assert.notEqual(entryOf(other).id, id)
  })

  test('hardly ever shares its name with another', () => {
    const ids = new Set(Array.from({ length: 5_000 }, (_, number) => entryOf({ text: `${number}` }).id))
    assert.equal(ids.size, 5_000)
  })
})

describe('a field', () => {
  test('takes days and moments as people and as systems write them', () => {
    const moment = entryOf({ on: '2019-05-13 14:30' }).at
    for (const same of ['2019-05-13T13:30:00Z', '2019-05-13T15:30+02:00', '13/05/2019 14:30:00'])
      assert.equal(entryOf({ on: same }).at, moment)
    assert.equal(entryOf({ on: '2019-05-13T23:30:00Z' }).day, getDay('2019-05-14'))
    assert.equal(entryOf({ on: 2019 }).day, getDay('2019-12-31'))
  })

  test('takes several as a list or parted by semicolons, and numbers by their digits', () => {
    for (const child of ['a; b', ['a', 'b'], ['a;b'], ' a ;; b;'])
      assert.deepEqual(entryOf({ child }).child, ['a', 'b'])
    assert.deepEqual(entryOf({ child: 7 }).child, ['7'])
    assert.match(wrong({ text: 2 ** 53 })[0] ?? '', /^text: 9007199254740992 is not what belongs here/)
  })

  test('says in sight only what is a role, a service or an agency', () => {
    assert.deepEqual(entryOf({ sight: 'Team manager; HV; Hospital/Royal' }).sight, [
      'team-manager',
      'health-visitor',
      'hospital/royal',
    ])
    assert.match(
      wrong({ sight: 'team manger' })[0] ?? '',
      /^sight: "team manger" is neither .*did you mean team-manager/,
    )
  })

  test('that is unknown, missing or no text is told of by its name', () => {
    assert.match(wrong({ txet: 'x' })[0] ?? '', /^txet: is not a field of attended.*fields are id, on/)
    assert.match(wrong({ on: undefined })[0] ?? '', /^on: is missing/)
    assert.match(wrong({ child: [{}] })[0] ?? '', /^child: an object is not what belongs here: write texts/)
    assert.match(wrong({ id: 'a;b' })[0] ?? '', /^id: "a;b" cannot be an id/)
    assert.match(wrong({ by: 'nobody\u0007' })[0] ?? '', /^by: "nobody " is not a service/)
  })
})

test('a kind that is mistyped is guessed at', () => {
  assert.match(wrong({ kind: 'atended' })[0] ?? '', /^kind: "atended" is not a kind .*did you mean attended/)
  assert.match(wrong({ kind: { toString: 1 } })[0] ?? '', /^kind: an object is not a kind/)
})
