import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const child: Line = { kind: 'person', person: 'lark', born: '2021-03-01', subject: 'yes' }
const seen = (on: string): Line => ({ kind: 'contact', on, by: 'health-visiting', way: 'visit', seen: 'lark' })
const visit = (on: string, by = 'health-visiting'): Line => ({ kind: 'contact', on, by, way: 'visit', reached: 'no' })
const check = (on: string, outcome = 'missed'): Line => ({
  kind: 'routine-check',
  on,
  by: 'gp/park',
  check: 'immunisation',
  outcome,
})
const unseen = [child, seen('2021-03-15'), check('2021-05-03'), check('2021-07-05'), visit('2021-09-06')]

describe('a small child whom nobody has seen for months', () => {
  it('is to be seen after the third check or visit that came to nothing, whichever service it was', () => {
    given(...unseen).due('small-child-seen', '2021-09-20')
    given(...unseen)
      .on('2021-09-21')
      .late('small-child-seen')
    given(...unseen, visit('2021-11-01', 'early-help')).due('small-child-seen', '2021-09-20')
  })

  it('is seen by whoever sees the child, and the count begins anew', () => {
    given(...unseen, { kind: 'urgent-attendance', on: '2021-09-10', by: 'hospital/royal' })
      .on('2021-09-20')
      .kept('small-child-seen')
    given(...unseen, seen('2022-02-01'))
      .on('2022-02-01')
      .keptLate('small-child-seen')
    const again = [check('2022-04-01'), check('2022-05-02'), visit('2022-06-01')]
    given(...unseen, seen('2021-09-10'), ...again).due('small-child-seen', '2021-09-20', '2022-06-17')
  })

  it('is nobody’s worry where a nursery has the child, a social worker does, or somebody saw the child between', () => {
    const nursery = { kind: 'registered', on: '2021-06-01', by: 'nursery/oak', person: 'lark' }
    given(...unseen, nursery).silent('small-child-seen')
    const plan = { kind: 'plan-started', on: '2021-06-01', by: 'social-care', type: 'child-in-need' }
    given(...unseen, plan).silent('small-child-seen')
    given(...unseen, check('2021-06-01', 'done')).silent('small-child-seen')
  })

  it('is not seen by a letter of those who give out school places', () => {
    const letter = { kind: 'contact', on: '2021-09-10', by: 'school/admissions', way: 'letter' }
    given(...unseen, letter)
      .on('2021-09-21')
      .late('small-child-seen')
  })

  it('says nothing of what was declined, of two that came to nothing, or of a child of school age', () => {
    given(child, check('2021-05-03', 'declined'), check('2021-07-05', 'declined'), visit('2021-09-06')).silent(
      'small-child-seen',
    )
    given(child, check('2021-05-03'), visit('2021-09-06')).silent('small-child-seen')
    given({ ...child, born: '2014-03-01' }, ...unseen.slice(1)).silent('small-child-seen')
    given(child, seen('2021-09-01'), visit('2021-09-06'), visit('2021-09-13'), visit('2021-10-04')).silent(
      'small-child-seen',
    )
  })
})
