import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const scan = { kind: 'result-awaited', on: '2019-02-25', by: 'hospital/northfield', result: 'scan', test: 'MRI' }
const told = { kind: 'result-told', on: '2019-03-20', by: 'hospital/northfield', result: 'scan' }

describe('a result', () => {
  it('is told to the parents within twenty working days, within five when urgent', () => {
    given(child, scan).due('result-told', '2019-03-25')
    given(child, { ...scan, urgent: 'yes' }).due('result-told', '2019-03-04')
  })

  it('ends when it was told and understood', () => {
    given(child, scan, told).on('2019-03-20').kept('result-told')
    given(child, scan, { ...told, on: '2019-04-20' })
      .on('2019-04-20')
      .keptLate('result-told')
    const { result: _, ...unnamed } = told
    given(child, scan, unnamed).on('2019-03-20').kept('result-told')
  })

  it('stays owed when it was not understood, until it is', () => {
    const unclear = { ...told, understood: 'no' }
    given(child, scan, unclear).on('2019-03-26').late('result-told')
    const { result: _, ...later } = { ...told, on: '2019-03-27', understood: 'yes' }
    given(child, scan, { ...unclear, result: '' }, later)
      .on('2019-03-27')
      .keptLate('result-told')
  })

  it('is owed by whoever asked for it, and by nobody when none is awaited', () => {
    const asked = given(child, { ...scan, agency: 'hospital/royal' }).duties.find(
      duty => duty.rule.name === 'result-told',
    )
    if (asked?.agency !== 'hospital/royal') throw new Error(`owed by ${asked?.agency}`)
    given(child, told).silent('result-told')
  })
})
