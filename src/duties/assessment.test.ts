import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const opened = {
  kind: 'assessment-opened',
  on: '2018-08-28',
  by: 'social-care',
  assessment: 'a1',
  type: 'child-and-family',
}
const finished = { kind: 'assessment-finished', on: '2018-10-25', by: 'social-care', assessment: 'a1' }

describe('an assessment', () => {
  it('is finished within 45 working days of the referral', () => {
    given(maya, opened).due('assessment-finished', '2018-10-30')
    given(maya, { ...opened, on: '2018-11-05', referred: '2018-11-01' }).due('assessment-finished', '2019-01-08')
    const made = { kind: 'referral-made', on: '2018-11-01', by: 'health-visiting', referral: 'r1', to: 'social-care' }
    given(maya, made, { ...opened, on: '2018-11-05', referral: 'r1' }).due('assessment-finished', '2019-01-08')
    given(maya, opened, finished).on('2018-10-30').kept('assessment-finished')
    given(maya, opened, { ...finished, on: '2018-11-20' })
      .on('2018-11-20')
      .keptLate('assessment-finished')
  })

  it('has another clock, or none, before birth, in early help and in a section 47 enquiry', () => {
    for (const type of ['pre-birth', 'early-help', 'section-47', 'capability'])
      given(maya, { ...opened, type }).silent('assessment-finished')
  })
})

describe('the adults around a child', () => {
  const father = { kind: 'relationship', person: 'jay', is: 'father', of: 'maya' }
  const covered = {
    kind: 'person-covered',
    on: '2018-10-19',
    by: 'social-care',
    assessment: 'a1',
    person: 'jay',
    status: 'declined',
  }

  it('are covered before the assessment is authorised', () => {
    given(maya, father, opened).due('adults-covered-by-assessment', '2018-10-30')
    given(maya, father, opened, covered, finished).on('2018-10-25').kept('adults-covered-by-assessment')
    given(maya, father, opened, finished).on('2018-10-26').late('adults-covered-by-assessment', { step: 'jay' })
  })

  it('are not covered by "not asked", nor by an earlier assessment', () => {
    given(maya, father, opened, { ...covered, status: 'not-asked' }, finished)
      .on('2018-10-26')
      .late('adults-covered-by-assessment')
    const met = { kind: 'contact', on: '2018-09-10', by: 'social-care', way: 'visit', with: 'jay' }
    given(maya, father, opened, met, { ...covered, status: 'not-asked' }, finished)
      .on('2018-10-26')
      .late('adults-covered-by-assessment')
    const before = { ...opened, on: '2018-06-10', assessment: 'a0', type: 'other' }
    given(maya, father, before, opened, { ...covered, assessment: 'a0' }, finished)
      .on('2018-10-26')
      .late('adults-covered-by-assessment', { thing: 'a1' })
  })

  it('are covered late by a later assessment', () => {
    const next = { ...opened, on: '2018-11-01', assessment: 'a2' }
    given(maya, father, opened, finished, next, { ...covered, on: '2019-01-04', assessment: 'a2' })
      .on('2019-01-08')
      .keptLate('adults-covered-by-assessment', { thing: 'a1' })
  })

  it('are those of the home on the day the assessment ends', () => {
    const home = { kind: 'lives-at', on: '2018-09-03', by: 'gp', person: 'maya; paul', address: '14 Mill Row' }
    given(maya, home, opened).on('2018-10-31').late('adults-covered-by-assessment', { step: 'paul' })
    given(maya, home, { ...home, on: '2018-10-01', person: 'paul', address: '2 New Street' }, opened).silent(
      'adults-covered-by-assessment',
    )
  })

  it('are not asked about where the record names none', () => {
    given(maya, opened).silent('adults-covered-by-assessment')
  })
})

