import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const held = {
  kind: 'meeting-held',
  on: '2019-05-07',
  by: 'social-care',
  meeting: 'm1',
  type: 'child-in-need',
  present: 'social-care; school; health-visiting',
}
const view = { kind: 'view-given', on: '2019-05-07', by: 'school', meeting: 'm1', answer: 'disagree' }
const agrees = { ...view, answer: 'agree' }

describe('views after a meeting', () => {
  it('are given by all, once somebody has given theirs', () => {
    given(maya, held, agrees).due('views-after-meeting', '2019-05-09')
    given(maya, held, agrees, { ...agrees, by: 'social-care' }, { ...agrees, by: 'health-visiting', on: '2019-05-08' })
      .on('2019-05-09')
      .kept('views-after-meeting')
  })

  it('are not missed where a meeting does not ask for them', () => {
    given(maya, held).silent('views-after-meeting')
    given(maya, held, view).silent('views-after-meeting')
    given(maya, held, { ...agrees, meeting: undefined, about: 'The mark on her arm' }).silent('views-after-meeting')
  })
})

describe('a view that differs', () => {
  it('is weighed within two working days', () => {
    given(maya, held, view).due('disagreement-weighed', '2019-05-09')
    given(maya, held, view, { kind: 'views-weighed', on: '2019-05-09', by: 'social-care', meeting: 'm1' })
      .on('2019-05-09')
      .kept('disagreement-weighed')
    given(maya, held, view, { ...held, meeting: 'm2', on: '2019-05-20' })
      .on('2019-05-20')
      .keptLate('disagreement-weighed')
  })

  it('is weighed where two professionals read a mark differently, with no meeting at all', () => {
    const opinion = { ...view, by: 'hospital', meeting: undefined, about: 'The bruise', differsFrom: 'gp' }
    given(maya, opinion).due('disagreement-weighed', '2019-05-09')
  })

  it('goes on as a challenge where it becomes one', () => {
    given(maya, held, view, { kind: 'challenge-raised', on: '2019-05-08', by: 'school', to: 'social-care' })
      .on('2019-05-10')
      .noLongerOwes('disagreement-weighed')
  })

  it('is nothing while all agree', () => {
    given(maya, held, agrees).silent('disagreement-weighed')
  })
})
