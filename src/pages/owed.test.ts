import assert from 'node:assert/strict'
import { it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { ownerInWords } from '../duties/owner.ts'
import { standingOf } from '../duties/ranking.ts'
import type { Duty } from '../duties/rule.ts'
import { noSettings } from '../duties/settings.ts'
import { familyOnDay } from './family-on-day.ts'
import { inventedFamily, type Line, oneYear } from './invented.ts'
import {
  clockAndLabel,
  dayNear,
  latenessInFull,
  owedOf,
  owingOn,
  sentenceOf,
  stateInWords,
  worstFirst,
} from './owed.ts'
import { holderInWords, holderOn } from './owner.ts'

const look = (...lines: readonly Line[]) => familyOnDay(inventedFamily([...oneYear, ...lines]), noSettings)

const dutyOf = (rule: string, ...lines: readonly Line[]): Duty => {
  const duty = look(...lines).duties.find(one => one.rule.name === rule)
  assert.ok(duty, rule)
  return duty
}

const words = (duty: Duty, day: string) => stateInWords(owingOn(duty, getDay(day)), getDay(day))

it('says how a duty stands in the words that people use', () => {
  const held = dutyOf('conference-held')
  assert.equal(words(held, '2019-05-14'), 'due 4 June')
  assert.equal(words(held, '2019-06-03'), 'due tomorrow')
  assert.equal(words(held, '2019-06-04'), 'due today')
  assert.equal(words(held, '2019-06-05'), '1 day late')
  assert.equal(words(held, '2019-08-12'), '2 months late')
})

it('keeps the exact days one step away', () => {
  const owing = owingOn(dutyOf('conference-held'), getDay('2019-08-12'))
  assert.equal(latenessInFull(owing), '2 months late: 69 days, 49 working days')
  assert.equal(latenessInFull(owingOn(dutyOf('conference-held'), getDay('2019-06-01'))), '')
})

it('says whose the clock is, and calls a number of ours a local setting', () => {
  assert.equal(clockAndLabel(dutyOf('conference-held')), 'within 15 working days (statutory)')
  assert.equal(clockAndLabel(dutyOf('condition-acted-on')), 'within 1 working day (local setting)')
})

it('says that something was kept, and how late', () => {
  const held = { kind: 'conference-held', by: 'conference-unit', child: 'wyn' }
  assert.equal(words(dutyOf('conference-held', { ...held, on: '2019-06-04' }), '2019-06-12'), 'kept')
  assert.equal(words(dutyOf('conference-held', { ...held, on: '2019-06-20' }), '2019-06-20'), 'kept 2 weeks late')
})

it('puts what is owed in the one order of what stands worst', () => {
  const day = getDay('2019-06-12')
  const owed = owedOf(look().duties, day)
  const order = worstFirst(owed, day)
  assert.equal(order[0]?.duty.rule.name, 'interim-safety-plan')
  const standings = order.map(({ duty }) => standingOf(duty, day))
  assert.ok(standings.indexOf('statutory and late') < standings.indexOf('late'))
  assert.ok(standings.includes('late') && !standings.includes('no longer owed'))
  assert.deepEqual(worstFirst(owed.toReversed(), day), order)
})

it('names the year only where it is another', () => {
  assert.equal(dayNear(getDay('2019-04-30'), getDay('2019-05-14')), '30 April')
  assert.equal(dayNear(getDay('2018-04-30'), getDay('2019-05-14')), '30 April 2018')
})

it('says what a duty is of after a colon', () => {
  assert.equal(
    sentenceOf({ ...dutyOf('conference-held'), of: 'the police' }),
    'Hold the initial child protection conference: the police',
  )
})

it('says who holds the role on the day, or since when nobody does', () => {
  const passed = dutyOf('conference-passed-on')
  const on = (day: string) => holderInWords(holderOn(look().stands, passed, getDay(day)), getDay(day))
  assert.equal(on('2019-04-29'), 'Hal Fenn')
  assert.equal(on('2019-05-14'), 'not allocated since 30 April')
  assert.equal(on('2018-01-01'), '')
  assert.equal(ownerInWords(passed), 'social worker')
})
