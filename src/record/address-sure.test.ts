import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findDay } from '../calendar/day.ts'
import { addressFor } from './address-sure.ts'
import type { PersonId } from './field.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>
const by = 'gp/elm-road'
const family: readonly Line[] = [
  { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' },
  { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' },
  { kind: 'relationship', person: 'rob', is: 'father', of: 'maya', responsibility: 'yes' },
  { kind: 'lives-at', on: '2019-01-01', by, person: 'maya; leah', address: '14 Mill Row' },
  { kind: 'lives-at', on: '2019-01-01', by, person: 'rob', address: '3 Beech Close' },
]
const ofPerson = (person: string, ...lines: readonly Line[]) => {
  const entries = [...family, ...lines].map(line => {
    const read = readEntry(line)
    assert.ok('entry' in read, JSON.stringify(read))
    return read.entry
  })
  const day = findDay('2019-05-01')
  assert.ok(day)
  return addressFor(picture(entries), person as PersonId, 'maya' as PersonId, day)
}

describe('where a letter goes', () => {
  it('is sure at the home with the child, and elsewhere once somebody checked it', () => {
    assert.deepEqual(ofPerson('leah'), { address: '14 Mill Row', sure: true })
    assert.deepEqual(ofPerson('rob'), { address: '3 Beech Close', sure: false })
    const checked = { kind: 'address-checked', on: '2019-02-01', by, address: '3 beech close', adults: 'yes' }
    assert.equal(ofPerson('rob', checked).sure, true)
    const asked = {
      kind: 'contact-details',
      on: '2019-03-01',
      by,
      person: 'rob',
      address: '5 Elm Walk',
      settled: 'yes',
    }
    assert.deepEqual(ofPerson('rob', asked), { address: '5 Elm Walk', sure: true })
    assert.deepEqual(ofPerson('rob', { ...asked, settled: 'no' }), { address: '3 Beech Close', sure: false })
    const arrived = { kind: 'acknowledged', on: '2019-03-01', by, of: 'x', to: 'rob', way: 'letter' }
    assert.equal(ofPerson('rob', arrived).sure, true)
  })

  it('is not sure once something came back from there, and nowhere where the record has no address', () => {
    const back = { kind: 'letter-returned', on: '2019-04-01', by, address: '14 Mill Row' }
    assert.equal(ofPerson('leah', back).sure, false)
    assert.equal(ofPerson('leah', { ...back, address: '3 Beech Close' }).sure, true)
    assert.equal(ofPerson('leah', { kind: 'letter-returned', on: '2019-04-01', by, to: 'leah' }).sure, false)
    assert.deepEqual(ofPerson('nan'), { address: undefined, sure: false })
  })
})
