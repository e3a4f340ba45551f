import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay } from '../calendar/day.ts'
import { given, type Line } from './given.ts'
import { isNeverFolded, nowAndMore, standingOf, worstFirst } from './ranking.ts'
import type { Duty } from './rule.ts'

const child: Line = { kind: 'person', person: 'tess', name: 'Tess', as: 'child', born: '2020-02-02' }
const plan: Line = {
  ...{ kind: 'plan-started', on: '2022-01-10', by: 'social-care', plan: 'p1', type: 'child-in-need' },
  members: 'health-visiting; school',
}
const decided: Line = {
  ...{ kind: 'strategy-discussion', on: '2024-06-03', by: 'social-care', section47: 'yes', outcome: 'conference' },
  present: 'social-care; police; health-visiting',
}
const condition: Line = {
  ...{ kind: 'condition', by: 'social-care', condition: 'c1', agreedBy: 'social-care; police' },
  ...{ events: 'was-not-brought', consequence: 'conference' },
}
const concern: Line = { kind: 'concern', on: '2024-06-04', by: 'health-visiting', harm: 'yes' }

const own = (duty: Duty) => duty

/** The rules of what is owed on a day, in order. */
const order = (text: string, ...lines: readonly Line[]): readonly string[] => {
  const day = getDay(text)
  return worstFirst(given(child, ...lines).duties, own, day)
    .filter(duty => standingOf(duty, day) !== 'no longer owed')
    .map(({ rule }) => rule.name)
}

const standing = (rule: string, text: string, ...lines: readonly Line[]) => {
  const duty = given(child, ...lines).duties.find(one => one.rule.name === rule)
  assert.ok(duty, `${rule} is not raised`)
  return standingOf(duty, getDay(text))
}

describe('the order of what is owed', () => {
  it('puts a conference that was decided on Monday before reviews that have been late for two years', () => {
    const names = order('2024-06-05', plan, decided)
    const conference = names.indexOf('conference-held')
    assert.ok(conference >= 0 && names.includes('child-in-need-first-meeting'))
    assert.ok(conference < names.indexOf('child-in-need-first-meeting'), names.join())
    assert.ok(names.indexOf('conference-passed-on') < names.indexOf('child-in-need-first-meeting'), names.join())
  })

  it('puts what may harm a child today before everything else, the newest first', () => {
    const names = order('2024-06-05', plan, decided, { ...concern, on: '2024-02-01', id: 'old' }, concern)
    assert.equal(names[0], 'strategy-discussion-held')
  })

  it('puts a condition that was met before what is statutory and late', () => {
    const lines = [
      { ...condition, on: '2024-05-01' },
      { kind: 'was-not-brought', on: '2024-06-04', by: 'hospital/royal', appointment: 'eyes-1' },
      { kind: 'referral-made', on: '2024-01-03', by: 'school', referral: 'r', to: 'social-care' },
    ]
    assert.equal(standing('referral-decided', '2024-06-05', ...lines), 'statutory and late')
    const names = order('2024-06-05', ...lines)
    assert.ok(names.indexOf('condition-acted-on') >= 0, names.join())
    assert.ok(names.indexOf('condition-acted-on') < names.indexOf('referral-decided'), names.join())
  })

  it('says of each how it stands', () => {
    assert.equal(standing('conference-held', '2024-06-05', decided), 'on the road to a conference')
    assert.equal(standing('conference-held', '2024-06-12', decided), 'statutory and due soon')
    assert.equal(standing('conference-held', '2024-06-25', decided), 'statutory and late')
    assert.equal(standing('child-in-need-first-meeting', '2022-01-11', plan), 'due later')
    assert.equal(standing('child-in-need-first-meeting', '2022-03-11', plan), 'late')
  })

  it('is the same however the things come', () => {
    const day = getDay('2024-06-05')
    const { duties } = given(child, plan, decided, concern)
    const keys = (list: readonly Duty[]) => worstFirst(list, own, day).map(({ key }) => key)
    assert.deepEqual(keys(duties.toReversed()), keys(duties))
  })
})

describe('what is to be done now', () => {
  const day = getDay('2024-06-05')
  const referrals = Array.from({ length: 7 }, (_, index) => ({
    ...{ kind: 'referral-made', on: '2024-06-03', by: 'school', referral: `r${index}`, to: 'social-care' },
  }))
  const owed = (...lines: readonly Line[]) =>
    worstFirst(given(child, ...lines).duties, own, day).filter(duty => standingOf(duty, day) !== 'no longer owed')

  it('is five things, and the rest comes after them', () => {
    const all = owed(plan, { ...plan, on: '2022-02-10', plan: 'p2' })
    const { now, more } = nowAndMore(all, own, day)
    assert.ok(all.length > 5)
    assert.equal(now.length, 5)
    assert.deepEqual([...now, ...more], all)
  })

  it('leaves nothing in the fold that is statutory or due today, though it be more than five', () => {
    const { now, more } = nowAndMore(owed(plan, ...referrals), own, day)
    assert.ok(now.length >= 7)
    assert.ok(more.length > 0)
    assert.equal(
      more.some(duty => isNeverFolded(duty, day)),
      false,
    )
    assert.equal(
      more.some(({ rule }) => rule.label === 'statutory'),
      false,
    )
  })
})
