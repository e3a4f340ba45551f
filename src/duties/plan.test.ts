import { describe, it } from 'node:test'
import { given, type Line } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const agreed = { kind: 'plan-agreed', on: '2018-11-26', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const started = { ...agreed, kind: 'plan-started', on: '2018-12-03' }
const held = { kind: 'meeting-held', on: '2018-12-13', by: 'social-care', type: 'child-in-need' }
const ended = { kind: 'plan-ended', on: '2018-12-10', by: 'social-care', plan: 'p1', signedBy: 'team-manager' }
const family: readonly Line[] = [maya, agreed, started]

describe('the first meeting of a child in need plan', () => {
  it('is held within fifteen working days of the agreement', () => {
    given(...family).due('child-in-need-first-meeting', '2018-12-17')
    given(maya, started).due('child-in-need-first-meeting', '2018-12-24')
    given(...family, held)
      .on('2018-12-17')
      .kept('child-in-need-first-meeting')
    given(...family, { ...held, on: '2018-12-20' })
      .on('2018-12-20')
      .keptLate('child-in-need-first-meeting')
  })

  it('is a meeting of that plan, or of that type', () => {
    const { type: _, ...untyped } = held
    given(...family, untyped)
      .on('2018-12-18')
      .late('child-in-need-first-meeting')
    given(...family, { ...untyped, plan: 'p1' })
      .on('2018-12-18')
      .kept('child-in-need-first-meeting')
    given(...family, { ...held, plan: 'p0' })
      .on('2018-12-18')
      .late('child-in-need-first-meeting')
    given(...family, { ...held, type: 'professionals' })
      .on('2018-12-18')
      .late('child-in-need-first-meeting')
  })

  it('is about each child that it names', () => {
    const two = { ...agreed, child: 'maya; sam' }
    const one = given(maya, two, { ...held, child: 'maya' }).on('2018-12-18')
    one.kept('child-in-need-first-meeting', { child: 'maya' })
    one.late('child-in-need-first-meeting', { child: 'sam' })
  })

  it('is no longer owed when the plan ended before, and is none of another plan', () => {
    given(...family, ended)
      .on('2018-12-18')
      .noLongerOwes('child-in-need-first-meeting')
    given(maya, { ...agreed, type: 'child-protection' }).silent('child-in-need-first-meeting')
  })
})

describe('child in need meetings', () => {
  const april = { ...held, on: '2019-04-12' }

  it('come round every six weeks', () => {
    given(...family).silent('child-in-need-review')
    given(...family, april).due('child-in-need-review', '2019-05-24')
    given(...family, april, { ...held, on: '2019-05-20' }).due('child-in-need-review', '2019-05-24', '2019-07-01')
    given(...family, april, { ...held, on: '2019-05-20' })
      .on('2019-05-20')
      .kept('child-in-need-review', { thing: 'p1', step: '1' })
  })

  it('are no longer owed once the plan has ended, nor by an ending that lacks something', () => {
    given(...family, april, { ...ended, on: '2019-05-01' })
      .on('2019-05-25')
      .noLongerOwes('child-in-need-review')
    const father = { kind: 'relationship', person: 'jay', is: 'father', of: 'maya' }
    const opened = { kind: 'assessment-opened', on: '2018-11-01', by: 'social-care', assessment: 'a1' }
    given(...family, father, opened, april, { ...ended, on: '2019-05-01' })
      .on('2019-05-25')
      .late('child-in-need-review')
  })

  it('are kept when a parent cancels and the meeting is held without her', () => {
    const called = {
      kind: 'meeting-called',
      on: '2019-05-01',
      by: 'social-care',
      meeting: 'm2',
      type: 'child-in-need',
      when: '2019-05-22',
    }
    const asked = { kind: 'cancellation-asked', on: '2019-05-21', by: 'social-care', meeting: 'm2' }
    const without = { ...held, on: '2019-05-22', meeting: 'm2' }
    const case_ = given(...family, april, called, asked, without).on('2019-05-24')
    case_.kept('meeting-goes-ahead')
    case_.kept('child-in-need-review', { step: '1' })
  })
})

describe('a child on a child in need plan', () => {
  const seen = { kind: 'contact', on: '2018-12-20', by: 'health-visiting', way: 'visit', seen: 'maya', where: 'home' }

  it('is seen at home every four weeks', () => {
    given(...family).due('child-seen-at-home', '2018-12-31')
    given(...family, seen).due('child-seen-at-home', '2018-12-31', '2019-01-17')
    given(...family, seen, { ...seen, on: '2019-01-14', where: undefined }).due(
      'child-seen-at-home',
      '2018-12-31',
      '2019-01-17',
      '2019-02-11',
    )
  })

  it('is seen, not only visited', () => {
    const { seen: _, ...visited } = seen
    given(...family, visited)
      .on('2019-01-01')
      .late('child-seen-at-home')
    given(...family, { ...seen, where: 'clinic' })
      .on('2019-01-01')
      .late('child-seen-at-home')
    given(...family, { ...seen, by: 'hospital' })
      .on('2019-01-01')
      .late('child-seen-at-home')
    given(...family, { ...seen, seen: 'sam' })
      .on('2019-01-01')
      .late('child-seen-at-home')
  })

  it('is seen from the birth on when the plan was made before it', () => {
    const robin = { kind: 'person', person: 'robin', as: 'unborn', expected: '2019-03-01' }
    const before = { ...started, plan: 'p2', child: 'robin' }
    given(maya, robin, before).silent('child-seen-at-home', { child: 'robin' })
    const birth = { kind: 'birth', on: '2019-02-20', by: 'midwifery', unborn: 'robin', child: 'robin' }
    given(maya, robin, before, birth).due('child-seen-at-home', '2019-03-20')
  })

  it('need not be seen by a rule of a plan that ended, or that is none', () => {
    given(...family, ended)
      .on('2019-01-01')
      .noLongerOwes('child-seen-at-home')
    given(maya, seen).silent('child-seen-at-home')
  })
})

describe('a meeting that a parent asks to cancel', () => {
  const called = {
    kind: 'meeting-called',
    on: '2019-02-04',
    by: 'social-care',
    meeting: 'm3',
    plan: 'p1',
    type: 'child-in-need',
    when: '2019-03-01',
  }
  const asked = { kind: 'cancellation-asked', on: '2019-02-27', by: 'social-care', meeting: 'm3', person: 'leah' }
  const moved = {
    kind: 'meeting-moved',
    on: '2019-02-28',
    by: 'social-care',
    meeting: 'm3',
    to: '2019-03-06',
    movedBy: 'team-manager',
    reason: 'So that she can come',
  }

  it('goes ahead on its day', () => {
    given(...family, called, asked).due('meeting-goes-ahead', '2019-03-01')
    given(...family, called, asked, { ...held, on: '2019-03-01', meeting: 'm3' })
      .on('2019-03-02')
      .kept('meeting-goes-ahead')
  })

  it('is moved by the team manager alone, with a reason and not far', () => {
    given(...family, called, asked, moved)
      .on('2019-03-02')
      .kept('meeting-goes-ahead')
    given(...family, called, asked, { ...moved, movedBy: 'social-worker' })
      .on('2019-03-02')
      .late('meeting-goes-ahead')
    given(...family, called, asked, { ...moved, reason: undefined })
      .on('2019-03-02')
      .late('meeting-goes-ahead')
    given(...family, called, asked, { ...moved, to: '2019-03-11' })
      .on('2019-03-02')
      .late('meeting-goes-ahead')
  })

  it('is not ended by being cancelled', () => {
    const cancelled = { kind: 'meeting-cancelled', on: '2019-02-27', by: 'social-care', meeting: 'm3' }
    given(...family, called, asked, cancelled)
      .on('2019-03-02')
      .late('meeting-goes-ahead')
  })

  it('counts from the day for which it stood when the parent asked', () => {
    const before = { ...moved, on: '2019-02-10', to: '2019-03-08', movedBy: 'organiser' }
    given(...family, called, before, asked).due('meeting-goes-ahead', '2019-03-08')
  })

  it('is none where nobody asked, or for a meeting of no plan', () => {
    given(...family, called).silent('meeting-goes-ahead')
    given(...family, { ...called, plan: undefined, type: 'discharge' }, asked).silent('meeting-goes-ahead')
  })
})