describe('what an assessment rests on', () => {
  const ground = {
    kind: 'ground',
    on: '2018-04-20',
    by: 'social-care',
    ground: 'g1',
    about: 'lives-at',
    person: 'leah',
    address: '3 Beech Close',
  }
  const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
  const family: readonly Line[] = [maya, mother, ground]
  const home = { kind: 'discharge', on: '2018-09-03', by: 'hospital', address: '14 Mill Row' }
  const moves = { kind: 'lives-at', on: '2018-09-10', by: 'gp', person: 'leah', address: '14 Mill Row' }

  it('is thought over when the child goes to another address, or the person moves', () => {
    given(...family, home, moves).due('ground-reassessed', '2018-09-17')
    given(...family, moves).due('ground-reassessed', '2018-09-24')
    const updated = { kind: 'analysis-updated', on: '2018-09-12', by: 'social-care', ground: 'g1' }
    given(...family, home, updated)
      .on('2018-09-17')
      .kept('ground-reassessed')
    given(...family, home, opened)
      .on('2018-09-18')
      .late('ground-reassessed')
  })

  it('is as it was when they stay where they were', () => {
    given(...family).silent('ground-reassessed')
    given(...family, { ...home, address: '3  beech close' }).silent('ground-reassessed')
    given(...family, { ...moves, person: 'jay' }).silent('ground-reassessed')
    given(maya, mother, { ...ground, person: 'jay' }, home).silent('ground-reassessed')
  })

  it('is thought over when somebody says that it is no longer so', () => {
    const over = { kind: 'ground-ended', on: '2018-09-03', by: 'health-visiting', ground: 'g1' }
    given(maya, { ...ground, about: 'co-operates' }, over).due('ground-reassessed', '2018-09-17')
    given(maya, { ...ground, about: 'co-operates' }, { ...over, ground: 'g2' }).silent('ground-reassessed')
  })

  it('is thought over when those who were parted are together', () => {
    const parted = { ...ground, about: 'relationship-ended', person: 'jay' }
    const pregnancy = { kind: 'pregnancy', on: '2018-12-10', by: 'gp', unborn: 'robin', mother: 'leah', father: 'jay' }
    given(maya, mother, parted, pregnancy).due('ground-reassessed', '2018-12-24')
    given(maya, mother, parted, { ...pregnancy, father: 'tom' }).silent('ground-reassessed')
  })

  it('is thought over when the one who helped has died', () => {
    const helped = { ...ground, about: 'helped-by', person: 'irene' }
    const death = { kind: 'death', on: '2018-09-03', by: 'gp', person: 'irene' }
    given(maya, mother, helped, death).due('ground-reassessed', '2018-09-17')
    given(maya, mother, helped, { ...death, person: 'stan' }).silent('ground-reassessed')
  })

  it('counts from its last word when it is given anew', () => {
    const anew = { ...ground, on: '2018-10-01', address: '14 Mill Row' }
    given(...family, anew).silent('ground-reassessed')
    given(...family, anew, { ...moves, on: '2018-11-05', address: '2 New Street' }).due(
      'ground-reassessed',
      '2018-11-19',
    )
  })
})

describe('an adult whom the file hardly names', () => {
  const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
  const partner = { kind: 'relationship', on: '2018-05-01', by: 'school', person: 'kit', is: 'partner', of: 'leah' }
  const met = { kind: 'contact', on: '2018-09-10', by: 'social-care', way: 'visit', with: 'leah' }

  it('is around the child as the partner of the mother', () => {
    given(maya, mother, partner, opened, met, finished)
      .on('2018-10-26')
      .late('adults-covered-by-assessment', { step: 'kit' })
    given(maya, mother, { ...partner, until: '2018-08-01' }, opened, met, finished)
      .on('2018-10-26')
      .silent('adults-covered-by-assessment')
  })

  it('was asked where social care spoke with them, and not by somebody else’s visit', () => {
    given(maya, mother, opened, met, finished).on('2018-10-25').kept('adults-covered-by-assessment')
    for (const other of [{ by: 'health-visiting' }, { on: '2018-08-01' }, { reached: 'no' }])
      given(maya, mother, opened, { ...met, ...other }, finished)
        .on('2018-10-26')
        .late('adults-covered-by-assessment')
  })
})

describe('what a parent says, in an assessment', () => {
  const mother = (of: string) => ({ kind: 'relationship', person: 'leah', is: 'mother', of })
  const finn = { kind: 'person', person: 'finn', as: 'child', born: '2010-01-01' }
  const met = { kind: 'contact', on: '2018-09-10', by: 'social-care', way: 'visit', with: 'leah' }

  it('is heard on a visit about a brother or sister, and not in a letter that goes out', () => {
    const of = { child: 'finn', step: 'parents' }
    const assessed = [maya, finn, mother('maya'), mother('finn'), { ...opened, child: 'finn' }]
    given(...assessed, met, { ...finished, child: 'finn' })
      .on('2018-10-25')
      .kept('child-and-parents-heard', of)
    given(...assessed, { ...met, way: 'letter' }, { ...finished, child: 'finn' })
      .on('2018-10-26')
      .late('child-and-parents-heard', of)
  })
})

describe('an assessment of two children', () => {
  it('is finished for both where nobody says otherwise', () => {
    const finn = { kind: 'person', person: 'finn', as: 'child', born: '2010-01-01' }
    const both = [maya, finn, { ...opened, child: 'maya; finn' }]
    given(...both, finished)
      .on('2018-10-25')
      .kept('assessment-finished', { child: 'finn' })
    given(...both, { ...finished, child: 'maya' })
      .on('2018-10-31')
      .late('assessment-finished', { child: 'finn' })
  })
})
