import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const plan = { kind: 'plan-started', on: '2019-03-05', by: 'social-care', plan: 'p1', type: 'child-in-need' }
const school = { kind: 'worker-starts', on: '2019-03-05', by: 'school/oak', role: 'teacher' }
const ended = {
  kind: 'plan-ended',
  id: 'end',
  on: '2019-05-07',
  by: 'social-care',
  plan: 'p1',
  signedBy: 'team-manager',
}
const seen = { kind: 'contact', on: '2019-05-02', by: 'social-care', way: 'visit', seen: 'maya' }

describe('the end of a plan', () => {
  it('is told to all who work with the child', () => {
    given(maya, plan, school, ended, seen).due('partners-told-of-closing', '2019-05-14')
    given(maya, plan, school, ended, { kind: 'told', on: '2019-05-09', by: 'social-care', of: 'end', to: 'school/oak' })
      .on('2019-05-09')
      .kept('partners-told-of-closing')
    given(maya, plan, school, ended, { kind: 'letter-sent', on: '2019-05-20', by: 'social-care', to: 'school/oak' })
      .on('2019-05-20')
      .keptLate('partners-told-of-closing')
  })

  it('is known to whoever was there when it was decided, and is nobody’s to hear where none works with the child', () => {
    const met = { kind: 'meeting-held', on: '2019-05-02', by: 'social-care', present: 'social-care; school/oak' }
    given(maya, plan, school, met, ended).on('2019-05-07').kept('partners-told-of-closing')
    given(maya, plan, ended).silent('partners-told-of-closing')
  })
})

describe('what is checked before work with a child ends', () => {
  const concern = { kind: 'concern', on: '2019-04-09', by: 'school/oak', text: 'Hungry' }

  it('is that the child was seen', () => {
    given(maya, plan, ended).due('closing-checks-made', '2019-05-08')
    given(maya, plan, ended, { ...seen, on: '2019-05-08' })
      .on('2019-05-08')
      .kept('closing-checks-made')
    given(maya, plan, seen, ended).silent('closing-checks-made')
  })

  it('is that whoever worried was asked', () => {
    given(maya, plan, concern, seen, ended).due('closing-checks-made', '2019-05-08')
    const asked = { kind: 'enquiry-made', on: '2019-05-01', by: 'social-care', to: 'school/oak' }
    given(maya, plan, concern, seen, asked, ended).silent('closing-checks-made')
  })

  it('is asked of an assessment that leads to nothing', () => {
    const opened = { kind: 'assessment-opened', on: '2019-03-05', by: 'social-care', assessment: 'a' }
    const nothing = {
      kind: 'assessment-finished',
      on: '2019-04-09',
      by: 'social-care',
      assessment: 'a',
      outcome: 'NFA',
    }
    given(maya, opened, nothing).due('closing-checks-made', '2019-04-10')
    given(maya, opened, { ...nothing, outcome: 'Child in need plan' }).silent('closing-checks-made')
    given(maya, opened, { ...seen, on: '2019-03-12' }, nothing).silent('closing-checks-made')
  })

  it('is not asked where somebody wrote why it is safe without', () => {
    given(maya, plan, { ...ended, exceptions: 'They moved abroad; the new authority saw her' }).silent(
      'closing-checks-made',
    )
  })
})
