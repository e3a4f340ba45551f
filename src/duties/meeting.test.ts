import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const nurse = { kind: 'worker-starts', on: '2018-09-03', by: 'health-visiting', role: 'health-visitor' }
const surgery = { kind: 'worker-starts', on: '2018-09-03', by: 'gp/elm-road', role: 'gp' }
const called = {
  kind: 'meeting-called',
  on: '2019-02-04',
  by: 'social-care',
  meeting: 'm1',
  type: 'child-in-need',
  when: '2019-03-01',
  invited: 'health-visiting',
}
const sent = {
  kind: 'invitation-sent',
  on: '2019-02-04',
  by: 'social-care',
  meeting: 'm1',
  to: 'health-visiting',
  way: 'e-mail',
}
const cancelled = { kind: 'meeting-cancelled', on: '2019-02-20', by: 'social-care', meeting: 'm1' }

describe('the list of a meeting', () => {
  it('names everybody at work with the child, the day the meeting is called', () => {
    given(child, nurse, surgery, called).due('meeting-asks-all', '2019-02-04')
    given(child, nurse, surgery, { ...called, invited: 'health-visiting; gp' }).silent('meeting-asks-all')
    const late = { ...sent, on: '2019-02-06', to: 'gp/elm-road' }
    given(child, nurse, surgery, called, late).on('2019-02-06').keptLate('meeting-asks-all')
    given(child, nurse, surgery, called, cancelled).on('2019-02-20').noLongerOwes('meeting-asks-all')
  })

  it('may leave somebody out with a reason, not without', () => {
    const without = { ...called, leftOut: 'gp/elm-road' }
    given(child, nurse, surgery, { ...without, reason: 'Has the minutes' }).silent('meeting-asks-all')
    given(child, nurse, surgery, without).due('meeting-asks-all', '2019-02-04')
  })

  it('says nothing where the record has no list, names nobody at work, or only the organiser', () => {
    given(child, nurse, surgery, { ...called, invited: undefined }).silent('meeting-asks-all')
    given(child, called).silent('meeting-asks-all')
    const own = { kind: 'worker-starts', on: '2018-09-03', by: 'social-care', role: 'social-worker' }
    given(child, own, nurse, called).silent('meeting-asks-all')
  })
})

describe('an agency that is left out on purpose', () => {
  const without = { ...called, leftOut: 'gp/elm-road', reason: 'Has the minutes' }

  it('is told the same day that the meeting takes place', () => {
    given(child, without).due('left-out-agency-told', '2019-02-04')
    const told = { kind: 'told', on: '2019-02-04', by: 'social-care', of: 'm1', to: 'gp/elm-road' }
    given(child, without, told).on('2019-02-04').kept('left-out-agency-told')
    given(child, without, { ...told, to: 'housing' })
      .on('2019-02-05')
      .late('left-out-agency-told')
    given(child, without, cancelled).on('2019-02-20').noLongerOwes('left-out-agency-told')
    given(child, called).silent('left-out-agency-told')
  })
})

describe('the minutes of a meeting', () => {
  const held = {
    kind: 'meeting-held',
    on: '2019-03-06',
    by: 'social-care',
    meeting: 'm1',
    type: 'child-in-need',
    present: 'social-care; midwifery',
  }
  const minutes = { kind: 'minutes-sent', on: '2019-03-11', by: 'social-care', meeting: 'm1' }

  it('go to all who were asked within five working days', () => {
    given(child, called, held).due('meeting-minutes-sent', '2019-03-13')
    given(child, called, held, { ...minutes, to: 'midwifery; health-visiting' })
      .on('2019-03-11')
      .kept('meeting-minutes-sent')
    given(child, called, held, { ...minutes, to: 'midwifery' })
      .on('2019-03-14')
      .late('meeting-minutes-sent')
    given(child, called, held, minutes).on('2019-03-11').kept('meeting-minutes-sent')
  })

  it('go out within fifteen working days of a conference', () => {
    given(child, { ...held, type: 'conference' }).due('meeting-minutes-sent', '2019-03-27')
    const conference = { kind: 'conference-held', on: '2019-03-06', by: 'conference-unit', conference: 'c1' }
    given(child, conference).due('meeting-minutes-sent', '2019-03-27')
    given(child, conference, { ...minutes, meeting: 'c1' })
      .on('2019-03-11')
      .kept('meeting-minutes-sent')
  })

  it('are owed for each child whom the meeting was about, and for no meeting that was not held', () => {
    const robin = { kind: 'person', person: 'robin', as: 'child', born: '2016-02-01' }
    given(child, robin, { ...held, child: 'maya; robin' }).due('meeting-minutes-sent', '2019-03-13', '2019-03-13')
    given(child, called).silent('meeting-minutes-sent')
    given(child, called, cancelled).silent('meeting-minutes-sent')
  })
})
