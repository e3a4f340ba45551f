import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
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

describe('an invitation', () => {
  const bounced = {
    kind: 'invitation-bounced',
    on: '2019-02-04',
    by: 'social-care',
    meeting: 'm1',
    to: 'health-visiting',
  }
  const acknowledged = { kind: 'invitation-acknowledged', on: '2019-02-05', by: 'health-visiting', meeting: 'm1' }

  it('that comes back goes out another way within one working day', () => {
    given(child, called, sent, bounced).due('invitation-arrived', '2019-02-05')
    given(child, called, sent, bounced, { ...sent, on: '2019-02-05', way: 'call' })
      .on('2019-02-05')
      .kept('invitation-arrived')
    given(child, called, sent, bounced, { ...sent, on: '2019-02-05' })
      .on('2019-02-06')
      .late('invitation-arrived')
    given(child, called, sent, bounced, acknowledged).on('2019-02-05').kept('invitation-arrived')
    given(child, called, sent, bounced, cancelled).on('2019-02-20').noLongerOwes('invitation-arrived')
  })

  it('that comes back is late even after the meeting, unless they were there', () => {
    const held = { kind: 'meeting-held', on: '2019-03-01', by: 'social-care', meeting: 'm1', present: 'social-care' }
    given(child, called, sent, bounced, held).on('2019-03-02').late('invitation-arrived')
    given(child, called, sent, bounced, { ...held, present: 'health-visiting' })
      .on('2019-03-02')
      .keptLate('invitation-arrived')
  })

  it('that comes back a second time is asked for again', () => {
    const letter = { ...sent, on: '2019-02-05', way: 'letter' }
    const again = { ...bounced, on: '2019-02-08' }
    given(child, called, sent, bounced, letter, again).due('invitation-arrived', '2019-02-05', '2019-02-11')
  })

  it('that brings no word goes out another way within two working days', () => {
    const both = { ...sent, to: 'health-visiting; gp/elm-road' }
    const silence = given(child, called, both, acknowledged)
    silence.due('invitation-arrived', '2019-02-06')
    silence.silent('invitation-arrived', { step: 'health-visiting' })
    silence.on('2019-02-05').silent('invitation-arrived')
    silence.on('2019-02-07').late('invitation-arrived', { step: 'gp/elm-road' })
    const report = { kind: 'report-filed', on: '2019-02-06', by: 'gp/elm-road', meeting: 'm1' }
    given(child, called, both, acknowledged, report)
      .on('2019-02-06')
      .kept('invitation-arrived', { step: 'gp/elm-road' })
    const held = { kind: 'meeting-held', on: '2019-03-01', by: 'social-care', meeting: 'm1' }
    given(child, called, both, acknowledged, held)
      .on('2019-03-01')
      .noLongerOwes('invitation-arrived', { step: 'gp/elm-road' })
  })

  it('says nothing by its silence in a record that keeps no acknowledgements, nor to the organiser', () => {
    given(child, called, sent).silent('invitation-arrived')
    given(child, called, { ...sent, to: 'social-care' }, acknowledged).silent('invitation-arrived', {
      step: 'social-care',
    })
    given(child, called, sent, { ...acknowledged, on: '2019-06-03', meeting: 'm2' }).silent('invitation-arrived')
  })

  it('to a conference arrives too, and is no longer owed when there will be none', () => {
    const decided = {
      kind: 'strategy-discussion',
      on: '2019-02-01',
      by: 'social-care',
      discussion: 'c1',
      outcome: 'conference',
    }
    const invited = { ...sent, meeting: 'c1', by: 'conference-unit' }
    const back = { ...bounced, meeting: 'c1' }
    const off = { kind: 'conference-not-needed', on: '2019-02-12', by: 'social-care', conference: 'c1' }
    given(child, decided, invited, back).due('invitation-arrived', '2019-02-05')
    given(child, decided, invited, back, off).on('2019-02-12').noLongerOwes('invitation-arrived')
    const held = {
      kind: 'conference-held',
      on: '2019-02-21',
      by: 'conference-unit',
      conference: 'c1',
      present: 'health-visiting',
    }
    given(child, decided, invited, back, held).on('2019-02-21').keptLate('invitation-arrived')
  })

  it('to a conference is known by every name that the conference has', () => {
    const decided = {
      kind: 'strategy-discussion',
      on: '2019-02-01',
      by: 'social-care',
      discussion: 'c1',
      outcome: 'conference',
    }
    const booked = { kind: 'conference-booked', on: '2019-02-04', by: 'conference-unit', conference: 'unit-7' }
    const road = [child, decided, { ...booked, when: '2019-02-21' }]
    const invited = { ...sent, meeting: 'unit-7', by: 'conference-unit' }
    const back = { ...bounced, meeting: 'unit-7' }
    const off = { kind: 'conference-not-needed', on: '2019-02-12', by: 'social-care', conference: 'c1' }
    given(...road, invited, back, off)
      .on('2019-02-12')
      .noLongerOwes('invitation-arrived')
    const held = { kind: 'conference-held', on: '2019-02-21', by: 'conference-unit', conference: 'c1' }
    given(...road, invited, back, { ...held, present: 'health-visiting' })
      .on('2019-02-21')
      .keptLate('invitation-arrived')
  })

  it('that names no meeting is no longer asked after once the conference of the child was held', () => {
    const nameless = { ...sent, meeting: undefined, by: 'conference-unit' }
    const back = { ...bounced, meeting: undefined }
    const held = { kind: 'conference-held', on: '2019-02-21', by: 'conference-unit', present: 'social-care' }
    given(child, nameless, back).due('invitation-arrived', '2019-02-05')
    given(child, nameless, back, held).on('2019-02-21').noLongerOwes('invitation-arrived')
    given(child, nameless, back, { ...held, child: 'robin' })
      .on('2019-02-21')
      .late('invitation-arrived')
    given(child, nameless, back, { ...held, on: '2019-02-01' })
      .on('2019-02-21')
      .late('invitation-arrived')
    const silence = given(child, acknowledged, nameless, held)
    silence.due('invitation-arrived', '2019-02-06')
    silence.on('2019-02-21').noLongerOwes('invitation-arrived')
  })

  it('is one e-mail and one duty, however many children the meeting is about', () => {
    const robin = { kind: 'person', person: 'robin', as: 'child', born: '2016-02-01' }
    const both = { child: 'robin; maya' }
    const one = given(child, robin, { ...called, ...both }, { ...sent, ...both }, { ...bounced, ...both })
    one.due('invitation-arrived', '2019-02-05')
    one.silent('invitation-arrived', { child: 'robin' })
    const death = { kind: 'death', on: '2019-01-10', by: 'hospital/royal', person: 'maya', child: 'maya' }
    given(child, robin, death, { ...called, ...both }, { ...sent, ...both }, { ...bounced, ...both })
      .on('2019-02-06')
      .late('invitation-arrived', { child: 'robin' })
  })
})
