import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const starts = { kind: 'worker-starts', on: '2018-08-28', by: 'social-care', role: 'social-worker', practitioner: 'H' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const leaves = { ...starts, kind: 'worker-leaves', on: '2019-04-30' }
const family: readonly Line[] = [maya, starts, plan]

describe('a case without a worker', () => {
  it('is covered within a working day, and goes to the service manager at four weeks', () => {
    const case_ = given(...family, leaves)
    case_.due('case-covered', '2019-05-01')
    case_.due('unallocated-escalated', '2019-05-28')
    case_.on('2019-05-02').late('case-covered')
    case_.on('2019-05-28').owes('unallocated-escalated')
  })

  it('is covered by somebody who holds it, not by the manager', () => {
    const cover = { kind: 'cover', on: '2019-05-01', by: 'social-care', role: 'social-worker' }
    given(...family, leaves, cover)
      .on('2019-05-01')
      .kept('case-covered')
    given(...family, leaves, { ...cover, on: '2019-04-29' })
      .on('2019-05-02')
      .kept('case-covered')
    given(...family, leaves, { ...cover, role: 'team-manager' })
      .on('2019-05-02')
      .late('case-covered')
    given(...family, leaves, cover)
      .on('2019-05-29')
      .late('unallocated-escalated')
  })

  it('ends with a new worker', () => {
    const next = { ...starts, on: '2019-05-20', practitioner: 'K' }
    const case_ = given(...family, leaves, next)
    case_.on('2019-05-20').keptLate('case-covered')
    case_.on('2019-05-29').noLongerOwes('unallocated-escalated')
  })

  it('is escalated by telling the service manager', () => {
    const reviewed = { kind: 'allocation-reviewed', on: '2019-05-20', by: 'social-care', escalated: 'yes' }
    given(...family, leaves, reviewed)
      .on('2019-05-29')
      .kept('unallocated-escalated')
    given(...family, leaves, { ...reviewed, escalated: 'no' })
      .on('2019-05-29')
      .late('unallocated-escalated')
  })

  it('is none while somebody else holds it, starts that day, or social care is not involved', () => {
    const other = { ...starts, on: '2019-03-01', practitioner: 'K' }
    given(...family, other, leaves).silent('case-covered')
    given(...family, { ...other, on: '2019-04-30' }, leaves).silent('case-covered')
    given(maya, starts, leaves).silent('case-covered')
    given(maya, starts, leaves).silent('unallocated-escalated')
    given(
      ...family,
      { ...starts, role: 'family-support-worker', by: 'family-support' },
      {
        ...leaves,
        role: 'family-support-worker',
        by: 'family-support',
      },
    ).silent('case-covered')
  })

  it('is one where the team manager alone is left', () => {
    given(...family, { ...starts, role: 'team-manager', practitioner: 'T' }, leaves).due('case-covered', '2019-05-01')
  })

  it('is counted again when the next worker leaves too', () => {
    const next = { ...starts, on: '2019-05-13', practitioner: 'K' }
    given(...family, leaves, next, { ...next, kind: 'worker-leaves', on: '2019-06-10' }).due(
      'case-covered',
      '2019-05-01',
      '2019-06-11',
    )
  })

  it('ends when the case is closed', () => {
    const closed = { kind: 'plan-ended', on: '2019-05-01', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }
    given(...family, leaves, closed)
      .on('2019-05-02')
      .noLongerOwes('case-covered')
  })
})

describe('a worker who leaves', () => {
  it('hands over within five working days, or has done so before', () => {
    given(...family, leaves).due('case-handed-over', '2019-05-08')
    const summary = { kind: 'handover', on: '2019-04-29', by: 'social-care', role: 'social-worker' }
    given(...family, leaves, summary)
      .on('2019-05-09')
      .kept('case-handed-over')
    given(...family, leaves, { ...summary, on: '2019-05-07' })
      .on('2019-05-09')
      .kept('case-handed-over')
    given(...family, leaves, { ...summary, by: 'health-visiting', role: 'health-visitor' })
      .on('2019-05-09')
      .late('case-handed-over')
  })

  it('owes no summary of a case that is closed, nor as a family support worker', () => {
    given(maya, starts, leaves).silent('case-handed-over')
    given(...family, { kind: 'worker-leaves', on: '2019-05-03', by: 'family-support' }).silent('case-handed-over')
  })
})

describe('a record that names nobody', () => {
  it('is asked once who works with the family', () => {
    given(maya, plan).due('network-named', '2018-12-10')
    given(maya, plan, { ...starts, on: '2018-12-07' })
      .on('2018-12-10')
      .kept('network-named')
  })

  it('stays silent where workers are named, or where there is no case', () => {
    given(...family).silent('network-named')
    given(maya).silent('network-named')
  })
})
