import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const pregnancy = {
  id: 'known',
  kind: 'pregnancy',
  on: '2018-12-10',
  by: 'gp/elm-road',
  unborn: 'robin',
  mother: 'leah',
  father: 'jay',
  expected: '2019-07-15',
}
const referral = {
  kind: 'referral-made',
  on: '2018-12-14',
  by: 'midwifery',
  to: 'social-care',
  child: 'robin',
}
const opened = {
  kind: 'assessment-opened',
  on: '2018-12-17',
  by: 'social-care',
  assessment: 'before-birth',
  type: 'pre-birth',
  child: 'robin',
}
const birth = { kind: 'birth', on: '2019-07-12', by: 'midwifery', unborn: 'robin', mother: 'leah', child: 'robin' }
const family: readonly Line[] = [maya, mother, plan]
const exploited = { kind: 'known-elsewhere', on: '2016-12-10', by: 'police', fact: 'exploitation', person: 'leah' }

describe('a pregnancy in a family that social care works with', () => {
  it('has the unborn child referred by the social worker of the child who is there', () => {
    const case_ = given(...family, pregnancy)
    case_.due('unborn-referred', '2018-12-17')
    case_.on('2018-12-18').late('unborn-referred', { child: 'robin' })
    const [duty] = case_.duties.filter(one => one.rule.name === 'unborn-referred')
    if (duty?.owner !== 'social-worker') throw new Error(`owed by ${duty?.owner}`)
  })

  it('ends with a referral that names the unborn child, or a pre-birth assessment of it', () => {
    given(...family, pregnancy, referral)
      .on('2018-12-17')
      .kept('unborn-referred')
    given(...family, pregnancy, opened)
      .on('2018-12-17')
      .kept('unborn-referred')
    given(...family, pregnancy, { ...referral, child: 'maya' })
      .on('2018-12-18')
      .late('unborn-referred')
    given(...family, pregnancy, { ...referral, to: 'housing' })
      .on('2018-12-18')
      .late('unborn-referred')
  })

  it('begins with the plan when that comes while she is pregnant', () => {
    given(maya, mother, pregnancy, { ...plan, on: '2019-01-07' }).due('unborn-referred', '2019-01-14')
    given(maya, mother, pregnancy, referral, { ...plan, on: '2019-01-07' }).silent('unborn-referred')
    given(maya, mother, pregnancy, birth, { ...plan, on: '2019-08-01' }).silent('unborn-referred')
  })

  it('stays silent without a child open to social care and without such a past', () => {
    given(maya, mother, pregnancy).silent('unborn-referred')
    given(maya, mother, pregnancy).silent('pregnancy-told-to-social-care')
    given(maya, mother, pregnancy).silent('pre-birth-assessment-finished')
  })

  it('is not raised by the plan of a child of another household', () => {
    given(maya, { ...mother, person: 'ann' }, plan, pregnancy).silent('unborn-referred')
    const home = {
      kind: 'lives-at',
      on: '2018-10-01',
      by: 'health-visiting',
      person: 'maya; leah',
      address: '14 Mill Row',
    }
    given(maya, { ...mother, person: 'ann' }, plan, home, pregnancy).due('unborn-referred', '2018-12-17')
  })

  it('is owed by the agency that knew first where only a parent’s own childhood asks for it', () => {
    const case_ = given(maya, mother, exploited, pregnancy)
    case_.due('unborn-referred', '2018-12-17')
    const [duty] = case_.duties.filter(one => one.rule.name === 'unborn-referred')
    if (duty?.owner !== 'gp' || duty.agency !== 'gp/elm-road') throw new Error(`owed by ${duty?.owner}`)
    given(maya, mother, { ...exploited, person: 'somebody-else' }, pregnancy).silent('unborn-referred')
    given(maya, mother, { ...exploited, fact: 'other' }, pregnancy).silent('unborn-referred')
  })

  it('is no longer owed when the child is born first, and stays late when it was late by then', () => {
    given(...family, { ...pregnancy, on: '2019-07-10' }, birth)
      .on('2019-07-20')
      .noLongerOwes('unborn-referred')
    given(...family, pregnancy, birth)
      .on('2019-07-20')
      .late('unborn-referred')
  })

  it('ends without a word when the pregnancy ends', () => {
    const end = { kind: 'pregnancy-ended', on: '2018-12-12', by: 'midwifery', unborn: 'robin' }
    given(...family, pregnancy, end)
      .on('2018-12-20')
      .noLongerOwes('unborn-referred')
  })
})

describe('word of a pregnancy', () => {
  it('is owed to social care by the first agency that wrote it', () => {
    given(...family, pregnancy).due('pregnancy-told-to-social-care', '2018-12-17')
    given(...family, pregnancy)
      .on('2018-12-18')
      .late('pregnancy-told-to-social-care', { step: 'word:gp/elm-road' })
  })

  it('ends when social care was told, or shows that it knows', () => {
    const told = { kind: 'told', on: '2018-12-11', by: 'gp/elm-road', of: 'known', to: 'social-care' }
    given(...family, pregnancy, told)
      .on('2018-12-11')
      .kept('pregnancy-told-to-social-care')
    given(...family, pregnancy, { ...told, to: 'health-visiting' })
      .on('2018-12-18')
      .late('pregnancy-told-to-social-care')
    const knows = { ...pregnancy, id: 'known-2', on: '2018-12-12', by: 'social-care' }
    given(...family, pregnancy, knows)
      .on('2018-12-12')
      .noLongerOwes('pregnancy-told-to-social-care')
  })

  it('is owed by nobody where social care wrote it first', () => {
    given(...family, { ...pregnancy, by: 'social-care' }).silent('pregnancy-told-to-social-care')
  })
})

