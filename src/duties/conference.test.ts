import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const decided = {
  kind: 'strategy-discussion',
  on: '2019-05-13',
  by: 'social-care',
  discussion: 'sd2',
  section47: 'yes',
  outcome: 'conference',
  present: 'social-care; police; health-visiting',
}
const held = { kind: 'conference-held', on: '2019-06-04', by: 'conference-unit' }

describe('the road to the conference', () => {
  it('raises every step from the decision, each counted from the one before', () => {
    const road = given(child, decided)
    road.due('conference-held', '2019-06-04')
    road.due('conference-passed-on', '2019-05-14')
    road.due('conference-booked', '2019-05-15')
    road.due('conference-invitations', '2019-05-28')
    road.due('conference-reports', '2019-05-31')
    road.due('conference-delay-agreed', '2019-06-04')
    road.due('interim-safety-plan', '2019-05-13')
    road.due('conference-stall-asked-about', '2019-05-16')
  })

  it('ends when the conference is held, and keeps what was late', () => {
    given(child, decided, held).on('2019-06-04').kept('conference-held')
    given(child, decided, { ...held, on: '2019-06-20' })
      .on('2019-06-20')
      .keptLate('conference-held')
    given(child, decided, held).on('2019-06-05').noLongerOwes('conference-delay-agreed')
  })

  it('is not begun again by a second strategy discussion', () => {
    given(child, decided, { ...decided, discussion: 'sd3', on: '2019-05-24' }).due('conference-held', '2019-06-04')
  })

  it('stays silent where no enquiry was started and no conference decided', () => {
    given(child, { ...decided, section47: 'no', outcome: 'child-in-need' }).silent('conference-held')
    given(child, { ...decided, section47: 'no', outcome: 'child-in-need' }).silent('conference-passed-on')
  })

  it('counts the booking from the day the decision was passed on', () => {
    const passed = { kind: 'conference-passed-on', on: '2019-05-13', by: 'social-care' }
    const booked = { kind: 'conference-booked', on: '2019-05-14', by: 'conference-unit', when: '2019-05-30' }
    const road = given(child, decided, passed, booked)
    road.due('conference-booked', '2019-05-14')
    road.due('conference-invitations', '2019-05-22')
    road.on('2019-05-16').silent('conference-stall-asked-about')
    given(child, decided, passed, { ...booked, provisional: 'yes' })
      .on('2019-05-15')
      .late('conference-booked')
  })

  it('takes an invitation and a report from each agency that was asked', () => {
    const invited = {
      kind: 'invitation-sent',
      on: '2019-05-20',
      by: 'conference-unit',
      meeting: 'sd2',
      to: 'police; health-visiting',
    }
    const report = { kind: 'report-filed', on: '2019-05-30', by: 'police', meeting: 'sd2' }
    const road = given(child, decided, invited, report).on('2019-05-31')
    road.kept('conference-invitations')
    road.kept('conference-reports', { step: 'police' })
    road.owes('conference-reports', { step: 'health-visiting' })
    given(child, decided, { ...invited, to: 'police' })
      .on('2019-05-31')
      .late('conference-invitations')
  })

  it('lets the delay be agreed by manager and chair', () => {
    const agreed = {
      kind: 'conference-delay-agreed',
      on: '2019-06-03',
      by: 'social-care',
      agreedBy: 'service-manager; conference-chair',
      reason: 'Interpreter',
      to: '2019-06-11',
    }
    const road = given(child, decided, agreed).on('2019-06-05')
    road.kept('conference-delay-agreed')
    road.late('conference-held')
  })

  it('takes a safety plan as kept', () => {
    given(child, decided, { kind: 'safety-plan', on: '2019-05-13', by: 'social-care' })
      .on('2019-05-14')
      .kept('interim-safety-plan')
    given(child).silent('interim-safety-plan')
  })

  it('ends with an enquiry that finds no need, and then every partner is told', () => {
    const concluded = {
      id: 'end',
      kind: 'section47-concluded',
      on: '2019-05-20',
      by: 'social-care',
      outcome: 'no-continuing-risk',
    }
    const ended = given(child, decided, concluded)
    ended.on('2019-06-05').noLongerOwes('conference-held')
    ended.due('partners-told-no-conference', '2019-05-21')
    const told = { kind: 'told', on: '2019-05-21', by: 'social-care', of: 'end', to: 'police; health-visiting' }
    given(child, decided, concluded, told).on('2019-05-22').kept('partners-told-no-conference')
    given(child, decided, concluded, { ...told, to: 'police' })
      .on('2019-05-22')
      .late('partners-told-no-conference')
  })

  it('answers a partner who asks for a conference', () => {
    const asked = { kind: 'conference-asked-for', on: '2019-05-13', by: 'health-visiting' }
    given(child, asked).due('conference-request-answered', '2019-05-15')
    given(child, asked, {
      kind: 'conference-request-answered',
      on: '2019-05-14',
      by: 'social-care',
      answer: 'refused',
      reason: 'Plan is new',
    })
      .on('2019-05-16')
      .kept('conference-request-answered')
    given(child).silent('conference-request-answered')
  })

  it('takes each step as kept when its entry is there', () => {
    const passed = { kind: 'conference-passed-on', on: '2019-05-14', by: 'social-care' }
    given(child, decided, passed).on('2019-05-14').kept('conference-passed-on')
    const booked = { kind: 'conference-booked', on: '2019-05-15', by: 'conference-unit', when: '2019-05-30' }
    given(child, decided, passed, booked).on('2019-05-15').kept('conference-booked')
  })

  it('asks whether the delay is accepted until somebody answers, or something moves', () => {
    const answer = { kind: 'acknowledged', on: '2019-05-17', by: 'police', of: 'sd2', to: 'social-care' }
    given(child, decided, answer).on('2019-05-17').keptLate('conference-stall-asked-about')
    const challenge = { kind: 'challenge-raised', on: '2019-05-16', by: 'health-visiting', to: 'social-care' }
    given(child, decided, challenge, answer).on('2019-05-16').kept('conference-stall-asked-about')
    const passed = { kind: 'conference-passed-on', on: '2019-05-20', by: 'social-care' }
    given(child, decided, passed).on('2019-05-20').noLongerOwes('conference-stall-asked-about', { step: '1' })
  })

  it('asks for no step of a conference that nobody decided', () => {
    const enquiry = given(child, { ...decided, outcome: 'section-47' })
    enquiry.due('conference-held', '2019-06-04')
    enquiry.silent('conference-booked')
    enquiry.silent('conference-invitations')
    enquiry.silent('conference-reports')
    enquiry.silent('partners-told-no-conference')
  })
})

