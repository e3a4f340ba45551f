import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, isoDay } from '../calendar/day.ts'
import { readEntry } from '../record/read-entry.ts'
import { given, type Line } from './given.ts'
import { inForce, mayStart } from './in-force.ts'
import { ownDefault, rule, workingTogether } from './rule.ts'
import { findLimit, limitOn, noSettings, settingsFrom } from './settings.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const referral = { kind: 'referral-made', on: '2019-02-11', by: 'gp', referral: 'n1', to: 'community-nursing' }
const set = (on: string, limit: string) => ({
  kind: 'limit-set',
  on,
  by: 'partnership',
  rule: 'result-told',
  limit,
  role: 'partnership executive',
  reason: 'Agreed by all',
})
const scan = { kind: 'result-awaited', on: '2019-02-25', by: 'hospital/royal', result: 'scan' }

const settings = (...lines: readonly Line[]) =>
  settingsFrom(
    lines.map(line => {
      const read = readEntry(line)
      if ('problems' in read) throw new Error(JSON.stringify(read.problems))
      return read.entry
    }),
  )

const due = (...lines: readonly Line[]): readonly string[] =>
  given(child, ...lines, scan)
    .duties.filter(duty => duty.rule.name === 'result-told')
    .map(duty => isoDay(duty.due.day))

const text = {
  name: 'made-up',
  catalogue: 'design',
  says: 'Do it',
  label: 'local setting',
  source: ownDefault('made up'),
  limit: { days: 10 },
  owner: 'gp',
  find: () => {},
} as const

describe('a limit in words', () => {
  it('is read as people write it', () => {
    assert.deepEqual(findLimit('within 5 working days'), { workingDays: 5 })
    assert.deepEqual(findLimit(' 6  weeks '), { weeks: 6 })
    assert.deepEqual(findLimit('The same day'), { sameDay: true })
    assert.deepEqual(findLimit('same working day'), { sameWorkingDay: true })
  })

  it('is none when it is nonsense', () => {
    for (const nonsense of ['', 'soon', '0 days', '-3 days', '1.5 weeks', '2000 days', '5 working'])
      assert.equal(findLimit(nonsense), undefined, nonsense)
  })
})

describe('a partnership’s own limit', () => {
  it('holds for the clocks that start from its day on, and for good', () => {
    const [usual = ''] = due()
    assert.deepEqual(due(set('2019-02-25', '3 days')), ['2019-02-28'])
    assert.deepEqual(due(set('2019-02-26', '3 days')), [usual])
    assert.deepEqual(due(set('2019-01-01', '3 days'), set('2019-03-01', '9 weeks')), ['2019-02-28'])
  })

  it('gives way to the later word, and to the default again', () => {
    assert.deepEqual(due(set('2019-01-01', '3 days'), set('2019-02-01', '4 days')), ['2019-03-01'])
    assert.deepEqual(due(set('2019-01-01', '3 days'), set('2019-02-01', 'default')), due())
  })
})

describe('an earlier default of Holdfast', () => {
  const changed = rule({
    ...text,
    earlier: [
      { until: '2019-01-31', limit: { days: 30 }, why: 'too long' },
      { until: '2019-02-28', limit: { days: 20 }, why: 'still too long' },
    ],
  })
  const on = (day: string) => limitOn(changed, noSettings, getDay(day))

  it('judges the clocks that started while it held', () => {
    assert.deepEqual(['2019-01-31', '2019-02-01', '2019-02-28', '2019-03-01'].map(on), [
      { days: 30 },
      { days: 20 },
      { days: 20 },
      { days: 10 },
    ])
  })

  it('gives way to the partnership’s own', () => {
    const own = settings({ ...set('2019-01-01', '3 days'), rule: 'made-up' })
    assert.deepEqual(limitOn(changed, own, getDay('2018-12-31')), { days: 30 })
    assert.deepEqual(limitOn(changed, own, getDay('2019-01-01')), { days: 3 })
  })

  it('is nobody’s to set where the label is statutory', () => {
    const law = rule({ ...text, label: 'statutory', source: workingTogether('made up') })
    const own = settings({ ...set('2019-01-01', '3 days'), rule: 'made-up' })
    assert.deepEqual(limitOn(law, own, getDay('2019-02-01')), { days: 10 })
  })
})

describe('with whom a task lies', () => {
  it('is as the partnership says, from its day on', () => {
    const lies = { kind: 'owner-set', on: '2019-01-01', by: 'partnership', rule: 'result-told', role: 'named-nurse' }
    const owners = (...lines: readonly Line[]) =>
      given(child, ...lines, scan)
        .duties.filter(duty => duty.rule.name === 'result-told')
        .map(duty => duty.owner)
    assert.notDeepEqual(owners(), ['named-nurse'])
    assert.deepEqual(owners(lies), ['named-nurse'])
    assert.deepEqual(owners({ ...lies, on: '2019-03-01' }), owners())
    given(child, referral).on('2019-02-12').owes('referral-taken-up')
  })
})

describe('a rule that is not always in force', () => {
  const holds = (one: Parameters<typeof inForce>[0], day: string, ...lines: readonly Line[]): boolean => {
    const days = inForce(one, settings(...lines))
    return days !== undefined && mayStart(days, getDay(day))
  }

  it('is silent until the law that it waits for has begun here', () => {
    const waits = rule({ ...text, waitsFor: 'information-sharing-duty' })
    const begun = { kind: 'law-begins', on: '2026-09-30', by: 'partnership', law: 'information-sharing-duty' }
    assert.equal(holds(waits, '2027-01-01'), false)
    assert.equal(holds(waits, '2027-01-01', { ...begun, law: 'single-identifier' }), false)
    assert.equal(holds(waits, '2026-09-29', begun), false)
    assert.equal(holds(waits, '2026-09-30', begun), true)
  })

  it('starts no clock after the day on which it was retired', () => {
    const retired = rule({ ...text, until: '2019-02-28' })
    assert.equal(holds(retired, '2019-02-28'), true)
    assert.equal(holds(retired, '2019-03-01'), false)
  })

  it('holds in the country for whose practice it is written', () => {
    const welsh = { kind: 'country-set', on: '2019-01-01', by: 'partnership', country: 'wales' }
    assert.equal(holds(rule(text), '2019-03-01', welsh), false)
    assert.equal(holds(rule({ ...text, places: ['england', 'wales'] }), '2019-03-01', welsh), true)
    assert.equal(holds(rule({ ...text, places: ['wales'] }), '2019-03-01'), false)
  })
})