describe('an unborn child whose mother lost the care of another, or takes drugs', () => {
  const leah = { kind: 'person', person: 'leah', as: 'adult' }
  const gone = { kind: 'adopted', on: '2016-05-02', by: 'court', child: 'ash' }
  const ash = [
    { kind: 'person', person: 'ash', born: '2014-02-01' },
    { ...mother, of: 'ash' },
  ]
  const robin = { ...pregnancy, by: 'hospital/royal' }
  const heroin = { kind: 'adult-health', on: '2018-06-04', by: 'gp/elm', person: 'leah', about: 'substance-use' }

  it('is referred by whoever knew of the pregnancy first', () => {
    given(...ash, gone, robin).due('unborn-referred', '2018-12-17')
    given(leah, heroin, robin).due('unborn-referred', '2018-12-17')
    const elsewhere = { ...exploited, fact: 'child-removed', on: '2019-01-07' }
    given(leah, robin, elsewhere).due('unborn-referred', '2019-01-14')
  })

  it('is referred by a midwife who names no child', () => {
    given(...ash, gone, robin, { ...referral, child: undefined })
      .on('2018-12-17')
      .kept('unborn-referred')
    given(maya, ...ash, gone, robin, { ...referral, child: undefined, by: 'school/hill' })
      .on('2018-12-18')
      .late('unborn-referred')
  })

  it('is not asked after where the child came home, or the drugs are years ago', () => {
    const care = { kind: 'came-into-care', on: '2016-05-02', by: 'social-care', child: 'ash' }
    const home = { kind: 'left-care', on: '2017-05-02', by: 'social-care', child: 'ash' }
    given(...ash, care, home, robin).silent('unborn-referred')
    given(leah, { ...heroin, on: '2015-06-04' }, robin).silent('unborn-referred')
    given(leah, { ...heroin, about: 'mental-health' }, robin).silent('unborn-referred')
  })
})

describe('a mother who is the child of the record', () => {
  const young = { kind: 'person', person: 'leah', born: '2003-02-01', subject: 'yes' }
  const robin = { ...pregnancy, mother: 'leah', father: undefined }
  const opened = { kind: 'assessment-opened', on: '2018-12-17', by: 'social-care', type: 'pre-birth' }

  it('has one assessment before birth, of the unborn child, which answers the referral too', () => {
    const one = given(young, robin, { ...referral, child: undefined }, opened)
    one.due('pre-birth-assessment-finished', '2019-02-21')
    one.on('2018-12-17').kept('referral-decided')
    const finished = { kind: 'assessment-finished', on: '2019-02-11', by: 'social-care' }
    given(young, robin, opened, finished).on('2019-02-11').kept('pre-birth-assessment-finished', { child: 'robin' })
  })
})

describe('an unborn child whom the first discussion of the family named', () => {
  const start = { kind: 'strategy-discussion', on: '2018-12-13', by: 'social-care', discussion: 'sd', section47: 'yes' }
  const both = { ...start, child: ['maya', 'robin'] }

  it('was referred, and is still assessed before birth', () => {
    const known = given(maya, mother, pregnancy, both).on('2018-12-14')
    known.kept('unborn-referred')
    known.owes('pre-birth-assessment-finished')
    given(maya, mother, pregnancy, start).on('2018-12-21').late('unborn-referred')
  })

  it('is assessed by what was opened for it by name, and not by what was opened for the other child', () => {
    const done = { kind: 'assessment-finished', on: '2019-02-11', by: 'social-care', assessment: 'a' }
    const begun = { kind: 'assessment-opened', on: '2018-12-14', by: 'social-care', assessment: 'a' }
    const record = [maya, mother, pregnancy, both]
    given(...record, { ...begun, child: ['maya', 'robin'] }, done)
      .on('2019-02-11')
      .kept('pre-birth-assessment-finished', { child: 'robin' })
    given(...record, begun, done)
      .on('2019-03-11')
      .late('pre-birth-assessment-finished', { child: 'robin' })
  })

  it('has an enquiry that ends with that of the other child, where its end names neither', () => {
    const end = { kind: 'section47-concluded', on: '2018-12-28', by: 'social-care', outcome: 'no-continuing-risk' }
    given(maya, mother, pregnancy, both).on('2019-01-10').late('conference-held', { child: 'robin' })
    given(maya, mother, pregnancy, both, end).on('2019-01-10').noLongerOwes('conference-held', { child: 'robin' })
    given(maya, mother, pregnancy, both, { ...end, child: 'maya' })
      .on('2019-01-10')
      .late('conference-held', { child: 'robin' })
  })
})
