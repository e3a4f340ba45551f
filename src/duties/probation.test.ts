import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06', subject: 'yes' }
const told = { kind: 'disclosure', on: '2019-03-18', by: 'probation', person: 'jay', of: 'maya' }
const referred = { kind: 'referral-made', on: '2019-03-19', by: 'probation', referral: 'r1', to: 'social-care' }

describe('what a supervised person tells probation of a child', () => {
  it('is referred to social care within one working day', () => {
    given(child, told).due('disclosure-referred', '2019-03-19')
    given(child, told, referred).on('2019-03-19').kept('disclosure-referred')
    given(child, told, { ...referred, by: 'police' })
      .on('2019-03-20')
      .late('disclosure-referred')
    given(child, told, { ...referred, to: 'therapy' })
      .on('2019-03-20')
      .late('disclosure-referred')
  })

  it('is about the child of whom they told', () => {
    const robin = { kind: 'person', person: 'robin', as: 'child', born: '2016-02-01' }
    const ofRobin = given(child, robin, { ...told, of: 'robin' })
    ofRobin.on('2019-03-20').late('disclosure-referred', { child: 'robin' })
    ofRobin.silent('disclosure-referred', { child: 'maya' })
  })

  it('is asked for once while it is not done, and again when more is told later', () => {
    const more = { ...told, on: '2019-04-08' }
    given(child, told, more).due('disclosure-referred', '2019-03-19')
    given(child, told, referred, more).due('disclosure-referred', '2019-03-19', '2019-04-09')
  })

  it('raises nothing when another agency wrote it', () => {
    given(child, { ...told, by: 'social-care' }).silent('disclosure-referred')
  })
})
