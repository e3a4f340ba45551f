import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const conference = {
  kind: 'conference-held',
  on: '2019-05-07',
  by: 'conference-unit',
  conference: 'c1',
  outcome: 'plan',
}
const plan = { kind: 'plan-started', on: '2019-05-07', by: 'social-care', plan: 'p1', type: 'child-protection' }
const group = { kind: 'meeting-held', on: '2019-05-20', by: 'social-care', type: 'core-group' }
const review = { kind: 'conference-held', on: '2019-08-01', by: 'conference-unit', type: 'review', outcome: 'continue' }
const ended = { ...review, on: '2019-08-01', outcome: 'end' }
const seen = { kind: 'contact', on: '2019-05-14', by: 'social-care', way: 'visit', seen: 'maya', alone: 'yes' }
const family = [maya, conference, plan]

describe('the first core group', () => {
  it('is held within ten working days of the conference', () => {
    given(...family).due('first-core-group', '2019-05-21')
    given(...family, group)
      .on('2019-05-20')
      .kept('first-core-group')
    given(...family, { ...group, on: '2019-06-10' })
      .on('2019-06-10')
      .keptLate('first-core-group')
  })

  it('is owed where only the conference is on the record', () => {
    given(maya, conference).due('first-core-group', '2019-05-21')
    given(maya, conference, group).on('2019-05-22').silent('first-core-group')
  })

  it('is nothing for a plan for a child in need, or after no plan was made', () => {
    given(maya, { ...plan, type: 'child-in-need' }).silent('first-core-group')
    given(maya, { ...conference, outcome: 'no-plan' }).silent('first-core-group')
  })

  it('is the one meeting for all children of the plan when it names none', () => {
    const sam = { kind: 'person', person: 'sam', as: 'child', born: '2019-01-01' }
    given(maya, sam, { ...plan, child: 'maya; sam' }, group)
      .on('2019-05-22')
      .kept('first-core-group', { child: 'sam' })
  })
})

describe('the next core groups', () => {
  it('come round every six weeks until the plan ends', () => {
    given(...family, group).due('next-core-group', '2019-07-01')
    given(...family, group, { ...group, on: '2019-06-24' }).due('next-core-group', '2019-07-01', '2019-08-05')
    given(...family, group, { ...group, on: '2019-06-24' })
      .on('2019-06-24')
      .kept('next-core-group', { step: '1' })
    given(...family, group)
      .on('2019-07-02')
      .late('next-core-group')
  })

  it('end when a conference ends the plan', () => {
    given(...family, group, { ...ended, on: '2019-06-20' })
      .on('2019-07-02')
      .noLongerOwes('next-core-group')
  })

  it('end when the child comes into care, and not with a night of police protection', () => {
    const care = { kind: 'came-into-care', on: '2019-06-03', by: 'social-care', status: 'Interim care order' }
    given(...family, group, care)
      .on('2019-07-02')
      .noLongerOwes('next-core-group')
    given(...family, group, { ...care, status: 'Police protection' })
      .on('2019-07-02')
      .late('next-core-group')
  })

  it('are nothing before the first, nor is a discharge meeting one', () => {
    given(...family).silent('next-core-group')
    given(...family, { ...group, type: 'discharge' }).silent('next-core-group')
  })
})

describe('review conferences', () => {
  it('are held within three months, then within six', () => {
    given(...family).due('review-conference-held', '2019-08-07')
    given(...family, review).due('review-conference-held', '2019-08-07', '2020-02-01')
    given(...family, review)
      .on('2019-08-01')
      .kept('review-conference-held')
    given(...family)
      .on('2019-08-08')
      .late('review-conference-held')
  })

  it('end with the plan, and are nothing without one', () => {
    given(...family, ended)
      .on('2020-06-01')
      .silent('review-conference-held')
    given(maya, { ...conference, outcome: 'no-plan' }).silent('review-conference-held')
  })

  it('take a meeting of that type for a conference', () => {
    given(...family, { kind: 'meeting-held', on: '2019-07-30', by: 'social-care', type: 'conference' })
      .on('2019-08-08')
      .kept('review-conference-held', { step: '1' })
  })
})

describe('the first review after a birth', () => {
  const baby = { kind: 'pregnancy', on: '2019-04-01', by: 'midwifery', mother: 'jo', unborn: 'baby' }
  const birth = { kind: 'birth', on: '2019-05-28', by: 'midwifery', unborn: 'baby' }
  const before = [maya, baby, { ...conference, child: 'baby' }, { ...plan, child: 'baby' }]

  it('is held within ten working days of the birth', () => {
    given(...before, birth).due('review-after-birth', '2019-06-11')
    given(...before, birth, { ...review, on: '2019-06-10', child: 'baby' })
      .on('2019-06-10')
      .kept('review-after-birth')
  })

  it('is not owed before the birth, nor for a child who was born when the conference met', () => {
    given(...before).silent('review-after-birth')
    given(...family).silent('review-after-birth')
  })
})

describe('a child on a child protection plan', () => {
  it('is seen every ten working days', () => {
    given(...family).due('child-on-protection-plan-seen', '2019-05-21')
    given(...family, seen).due('child-on-protection-plan-seen', '2019-05-21', '2019-05-29')
    given(...family, seen)
      .on('2019-05-14')
      .kept('child-on-protection-plan-seen', { step: '1' })
  })

  it('is not seen by a visit that saw nobody, nor in a core group', () => {
    given(...family, { ...seen, seen: undefined })
      .on('2019-05-22')
      .late('child-on-protection-plan-seen')
    given(...family, { ...seen, way: 'meeting' })
      .on('2019-05-22')
      .late('child-on-protection-plan-seen')
  })

  it('is not counted without a plan, nor before a birth', () => {
    given(maya, seen).silent('child-on-protection-plan-seen')
    given(
      maya,
      { kind: 'pregnancy', on: '2019-04-01', by: 'midwifery', mother: 'jo', unborn: 'baby' },
      {
        ...plan,
        child: 'baby',
      },
    ).silent('child-on-protection-plan-seen')
  })
})
