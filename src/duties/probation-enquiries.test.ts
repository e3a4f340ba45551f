import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const begins = { kind: 'probation-begins', on: '2024-04-15', by: 'probation', person: 'sid' }
const enquiry = { kind: 'enquiry-made', on: '2024-04-17', by: 'probation', to: 'social-care', person: 'sid; ivy' }

describe('supervision that begins', () => {
  it('asks social care and the police within five working days', () => {
    given(child, begins).due('probation-enquiries-made', '2024-04-22', '2024-04-22')
    given(child, begins, enquiry).on('2024-04-17').kept('probation-enquiries-made', { step: 'social-care-1' })
    given(child, begins, enquiry).on('2024-04-23').late('probation-enquiries-made', { step: 'police-1' })
    given(child, { ...begins, stage: 'released' }).silent('probation-enquiries-made')
  })
})

describe('a release', () => {
  const released = { ...begins, id: 'out', stage: 'released' }

  it('is told to social care within one working day', () => {
    given(child, released).due('release-told', '2024-04-16')
    given(child, released, { kind: 'told', on: '2024-04-16', by: 'probation', of: 'out', to: 'social-care' })
      .on('2024-04-16')
      .kept('release-told')
    given(child, { ...released, stage: 'registered' }).due('release-told', '2024-04-16')
  })

  it('is known to social care where social care wrote it', () => {
    given(child, { ...released, by: 'social-care' }).silent('release-told')
    given(child, begins).silent('release-told')
  })
})
