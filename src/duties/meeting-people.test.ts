import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const called = { kind: 'meeting-called', on: '2019-05-01', by: 'social-care', meeting: 'm1', when: '2019-05-14' }
const sorry = { kind: 'invitation-acknowledged', on: '2019-05-07', by: 'gp', meeting: 'm1', coming: 'no' }
const plan = {
  kind: 'plan-started',
  on: '2019-03-05',
  by: 'social-care',
  plan: 'p1',
  type: 'child-in-need',
  members: 'hospital/royal; hospital/north',
}
const held = { kind: 'meeting-held', by: 'social-care', type: 'child-in-need', present: 'social-care; school' }
const three = [
  { ...held, on: '2019-03-19' },
  { ...held, on: '2019-04-16' },
  { ...held, on: '2019-05-14' },
]

describe('whoever cannot come to a meeting', () => {
  it('sends a report or a deputy by the working day before', () => {
    given(maya, called, sorry).due('report-from-who-cannot-come', '2019-05-13')
    given(maya, called, sorry, { kind: 'report-filed', on: '2019-05-10', by: 'gp', meeting: 'm1' })
      .on('2019-05-10')
      .kept('report-from-who-cannot-come')
    given(maya, called, sorry, { ...held, meeting: 'm1', on: '2019-05-14', present: 'gp; social-care' })
      .on('2019-05-14')
      .keptLate('report-from-who-cannot-come')
  })

  it('owes nothing with a deputy, for a meeting called off, or when they come', () => {
    given(maya, called, { ...sorry, deputy: 'Practice nurse' }).silent('report-from-who-cannot-come')
    given(maya, called, { ...sorry, coming: undefined }).silent('report-from-who-cannot-come')
    given(maya, called, sorry, { kind: 'meeting-cancelled', on: '2019-05-08', by: 'social-care', meeting: 'm1' })
      .on('2019-05-14')
      .noLongerOwes('report-from-who-cannot-come')
  })
})

describe('meetings of a plan with two consultants', () => {
  it('are held where they can come, after three without them', () => {
    given(maya, plan, ...three).due('review-where-consultants-can-come', '2019-06-25')
    given(maya, plan, ...three, { ...held, on: '2019-06-04', where: 'online' })
      .on('2019-06-04')
      .kept('review-where-consultants-can-come')
  })

  it('are nothing special with one consultant, where one came, or where nobody wrote who was there', () => {
    given(maya, { ...plan, members: 'hospital/royal' }, ...three).silent('review-where-consultants-can-come')
    given(maya, plan, ...three.slice(0, 2), { ...held, on: '2019-05-14', present: 'hospital/royal' }).silent(
      'review-where-consultants-can-come',
    )
    given(maya, plan, ...three.map(one => ({ ...one, present: undefined }))).silent('review-where-consultants-can-come')
  })
})

describe('the fixed agenda', () => {
  const agenda = 'appointments; effect-on-child; each-child; fathers; conditions; open-actions; parents-view'
  const met = { ...held, on: '2019-05-07', agenda }

  it('ends with what would make us escalate', () => {
    given(maya, met).due('agenda-gone-through', '2019-05-14')
    given(maya, met, { ...met, on: '2019-05-13', agenda: `${agenda}; what-would-escalate` })
      .on('2019-05-13')
      .kept('agenda-gone-through')
  })

  it('has practical help on it where a parent was there', () => {
    const all = { ...met, agenda: `${agenda}; what-would-escalate` }
    given(maya, { ...all, family: 'jo' }).due('agenda-gone-through', '2019-05-14')
    given(maya, all).silent('agenda-gone-through')
  })

  it('is not asked of a meeting that does not work by it', () => {
    given(maya, { ...met, agenda: undefined }).silent('agenda-gone-through')
  })
})
