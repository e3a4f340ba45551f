import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2012-02-01', subject: 'yes' }
const elsewhere = {
  kind: 'private-fostering',
  on: '2024-04-15',
  by: 'school/oak',
  where: 'With a friend of her mother',
}

describe('a child who lives with somebody else', () => {
  it('is visited by social care within seven working days', () => {
    given(child, elsewhere).due('private-fostering-checked', '2024-04-24')
    const visit = { kind: 'contact', on: '2024-04-19', by: 'social-care', way: 'visit', seen: 'ivy' }
    given(child, elsewhere, visit).on('2024-04-19').kept('private-fostering-checked')
    given(child, elsewhere, { ...visit, by: 'school/oak' })
      .on('2024-04-25')
      .late('private-fostering-checked')
    given(child, { ...elsewhere, kind: 'placed-elsewhere' }).due('private-fostering-checked', '2024-04-24')
  })

  it('is not asked about where social care placed the child', () => {
    given(child, { ...elsewhere, kind: 'placed-elsewhere', by: 'social-care' }).silent('private-fostering-checked')
  })
})

describe('a parent who is a child', () => {
  const young = { kind: 'person', person: 'mia', born: '2008-05-01', as: 'child' }
  const pregnancy = { kind: 'pregnancy', on: '2024-04-15', by: 'midwifery', unborn: 'cub', mother: 'mia', child: 'cub' }

  it('is looked at as a child within ten working days', () => {
    given(child, young, pregnancy).due('young-parent-looked-at', '2024-04-29')
    given(child, young, pregnancy, {
      kind: 'referral-made',
      on: '2024-04-18',
      by: 'midwifery',
      to: 'social-care',
      child: 'mia',
    })
      .on('2024-04-18')
      .kept('young-parent-looked-at')
  })

  it('is a child no more at eighteen', () => {
    given(child, { ...young, born: '2000-05-01', as: 'adult' }, pregnancy).silent('young-parent-looked-at')
  })
})
