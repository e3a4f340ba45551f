import { describe, it } from 'node:test'
import { given } from './given.ts'

const child = { kind: 'person', person: 'ivy', as: 'child', born: '2020-02-01', subject: 'yes' }
const gp = { kind: 'contact-details', on: '2024-04-02', by: 'gp', person: 'jo', telephone: '01632 960001' }
const school = { ...gp, on: '2024-04-15', by: 'school/oak', telephone: '01632 960002' }
const settled = { ...gp, on: '2024-04-17', settled: 'yes' }

describe('contact details that two agencies hold differently', () => {
  it('are settled within three working days', () => {
    given(child, gp, school).due('contact-details-settled', '2024-04-18')
    given(child, gp, school, settled).on('2024-04-17').kept('contact-details-settled')
    given(child, gp, school, { ...school, on: '2024-04-17', telephone: '01632960001' })
      .on('2024-04-17')
      .kept('contact-details-settled')
  })

  it('are addresses too, of one day and two agencies', () => {
    const home = { kind: 'lives-at', on: '2024-04-15', by: 'housing', person: 'jo', address: '7 Weir Lane' }
    given(child, home, { ...home, by: 'gp', address: '9 Mill Street' }).due('contact-details-settled', '2024-04-18')
    given(child, home, { ...home, by: 'gp', on: '2024-05-20', address: '9 Mill Street' }).silent(
      'contact-details-settled',
    )
  })

  it('are the same without spaces, and another number of the same agency is no difference', () => {
    given(child, gp, { ...school, telephone: '+44 1632 960001' }).silent('contact-details-settled')
    given(child, gp, { ...gp, on: '2024-05-20', telephone: '01632 960003' }).silent('contact-details-settled')
  })
})
