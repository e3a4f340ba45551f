import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const asked = {
  kind: 'question-asked',
  on: '2018-09-05',
  by: 'hospital/royal',
  question: 'why',
  to: 'consultant',
  text: 'Why did this happen?',
}
const answered = { kind: 'question-answered', on: '2018-09-12', by: 'hospital/royal', question: 'why' }

describe('a parent’s question', () => {
  it('is owed by the agency that was asked, whoever wrote it down', () => {
    const other = { ...asked, by: 'health-visiting', agency: 'hospital/northfield' }
    const [duty] = given(child, other).duties.filter(one => one.rule.name === 'question-answered')
    assert.deepEqual([duty?.owner, duty?.agency], ['consultant', 'hospital/northfield'])
  })

  it('is answered within ten working days', () => {
    given(child, asked).due('question-answered', '2018-09-19')
    given(child, asked, answered).on('2018-09-12').kept('question-answered')
  })

  it('stays open when the answer was not understood', () => {
    const unclear = { ...answered, understood: 'no' }
    given(child, asked, unclear).on('2018-09-20').late('question-answered')
    given(child, asked, unclear, { ...answered, on: '2018-09-24' })
      .on('2018-09-24')
      .keptLate('question-answered')
  })

  it('is owed by the role that was asked', () => {
    const owner = (line: object) =>
      given(child, line as never).duties.find(duty => duty.rule.name === 'question-answered')
    if (owner(asked)?.agency !== 'hospital/royal') throw new Error('the hospital’s consultant')
    if (owner({ ...asked, to: 'health-visitor' })?.owner !== 'health-visitor') throw new Error('the health visitor')
  })

  it('is not owed when nobody asked', () => {
    given(child, answered).silent('question-answered')
  })
})
