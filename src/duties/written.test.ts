import { describe, it } from 'node:test'
import { given } from './given.ts'

const maya = { kind: 'person', person: 'maya', as: 'child', born: '2018-06-06' }
const incident = { kind: 'incident', on: '2019-05-07', by: 'police', type: 'domestic' }

describe('what happened', () => {
  const late = (on: string, written: string) => ({ ...incident, on, written })
  const three = [
    late('2019-05-07', '2019-05-10'),
    late('2019-05-20', '2019-05-24'),
    { kind: 'contact', on: '2019-06-03', written: '2019-06-10', by: 'police', way: 'visit' },
  ]

  it('is asked about when an agency writes it late for the third time', () => {
    given(maya, ...three).due('written-in-time', '2019-06-24')
    given(maya, ...three, { kind: 'supervision', on: '2019-06-17', by: 'police' })
      .on('2019-06-17')
      .kept('written-in-time')
  })

  it('is not called late where nobody says when it was written, nor a quiet word written later', () => {
    given(maya, ...three.map(one => ({ ...one, written: undefined }))).silent('written-in-time')
    given(maya, ...three.slice(0, 2)).silent('written-in-time')
    given(maya, ...three.slice(0, 2), late('2019-06-03', '2019-06-04')).silent('written-in-time')
    given(maya, ...three.slice(0, 2), {
      kind: 'contact',
      on: '2019-05-30',
      written: '2019-06-10',
      by: 'police',
      way: 'call',
    }).silent('written-in-time')
  })
})

describe('a decision by which less is done', () => {
  const nothing = { kind: 'decision', on: '2019-05-07', by: 'social-care', decides: 'no-further-action' }

  it('has its reason', () => {
    given(maya, nothing).due('decision-has-its-reason', '2019-05-08')
    given(maya, nothing, { ...nothing, on: '2019-05-08', reason: 'Seen at home, well' })
      .on('2019-05-08')
      .kept('decision-has-its-reason')
  })

  it('is not asked for one that it has, nor a decision by which more is done', () => {
    given(maya, { ...nothing, text: 'Seen at home, well' }).silent('decision-has-its-reason')
    given(maya, { ...nothing, decides: 'conference' }).silent('decision-has-its-reason')
  })
})
