import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const made = { kind: 'referral-made', on: '2019-03-04', by: 'health-visiting', referral: 'r1', to: 'social-care' }
const decided = { kind: 'referral-decided', on: '2019-03-05', by: 'social-care', referral: 'r1', decision: 'Assess' }
const answered = { kind: 'referral-answered', on: '2019-03-06', by: 'social-care', referral: 'r1' }

describe('a referral to social care', () => {
  it('is decided within one working day of its arrival', () => {
    given(child, made).due('referral-decided', '2019-03-05')
    const arrived = { kind: 'referral-received', on: '2019-03-08', by: 'social-care', referral: 'r1' }
    given(child, made, arrived).due('referral-decided', '2019-03-11')
    given(child, { ...made, to: 'emergency-duty' }).due('referral-decided', '2019-03-05')
  })

  it('is kept by a decision, not by an acknowledgement alone', () => {
    given(child, made, decided).on('2019-03-05').kept('referral-decided')
    given(child, made, { ...decided, on: '2019-03-07' })
      .on('2019-03-08')
      .keptLate('referral-decided')
    const acknowledged = { kind: 'referral-acknowledged', on: '2019-03-04', by: 'social-care', referral: 'r1' }
    given(child, made, acknowledged).on('2019-03-06').late('referral-decided')
  })

  it('is shown to be decided by the assessment or strategy discussion that follows it', () => {
    const opened = { kind: 'assessment-opened', on: '2019-03-05', by: 'social-care', assessment: 'a1', referral: 'r1' }
    given(child, made, opened).on('2019-03-06').kept('referral-decided')
    given(child, made, { ...opened, referral: 'r0' })
      .on('2019-03-06')
      .late('referral-decided')
    const discussed = { kind: 'strategy-discussion', on: '2019-03-04', by: 'social-care' }
    given(child, made, discussed).on('2019-03-06').kept('referral-decided')
    given(child, made, { ...discussed, child: 'robin' })
      .on('2019-03-06')
      .late('referral-decided')
  })

  it('is decided for each child whom it names', () => {
    const both = given(child, { ...made, child: 'maya; robin' }, { kind: 'person', person: 'robin', as: 'child' })
    both.due('referral-decided', '2019-03-05', '2019-03-05')
  })

  it('raises nothing of this sort when it goes to another service', () => {
    given(child, { ...made, to: 'therapy' }).silent('referral-decided')
  })
})

describe('the referrer', () => {
  it('is told within one working day of the decision', () => {
    given(child, made, decided).due('referrer-told', '2019-03-06')
    given(child, made, decided, answered).on('2019-03-06').kept('referrer-told')
    const told = { kind: 'told', on: '2019-03-06', by: 'social-care', of: 'r1', to: 'health-visiting' }
    given(child, made, decided, told).on('2019-03-06').kept('referrer-told')
    given(child, made, decided, { ...told, to: 'gp' })
      .on('2019-03-07')
      .late('referrer-told')
  })

  it('is not yet to be told of what is not decided, nor of what it decides itself', () => {
    given(child, made).silent('referrer-told')
    const own = { ...made, by: 'social-care' }
    given(child, own, decided).silent('referrer-told')
    given(child, own).silent('referral-followed-up')
  })

  it('is told of a decision that another system holds', () => {
    const word = {
      kind: 'done-elsewhere',
      on: '2019-03-05',
      by: 'social-care',
      rule: 'referral-decided',
      where: 'Mosaic',
    }
    given(child, made, word).due('referrer-told', '2019-03-06')
  })

  it('asks again one working day after no decision came', () => {
    const silence = given(child, made)
    silence.due('referral-followed-up', '2019-03-06')
    silence.on('2019-03-05').silent('referral-followed-up')
    silence.on('2019-03-06').owes('referral-followed-up', { step: 'decision' })
    given(child, made, decided).silent('referral-followed-up', { step: 'decision' })
    given(child, made, { ...decided, on: '2019-03-11' })
      .on('2019-03-11')
      .noLongerOwes('referral-followed-up', { step: 'decision' })
  })

  it('asks again one working day after no answer came', () => {
    const silence = given(child, made, decided)
    silence.due('referral-followed-up', '2019-03-07')
    silence.on('2019-03-07').owes('referral-followed-up', { step: 'answer' })
    given(child, made, decided, answered).silent('referral-followed-up')
    given(child, made, decided, { ...answered, on: '2019-03-08' })
      .on('2019-03-08')
      .noLongerOwes('referral-followed-up', { step: 'answer' })
  })

  it('has followed up by asking, or by a challenge', () => {
    const chased = { kind: 'referral-chased', on: '2019-03-06', by: 'health-visiting', referral: 'r1' }
    given(child, made, chased).on('2019-03-06').kept('referral-followed-up')
    const challenge = { kind: 'challenge-raised', on: '2019-03-06', by: 'health-visiting', to: 'social-care' }
    given(child, made, challenge).on('2019-03-06').kept('referral-followed-up')
    given(child, made, { ...challenge, by: 'gp' })
      .on('2019-03-07')
      .late('referral-followed-up')
  })

  it('follows up an answer that does not satisfy', () => {
    const poor = { ...answered, satisfied: 'no' }
    const unhappy = given(child, made, decided, poor)
    unhappy.due('referral-followed-up', '2019-03-07')
    unhappy.on('2019-03-06').owes('referral-followed-up', { step: 'not-satisfied' })
    given(child, made, decided, poor, { ...answered, on: '2019-03-08', satisfied: 'yes' })
      .on('2019-03-08')
      .noLongerOwes('referral-followed-up')
  })

  it('is never a parent who asked for help', () => {
    given(child, { ...made, by: 'family' }).silent('referral-followed-up')
  })
})

