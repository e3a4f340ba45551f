import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const end = { kind: 'contact', on: '2023-12-01', by: 'housing', way: 'letter' }

describe('an entry of which only "about" is known', () => {
  it('did not happen after what answers it', () => {
    const raised = {
      kind: 'challenge-raised',
      on: 'about 2023-02-06',
      by: 'school/a',
      challenge: 'c',
      to: 'social-care',
    }
    const answered = { kind: 'challenge-answered', on: '2023-02-07', by: 'social-care', challenge: 'c', settled: 'yes' }
    given(child, raised, answered, end).on('2023-12-01').silent('challenge-answered')
    for (const { rule, ended } of given(child, raised, answered, end).duties)
      if (/^challenge-(?:answered|decided)/u.test(rule.name) && ended === undefined) throw new Error(rule.name)
  })

  it('leaves other things alone', () => {
    const asked = { kind: 'question-asked', on: 'about 2023-02-06', by: 'hospital/royal', question: 'one' }
    const other = { kind: 'question-answered', on: '2023-02-07', by: 'hospital/royal', question: 'two' }
    given(child, asked, other).on('2023-04-01').late('question-answered')
    given(child, asked, { ...other, question: 'one' })
      .on('2023-04-01')
      .kept('question-answered')
  })

  it('may have been in time when the first of its days was', () => {
    const agreed = { kind: 'plan-agreed', on: '2023-01-04', by: 'social-care', plan: 'p', type: 'child-in-need' }
    const held = { kind: 'meeting-held', on: 'about 2023-01-25', by: 'social-care', type: 'child-in-need', plan: 'p' }
    given(child, agreed, held).on('2023-03-01').kept('child-in-need-first-meeting')
    for (const { rule, ended, due } of given(child, agreed, held).duties)
      if (rule.name === 'child-in-need-first-meeting' && (ended?.day ?? 0) > due.day) throw new Error('late')
  })
})

describe('a visit of “about” a day that comes round', () => {
  const plan = { kind: 'plan-started', on: '2022-01-10', by: 'social-care', plan: 'p', type: 'child-in-need' }
  const seen = (on: string) => ({ kind: 'contact', on, by: 'social-care', way: 'visit', seen: 'maya' })

  it('was in time when the first of its days was, and the next counts from the last', () => {
    const case_ = given(child, plan, seen('2022-01-12'), seen('about 2022-02-07'), end)
    const visits = case_.duties.filter(({ rule }) => rule.name === 'child-seen-at-home')
    for (const { ended, due } of visits) if ((ended?.day ?? 0) > due.day) throw new Error('late')
    given(child, plan, seen('2022-01-12'), seen('about 2022-02-14'), end)
      .on('2022-02-20')
      .keptLate('child-seen-at-home')
  })
})
