import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from './field.ts'
import { foldMedicines, medicinesOf } from './medicine-standing.ts'
import { picture } from './picture.ts'
import { readEntry } from './read-entry.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line) => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const child = { kind: 'person', person: 'bea', born: '2021-03-08', subject: 'yes' }
const told = (on: string, by: string, dose: string): Line => ({
  kind: 'instruction',
  on,
  by,
  medicine: 'Salbutamol',
  dose,
})
const settled = (on: string, more: Line = {}): Line => ({
  kind: 'instruction-settled',
  on,
  by: 'hospital/royal',
  medicine: 'salbutamol',
  ...more,
})
const agreed = (on: string): Line => ({ kind: 'medicines-agreed', on, by: 'hospital/royal' })

const courseOf = (...lines: readonly Line[]) => {
  const entries = medicinesOf(picture([child, ...lines].map(read))).get('bea' as PersonId) ?? []
  return foldMedicines(entries).courses[0]
}
const doseOf = (...lines: readonly Line[]) => {
  const course = courseOf(...lines)
  return course?.open === undefined && !course?.unsure ? course?.dose?.dose : 'open'
}

describe('a medicine as it stands', () => {
  it('is what its one prescriber said last', () => {
    assert.equal(doseOf(told('2024-01-02', 'gp', '2 puffs'), told('2024-02-02', 'gp', '4 puffs')), '4 puffs')
  })

  it('is open from the moment a second agency says another dose, until it is settled', () => {
    const two = [told('2024-01-02', 'gp', '2 puffs'), told('2024-02-02', 'hospital/royal', '4 puffs')]
    assert.equal(doseOf(...two), 'open')
    assert.equal(doseOf(...two, settled('2024-02-02', { dose: '4 puffs' })), '4 puffs')
    assert.equal(doseOf(...two, told('2024-02-03', 'gp', '4 puffs')), '4 puffs')
  })

  it('is open when somebody says that two instructions differ, whatever is written', () => {
    const conflict = { kind: 'instruction-conflict', on: '2024-02-02', by: 'school', medicine: 'Salbutamol' }
    assert.equal(doseOf(told('2024-01-02', 'gp', '2 puffs'), conflict), 'open')
    assert.equal(doseOf(conflict), 'open')
  })

  it('has no dose when a list settled a dispute without saying which', () => {
    const two = [told('2024-01-02', 'gp', '2 puffs'), told('2024-02-02', 'hospital/royal', '4 puffs')]
    assert.equal(doseOf(...two, agreed('2024-02-05')), undefined)
    assert.equal(doseOf(...two, settled('2024-02-05')), undefined)
    assert.equal(doseOf(...two, agreed('2024-02-05'), told('2024-03-01', 'hospital/royal', '4 puffs')), '4 puffs')
  })

  it('keeps its dose when a list is agreed over which nobody disputed', () => {
    assert.equal(doseOf(told('2024-01-02', 'gp', '2 puffs'), agreed('2024-02-05')), '2 puffs')
  })

  it('is open again by what was said later on the day on which it was settled', () => {
    const two = [told('2024-02-02 09:00', 'gp', '2 puffs'), told('2024-02-02 09:30', 'hospital/royal', '4 puffs')]
    const done = settled('2024-02-02 11:00', { dose: '4 puffs' })
    assert.equal(doseOf(...two, done), '4 puffs')
    assert.equal(doseOf(...two, done, told('2024-02-02 16:00', 'gp', '1 puff')), 'open')
  })

  it('is unsure when another agency departs from what was agreed, until it is agreed anew', () => {
    const list = [told('2024-01-02', 'hospital/royal', '2 puffs'), agreed('2024-02-05')]
    const other = told('2024-03-01', 'gp', '4 puffs')
    assert.equal(doseOf(...list, other), 'open')
    assert.equal(doseOf(...list, told('2024-03-01', 'gp', '2 puffs')), '2 puffs')
    assert.equal(doseOf(...list, other, told('2024-03-02', 'gp', '5 puffs')), 'open')
    assert.equal(doseOf(...list, other, told('2024-03-02', 'gp', '2 puffs')), '2 puffs')
    assert.equal(doseOf(...list, other, told('2024-03-02', 'hospital/royal', '4 puffs')), '4 puffs')
    assert.equal(doseOf(...list, other, settled('2024-03-02', { dose: '4 puffs' })), '4 puffs')
  })

  it('is whose it was to change, though somebody else keeps the list', () => {
    const list = [told('2024-01-02', 'gp', '2 puffs'), agreed('2024-02-05')]
    assert.equal(doseOf(...list, told('2024-03-01', 'gp', '4 puffs')), '4 puffs')
    assert.equal(doseOf(...list, told('2024-03-01', 'hospital/royal', '4 puffs')), '4 puffs')
    assert.equal(doseOf(...list, told('2024-03-01', 'hospital/northfield', '4 puffs')), 'open')
  })

  it('is no prescriber’s word when the family says it', () => {
    assert.equal(courseOf(told('2024-01-02', 'family', '2 puffs')), undefined)
  })
})