describe('a second worry while the case is open', () => {
  const plan = { kind: 'plan-started', on: '2018-12-03', by: 'social-care', plan: 'p1', type: 'child-in-need' }
  const ambulance = { kind: 'referral-made', on: '2019-02-20', by: 'ambulance', referral: 'a1', to: 'social-care' }
  const ward = { kind: 'concern', on: '2019-02-20', by: 'hospital/royal' }
  const again = { ...ambulance, on: '2019-04-17', referral: 'a2' }
  const review = { kind: 'threshold-reviewed', on: '2019-02-22', by: 'social-care', decision: 'continue' }

  it('has plan and threshold looked at again in two working days', () => {
    given(child, plan, ambulance, again).due('threshold-reviewed', '2019-04-23')
    const whole = given(child, plan, ambulance, ward, review, again)
    whole.due('threshold-reviewed', '2019-02-22', '2019-04-23')
    whole.on('2019-02-22').kept('threshold-reviewed', { step: '1' })
    whole.on('2019-04-24').late('threshold-reviewed', { step: '2' })
  })

  it('is asked for once while it is not done', () => {
    given(child, plan, ambulance, ward, again).due('threshold-reviewed', '2019-02-22')
  })

  it('is kept by a strategy discussion that records its outcome, or by a changed plan', () => {
    const discussed = { kind: 'strategy-discussion', on: '2019-04-18', by: 'social-care', outcome: 'other' }
    given(child, plan, ambulance, again, discussed).on('2019-04-18').kept('threshold-reviewed')
    const updated = { kind: 'plan-updated', on: '2019-04-18', by: 'social-care', plan: 'p1' }
    given(child, plan, ambulance, again, updated).on('2019-04-18').kept('threshold-reviewed')
  })

  it('says nothing of a single worry, of one long ago, of one told twice, or of a case that is not open', () => {
    given(child, plan, ambulance).silent('threshold-reviewed')
    given(child, plan, ambulance, { ...again, on: '2019-05-22' }).silent('threshold-reviewed')
    given(child, plan, ambulance, { ...ward, by: 'ambulance' }).silent('threshold-reviewed')
    given(child, ambulance, again).silent('threshold-reviewed')
  })
})

describe('an enquiry whether a person is known', () => {
  const asked = { kind: 'enquiry-made', on: '2018-07-16', by: 'probation', enquiry: 'e1', to: 'social-care' }

  it('is answered in two working days', () => {
    given(child, asked).due('enquiry-answered', '2018-07-18')
    const answer = { kind: 'enquiry-answered', on: '2018-07-16', by: 'social-care', enquiry: 'e1', open: 'no' }
    given(child, asked, answer).on('2018-07-16').kept('enquiry-answered')
    given(child).silent('enquiry-answered')
  })
})

describe('a referrer who sat in the strategy discussion', () => {
  const discussed = { kind: 'strategy-discussion', on: '2019-03-05', by: 'social-care' }

  it('knows what became of the referral', () => {
    given(child, made, { ...discussed, present: 'social-care; health-visiting' }).silent('referral-followed-up')
    given(child, made, { ...discussed, present: 'social-care; police' }).due('referral-followed-up', '2019-03-07')
  })
})

describe('a referral that names no child', () => {
  const brother = { kind: 'person', person: 'finn', as: 'child', born: '2010-01-01' }
  const first = { ...child, subject: 'yes' }
  const opened = { kind: 'assessment-opened', on: '2019-03-05', by: 'social-care', child: 'finn' }

  it('is decided by the assessment of a brother or sister that follows it', () => {
    given(first, brother, made, opened).on('2019-03-05').kept('referral-decided')
    given(first, brother, { ...made, child: 'maya' }, opened)
      .on('2019-03-06')
      .late('referral-decided')
    given(first, brother, made, { ...opened, on: '2019-06-03' })
      .on('2019-03-06')
      .late('referral-decided')
  })
})

describe('a referrer who rings', () => {
  const rang = { kind: 'contact', on: '2019-03-06', by: 'health-visiting', way: 'call' }
  const text = 'Rang social care: was told that it does not meet the threshold'

  it('has asked again, and knows what they were told', () => {
    given(child, made, decided, { ...rang, text })
      .on('2019-03-06')
      .kept('referrer-told')
    given(child, made, { ...rang, text: 'Rang children’s services, waiting for a call' })
      .on('2019-03-07')
      .kept('referral-followed-up')
  })

  it('has not by a call to the family', () => {
    given(child, made, decided, { ...rang, text: 'Told her that the social worker will ring', with: 'leah' })
      .on('2019-03-07')
      .late('referrer-told')
    given(child, made, { ...rang, text: 'Mum is well' })
      .on('2019-03-08')
      .late('referral-followed-up')
  })
})
