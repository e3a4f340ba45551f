import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { givenStaff, holds, maya, plan, rowan, staff } from './given-staff.ts'

describe('the next day on which anything changes', () => {
  const next = (day: string, ...agencies: object[]) =>
    givenStaff(staff, agencies as never)
      .with(maya, holds, plan)
      .on(day).next

  it('is when something opens, falls late or climbs', () => {
    const held = givenStaff(staff).with(maya, { ...holds, on: '2019-01-01' }, plan)
    assert.equal(held.on('2019-01-08').next, '2019-01-14')
    const meeting = held.duties.find(duty => duty.rule.name === 'child-in-need-first-meeting')
    assert.ok(meeting !== undefined)
    const seen = new Set<string>()
    for (let day = held.on('2019-01-08').next; day !== undefined && day < '2019-03-01'; day = held.on(day).next)
      seen.add(day)
    for (const day of ['2019-01-14', '2019-02-05', '2019-02-12']) assert.ok(seen.has(day), day)
  })

  it('is when one of the family’s practitioners goes away or comes back', () => {
    const away = { kind: 'worker-away', on: '2019-01-16', until: '2019-01-17', ...rowan, practitioner: 'Hannah Boyle' }
    const days = ['2019-01-16', '2019-01-18']
    assert.deepEqual([next('2019-01-15', away), next('2019-01-16', away)], days)
    const other = { ...away, practitioner: 'Somebody else', by: 'social-care/alder' }
    assert.notEqual(next('2019-01-15', other), '2019-01-16')
  })

  it('is when somebody who is known to start or to leave does so', () => {
    const midwife = { kind: 'worker-starts', on: '2019-02-04', by: 'midwifery', role: 'midwife' }
    const leaves = { ...midwife, kind: 'worker-leaves', on: '2019-03-04' }
    const known = givenStaff(staff).with(maya, midwife, leaves)
    assert.equal(known.on('2019-01-15').next, '2019-02-04')
    assert.equal(known.on('2019-02-04').next, '2019-03-04')
    assert.equal(known.on('2019-03-04').next, undefined)
  })

  it('is when somebody at a desk that owes something goes away or comes back, by the agencies’ record alone', () => {
    const discussed = {
      kind: 'strategy-discussion',
      on: '2019-01-15',
      by: 'social-care/rowan',
      outcome: 'conference',
      present: ['social-care/rowan', 'police'],
    }
    const passedOn = { kind: 'conference-passed-on', on: '2019-01-15', by: 'social-care/rowan' }
    const post = { by: 'conference-unit', role: 'conference-administrator', practitioner: 'Bronwen Thackeray' }
    const away = { kind: 'worker-away', on: '2019-02-08', until: '2019-02-09', ...post }
    const next = (day: string, ...agencies: object[]) =>
      givenStaff(staff, agencies as never)
        .with(maya, holds, plan, discussed, passedOn)
        .on(day).next
    assert.deepEqual([next('2019-02-07', away), next('2019-02-08', away)], ['2019-02-08', '2019-02-10'])
    assert.equal(next('2019-02-07'), '2019-02-12')
    assert.equal(next('2019-02-07', { ...away, by: 'housing', role: 'housing-officer' }), '2019-02-12')
  })

  it('is none when nothing is owed and nobody comes or goes', () => {
    assert.equal(givenStaff(staff).with(maya).on('2019-01-15').next, undefined)
  })
})
