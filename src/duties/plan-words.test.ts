import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const jo = { kind: 'person', person: 'jo', as: 'adult' }
const plan = { kind: 'plan-started', on: '2019-05-07', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const ended = { kind: 'plan-ended', on: '2019-05-10', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }

describe('an action', () => {
  const weigh = { kind: 'undertaking-given', on: '2019-05-07', by: 'social-care', meeting: 'm1', undertaking: 'u1' }
  const other = { ...weigh, undertaking: 'u2', outcome: 'She gains weight' }

  it('says what it is to change, where the others do', () => {
    given(maya, weigh, other).due('action-says-what-changes', '2019-05-09')
    given(maya, weigh, other, { ...weigh, on: '2019-05-08', outcome: 'She is seen to grow' })
      .on('2019-05-08')
      .kept('action-says-what-changes')
    given(maya, weigh, other, { kind: 'undertaking-kept', on: '2019-05-08', by: 'social-care', undertaking: 'u1' })
      .on('2019-05-10')
      .noLongerOwes('action-says-what-changes')
  })

  it('is not asked where no action says it', () => {
    given(maya, weigh).silent('action-says-what-changes')
  })
})

describe('the plan for the parents', () => {
  const explained = { kind: 'plan-explained', on: '2019-05-13', by: 'social-care', plan: 'p1', understood: 'yes' }

  it('is given to them in plain words within five working days', () => {
    given(maya, plan).due('plan-given-to-parents', '2019-05-14')
    given(maya, plan, explained).on('2019-05-13').kept('plan-given-to-parents')
    given(maya, jo, plan, { kind: 'letter-sent', on: '2019-05-20', by: 'social-care', to: 'jo' })
      .on('2019-05-20')
      .keptLate('plan-given-to-parents')
    given(maya, jo, plan, { kind: 'meeting-held', on: '2019-05-14', by: 'social-care', family: 'jo' })
      .on('2019-05-14')
      .kept('plan-given-to-parents')
  })

  it('is tried again when it was not understood', () => {
    given(maya, plan, { ...explained, understood: 'no' })
      .on('2019-05-15')
      .late('plan-given-to-parents')
  })

  it('is nothing when they refuse it, after it ended, or where there is none', () => {
    given(maya, plan, ended).on('2019-05-15').noLongerOwes('plan-given-to-parents')
    given(maya, jo, plan, { kind: 'consent-refused', on: '2019-05-08', by: 'social-care', to: 'child-in-need' })
      .on('2019-05-15')
      .silent('plan-given-to-parents')
    given(maya).silent('plan-given-to-parents')
  })
})

describe('a plan of six months', () => {
  const review = { kind: 'threshold-reviewed', on: '2019-10-01', by: 'social-care', decision: 'continue' }

  it('is looked at by the team manager', () => {
    given(maya, plan).due('plan-reviewed-by-manager', '2019-11-07')
    given(maya, plan, review).due('plan-reviewed-by-manager', '2019-11-07', '2020-04-01')
    given(maya, plan, review).on('2019-10-01').kept('plan-reviewed-by-manager')
  })

  it('is not looked at once it ended, nor one of another type', () => {
    given(maya, plan, ended).on('2019-12-01').noLongerOwes('plan-reviewed-by-manager')
    given(maya, { ...plan, type: 'early-help' }).silent('plan-reviewed-by-manager')
  })
})

describe('nothing better in twelve weeks', () => {
  const met = (on: string, change: string) => ({ kind: 'meeting-held', on, by: 'social-care', plan: 'p1', change })

  it('is decided about', () => {
    given(maya, plan, met('2019-05-20', 'same'), met('2019-08-12', 'worse')).due('no-change-decided', '2019-08-19')
    given(maya, plan, met('2019-05-20', 'same'), met('2019-08-12', 'same'), {
      kind: 'threshold-reviewed',
      on: '2019-08-14',
      by: 'social-care',
      decision: 'step-up',
    })
      .on('2019-08-14')
      .kept('no-change-decided')
  })

  it('is nothing where it got better, or where nobody says', () => {
    given(maya, plan, met('2019-05-20', 'same'), met('2019-07-01', 'better'), met('2019-08-12', 'same')).silent(
      'no-change-decided',
    )
    given(maya, plan).silent('no-change-decided')
  })
})

describe('a letter to a parent', () => {
  const letter = { kind: 'letter-sent', on: '2019-05-09', by: 'social-care', to: 'jo' }

  it('holds the plan where social care sent it or it is about the plan, and not where a clinic writes', () => {
    given(maya, jo, plan, letter).on('2019-05-14').kept('plan-given-to-parents')
    given(maya, jo, plan, { ...letter, by: 'school', about: 'p1' })
      .on('2019-05-14')
      .kept('plan-given-to-parents')
    given(maya, jo, plan, { ...letter, by: 'hospital/royal' })
      .on('2019-05-15')
      .late('plan-given-to-parents')
  })
})

describe('a visit after the plan was made', () => {
  const visit = { kind: 'contact', on: '2019-05-13', by: 'social-care', way: 'visit' }

  it('is taken to have brought the plan, where whoever wrote it came and was let in', () => {
    given(maya, jo, plan, visit).on('2019-05-13').kept('plan-given-to-parents')
    for (const other of [{ reached: 'no' }, { by: 'health-visiting' }, { way: 'call' }])
      given(maya, jo, plan, { ...visit, ...other })
        .on('2019-05-15')
        .late('plan-given-to-parents')
  })
})
