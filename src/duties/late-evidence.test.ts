import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const closed = { kind: 'section47-concluded', on: '2019-05-07', by: 'social-care', outcome: 'no-continuing-risk' }
const mark = { kind: 'incident', on: '2019-05-02', written: '2019-05-14', by: 'gp', type: 'injury' }

describe('what was learnt only after a decision', () => {
  it('opens it again', () => {
    given(maya, closed, mark).due('decision-reopened', '2019-05-16')
    given(maya, closed, mark, { kind: 'strategy-discussion', on: '2019-05-15', by: 'social-care' })
      .on('2019-05-15')
      .kept('decision-reopened')
  })

  it('is one reason to think again, however many lines say it', () => {
    given(maya, closed, mark, { ...mark, by: 'school', written: '2019-05-15' }).due('decision-reopened', '2019-05-16')
  })

  it('opens nothing when it was known in time, or came after', () => {
    given(maya, closed, { ...mark, written: '2019-05-03' }).silent('decision-reopened')
    given(maya, closed, { ...mark, written: undefined }).silent('decision-reopened')
    given(maya, closed, { ...mark, on: '2019-05-10' }).silent('decision-reopened')
    given(maya, mark).silent('decision-reopened')
  })

  it('was known where whoever saw it had referred the child for it, and wrote their notes afterwards', () => {
    const rang = { kind: 'referral-made', on: mark.on, by: mark.by, to: 'social-care' }
    given(maya, rang, closed, mark).silent('decision-reopened')
    given(maya, { ...rang, by: 'police' }, closed, mark).due('decision-reopened', '2019-05-16')
  })
})
