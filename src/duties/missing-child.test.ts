import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'kit', as: 'child', born: '2009-02-01', subject: 'yes' }
const missing = { kind: 'incident', on: '2024-04-08', by: 'police', incident: 'm1', type: 'missing' }
const found = { kind: 'child-found', on: '2024-04-09', by: 'police', incident: 'm1' }
const interview = { kind: 'return-interview', on: '2024-04-11', by: 'voluntary', held: 'yes' }

describe('a missing child', () => {
  it('is back, or a strategy discussion is held, within 24 hours', () => {
    given(child, missing).due('missing-child-looked-for', '2024-04-09')
    given(child, missing, found).on('2024-04-09').kept('missing-child-looked-for')
    given(child, missing, { kind: 'contact', on: '2024-04-09', by: 'police', seen: 'kit' })
      .on('2024-04-09')
      .kept('missing-child-looked-for')
    given(child, missing, { kind: 'strategy-discussion', on: '2024-04-09', by: 'social-care' })
      .on('2024-04-09')
      .kept('missing-child-looked-for')
    given(child, { ...missing, type: 'other' }).silent('missing-child-looked-for')
  })

  it('is offered a talk within 72 hours of coming back', () => {
    given(child, missing, found).due('return-interview-offered', '2024-04-12')
    given(child, missing, found, interview).on('2024-04-11').kept('return-interview-offered')
    given(child, missing, found, { ...interview, held: 'no', reason: 'Kit did not want it' })
      .on('2024-04-11')
      .kept('return-interview-offered')
    given(child, missing, found, { ...interview, held: 'no' })
      .on('2024-04-15')
      .late('return-interview-offered')
    given(child, { ...missing, text: 'Returned by midnight' }).due('return-interview-offered', '2024-04-11')
  })

  it('who is missing again was back in between', () => {
    const again = { ...missing, on: '2024-05-06', incident: 'm2' }
    given(child, missing, again).on('2024-05-06').noLongerOwes('missing-child-looked-for', { thing: 'm1' })
    given(child, missing, again).due('return-interview-offered', '2024-05-09')
  })

  it('is not offered a talk while nobody knows that the child is back', () => {
    given(child, missing).silent('return-interview-offered')
  })

  it('has all the times looked at together after the third in ninety days', () => {
    const again = { ...missing, on: '2024-05-06', incident: 'm2' }
    const third = { ...missing, on: '2024-06-03', incident: 'm3' }
    given(child, missing, again, third).due('missing-episodes-weighed-together', '2024-06-05')
    given(child, missing, again, third, {
      kind: 'threshold-reviewed',
      on: '2024-06-04',
      by: 'social-care',
      decision: 'step-up',
    })
      .on('2024-06-04')
      .kept('missing-episodes-weighed-together')
    given(child, missing, again, { ...third, on: '2024-08-05' }).silent('missing-episodes-weighed-together')
  })
})
