import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const mother = { kind: 'relationship', person: 'leah', is: 'mother', of: 'maya' }
const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const pregnancy = { kind: 'pregnancy', on: '2018-12-10', by: 'social-care', unborn: 'robin', mother: 'leah' }
const family: readonly Line[] = [maya, mother, plan, pregnancy]
const birth = { kind: 'birth', on: '2019-07-12', by: 'midwifery', unborn: 'robin', mother: 'leah', child: 'robin' }

describe('a meeting about a child whose mother is pregnant', () => {
  const discussion = {
    kind: 'strategy-discussion',
    on: '2019-05-13',
    by: 'social-care',
    discussion: 'sd2',
    child: 'maya',
    section47: 'no',
    outcome: 'child-in-need',
  }

  it('records what was decided for the unborn child the same day', () => {
    given(...family, discussion).due('unborn-considered', '2019-05-13')
    given(...family, discussion)
      .on('2019-05-14')
      .late('unborn-considered', { child: 'robin', thing: 'sd2' })
    given(...family, discussion, { ...discussion, on: '2019-05-15', child: 'robin' })
      .on('2019-05-15')
      .keptLate('unborn-considered')
  })

  it('says nothing when the unborn child is among those named', () => {
    given(...family, { ...discussion, child: 'maya; robin' }).silent('unborn-considered')
    given(...family, discussion, { ...discussion, child: 'robin' }).silent('unborn-considered')
  })

  it('says nothing when there is no pregnancy, not yet one, or no longer', () => {
    given(maya, mother, plan, discussion).silent('unborn-considered')
    given(...family, { ...discussion, on: '2018-12-05' }).silent('unborn-considered')
    given(...family, birth, { ...discussion, on: '2019-07-20' }).silent('unborn-considered')
  })

  it('holds for a conference too', () => {
    const held = { kind: 'conference-held', on: '2019-06-04', by: 'conference-unit', conference: 'c1', child: 'maya' }
    given(...family, held).due('unborn-considered', '2019-06-04')
    given(...family, held, { ...held, child: 'robin' }).silent('unborn-considered')
    given(...family, held, { ...held, on: '2019-06-11', child: 'robin' })
      .on('2019-06-11')
      .keptLate('unborn-considered')
  })
})

describe('a booking appointment while a child of the family has a plan', () => {
  const booking = { kind: 'antenatal-booking', on: '2019-01-07', by: 'midwifery', unborn: 'robin', child: 'robin' }
  const told = { kind: 'told', on: '2019-01-08', by: 'social-care', of: 'p1', to: 'midwifery', reason: 'yes' }

  it('has midwifery told of the plan and of its reason', () => {
    given(...family, booking).due('midwifery-told-reason', '2019-01-08')
    given(...family, booking, told)
      .on('2019-01-08')
      .kept('midwifery-told-reason')
    given(...family, booking, { ...told, reason: 'no' })
      .on('2019-01-09')
      .late('midwifery-told-reason')
  })

  it('says nothing when midwifery knew the reason before', () => {
    given(...family, booking, { ...told, on: '2018-12-12' }).silent('midwifery-told-reason')
  })

  it('says nothing when no child of the household has a plan', () => {
    given(maya, mother, pregnancy, booking).silent('midwifery-told-reason')
    given(maya, { ...mother, person: 'ann' }, plan, pregnancy, booking).silent('midwifery-told-reason')
  })
})

describe('a birth in a family with a plan', () => {
  it('has the plans of both children looked at again', () => {
    const both = given(...family, birth)
    both.due('plans-reassessed-after-birth', '2019-07-26', '2019-07-26')
    both.on('2019-07-27').late('plans-reassessed-after-birth', { child: 'maya' })
    both.on('2019-07-27').late('plans-reassessed-after-birth', { child: 'robin' })
  })

  it('ends for each child with its own plan or assessment', () => {
    const updated = { kind: 'plan-updated', on: '2019-07-19', by: 'social-care', plan: 'p1' }
    const started = { ...plan, on: '2019-07-22', plan: 'p2', child: 'robin' }
    const one = given(...family, birth, updated).on('2019-07-27')
    one.kept('plans-reassessed-after-birth', { child: 'maya' })
    one.late('plans-reassessed-after-birth', { child: 'robin' })
    given(...family, birth, updated, started)
      .on('2019-07-27')
      .kept('plans-reassessed-after-birth', { child: 'robin' })
  })

  it('says nothing of a first child, or where no child has a plan', () => {
    given(maya, mother, pregnancy, birth).silent('plans-reassessed-after-birth')
    given({ ...birth, unborn: 'maya', child: 'maya' }).silent('plans-reassessed-after-birth')
  })
})
