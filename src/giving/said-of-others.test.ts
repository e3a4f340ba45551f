import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PersonId } from '../record/field.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { saysOfOthers } from './said-of-others.ts'

const lines = [
  { kind: 'person', person: 'maya', name: 'Maya Ellis', as: 'child', born: '2018-06-06', subject: 'yes' },
  { kind: 'person', person: 'leah', name: 'Leah Ellis', as: 'adult' },
  { kind: 'person', person: 'rob', name: 'Anne-Marie O’Neil', as: 'adult' },
  { kind: 'lives-at', on: '2019-01-01', by: 'gp', person: 'leah', address: '14 Mill Row' },
  { kind: 'lives-at', on: '2019-01-01', by: 'gp', person: 'rob', address: '3 Beech Close' },
]
const stands = picture(
  lines.map(line => {
    const read = readEntry(line)
    assert.ok('entry' in read)
    return read.entry
  }),
)
const toLeah = { child: 'maya' as PersonId, reader: 'leah' as PersonId }
const says = (text: string) => saysOfOthers(stands, text, toLeah)

describe('words that go into a letter', () => {
  it('are kept where they name the child and the reader alone', () => {
    assert.equal(says('Maya Ellis may lose sight; Leah can ring us at 14 Mill Row.'), false)
    assert.equal(says('Annealed glass is no cure, and beech trees neither.'), false)
  })

  it('are found out whatever stands around a name, however it is written', () => {
    const names = fc.constantFrom(
      'Anne-Marie O’Neil',
      "anne-marie o'neil",
      'ANNE',
      'Marie',
      'O’Neil',
      '3  BEECH close',
      'Her father',
      'Mum',
    )
    const around = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(around, names, around, (before, name, after) => says(`${before} ${name} ${after}`)),
      { numRuns: 2000 },
    )
  })

  it('are answered whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => typeof says(text) === 'boolean'),
      { numRuns: 2000 },
    )
  })
})
