import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const starts = (by: string, on = '2018-09-03') => ({ kind: 'worker-starts', on, by })
const network: readonly Line[] = [starts('social-care'), starts('health-visiting'), starts('gp/elm-road')]
const plan = {
  kind: 'plan-started',
  on: '2018-12-03',
  by: 'social-care',
  plan: 'p1',
  type: 'child-in-need',
  members: 'social-care; health-visiting',
}

describe('the members of a plan', () => {
  const joins = { kind: 'plan-member', on: '2018-12-04', by: 'social-care', plan: 'p1', agency: 'gp/elm-road' }

  it('are all who work with the child, within two working days', () => {
    given(maya, ...network, plan).due('plan-members-complete', '2018-12-05')
    given(maya, ...network, plan)
      .on('2018-12-06')
      .late('plan-members-complete', { step: 'gp/elm-road' })
    given(maya, ...network, plan, { ...joins, answer: 'accepted' })
      .on('2018-12-05')
      .kept('plan-members-complete')
  })

  it('may decline with a reason', () => {
    given(maya, ...network, plan, { ...joins, answer: 'declined', reason: 'Has never seen her' })
      .on('2018-12-06')
      .kept('plan-members-complete')
    given(maya, ...network, plan, { ...joins, answer: 'declined' })
      .on('2018-12-06')
      .late('plan-members-complete')
  })

  it('take in a service that starts later', () => {
    const all = { ...plan, members: 'social-care; health-visiting; gp' }
    given(maya, ...network, all).silent('plan-members-complete')
    given(maya, ...network, all, starts('family-support', '2019-03-11')).due('plan-members-complete', '2019-03-13')
    const left = { kind: 'worker-leaves', on: '2019-03-12', by: 'family-support' }
    given(maya, ...network, all, starts('family-support', '2019-03-11'), left)
      .on('2019-03-14')
      .noLongerOwes('plan-members-complete')
  })

  it('are not asked about where the record gives no list, nor for who has left', () => {
    given(maya, ...network, { ...plan, members: undefined }).silent('plan-members-complete')
    const left = { kind: 'worker-leaves', on: '2018-11-01', by: 'gp/elm-road' }
    const withGp = { ...plan, members: `${plan.members}; gp; health-visiting` }
    given(maya, ...network, left, withGp).silent('plan-members-complete')
    given(maya, starts('conference-unit'), withGp).silent('plan-members-complete')
  })

  it('include a GP for every child, and a health visitor for one under five, though nobody names them', () => {
    given(maya, { ...plan, members: 'social-care' }).due('plan-members-complete', '2018-12-05', '2018-12-05')
    given({ ...maya, born: '2010-06-06' }, { ...plan, members: 'social-care' }).due(
      'plan-members-complete',
      '2018-12-05',
    )
  })
})

describe('the household in a plan', () => {
  const home = {
    kind: 'lives-at',
    on: '2018-09-03',
    by: 'health-visiting',
    person: 'maya; leah; paul',
    address: '14 Mill Row',
  }
  const named = { ...plan, household: 'maya; leah' }
  const updated = {
    kind: 'plan-updated',
    on: '2018-12-10',
    by: 'social-care',
    plan: 'p1',
    household: 'maya; leah; paul',
  }

  it('is everybody who lives there', () => {
    given(maya, home, named).due('plan-household-complete', '2018-12-03')
    given(maya, home, named).on('2018-12-04').late('plan-household-complete', { step: 'paul' })
    given(maya, home, named, updated).on('2018-12-10').keptLate('plan-household-complete')
    given(maya, home, { ...named, household: 'maya; leah; paul' }).silent('plan-household-complete')
  })

  it('has every child of the family, and the one that is expected', () => {
    const sam = { kind: 'person', person: 'sam', as: 'child', born: '2015-01-01' }
    given(maya, sam, named).due('plan-household-complete', '2018-12-03')
    const pregnancy = { kind: 'pregnancy', on: '2018-12-05', by: 'gp', unborn: 'robin', mother: 'leah' }
    given(maya, pregnancy, named).silent('plan-household-complete')
    given(maya, pregnancy, named, { ...updated, household: 'maya; leah' }).due('plan-household-complete', '2018-12-10')
  })

  it('is not asked about where the record gives no list', () => {
    given(maya, home, plan).silent('plan-household-complete')
  })
})
