import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { Kin, Practitioner, PractitionerId } from '../people/practitioner.ts'
import type { Entry } from './entry.ts'
import { kinOnRecord } from './kin.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

const read = (line: Readonly<Record<string, unknown>>): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}
const stands = picture(
  [
    { kind: 'person', person: 'maya', name: 'Maya Lund', born: '2018-06-06', as: 'child', nhs: '999 000 0018' },
    { kind: 'person', person: 'leah', name: 'Léah O’Dell', born: '1997-02-11' },
    { kind: 'person', person: 'jay', name: 'Jay Marsh' },
  ].map(read),
)
const ada = (...kin: readonly Kin[]): Practitioner => ({
  id: 'ada' as PractitionerId,
  name: 'Ada Lund',
  posts: [],
  kin,
})

describe('kin of a practitioner', () => {
  it('are on a record by their NHS number, however it is spaced', () => {
    assert.equal(kinOnRecord(stands, ada({ nhs: '9990000018' })), true)
    assert.equal(kinOnRecord(stands, ada({ nhs: '999 000 0026' })), false)
  })

  it('are on it by name and day of birth, however the name is spelt', () => {
    const born = getDay('1997-02-11')
    assert.equal(kinOnRecord(stands, ada({ name: "leah  o'dell", born })), true)
    assert.equal(kinOnRecord(stands, ada({ name: 'Leah Odell', born: getDay('1997-02-12') })), false)
  })

  it('are not on it by a name alone, which many share', () => {
    assert.equal(kinOnRecord(stands, ada({ name: 'Jay Marsh' })), false)
    assert.equal(kinOnRecord(stands, ada()), false)
  })

  it('are herself when she gives only a day of birth', () => {
    const leah = { ...ada({ born: getDay('1997-02-11') }), name: 'Leah O’Dell' }
    assert.equal(kinOnRecord(stands, leah), true)
    assert.equal(kinOnRecord(stands, { ...leah, name: 'Ada Lund' }), false)
  })

  it('are on it by a name that the record has corrected since', () => {
    const renamed = picture([
      ...stands.entries,
      read({ kind: 'person', person: 'leah', name: 'Leah Marsh', on: '2019-01-01' }),
    ])
    assert.equal(kinOnRecord(renamed, ada({ name: 'Leah O’Dell', born: getDay('1997-02-11') })), true)
    assert.equal(kinOnRecord(renamed, ada({ name: 'Leah Marsh', born: getDay('1997-02-11') })), true)
  })
})
