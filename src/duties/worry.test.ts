import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const worry = { kind: 'worried-about-case', on: '2019-05-07', by: 'health-visiting', role: 'health-visitor' }
const talk = { kind: 'supervision', on: '2019-05-09', by: 'health-visiting' }
const challenge = { kind: 'challenge-raised', on: '2019-05-07', by: 'school', challenge: 'c', to: 'social-care' }
const answer = {
  kind: 'challenge-answered',
  on: '2019-05-08',
  by: 'social-care',
  challenge: 'c',
  settled: 'no',
  level: 1,
}
const second = { ...answer, on: '2019-05-10', level: 2 }

describe('somebody is worried about a case', () => {
  it('and it is talked over in two working days, in their own agency', () => {
    given(maya, worry).due('worry-talked-about', '2019-05-09')
    given(maya, worry, talk).on('2019-05-09').kept('worry-talked-about')
    given(maya, worry, { ...talk, by: 'social-care' })
      .on('2019-05-10')
      .late('worry-talked-about')
    given(maya, worry, { ...talk, by: 'social-care', group: 'yes' })
      .on('2019-05-09')
      .kept('worry-talked-about')
  })

  it('and is asked for by nobody’s silence', () => {
    given(maya, { kind: 'concern', on: '2019-05-07', by: 'school' }).silent('worry-talked-about')
  })
})

describe('group supervision', () => {
  it('is held when a second answer does not settle a challenge', () => {
    given(maya, challenge, answer, second).due('group-supervision-held', '2019-06-10')
    given(maya, challenge, answer, second, { ...talk, by: 'partnership', on: '2019-05-20', group: 'yes' })
      .on('2019-05-20')
      .kept('group-supervision-held')
  })

  it('is held when two agencies differ', () => {
    const view = { kind: 'view-given', on: '2019-05-07', by: 'school', about: 'The plan', answer: 'disagree' }
    given(maya, view, { ...view, by: 'gp', on: '2019-05-14' }).due('group-supervision-held', '2019-06-12')
    given(maya, view, { ...view, on: '2019-05-14' }).silent('group-supervision-held')
  })

  it('is nothing after one answer', () => {
    given(maya, challenge, answer).silent('group-supervision-held')
  })
})

describe('a challenge that was settled', () => {
  const settled = { ...answer, settled: 'yes' }

  it('is closed with what changed for the child', () => {
    given(maya, challenge, settled).due('challenge-closed', '2019-05-10')
    given(maya, challenge, settled, {
      kind: 'challenge-closed',
      on: '2019-05-10',
      by: 'social-care',
      changed: 'A visit',
    })
      .on('2019-05-10')
      .kept('challenge-closed')
  })

  it('is nothing while it is not settled, or nobody says that it is', () => {
    given(maya, challenge, answer).silent('challenge-closed')
    given(maya, challenge, { ...answer, settled: undefined }).silent('challenge-closed')
  })
})
