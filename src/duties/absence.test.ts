import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { withAgencies } from '../record/agency-record.ts'
import type { Entry } from '../record/entry.ts'
import { picture } from '../record/picture.ts'
import { readEntry } from '../record/read-entry.ts'
import { derive, stateOn } from './derive.ts'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const starts = { kind: 'worker-starts', on: '2018-08-28', by: 'social-care', role: 'social-worker' }
const agreed = { kind: 'plan-agreed', on: '2018-11-26', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const family: readonly Line[] = [maya, starts, agreed]
const away = { kind: 'worker-away', on: '2018-12-05', by: 'social-care', role: 'social-worker' }
const cover = { kind: 'cover', on: '2018-12-05', by: 'social-care', role: 'social-worker' }

describe('a worker who is away', () => {
  it('has a deputy the same working day when it is long, or nobody knows how long', () => {
    given(...family, away).due('absence-covered', '2018-12-05')
    given(...family, { ...away, until: '2018-12-12' }).due('absence-covered', '2018-12-05')
    given(...family, { ...away, on: '2018-12-08', until: '2018-12-21' }).due('absence-covered', '2018-12-10')
  })

  it('has one who accepted, that day or a little before', () => {
    given(...family, away, cover)
      .on('2018-12-05')
      .kept('absence-covered')
    given(...family, away, { ...cover, on: '2018-12-03' })
      .on('2018-12-06')
      .kept('absence-covered')
    given(...family, away, { ...cover, by: 'midwifery', role: 'midwife' })
      .on('2018-12-06')
      .late('absence-covered')
  })

  it('needs none any more once back', () => {
    given(...family, away, { ...starts, on: '2018-12-05' })
      .on('2018-12-06')
      .late('absence-covered')
    given(...family, away, { ...starts, on: '2018-12-10' })
      .on('2018-12-10')
      .noLongerOwes('absence-covered')
  })

  it('who is sick one day with nothing due, needs none', () => {
    const sick = given(...family, { ...away, until: '2018-12-05' })
    sick.silent('absence-covered')
    sick.silent('short-absence-covered')
  })

  it('who is away for a week needs one only when something falls due', () => {
    const week = { ...away, on: '2018-12-12', until: '2018-12-18' }
    const case_ = given(...family, week)
    case_.silent('absence-covered')
    case_.due('short-absence-covered', '2018-12-12')
    given(...family, week, { ...cover, on: '2018-12-12' })
      .on('2018-12-13')
      .kept('short-absence-covered')
    const held = { kind: 'meeting-held', on: '2018-12-10', by: 'social-care', type: 'child-in-need' }
    given(...family, week, held).silent('short-absence-covered')
  })

  it('has none by cover that was agreed after the absence', () => {
    const fortnight = { ...away, until: '2018-12-18' }
    given(...family, fortnight, { ...cover, on: '2018-12-18' })
      .on('2018-12-18')
      .keptLate('absence-covered')
    given(...family, fortnight, { ...cover, on: '2018-12-19' })
      .on('2018-12-20')
      .late('absence-covered')
  })
})

const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}
const example = (name: string): readonly Entry[] =>
  readFileSync(new URL(`../../examples/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(line => read(JSON.parse(line)))

describe('cover that only the agencies’ record holds', () => {
  const state = (day: string, family: readonly Entry[], agencies: readonly Entry[]) =>
    derive(picture(withAgencies(family, agencies)))
      .filter(duty => duty.rule.name === 'absence-covered')
      .map(duty => stateOn(duty, getDay(day)))

  it('reaches every family of the examples whose health visitor was on leave', () => {
    for (const name of ['08', '10', '12']) {
      const family = example(name).filter(entry => entry.kind !== 'cover')
      assert.deepEqual(state('2026-10-01', family, example('partnership')), ['done'], name)
    }
  })

  it('is for an absence of the same agency and role, in its days or five working days before', () => {
    const post = { by: 'health-visiting', role: 'health-visitor' }
    const visitor = { kind: 'worker-starts', on: '2018-08-28', ...post, practitioner: 'Ada' }
    const known = [...family, visitor].map(read)
    const leave = { kind: 'worker-away', on: '2018-12-05', until: '2018-12-18', ...post, practitioner: 'Ada' }
    const stands = { kind: 'cover', on: '2018-11-28', ...post, practitioner: 'Bea' }
    const after = (...lines: readonly Line[]) => state('2018-12-31', known, lines.map(read))
    assert.deepEqual(after(leave), ['late'])
    assert.deepEqual(after(leave, stands), ['done'])
    assert.deepEqual(after(leave, { ...stands, on: '2018-11-27' }), ['late'])
    assert.deepEqual(after(leave, { ...stands, on: '2018-12-18' }), ['done-late'])
    assert.deepEqual(after(leave, { ...stands, on: '2018-12-19' }), ['late'])
    assert.deepEqual(after(leave, { ...stands, role: 'school-nurse' }), ['late'])
    assert.deepEqual(after(leave, { ...stands, by: 'school-nursing' }), ['late'])
    assert.deepEqual(after({ ...leave, practitioner: 'Somebody else' }, stands), [])
  })

  it('never stands in for a social worker who left months before', () => {
    const left = {
      kind: 'worker-leaves',
      on: '2019-04-30',
      by: 'social-care',
      role: 'social-worker',
      practitioner: 'H',
    }
    const held = [maya, { ...starts, practitioner: 'H' }, agreed].map(read)
    const covered = (on: string) =>
      derive(picture(withAgencies(held, [left, { ...cover, on, practitioner: 'K' }].map(read))))
        .filter(duty => duty.rule.name === 'case-covered')
        .map(duty => stateOn(duty, getDay('2019-12-01')))
    assert.deepEqual(covered('2019-05-01'), ['done'])
    assert.deepEqual(covered('2019-08-01'), ['late'])
  })

  it('for a colleague who went the same day is not for somebody who left that week', () => {
    const own = { ...starts, practitioner: 'A' }
    const left = {
      kind: 'worker-leaves',
      on: '2019-04-29',
      by: 'social-care',
      role: 'social-worker',
      practitioner: 'A',
    }
    const other = { ...away, on: '2019-05-01', practitioner: 'B', until: '2019-05-17' }
    const forB = { ...cover, on: '2019-05-01', practitioner: 'K' }
    const states = (...agencies: readonly Line[]) =>
      derive(picture(withAgencies([maya, own, agreed].map(read), [left, ...agencies].map(read))))
        .filter(duty => duty.rule.name === 'case-covered')
        .map(duty => stateOn(duty, getDay('2019-12-01')))
    assert.deepEqual(states(forB), ['done-late'])
    assert.deepEqual(states(forB, other), ['late'])
  })
})
