import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { getDay, isoDay } from '../calendar/day.ts'
import type { Entry } from '../record/entry.ts'
import { readEntry } from '../record/read-entry.ts'
import { given, type Line } from './given.ts'
import { ledger } from './ledger.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p', type: 'child-in-need' }
const booked = {
  kind: 'appointment-booked',
  on: '2019-03-01',
  by: 'hospital/royal',
  appointment: 'eyes',
  clinic: 'the eye clinic',
  when: '2019-04-24',
}
const missed = { kind: 'was-not-brought', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes', id: 'miss' }
const afterMiss = [
  'family-contacted-after-miss',
  'notes-reviewed-after-miss',
  'letter-after-miss',
  'gp-follow-up-after-miss',
  'worker-told-of-miss',
  'attendance-pattern-discussed',
  'medical-neglect-review',
]
const silentAbout = (rules: readonly string[], ...lines: readonly Line[]) => {
  for (const rule of rules) given(...lines).silent(rule)
}
const read = (line: Line): Entry => {
  const result = readEntry(line)
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.entry
}

describe('what must stay silent about appointments (replay.md, negative tests)', () => {
  it('1: an appointment cancelled by the hospital counts against nobody', () => {
    silentAbout(afterMiss, child, plan, booked, {
      kind: 'appointment-cancelled',
      on: '2019-04-20',
      by: 'hospital/royal',
      appointment: 'eyes',
      cancelledBy: 'clinic',
    })
    silentAbout(
      afterMiss,
      child,
      plan,
      booked,
      {
        kind: 'appointment-cancelled',
        on: '2019-04-20',
        by: 'hospital/royal',
        appointment: 'eyes',
        cancelledBy: 'clinic',
      },
      missed,
    )
  })

  it('2: a child in one hospital is not missed at another', () => {
    const stay = [
      { kind: 'admission', on: '2019-04-22', by: 'hospital/st-brannocs' },
      { kind: 'discharge', on: '2019-04-26', by: 'hospital/st-brannocs' },
    ]
    silentAbout(afterMiss, child, plan, booked, missed, ...stay)
  })

  it('3: of two appointments that clash the missed one is excused', () => {
    const other = {
      kind: 'appointment-booked',
      on: '2019-03-02',
      by: 'hospital/northfield',
      appointment: 'hips',
      when: '2019-04-24',
    }
    const kept = { kind: 'attended', on: '2019-04-24', by: 'hospital/northfield', appointment: 'hips' }
    silentAbout(afterMiss, child, plan, booked, other, kept, missed)
  })

  it('4: a letter to the old address after a move makes a miss unsafe to count', () => {
    const homes = [
      { kind: 'lives-at', on: '2018-09-03', by: 'health-visiting', person: 'maya', address: '3 Beech Close' },
      { kind: 'lives-at', on: '2019-03-10', by: 'health-visiting', person: 'maya', address: '14 Mill Row' },
    ]
    const letter = {
      kind: 'letter-sent',
      on: '2019-03-20',
      by: 'hospital/royal',
      about: 'eyes',
      to: 'the mother',
      address: '3 Beech Close',
    }
    silentAbout(afterMiss, child, plan, ...homes, booked, letter, missed)
  })

  it('5: a single miss of a child with no plan raises the call, and no pattern', () => {
    const once = given(child, booked, missed)
    once.due('family-contacted-after-miss', '2019-04-25')
    for (const rule of afterMiss.slice(1)) once.silent(rule)
  })

  it('9: an outcome entered three weeks late is the clinic’s delay; the call is due on the facts and known from the entry', () => {
    const lines = [child, plan, booked, { ...missed, written: '2019-05-15' }]
    const late = given(...lines)
    late.on('2019-05-16').keptLate('appointment-outcome')
    late.due('family-contacted-after-miss', '2019-04-25')
    const row = ledger(lines.map(read), { history: true }).rows.find(
      one => one.duty.rule.name === 'family-contacted-after-miss',
    )
    assert.equal(row?.shown && isoDay(row.shown.from), '2019-05-15')
  })

  it('12: a young person of sixteen who comes alone did not attend, and only the worker is told', () => {
    const young = { ...child, born: '2002-11-01' }
    const absent = { kind: 'did-not-attend', on: '2019-04-24', by: 'hospital/royal', appointment: 'eyes' }
    given(young, plan, booked, absent).due('worker-told-of-miss', '2019-04-24')
    for (const rule of afterMiss.filter(name => name !== 'worker-told-of-miss'))
      given(young, plan, booked, absent).silent(rule)
  })

  it('13: what is owed stands still when a child dies, and does not vanish', () => {
    const died = { kind: 'death', on: '2019-05-10', by: 'hospital/royal' }
    const lines = [child, plan, booked, missed, died]
    given(...lines)
      .on('2019-08-01')
      .late('family-contacted-after-miss')
    const row = ledger(lines.map(read), { asAt: getDay('2019-08-01') }).rows.find(
      one => one.duty.rule.name === 'family-contacted-after-miss',
    )
    assert.equal(row?.daysLate, 15)
    given(...lines, { ...missed, id: 'later', on: '2019-06-01', appointment: 'hips' }).due(
      'family-contacted-after-miss',
      '2019-04-25',
    )
  })
})
