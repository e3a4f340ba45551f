import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { derive } from './derive.ts'
import type { Line } from './given.ts'

const read = (line: Line): Entry => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}
const wording = (clinic: string, by = 'hospital/royal'): Entry =>
  read({ kind: 'harm-wording', on: '2024-01-02', by, clinic, harm: 'May scar the kidney for good', record: 'agencies' })
const family = [
  { kind: 'person', person: 'pip', born: '2020-03-01', subject: 'yes' },
  { kind: 'series-started', on: '2024-05-01', by: 'hospital/royal', series: 's', clinic: 'Kidney clinic' },
].map(read)

const asked = (agencies: readonly Entry[]): string | undefined =>
  derive(picture(withAgencies(family, agencies))).find(duty => duty.rule.name === 'series-importance')?.of

describe('what a missed appointment may do, written once by the clinic', () => {
  it('is only confirmed for each child', () => {
    assert.match(asked([wording('kidney clinic')]) ?? '', /confirm.*May scar the kidney for good/u)
  })

  it('is written for the child where the clinic has no wording, or another clinic has', () => {
    assert.equal(asked([]), undefined)
    assert.equal(asked([wording('eye clinic')]), undefined)
    assert.equal(asked([wording('kidney clinic', 'hospital/anne')]), undefined)
  })
})