describe('a section 47 enquiry of a child who has a plan', () => {
  const enquiry = { ...decided, outcome: 'section-47' }
  const review = { ...held, type: 'review', outcome: 'continue' }

  it('is answered by a review conference', () => {
    given(child, enquiry).due('conference-held', '2019-06-04')
    given(child, enquiry, review).on('2019-06-04').kept('conference-held')
    given(child, enquiry, { ...review, on: '2019-06-11' })
      .on('2019-06-11')
      .keptLate('conference-held')
  })

  it('is ended by a later discussion that wants no conference, not by one that goes on with it', () => {
    const later = { kind: 'strategy-discussion', on: '2019-05-20', by: 'social-care', outcome: 'no-further-action' }
    given(child, enquiry, later).on('2019-06-05').noLongerOwes('conference-held')
    given(child, enquiry, { ...later, outcome: 'section-47' })
      .on('2019-06-05')
      .late('conference-held')
    given(child, decided, later).on('2019-06-05').late('conference-held')
  })

  it('keeps no case open for years when nobody wrote its end', () => {
    const worried = (on: string) => ({ kind: 'concern', on, by: 'nursery/oak' })
    const old = { ...enquiry, on: '2017-05-15' }
    given(child, enquiry, worried('2019-06-03'), worried('2019-06-10')).due('threshold-reviewed', '2019-06-12')
    given(child, old, worried('2019-06-03'), worried('2019-06-10')).silent('threshold-reviewed')
    given(child, old, worried('2019-06-03')).due('concern-passed-on', '2019-06-05')
  })
})

describe('a conference that is decided long after an enquiry whose end nobody wrote', () => {
  const enquiry = { ...decided, on: '2017-05-15', discussion: 'sd1', outcome: 'section-47' }

  it('has a road of its own, and no step of it was due years before', () => {
    const road = given(child, enquiry, { ...decided, section47: undefined })
    road.due('conference-held', '2017-06-06', '2019-06-04')
    road.due('conference-reports', '2019-05-31')
    road.due('conference-delay-agreed', '2019-06-04')
  })

  it('ends the old one too when it is held', () => {
    const both = given(child, enquiry, decided, held).on('2019-06-04')
    both.keptLate('conference-held', { thing: 'sd1' })
    both.kept('conference-held', { thing: 'sd2' })
  })

  it('is the same road while the enquiry is of these months', () => {
    given(child, { ...enquiry, on: '2019-04-01' }, decided).due('conference-held', '2019-04-24')
  })
})
