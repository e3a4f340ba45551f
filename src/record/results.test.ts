import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import type { PersonId } from './field.ts'
import { picture } from './picture.ts'
import { questionsOf } from './questions.ts'
import { readEntry } from './read-entry.ts'
import { isTold, resultsOf } from './results.ts'
import { sickDayPlanOf } from './sick-day-plan.ts'

type Line = Readonly<Record<string, unknown>>

const read = (line: Line) => {
  const result = readEntry(line)
  assert.ok('entry' in result, JSON.stringify(result))
  return result.entry
}

const bea = 'bea' as PersonId
const child = { kind: 'person', person: 'bea', born: '2021-03-08', subject: 'yes' }
const standing = (...lines: readonly Line[]) => picture([child, ...lines].map(read))
const by = 'hospital/royal'
const today = getDay('2026-06-01')

describe('a result', () => {
  const asked = { kind: 'result-awaited', on: '2026-01-05', by, result: 'scan', test: 'A scan', urgent: 'yes' }
  const back = { kind: 'result-back', on: '2026-01-12', by, result: 'scan' }
  const seen = { kind: 'result-read', on: '2026-01-14', by, result: 'scan', means: 'All is well' }
  const told = { kind: 'result-told', on: '2026-02-05', by, result: 'scan' }
  const first = (...lines: readonly Line[]) => {
    const [one] = resultsOf(standing(...lines), bea, today)
    assert.ok(one !== undefined)
    return one
  }

  it('goes from asked to understood, each step with its day and who', () => {
    const one = first(asked, back, seen, { ...told, understood: 'yes' })
    assert.deepEqual(
      [one.asked, one.back, one.read, one.told, one.understood].map(step => step?.day),
      ['2026-01-05', '2026-01-12', '2026-01-14', '2026-02-05', '2026-02-05'].map(getDay),
    )
    assert.deepEqual([one.agency, one.urgent, one.read?.means, isTold(one)], [by, true, 'All is well', true])
  })

  it('is told again until it is understood', () => {
    const one = first(asked, { ...told, understood: 'no' })
    assert.deepEqual([one.told !== undefined, one.notUnderstood !== undefined, isTold(one)], [true, true, false])
    const again = first(asked, { ...told, understood: 'no' }, { ...told, on: '2026-02-07', understood: 'yes' })
    assert.deepEqual([again.notUnderstood, isTold(again)], [undefined, true])
  })

  it('is not told because it is back, nor back because it is told', () => {
    assert.equal(isTold(first(asked, back, seen)), false)
    assert.equal(first(asked, told).back, undefined)
  })

  it('is taken for the last one of its step where none is named, and for no other child', () => {
    const { result: _, ...plain } = back
    const other = { ...asked, result: 'blood', on: '2026-01-10' }
    const [one, next] = resultsOf(standing(asked, other, plain), bea, today)
    assert.deepEqual(
      [one?.id, one?.back, next?.id, next?.back?.day],
      ['scan', undefined, 'blood', getDay('2026-01-12')],
    )
    assert.deepEqual(resultsOf(standing(asked), 'ned' as PersonId, today), [])
  })

  it('comes before those that were told, and only from the day it was asked for', () => {
    const other = { ...asked, result: 'blood', on: '2026-03-10' }
    assert.deepEqual(
      resultsOf(standing(asked, told, other), bea, today).map(one => one.id),
      ['blood', 'scan'],
    )
    assert.deepEqual(
      resultsOf(standing(asked, other), bea, getDay('2026-02-01')).map(one => one.id),
      ['scan'],
    )
  })
})

describe('a question of a parent', () => {
  const asks = {
    kind: 'question-asked',
    on: '2026-01-05',
    by,
    question: 'why',
    to: 'consultant',
    agency: by,
    text: 'Why?',
  }
  const answer = { kind: 'question-answered', on: '2026-01-12', by, question: 'why' }

  it('is open until an answer is understood, and says whom they asked', () => {
    const [open] = questionsOf(standing(asks, { ...answer, understood: 'no' }), bea, today)
    assert.deepEqual([open?.to, open?.agency, open?.answers.length, open?.answered], ['consultant', by, 1, undefined])
    assert.equal(questionsOf(standing(asks, answer), bea, today)[0]?.answered?.day, getDay('2026-01-12'))
  })

  it('stands before those that were answered', () => {
    const other = { ...asks, on: '2026-03-05', question: 'when' }
    assert.deepEqual(
      questionsOf(standing(asks, answer, other), bea, today).map(one => one.id),
      ['when', 'why'],
    )
  })
})

describe('whether a parent can say the plan for sick days back', () => {
  const plan = { kind: 'sick-day-plan', on: '2026-01-05', by, steps: 'Ring the ward', to: 'family; gp' }
  const talk = (on: string, understood: string) => ({
    kind: 'sick-day-plan-said-back',
    on,
    by: 'health-visiting',
    understood,
  })
  const state = (...lines: readonly Line[]) => sickDayPlanOf(standing(...lines), bea, today)?.saidBack

  it('is what the last talk about this plan showed', () => {
    assert.equal(state(plan), 'not-asked')
    assert.equal(state({ ...plan, understood: 'yes' }), 'clear')
    assert.equal(state({ ...plan, understood: 'no' }, talk('2026-01-08', 'yes')), 'clear')
    assert.equal(state({ ...plan, understood: 'yes' }, talk('2026-03-08', 'no')), 'not-clear')
    assert.equal(state(plan, talk('2026-01-08', 'yes'), { ...plan, on: '2026-04-05' }), 'not-asked')
  })

  it('comes with who has the plan and the plans before it', () => {
    const one = sickDayPlanOf(standing({ ...plan, on: '2025-10-01' }, plan), bea, today)
    assert.deepEqual([one?.to, one?.older.length, one?.agreedBy], [['family', 'gp'], 1, [by]])
    assert.equal(sickDayPlanOf(standing(), bea, today), undefined)
  })
})
